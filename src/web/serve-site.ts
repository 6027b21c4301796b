/**
 * How a page of a residents' site is served: which landlord's it is, who this browser was let in as, and what every such
 * answer carries. Nobody's session is in an address, nothing is kept on the way, and no page says where it was come from.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessTo } from '../complaint/access.js';
import type { ClockRules } from '../complaint/clocks.js';
import { refuse } from '../complaint/refusals.js';
import { act } from '../store/act.js';
import { inLandlord, type LandlordId, type Trx, together } from '../store/database.js';
import { largestFileUnlessSet } from '../store/documents.js';
import {
  endSessionsWith,
  findResidentSession,
  type LinkPurpose,
  linkPurposes,
  type ResidentSession,
} from '../store/resident-sessions.js';
import { readRules } from '../store/rules.js';
import { findSite, landlordOfSlug, type SiteFound, siteIn } from '../store/site-settings.js';
import { forgetDone, readLanguage, readResidentCookie, send, tokenSecret } from './answers.js';
import { report } from './failures.js';
import { closedPage } from './public/site/closed.js';
import { type Spoken, spoken } from './public/site/languages.js';
import { siteTrouble } from './public/site/trouble.js';
import { asFields, readSent, type Sent, worthKeeping } from './sent.js';
import { bareVisit, isOwnForm, mayGiveBack, shown } from './serve.js';
import { isReadable, readColour } from './ui/brand.js';
import { troublePage } from './ui/error-pages.js';
import {
  type Answer,
  type House,
  type PublicVisit,
  type Redirect,
  type ResidentVisit,
  redirect,
  type SiteRoute,
  type SiteVisit,
} from './visit.js';

interface Known extends SiteFound, Spoken {
  readonly landlordId: LandlordId;
  readonly session: ResidentSession | null;
  /** Only for pages behind the doors. */
  readonly rules: ClockRules | null;
}

/** Answers one request to a residents' site. */
export async function serveSite(
  house: House,
  route: SiteRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('referrer-policy', 'no-referrer');
  const secret = tokenSecret(house, request, reply, null);
  const bare = bareVisit(house, request, null, secret);
  let sent: Sent | undefined;
  let visit: SiteVisit | undefined;
  try {
    const known = await whoIsIt(house, request, bare, route);
    if (known !== null) visit = siteVisit(bare, known);
    sent = await readSent(
      request,
      async (fields) => {
        // Files are for those who were let in for this page: whoever fills in the form, whoever follows the case.
        const lets = route.purposes !== undefined && known?.session != null;
        return lets && isOwnForm(request, fields, secret);
      },
      { files: 1, largest: largestFile(known?.settings) },
    );
    if (known === null) return await send(house, reply, troublePage(bare, 404), secret);
    visit = siteVisit({ ...bare, fields: sent.fields, files: sent.files }, known);
    if (request.method === 'POST' && !isOwnForm(request, sent.fields, secret)) {
      const typed = mayGiveBack(request, sent.fields);
      return await send(house, reply, siteTrouble(visit, 'token', { typed }), secret);
    }
    const answer = visit.site.open ? await answerTo(route, visit, known.rules) : closedPage(visit);
    if (answer.kind === 'problem') return await send(house, reply, siteTrouble(visit, answer.status), secret);
    if (answer.kind === 'redirect') await letOut(house, request, visit, answer);
    if (answer.kind === 'page' && bare.done !== null) forgetDone(house, reply);
    return await send(house, reply, answer, secret);
  } catch (error) {
    const { trouble, code } = report(request, error);
    const typed = worthKeeping(sent?.fields ?? asFields(request.body));
    const more = { typed, ...(code ? { code } : {}) };
    const page = visit === undefined ? troublePage(bare, trouble, more) : siteTrouble(visit, trouble, more);
    return await send(house, reply, page, secret);
  } finally {
    await sent?.forget();
  }
}

