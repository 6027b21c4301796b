/**
 * How a page for staff, or for anybody, is served: from the cookie to the answer.
 *
 * It is longer than 250 lines because one request is followed through it, and every step guards the next.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClockRules } from '../complaint/clocks.js';
import type { Role } from '../complaint/refusals.js';
import { act, openCase, type Who } from '../store/act.js';
import { acrossLandlords, type Database, inLandlord, type LandlordId, together } from '../store/database.js';
import { letterheadIn } from '../store/landlord-settings.js';
import { listLandlords } from '../store/landlords.js';
import { readRules, readSettings } from '../store/rules.js';
import { dropKeptForms, findSession, keepForm, keptForm, type SessionFound } from '../store/sessions.js';
import { londonDay } from '../store/today.js';
import {
  csrfToken,
  forgetDone,
  isOwnPath,
  readDone,
  readSessionCookie,
  type SessionCookie,
  sameText,
  send,
  tokenSecret,
} from './answers.js';
import { report } from './failures.js';
import { networkOf } from './network.js';
import { asFields, asTyped, readSent, type Sent, worthKeeping } from './sent.js';
import { isReadable, ourColour, readColour } from './ui/brand.js';
import { type Trouble, troublePage } from './ui/error-pages.js';
import {
  type Answer,
  type AnyVisit,
  type Fields,
  type House,
  type LandlordShown,
  type PublicVisit,
  type Route,
  redirect,
  type SiteRoute,
  type Visit,
} from './visit.js';

/** What is served here: pages for staff and for anybody. A residents' site is served by serve-site.ts. */
type HouseRoute = Exclude<Route, SiteRoute>;

interface Known {
  readonly cookie: SessionCookie | null;
  readonly session: SessionFound | null;
  readonly landlord: LandlordShown | null;
  readonly rules: ClockRules | null;
  readonly restored: Fields | null;
  /** What was posted into a session that had ended waits for its owner. */
  readonly kept: boolean;
}

export async function serve(
  house: House,
  route: HouseRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const cookie = readSessionCookie(house, request);
  const secret = tokenSecret(house, request, reply, cookie);
  const bare = bareVisit(house, request, cookie, secret);
  let sent: Sent | undefined;
  try {
    let brings: Promise<boolean> | undefined;
    sent = await readSent(request, async (fields) => {
      if (!isOwnForm(request, fields, secret)) return false;
      brings ??= mayBringFiles(house, route, cookie);
      return brings;
    });
    if (request.method === 'POST' && !isOwnForm(request, sent.fields, secret)) {
      return await send(house, reply, troublePage(bare, 'token', { typed: mayGiveBack(request, sent.fields) }), secret);
    }
    const known = await whoIsIt(house, request, cookie, route.access === 'public' ? null : sent.fields);
    const visit = {
      ...bare,
      fields: sent.fields,
      files: sent.files,
      landlord: known.landlord,
      restored: known.restored,
    };
    const answer = await answerTo(route, visit, known);
    if (answer.kind === 'problem')
      return await send(house, reply, troublePage(signedIn(visit, known), answer.status), secret);
    // The words of the last act stay until a page has shown them.
    if (answer.kind === 'page' && bare.done !== null) forgetDone(house, reply);
    return await send(house, reply, answer, secret);
  } catch (error) {
    const { trouble, code } = report(request, error);
    const typed = worthKeeping(sent?.fields ?? asFields(request.body));
    return await send(house, reply, troublePage(bare, trouble, { typed, ...(code ? { code } : {}) }), secret);
  } finally {
    await sent?.forget();
  }
}

/** Whoever may not come to the page leaves no files on the disk, not even for the length of the request. */
async function mayBringFiles(house: House, route: HouseRoute, cookie: SessionCookie | null): Promise<boolean> {
  if (cookie === null || route.access === 'public') return false;
  const { access } = route;
  try {
    const session = await inLandlord(house.db, cookie.landlordId, (trx) => findSession(trx, cookie.secret));
    return session?.open === true && (access === 'signed-in' || session.roles.some((role) => access.includes(role)));
  } catch {
    // The database is away: the page that says so gives back what was typed.
    return false;
  }
}

/** What a visit is before anybody knows whose it is. */
export function bareVisit(
  house: House,
  request: FastifyRequest,
  cookie: SessionCookie | null,
  secret: string,
): PublicVisit {
  const now = new Date();
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: pathOf(request),
    params: paramsOf(request),
    query: asFields(request.query),
    fields: {},
    files: [],
    csrf: csrfToken(secret),
    restored: null,
    done: readDone(house, request, secret),
    today: londonDay(now),
    now: now.toISOString(),
    address: house.address,
    house,
    staff: null,
    landlord: null,
    network: networkOf(request.ip),
    session: cookie,
  };
}

