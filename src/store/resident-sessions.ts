/**
 * Browsers of residents that were let in, by a link, a code or the form they are filling in. A session is a row that ends
 * at once; what its holder may see is looked up in the case each time, so authority that ends takes the access with it.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Access, accessOf, type PartInCase } from '../complaint/access.js';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

/** What a link is for, and what the session that it opens may do. */
export const linkPurposes = ['draft', 'follow', 'promise', 'survey', 'authority', 'survey-stop'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export interface ResidentSession {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  /** Null where no case is involved. */
  readonly part: Access['part'] | null;
  readonly authority: Access['authority'];
  /** The id of what it is about: a draft, a promise. */
  readonly about: string | null;
}

export type SessionWay = 'link' | 'access-code' | 'one-time-code' | 'form';

/** How long what was begun and not sent waits: so long the browser that wrote it stays let in. */
export const draftDays = 30;

/** Minutes without a page after which a browser is let out again, and hours after which it is in any event. */
const lasts: Readonly<Record<LinkPurpose, { readonly idleMinutes: number; readonly longestHours: number }>> = {
  // What is typed is saved page by page; people look for letters and photos in between, for days.
  draft: { idleMinutes: draftDays * 24 * 60, longestHours: draftDays * 24 },
  follow: { idleMinutes: 60, longestHours: 12 },
  promise: { idleMinutes: 60, longestHours: 12 },
  survey: { idleMinutes: 60, longestHours: 12 },
  authority: { idleMinutes: 60, longestHours: 12 },
  'survey-stop': { idleMinutes: 60, longestHours: 12 },
};

/** Once it was sent, the page that says so shows the code of the case: not for long. */
const lastsOnceSent = { idleMinutes: 60, longestHours: 12 };

/** These need no part in a case: one is not a case yet, the other only ends something. */
const freeOfCase: readonly LinkPurpose[] = ['draft', 'survey-stop'];

/** A secret of 128 random bits, as it stands in an address or a cookie. */
export function newLinkSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** What the rows hold of a secret. */
export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export interface SessionOpened {
  readonly purpose: LinkPurpose;
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  readonly about: string | null;
  readonly way: SessionWay;
  readonly link?: string;
  readonly accessCode?: string;
}

/** Lets a browser in: gives the secret for its cookie, once. */
export async function openResidentSession(trx: Trx, opened: SessionOpened, now: Date): Promise<string> {
  const secret = newLinkSecret();
  const at = now.toISOString();
  await sql`
    insert into resident_session (landlord_id, id, secret_digest, purpose, case_id, person_id, about, way, link_id,
      access_code_id, made_at, last_seen_at)
    values (${trx.landlordId}, ${randomUUID()}, ${secretDigest(secret)}, ${opened.purpose}, ${opened.caseId},
      ${opened.person}, ${opened.about}, ${opened.way}, ${opened.link ?? null}, ${opened.accessCode ?? null}, ${at},
      ${at})`.execute(trx);
  // What has long ended tells nothing that the links and codes do not.
  await sql`delete from resident_session
    where landlord_id = ${trx.landlordId} and last_seen_at < ${at}::timestamptz - interval '90 days'`.execute(trx);
  return secret;
}

interface SessionRow {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  readonly about: string | null;
  readonly idle: number;
  readonly age: number;
  /** Seconds since what it wrote was sent; null when it was not. */
  readonly sent: number | null;
  readonly parts: readonly PartInCase[];
}

/** The session that a secret opens, with what it may see today; null when it has ended, or may see nothing any more. */
export async function findResidentSession(
  trx: Trx,
  secret: string,
  purpose: LinkPurpose,
  on: { readonly now: Date; readonly today: Day },
): Promise<ResidentSession | null> {
  const at = on.now.toISOString();
  const { rows } = await sql<SessionRow>`
    select s.id, s.purpose, s.case_id as "caseId", s.person_id as person, s.about,
      extract(epoch from ${at}::timestamptz - s.last_seen_at)::float8 as idle,
      extract(epoch from ${at}::timestamptz - s.made_at)::float8 as age,
      (
        select extract(epoch from ${at}::timestamptz - d.sent_at)::float8
        from complaint_draft d
        where d.landlord_id = s.landlord_id and d.id = case when s.purpose = 'draft' then s.about::uuid end
      ) as sent,
      coalesce((
        select json_agg(json_build_object('part', p.part, 'authority', p.authority, 'until', p.until,
          'endedOn', p.ended_on))
        from party p
        join complaint c on c.landlord_id = p.landlord_id and c.case_id = p.case_id
        where p.landlord_id = s.landlord_id and p.case_id = s.case_id and p.person_id = s.person_id
          and ${notTakenBack}
      ), '[]'::json) as parts
    from resident_session s
    where s.landlord_id = ${trx.landlordId} and s.secret_digest = ${secretDigest(secret)} and s.purpose = ${purpose}
      and s.ended_at is null`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const { idleMinutes, longestHours } = lasts[row.purpose];
  if (row.idle > idleMinutes * 60 || row.age > longestHours * 3_600) return null;
  if (row.sent !== null && row.sent > lastsOnceSent.longestHours * 3_600) return null;
  if (row.sent !== null && row.idle > lastsOnceSent.idleMinutes * 60) return null;
  const access = accessOf(row.parts, on.today);
  if (access === null && !freeOfCase.includes(row.purpose)) return null;
  if (row.idle > 60) {
    await sql`update resident_session set last_seen_at = ${at}
      where landlord_id = ${trx.landlordId} and id = ${row.id}`.execute(trx);
  }
  const { id, caseId, person, about } = row;
  return { id, purpose, caseId, person, about, part: access?.part ?? null, authority: access?.authority ?? null };
}

/** Ends the sessions of a browser that gives up its cookies. */
export async function endSessionsWith(trx: Trx, secrets: readonly string[], why: string): Promise<void> {
  await sql`update resident_session set ended_at = now(), ended_because = ${why}
    where landlord_id = ${trx.landlordId} and secret_digest = any (${secrets.map(secretDigest)}::bytea[])
      and ended_at is null`.execute(trx);
}

/** Whose sessions, and which. */
export interface WhichLinks {
  readonly caseId?: CaseId;
  readonly person?: PersonId;
  readonly purpose?: LinkPurpose;
  /** The id of what they are about: the draft that was sent, the promise that was answered. */
  readonly about?: string;
}

/** Ends the sessions of a person, of a case, or of a purpose in it. */
export async function endResidentSessions(trx: Trx, which: WhichLinks, why: string): Promise<void> {
  await sql`update resident_session set ended_at = now(), ended_because = ${why}
    where ${matching(trx, which)} and ended_at is null`.execute(trx);
}

/** The condition that names them. At least one thing has to be said: nobody ends everything by leaving all out. */
export function matching(trx: Trx, { caseId, person, purpose, about }: WhichLinks) {
  if (caseId === undefined && person === undefined && about === undefined) {
    throw new Error('links are named by their case, their person, or what they are about');
  }
  return sql`landlord_id = ${trx.landlordId}
    and (${caseId ?? null}::uuid is null or case_id = ${caseId ?? null})
    and (${person ?? null}::uuid is null or person_id = ${person ?? null})
    and (${purpose ?? null}::text is null or purpose = ${purpose ?? null})
    and (${about ?? null}::text is null or about = ${about ?? null})`;
}