/** One file a page, as large as the landlord lets any be. */
function largestFile(settings: Known['settings'] = {}): number {
  const set = settings['largest-file'];
  return typeof set === 'number' ? set : largestFileUnlessSet;
}

/** A cookie that goes takes its session with it, so that a copy of it opens nothing. */
async function letOut(house: House, request: FastifyRequest, visit: SiteVisit, { resident }: Redirect): Promise<void> {
  if (resident === undefined || !('end' in resident)) return;
  const secrets = (resident.end === 'all' ? linkPurposes : [resident.end]).flatMap(
    (purpose) => readResidentCookie(house, request, purpose, visit.landlord.id) ?? [],
  );
  if (secrets.length > 0) await visit.db((trx) => endSessionsWith(trx, secrets, 'signed-out'));
}

async function whoIsIt(
  house: House,
  request: FastifyRequest,
  bare: PublicVisit,
  route: SiteRoute,
): Promise<Known | null> {
  const landlordId = await landlordOfSlug(house.db, bare.params.slug ?? '');
  if (landlordId === null) return null;
  // A page for anybody still says to whoever follows a case how to leave.
  const wanted: readonly LinkPurpose[] = route.purposes ?? ['follow'];
  const cookies = wanted.flatMap((purpose) => {
    const secret = readResidentCookie(house, request, purpose, landlordId);
    return secret === null ? [] : [{ purpose, secret }];
  });
  return inLandlord(house.db, landlordId, async (trx) => {
    const [found, words, session, rules] = await together(
      findSite(trx),
      spoken(trx, readLanguage(house, request)),
      sessionOf(trx, bare, cookies),
      route.access === 'resident' ? readRules(trx) : null,
    );
    return found === null ? null : { ...found, ...words, landlordId, session, rules };
  });
}

async function sessionOf(
  trx: Trx,
  { now, today }: PublicVisit,
  cookies: readonly { purpose: LinkPurpose; secret: string }[],
): Promise<ResidentSession | null> {
  for (const { purpose, secret } of cookies) {
    const found = await findResidentSession(trx, secret, purpose, { now: new Date(now), today });
    if (found !== null) return found;
  }
  return null;
}

function siteVisit(bare: PublicVisit, known: Known): SiteVisit {
  const { landlordId, settings, session, say, languages } = known;
  const site = siteIn(settings);
  const own = shown(landlordId, known, settings);
  const colour = site.colour === null ? null : readColour(site.colour);
  const slug = bare.params.slug ?? '';
  return {
    ...bare,
    staff: null,
    landlord: {
      ...own,
      name: site.name ?? own.name,
      brandColour: colour !== null && isReadable(colour) ? colour : own.brandColour,
    },
    slug,
    site,
    base: `/residents/${slug}`,
    say,
    languages,
    db: (work) => inLandlord(bare.house.db, landlordId, work),
    resident: session,
  };
}

async function answerTo(route: SiteRoute, visit: SiteVisit, rules: ClockRules | null): Promise<Answer> {
  if (route.access === 'site') return route.handler(visit);
  if (visit.resident === null || rules === null) return redirect(`${visit.base}/code`);
  return route.handler(residentVisit(visit, visit.resident, rules));
}

function residentVisit(visit: SiteVisit, resident: ResidentSession, rules: ClockRules): ResidentVisit {
  const { caseId, person } = resident;
  const who = {
    landlordId: visit.landlord.id,
    staff: null,
    roles: [],
    ...(person === null ? {} : { recordedBy: { person } }),
  };
  return {
    ...visit,
    resident,
    rules,
    act: async (expectedVersion, decide, extras = {}) => {
      if (caseId === null || person === null) return { is: 'no-such-case' };
      const request = { ...extras, ref: caseId, expectedVersion, now: new Date(visit.now) };
      return act(visit.house.db, who, request, (file, context, trx) =>
        // Their part in the case may have ended since the page was shown.
        accessTo(file.case, person, context.today) === null
          ? refuse('no-access', visit.say('You can no longer see this complaint.'))
          : decide(file, context, trx),
      );
    },
  };
}
