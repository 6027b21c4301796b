/** Requests of people for what is held of them: received, due in one calendar month, answered. */
import { sql } from 'kysely';
import { monthsAfter } from '../complaint/bundle/one-month.js';
import type { Day } from '../facts/days.js';
import type { PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface SubjectRequest {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string | null;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly extendedTo: Day | null;
  readonly extendedToldOn: Day | null;
  readonly extendedBecause: string | null;
  readonly note: string | null;
  readonly madeBy: string;
  readonly answeredOn: Day | null;
}

const requestRow = sql`
  select r.id, r.person_id as person, p.name, r.received_on as "receivedOn", r.due_on as "dueOn",
    r.extended_to as "extendedTo", r.extended_told_on as "extendedToldOn", r.extended_because as "extendedBecause", r.note,
    s.name as "madeBy", r.answered_on as "answeredOn"
  from subject_request r
  join person p on p.landlord_id = r.landlord_id and p.id = r.person_id
  join staff s on s.landlord_id = r.landlord_id and s.id = r.made_by`;

/** Notes a request: it is due the same date next month. */
export async function noteRequest(
  trx: Trx,
  about: {
    readonly person: PersonId;
    readonly receivedOn: Day;
    readonly note: string | null;
    readonly by: StaffId;
  },
): Promise<string> {
  const { person, receivedOn, note, by } = about;
  const { rows } = await sql<{ id: string }>`
    insert into subject_request (landlord_id, person_id, received_on, due_on, note, made_by)
    values (${trx.landlordId}, ${person}, ${receivedOn}, ${monthsAfter(receivedOn, 1)}, ${note}, ${by})
    returning id`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the request was not written');
  return row.id;
}

export async function readRequest(trx: Trx, id: string): Promise<SubjectRequest | null> {
  const { rows } = await sql<SubjectRequest>`${requestRow}
    where r.landlord_id = ${trx.landlordId} and r.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Open ones by their date, then those answered last. */
export async function listRequests(trx: Trx, most = 100): Promise<SubjectRequest[]> {
  const { rows } = await sql<SubjectRequest>`${requestRow}
    where r.landlord_id = ${trx.landlordId}
    order by r.answered_on desc nulls first, coalesce(r.extended_to, r.due_on), r.id limit ${most}`.execute(trx);
  return rows;
}

/** Two further months, told to the person within the first, with the reason (article 12(3)). */
export async function extendRequest(
  trx: Trx,
  id: string,
  told: { readonly on: Day; readonly because: string },
): Promise<void> {
  const found = await readRequest(trx, id);
  if (found === null) return;
  await sql`
    update subject_request set extended_to = ${monthsAfter(found.receivedOn, 3)}, extended_told_on = ${told.on},
      extended_because = ${told.because}
    where landlord_id = ${trx.landlordId} and id = ${found.id} and extended_to is null`.execute(trx);
}

/** What is held of the person has been handed over to them. */
export async function answerRequest(trx: Trx, id: string, on: Day): Promise<void> {
  await sql`update subject_request set answered_on = ${on}
    where landlord_id = ${trx.landlordId} and id = ${id} and answered_on is null`.execute(trx);
}

export interface RequestsOpen {
  readonly n: number;
  readonly first: Day | null;
}

/** How many are not answered yet, and the first of their days. */
export async function countRequests(trx: Trx): Promise<RequestsOpen> {
  const { rows } = await sql<RequestsOpen>`
    select count(*)::int as n, min(coalesce(extended_to, due_on)) as first from subject_request
    where landlord_id = ${trx.landlordId} and answered_on is null`.execute(trx);
  return rows[0] ?? { n: 0, first: null };
}