function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const given = (request.params ?? {}) as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asTyped(value)]));
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0] ?? '/';
  return isOwnPath(path) ? path : '/';
}

function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether a form comes from a page that we gave to this browser. */
export function isOwnForm(request: FastifyRequest, fields: Fields, secret: string): boolean {
  const token = fields._csrf;
  return !fromElsewhere(request) && typeof token === 'string' && sameText(token, csrfToken(secret));
}

/** What was typed comes back to whoever typed it, never to what another site made a browser send. */
export function mayGiveBack(request: FastifyRequest, fields: Fields): Fields {
  return fromElsewhere(request) ? {} : worthKeeping(fields);
}

async function whoIsIt(
  house: House,
  request: FastifyRequest,
  cookie: SessionCookie | null,
  /** What a lost session leaves to its owner; null for pages that need no session. */
  typed: Fields | null,
): Promise<Known> {
  const nobody = { cookie, session: null, rules: null, restored: null, kept: false };
  if (cookie === null) return { ...nobody, landlord: await onlyLandlord(house.db) };
  const known = await inLandlord(house.db, cookie.landlordId, async (trx) => {
    const [session, rules] = await together(findSession(trx, cookie.secret), readRules(trx));
    if (session === null) return null;
    const landlord = shown(cookie.landlordId, session.landlord, session.settings);
    if (!session.open) {
      // Only what the same person typed comes back, and only to whoever may sign in again.
      const keeps = session.mayReturn && request.method === 'POST' && typed !== null;
      if (keeps) await keepForm(trx, session.staffId, pathOf(request), worthKeeping(typed));
      return { ...nobody, landlord, kept: keeps };
    }
    const kept = asFields(request.query).kept;
    const restored = typeof kept === 'string' ? await keptForm(trx, session.staffId, kept, pathOf(request)) : null;
    if (request.method === 'POST') await dropKeptForms(trx, session.staffId, pathOf(request));
    return { cookie, session, landlord, rules, restored, kept: false };
  });
  return known ?? { ...nobody, landlord: await onlyLandlord(house.db) };
}

/** Public pages belong to the landlord when there is but one. */
async function onlyLandlord(db: Database): Promise<LandlordShown | null> {
  const [first, second] = await acrossLandlords(db, listLandlords);
  if (!first || second) return null;
  return inLandlord(db, first.id, async (trx) => shown(first.id, first, Object.fromEntries(await readSettings(trx))));
}

export function shown(
  id: LandlordId,
  landlord: { name: string; demonstration: boolean },
  settings: Readonly<Record<string, unknown>>,
): LandlordShown {
  const colour = readColour(letterheadIn(settings).colour ?? '');
  return { id, ...landlord, brandColour: colour !== null && isReadable(colour) ? colour : ourColour, settings };
}

function signedIn(visit: PublicVisit, known: Known): AnyVisit {
  if (known.session === null || known.landlord === null || known.rules === null) return visit;
  const { staffId: id, name, email, roles } = known.session;
  const { landlord, rules } = known;
  const db = visit.house.db;
  const who: Who = { landlordId: landlord.id, staff: id, roles };
  return {
    ...visit,
    staff: { id, name, email, roles },
    landlord,
    rules,
    db: (work) => inLandlord(db, landlord.id, work),
    may: (...allowed: readonly Role[]) => allowed.some((role) => roles.includes(role)),
    act: (ref, expectedVersion, decide, extras = {}) =>
      act(db, who, { ...extras, ref, expectedVersion, now: new Date(visit.now) }, decide),
    open: (decide, extras = {}) => openCase(db, who, { ...extras, now: new Date(visit.now) }, decide),
  } satisfies Visit & PublicVisit;
}

async function answerTo(route: HouseRoute, bare: PublicVisit, known: Known): Promise<Answer> {
  const visit = signedIn(bare, known);
  if (route.access === 'public') return route.handler(visit as PublicVisit);
  if (visit.staff === null) return redirect(signInPath(bare, known.kept));
  const staff: Visit = visit as Visit;
  if (route.access !== 'signed-in' && !staff.may(...route.access)) return { kind: 'problem', status: 403 };
  return route.handler(staff);
}

function signInPath(visit: PublicVisit, kept: boolean): string {
  if (visit.session === null && visit.path === '/') return '/sign-in';
  return `/sign-in?next=${encodeURIComponent(visit.path)}${kept ? '&kept=yes' : ''}`;
}

/** For what no route answers, or what failed before one could. */
export async function troubleOf(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  what: unknown,
): Promise<FastifyReply> {
  const cookie = readSessionCookie(house, request);
  const secret = tokenSecret(house, request, reply, cookie);
  const visit = bareVisit(house, request, cookie, secret);
  const { trouble, code } = typeof what === 'number' ? { trouble: what as Trouble, code: null } : report(request, what);
  return send(house, reply, troublePage(visit, trouble, code === null ? {} : { code }), secret);
}
