/**
 * Links that residents get: 128 random bits, of which only a digest is kept; one purpose, a last day, revocable. Looking
 * at one never changes or spends it, because mail scanners fetch links before people do: a button exchanges it.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';
import {
  endResidentSessions,
  type LinkPurpose,
  matching,
  newLinkSecret,
  openResidentSession,
  secretDigest,
  type WhichLinks,
} from './resident-sessions.js';
import { londonDay } from './today.js';

export type { LinkPurpose } from './resident-sessions.js';

/** Used once, they are spent: who has the same message later comes in by a code, or not at all. */
const singleUse: readonly LinkPurpose[] = ['follow', 'authority'];

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  /** The id of what it is about: a draft, a promise. Never anybody's words. */
  readonly about: string | null;
  /** The last day on which it works. */
  readonly until: Day;
}

/** Makes a link and gives its secret, this once. */
export async function mintLink(trx: Trx, link: NewLink): Promise<string> {
  const secret = newLinkSecret();
  await sql`
    insert into resident_link (landlord_id, id, secret_digest, purpose, case_id, person_id, about, until)
    values (${trx.landlordId}, ${randomUUID()}, ${secretDigest(secret)}, ${link.purpose}, ${link.caseId}, ${link.person},
      ${link.about}, ${link.until})`.execute(trx);
  return secret;
}

export interface LinkFound {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  readonly about: string | null;
}

const wellFormed = /^[\w-]{22}$/;

/** What a link would open, without using it; null when it never was, is spent, is over, or was closed. */
export async function peekLink(trx: Trx, secret: string, now: Date): Promise<LinkFound | null> {
  if (!wellFormed.test(secret)) return null;
  const { rows } = await sql<LinkFound>`
    select id, purpose, case_id as "caseId", person_id as person, about from resident_link
    where landlord_id = ${trx.landlordId} and secret_digest = ${secretDigest(secret)}
      and spent_at is null and revoked_at is null and until >= ${londonDay(now)}`.execute(trx);
  return rows[0] ?? null;
}

export interface Exchanged {
  readonly purpose: LinkPurpose;
  /** For the browser's cookie. */
  readonly secret: string;
}

/** Takes a link for a session. Of two who come at once with one that works once, one gets in. */
export async function exchangeLink(trx: Trx, secret: string, now: Date): Promise<Exchanged | null> {
  if (!wellFormed.test(secret)) return null;
  const at = now.toISOString();
  const { rows } = await sql<LinkFound>`
    update resident_link
    set last_used_at = ${at}, spent_at = case when purpose = any (${[...singleUse]}) then ${at}::timestamptz end
    where landlord_id = ${trx.landlordId} and secret_digest = ${secretDigest(secret)}
      and spent_at is null and revoked_at is null and until >= ${londonDay(now)}
    returning id, purpose, case_id as "caseId", person_id as person, about`.execute(trx);
  const [link] = rows;
  if (link === undefined) return null;
  const { id, ...opens } = link;
  return { purpose: link.purpose, secret: await openResidentSession(trx, { ...opens, way: 'link', link: id }, now) };
}

/** Closes links that are still open, and lets out whoever came in for the same: `why` is one word or a few with dashes. */
export async function revokeLinks(trx: Trx, { why, ...which }: WhichLinks & { readonly why: string }): Promise<number> {
  const done = await sql`update resident_link set revoked_at = now(), revoked_because = ${why}
    where ${matching(trx, which)} and revoked_at is null and spent_at is null`.execute(trx);
  await endResidentSessions(trx, which, why);
  return Number(done.numAffectedRows ?? 0n);
}
