/**
 * Codes of six digits for whoever has no letter at hand: sent to a way on record that is not marked unsafe, for ten
 * minutes and five tries, and only for the browser that asked. Asking writes down what was typed, closed, and a job looks
 * whom it is of: so asking takes just as long for a stranger's address as for one's own.
 */
import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { accessOf, type PartInCase } from '../complaint/access.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { enqueue } from './enqueue.js';
import { beginGuess } from './guesses.js';
import { openSecret, sealSecret } from './landlord-secrets.js';
import { inOrder, type MessageWay } from './message-way.js';
import { queueMessage } from './outbox.js';
import { readPeople } from './people.js';
import { londonDay } from './today.js';
import { waysOpen } from './ways-out.js';

export const codeMinutes = 10;
export const mostTries = 5;

export interface CodeAsked {
  readonly reference: string;
  /** An e-mail address or a number, as typed. */
  readonly way: string;
  /** What tells this browser from others. */
  readonly asker: string;
  readonly network: string;
}

/** Notes that somebody asks for a code. What becomes of it is the job's, and is told to nobody. */
export async function askForCode(trx: Trx, asked: CodeAsked, now: Date): Promise<void> {
  const { reference, way, asker, network } = asked;
  // By reference and way together: whoever knows only one of them keeps nobody else from a code.
  const guess = await beginGuess(trx, { at: 'asking', network, about: [`${reference} ${plainWay(way)}`] }, now);
  // Each asking counts, the right ones too: somebody gets a message for it.
  await guess.wrong();
  const id = randomUUID();
  await sql`
    insert into one_time_code (landlord_id, id, asker_digest, asked_at, asked, too_many)
    values (${trx.landlordId}, ${id}, ${digest(asker)}, ${now.toISOString()},
      ${sealSecret(JSON.stringify({ reference, way }), about(trx, id))}, ${guess.tooMany})`.execute(trx);
  await sql`delete from one_time_code
    where landlord_id = ${trx.landlordId} and asked_at < ${before(now, 24 * 60)}`.execute(trx);
  await enqueue(trx, null, null, [{ name: 'answer-code-request', payload: { request: id } }]);
}

/** Looks whom a request is of, and queues the message with the code if it is one's own. Done twice, it sends once. */
export async function answerCodeRequest(trx: Trx, id: string, now: Date): Promise<void> {
  const { rows } = await sql<{ asked: Buffer | null; tooMany: boolean }>`
    update one_time_code o set asked = null
    from one_time_code was
    where o.landlord_id = ${trx.landlordId} and o.id::text = ${id} and was.landlord_id = o.landlord_id and was.id = o.id
    returning was.asked, o.too_many as "tooMany"`.execute(trx);
  const [row] = rows;
  if (row === undefined || row.asked === null || row.tooMany) return;
  const typed = openSecret(row.asked, about(trx, id));
  if (typed === null) return;
  const { reference, way } = JSON.parse(typed) as { reference: string; way: string };
  const found = await whoseWay(trx, reference, way, now);
  if (found === null) return;
  const { caseId, person, to } = found;
  await sql`update one_time_code set case_id = ${caseId}, person_id = ${person}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
  await queueMessage(trx, {
    key: `one-time-code ${id}`,
    purpose: 'one-time-code',
    caseId,
    to: { way: to },
    subject: 'Your code',
    body: [
      `Your code is {code}. It works for ${codeMinutes} minutes, in the browser in which you asked for it.`,
      'Tell it to nobody. We will never ask you for it.',
      'If you did not ask for a code, somebody has typed your address by mistake. You need do nothing.',
    ].join('\n\n'),
    code: { caseId, person, request: id },
    now,
  });
}

/** The party of the case whose way this is, to be written to as it stands on record. */
async function whoseWay(
  trx: Trx,
  reference: string,
  way: string,
  now: Date,
): Promise<{ caseId: CaseId; person: PersonId; to: MessageWay } | null> {
  const { rows } = await sql<{ caseId: CaseId; person: PersonId; parts: PartInCase[] }>`
    select p.case_id as "caseId", p.person_id as person, json_agg(json_build_object('part', p.part,
      'authority', p.authority, 'until', p.until, 'endedOn', p.ended_on)) as parts
    from complaint c
    join party p on p.landlord_id = c.landlord_id and p.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and c.reference = ${reference} and ${notTakenBack}
    group by p.case_id, p.person_id`.execute(trx);
  const may = rows.filter((row) => accessOf(row.parts, londonDay(now)) !== null);
  const people = await readPeople(
    trx,
    may.map((row) => row.person),
  );
  const open = await waysOpen(trx);
  for (const { caseId, person } of may) {
    const found = people.get(person);
    for (const { kind, value } of found === undefined ? [] : inOrder(found)) {
      const leaves = (kind === 'email' && open.email !== null) || (kind === 'text-message' && open.texts);
      if (leaves && plainWay(value) === plainWay(way)) {
        return { caseId, person, to: { kind, value } };
      }
    }
  }
  return null;
}

/** The digits of a request, as its message leaves. A message that leaves twice carries other digits the second time. */
export async function mintOneTimeCode(trx: Trx, wanted: { readonly request: string }, now: Date): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16);
  await sql`
    update one_time_code set salt = ${salt}, code_digest = ${codeDigest(salt, code)}, minted_at = ${now.toISOString()}
    where landlord_id = ${trx.landlordId} and id::text = ${wanted.request} and spent_at is null`.execute(trx);
  return code;
}

interface OpenCode {
  readonly id: string;
  readonly caseId: CaseId;
  readonly person: PersonId;
  readonly salt: Buffer;
  readonly digest: Buffer;
}

/** Whom the digits let in; null when they are wrong, old, used up or another browser's. Each wrong try is counted. */
export async function useOneTimeCode(
  trx: Trx,
  typed: { readonly asker: string; readonly code: string },
  now: Date,
): Promise<{ readonly caseId: CaseId; readonly person: PersonId } | null> {
  const { rows } = await sql<OpenCode>`
    select id, case_id as "caseId", person_id as person, salt, code_digest as digest from one_time_code
    where landlord_id = ${trx.landlordId} and asker_digest = ${digest(typed.asker)} and code_digest is not null
      and minted_at > ${codesSince(now)} and spent_at is null and tries < ${mostTries}
      and case_id is not null and person_id is not null
    order by asked_at desc
    limit 3
    for update`.execute(trx);
  const code = typed.code.replace(/\D/g, '');
  const fits = rows.find(({ salt, digest: right }) => timingSafeEqual(codeDigest(salt, code), right));
  const ids = fits === undefined ? [randomUUID(), ...rows.map((row) => row.id)] : [fits.id];
  await sql`
    update one_time_code set tries = tries + 1, spent_at = ${fits === undefined ? null : now.toISOString()}
    where landlord_id = ${trx.landlordId} and id = any (${ids}::uuid[])`.execute(trx);
  return fits === undefined ? null : { caseId: fits.caseId, person: fits.person };
}

/** What is kept of the digits. */
export function codeDigest(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(code).digest();
}

/** Codes that left before this instant are too old. */
export function codesSince(now: Date): string {
  return before(now, codeMinutes);
}

function digest(asker: string): Buffer {
  return createHash('sha256').update(asker).digest();
}

function about(trx: Trx, id: string): string {
  return `${trx.landlordId} code request ${id}`;
}

function before(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

/** As compared: an address without regard to case, a number by its last ten digits (+44 7… and 07… are one). */
function plainWay(way: string): string {
  const tidy = way.trim().toLowerCase();
  return tidy.includes('@') ? tidy : tidy.replace(/\D/g, '').slice(-10);
}
