/**
 * Papers handed over: by a link that works until a day, for the recipient who gets a code by email, each download noted;
 * or as a closed archive. Secret, code and pass are held as digests; the secret is made when its message leaves.
 */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Trx } from './database.js';
import { beginGuess } from './guesses.js';
import { codeDigest, codeMinutes, codesSince, mostTries } from './one-time-codes.js';
import { queueMessage } from './outbox.js';
import { newLinkSecret, secretDigest } from './resident-sessions.js';
import { londonDay } from './today.js';

export interface Handover {
  readonly id: string;
  readonly bundleId: string;
  readonly version: number;
  readonly how: 'link' | 'archive';
  readonly toName: string;
  readonly toEmail: string | null;
  readonly until: Day | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly endedAt: string | null;
  readonly downloads: readonly { readonly name: string; readonly at: string }[];
}

const handoverRow = sql`
  select o.id, o.bundle_id as "bundleId", o.version, o.how, o.to_name as "toName", o.to_email as "toEmail", o.until,
    s.name as "madeBy", o.made_at as "madeAt", o.ended_at as "endedAt",
    coalesce((select json_agg(json_build_object('name', d.name, 'at', d.at) order by d.at)
      from bundle_download d where d.landlord_id = o.landlord_id and d.handover_id = o.id), '[]'::json) as downloads
  from bundle_handover o join staff s on s.landlord_id = o.landlord_id and s.id = o.made_by`;

/** To whom a bundle was handed over, the latest first. */
export async function handoversOf(trx: Trx, bundle: string): Promise<Handover[]> {
  const { rows } = await sql<Handover>`${handoverRow}
    where o.landlord_id = ${trx.landlordId} and o.bundle_id::text = ${bundle}
    order by o.made_at desc, o.id`.execute(trx);
  return rows;
}

export async function readHandover(trx: Trx, id: string): Promise<Handover | null> {
  const { rows } = await sql<Handover>`${handoverRow}
    where o.landlord_id = ${trx.landlordId} and o.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Makes the link's secret, as its message leaves; a message that leaves twice carries another one. */
export async function mintPapersLink(trx: Trx, id: string): Promise<string> {
  const secret = newLinkSecret();
  await sql`update bundle_handover set secret_digest = ${secretDigest(secret)}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
  return secret;
}

/** Closes a link before its day. */
export async function endHandover(trx: Trx, id: string, now: Date): Promise<void> {
  await sql`update bundle_handover set ended_at = ${now.toISOString()}, pass_digest = null
    where landlord_id = ${trx.landlordId} and id::text = ${id} and ended_at is null`.execute(trx);
}

/** What a link leads to; null when it never was, is over, or was closed: the three look the same. */
export async function peekPapers(trx: Trx, secret: string, now: Date): Promise<Handover | null> {
  if (!/^[\w-]{22}$/.test(secret)) return null;
  const { rows } = await sql<{ id: string }>`
    select id from bundle_handover
    where landlord_id = ${trx.landlordId} and secret_digest = ${secretDigest(secret)} and ended_at is null
      and until >= ${londonDay(now)}`.execute(trx);
  return rows[0] === undefined ? null : readHandover(trx, rows[0].id);
}

/** Sends six digits to the recipient. False when too many were asked for of late. */
export async function askForPapersCode(trx: Trx, handover: Handover, network: string, now: Date): Promise<boolean> {
  const guess = await beginGuess(trx, { at: 'asking', network, about: [handover.id] }, now);
  // Each asking counts, the right ones too: somebody gets a message for it.
  await guess.wrong();
  if (guess.tooMany || handover.toEmail === null) return false;
  const request = randomUUID();
  await sql`
    insert into one_time_code (landlord_id, id, asker_digest, asked_at)
    values (${trx.landlordId}, ${request}, ${createHash('sha256').update(handover.id).digest()}, ${now.toISOString()})`.execute(
    trx,
  );
  await sql`update bundle_handover set code_request = ${request}
    where landlord_id = ${trx.landlordId} and id = ${handover.id}`.execute(trx);
  await queueMessage(trx, {
    key: `papers-code ${request}`,
    purpose: 'one-time-code',
    caseId: null,
    to: { way: { kind: 'email', value: handover.toEmail } },
    subject: 'Your code',
    body: `Your code is {code}. It works for ${codeMinutes} minutes.\n\nTell it to nobody. We will never ask you for it.`,
    code: { caseId: null, person: null, request },
    now,
  });
  return true;
}

const passMinutes = 60;

/** Takes the digits for a pass that opens the papers for an hour; null when they are wrong, old or used up. */
export async function usePapersCode(trx: Trx, handover: Handover, typed: string, now: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string; salt: Buffer; digest: Buffer }>`
    select c.id, c.salt, c.code_digest as digest
    from bundle_handover o join one_time_code c on c.landlord_id = o.landlord_id and c.id = o.code_request
    where o.landlord_id = ${trx.landlordId} and o.id = ${handover.id} and c.code_digest is not null and c.spent_at is null
      and c.tries < ${mostTries}
      and c.minted_at > ${codesSince(now)}
    for update of c`.execute(trx);
  const [code] = rows;
  if (code === undefined) return null;
  const right = timingSafeEqual(codeDigest(code.salt, typed.replace(/\D/g, '')), code.digest);
  await sql`update one_time_code set tries = tries + 1, spent_at = ${right ? now.toISOString() : null}
    where landlord_id = ${trx.landlordId} and id = ${code.id}`.execute(trx);
  if (!right) return null;
  const pass = newLinkSecret();
  await sql`
    update bundle_handover set pass_digest = ${secretDigest(pass)},
      pass_until = ${new Date(now.getTime() + passMinutes * 60_000).toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${handover.id}`.execute(trx);
  return pass;
}

/** Whether a pass is open still. */
export async function holdsPass(trx: Trx, handover: Handover, pass: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from bundle_handover
    where landlord_id = ${trx.landlordId} and id = ${handover.id} and pass_digest = ${secretDigest(pass)}
      and pass_until > ${now.toISOString()}`.execute(trx);
  return rows.length > 0;
}

/** That something was fetched: which file, and when. */
export async function noteDownload(
  trx: Trx,
  handover: Pick<Handover, 'id'>,
  file: { readonly name: string; readonly content: string | null },
  now: Date,
): Promise<void> {
  await sql`
    insert into bundle_download (landlord_id, handover_id, name, content, at)
    values (${trx.landlordId}, ${handover.id}, ${file.name}, decode(${file.content}, 'hex'), ${now.toISOString()})`.execute(
    trx,
  );
}
