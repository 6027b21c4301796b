/**
 * The codes on letters: ten characters, one for each party of a case. A code is worked out from a random salt with the
 * installation's key and stands in no row, so it can be printed again on each letter and a copy of the tables gives none
 * away. docs/decisions/0017 says why.
 */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { accessOf, type PartInCase } from '../complaint/access.js';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId, StaffId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { keyFor } from './installation-key.js';
import { endResidentSessions } from './resident-sessions.js';

/** No vowels, so that no word comes of it, and nothing that looks like something else in it. */
const alphabet = '23456789CDFHJKMNPRTVWXY';
const length = 10;
/** What people read for it instead. */
const readAs: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6', U: 'V' };

/** A code as typed: without spaces and dashes, and with what was misread put right. */
export function codeAsTyped(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[BSZGU]/g, (letter) => readAs[letter] ?? letter);
}

/** As it is printed: 'CDFH4-72RXK'. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

function codeOf(trx: Trx, row: { readonly caseId: string; readonly person: string; readonly salt: Buffer }): string {
  const hmac = createHmac('sha256', keyFor('access codes'))
    .update(`${trx.landlordId} ${row.caseId} ${row.person} `)
    .update(row.salt)
    .digest('hex');
  let rest = BigInt(`0x${hmac}`);
  let code = '';
  for (let n = 0; n < length; n++) {
    code += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return code;
}

/** The code of a party, for a letter; made if there is none that holds. Grouped as it is printed. */
export async function accessCodeFor(trx: Trx, caseId: CaseId, person: PersonId): Promise<string> {
  await make(trx, caseId, person, null);
  const { rows } = await sql<{ caseId: string; person: string; salt: Buffer }>`
    select case_id as "caseId", person_id as person, salt from access_code
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person} and ended_at is null`.execute(
    trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a code that was just made is not there');
  return codeInGroups(codeOf(trx, row));
}

async function make(trx: Trx, caseId: CaseId, person: PersonId, by: StaffId | null): Promise<void> {
  await sql`
    insert into access_code (landlord_id, id, case_id, person_id, salt, made_by)
    values (${trx.landlordId}, ${randomUUID()}, ${caseId}, ${person}, ${randomBytes(16)}, ${by})
    on conflict (landlord_id, case_id, person_id) where ended_at is null do nothing`.execute(trx);
}

/** Another code instead of the one that holds; whoever came in with that is let out. */
export async function newAccessCode(trx: Trx, caseId: CaseId, person: PersonId, by: StaffId | null): Promise<void> {
  await endAccessCode(trx, caseId, person, { by, why: 'renewed' });
  await make(trx, caseId, person, by);
}

/** Ends the code of a party, and lets out whoever came in with it. */
export async function endAccessCode(
  trx: Trx,
  caseId: CaseId,
  person: PersonId,
  { by, why }: { readonly by: StaffId | null; readonly why: string },
): Promise<void> {
  await sql`
    update access_code set ended_at = now(), ended_by = ${by}, ended_because = ${why}
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person} and ended_at is null`.execute(
    trx,
  );
  await endResidentSessions(trx, { caseId, person, purpose: 'follow' }, why);
}

export interface CodeFits {
  readonly caseId: CaseId;
  readonly person: PersonId;
  readonly accessCode: string;
}

interface CodeRow extends CodeFits {
  readonly salt: Buffer;
  readonly parts: readonly PartInCase[];
}

const nobody = { caseId: '', person: '', salt: Buffer.alloc(16) };

/** Whose code it is; null when it is nobody's, or theirs opens nothing any more. Looks just as long for a wrong one. */
export async function whoseCode(
  trx: Trx,
  typed: { readonly reference: string; readonly code: string },
  on: { readonly now: Date; readonly today: Day },
): Promise<CodeFits | null> {
  const { rows } = await sql<CodeRow>`
    select a.id as "accessCode", a.case_id as "caseId", a.person_id as person, a.salt, (
      select coalesce(json_agg(json_build_object('part', p.part, 'authority', p.authority, 'until', p.until,
        'endedOn', p.ended_on)), '[]'::json)
      from party p
      where p.landlord_id = a.landlord_id and p.case_id = a.case_id and p.person_id = a.person_id) as parts
    from complaint c
    join access_code a on a.landlord_id = c.landlord_id and a.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and c.reference = ${typed.reference} and ${notTakenBack}
      and a.ended_at is null`.execute(trx);
  const given = Buffer.from(codeAsTyped(typed.code).padEnd(length).slice(0, 64));
  let found: CodeRow | null = null;
  for (const row of rows.length === 0 ? [nobody] : rows) {
    const right = Buffer.from(codeOf(trx, row));
    if (right.length === given.length && timingSafeEqual(right, given) && 'parts' in row) found = row;
  }
  if (found === null || accessOf(found.parts, on.today) === null) return null;
  await sql`update access_code set last_used_at = ${on.now.toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${found.accessCode}`.execute(trx);
  const { caseId, person, accessCode } = found;
  return { caseId, person, accessCode };
}
