/** Cookies, tokens and headers: how a visit is known, and how an answer leaves. The only file beside app.ts that knows fastify. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid, type LandlordId } from '../store/database.js';
import { draftDays, type LinkPurpose, linkPurposes } from '../store/resident-sessions.js';
import type { Answer, House, Redirect } from './visit.js';

export interface SessionCookie {
  readonly landlordId: LandlordId;
  readonly secret: string;
}

type CookieName = 'session' | 'visitor' | 'done' | 'language' | `resident-${LinkPurpose}`;

// A name with __Host- can be set by no neighbouring domain; browsers take it over https alone.
function cookieName(house: House, name: CookieName): string {
  return house.secure ? `__Host-putright-${name}` : `putright-${name}`;
}

function cookieOptions(house: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: house.secure } as const;
}

/** There are none at all where an address could not even be read. */
function cookieOf(house: House, request: FastifyRequest, name: CookieName): string | undefined {
  const all = request.cookies as FastifyRequest['cookies'] | null;
  return all?.[cookieName(house, name)];
}

/** The cookie holds the landlord's id and a random id, and nothing else: everything known about a session is its row. */
export function readSessionCookie(house: House, request: FastifyRequest): SessionCookie | null {
  const [landlordId, secret] = (cookieOf(house, request, 'session') ?? '').split('.');
  return landlordId && secret && isUuid(landlordId) && /^[\w-]{43}$/.test(secret)
    ? { landlordId: landlordId as LandlordId, secret }
    : null;
}

/** What a resident's browser holds for one purpose: a cookie each, so that a survey's link ends nobody's draft. */
export function readResidentCookie(
  house: House,
  request: FastifyRequest,
  purpose: LinkPurpose,
  landlordId: LandlordId,
): string | null {
  const [landlord, secret] = (cookieOf(house, request, `resident-${purpose}`) ?? '').split('.');
  return landlord === landlordId && secret && /^[\w-]{22}$/.test(secret) ? secret : null;
}

/** The language that was chosen on a site, as a tag; whether it is offered is the site's to say. */
export function readLanguage(house: House, request: FastifyRequest): string | null {
  const tag = cookieOf(house, request, 'language') ?? '';
  return /^[A-Za-z-]{2,35}$/.test(tag) ? tag : null;
}

/** The secret that tokens are made from: the session's, or for people without one a random cookie of their own. */
export function tokenSecret(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  session: SessionCookie | null,
): string {
  if (session) return session.secret;
  const known = cookieOf(house, request, 'visitor');
  if (known && /^[\w-]{43}$/.test(known)) return known;
  const fresh = randomBytes(32).toString('base64url');
  // What caches may keep hands nobody's cookie on.
  if (request.routeOptions.url?.startsWith('/published/')) return fresh;
  if (request.cookies) reply.setCookie(cookieName(house, 'visitor'), fresh, cookieOptions(house));
  return fresh;
}

export function csrfToken(secret: string): string {
  return sign(secret, 'csrf');
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** What the last act did. Signed, so that nobody else can put words on the page. */
export function readDone(house: House, request: FastifyRequest, secret: string): string | null {
  const [text, signature] = (cookieOf(house, request, 'done') ?? '').split('.');
  if (!text || !signature) return null;
  return sameText(signature, sign(secret, `done ${text}`)) ? Buffer.from(text, 'base64url').toString('utf8') : null;
}

/** Once it has been shown. */
export function forgetDone(house: House, reply: FastifyReply): void {
  reply.clearCookie(cookieName(house, 'done'), cookieOptions(house));
}

export async function send(
  house: House,
  reply: FastifyReply,
  answer: Exclude<Answer, { kind: 'problem' }>,
  secret: string,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'page':
      return reply
        .code(answer.status)
        .header('cache-control', answer.keptFor === undefined ? 'no-store' : `public, max-age=${answer.keptFor}`)
        .type('text/html; charset=utf-8')
        .send(answer.html);
    case 'redirect':
      return sendRedirect(house, reply, answer, secret);
    case 'download': {
      const name = encodeURIComponent(answer.name).replaceAll("'", '%27');
      return (
        reply
          .header('cache-control', answer.lasting ? 'public, max-age=31536000, immutable' : 'no-store')
          .header('content-disposition', `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
          .header('x-content-type-options', 'nosniff')
          // Were a browser to make a page of it all the same, it would be one that can do nothing. Browsers show no PDF
          // inside a sandbox, so one that the product made and shows has what every page has.
          .headers(
            answer.type === 'application/pdf' && answer.inline
              ? {}
              : { 'content-security-policy': "default-src 'none'; sandbox" },
          )
          .type(answer.type)
          .send(answer.body)
      );
    }
    default:
      return answer satisfies never;
  }
}

function sendRedirect(house: House, reply: FastifyReply, answer: Redirect, secret: string): FastifyReply {
  let signing = secret;
  if (answer.session === 'end') reply.clearCookie(cookieName(house, 'session'), cookieOptions(house));
  else if (answer.session) {
    signing = answer.session.secret;
    const value = `${answer.session.landlordId}.${answer.session.secret}`;
    reply.setCookie(cookieName(house, 'session'), value, cookieOptions(house));
  }
  const { resident } = answer;
  if (resident !== undefined && 'end' in resident) {
    for (const purpose of resident.end === 'all' ? linkPurposes : [resident.end]) {
      reply.clearCookie(cookieName(house, `resident-${purpose}`), cookieOptions(house));
    }
  } else if (resident !== undefined) {
    const value = `${resident.landlordId}.${resident.secret}`;
    // What is begun in a browser waits there as long as it is kept; every other way in ends with the browser.
    const lasting = resident.purpose === 'draft' ? { maxAge: draftDays * 86_400 } : {};
    reply.setCookie(cookieName(house, `resident-${resident.purpose}`), value, { ...cookieOptions(house), ...lasting });
  }
  if (answer.language !== undefined) {
    const year = 31_536_000;
    reply.setCookie(cookieName(house, 'language'), answer.language, { ...cookieOptions(house), maxAge: year });
  }
  if (answer.done !== null && answer.session !== 'end') {
    const text = Buffer.from(answer.done, 'utf8').toString('base64url');
    const value = `${text}.${sign(signing, `done ${text}`)}`;
    reply.setCookie(cookieName(house, 'done'), value, { ...cookieOptions(house), maxAge: 60 });
  }
  // Never away from this installation.
  const to = isOwnPath(answer.to) ? answer.to : '/';
  return reply.header('cache-control', 'no-store').redirect(to, 303);
}

/** A path of this installation: not '//elsewhere', no control characters, no backslash. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path);
}
