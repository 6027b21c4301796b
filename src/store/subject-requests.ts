/**
 * Requests of people for what is held of them: received, due in one calendar month, answered. When one is due is worked
 * out from what is kept of it; the few that are open are put in order here, so that the rule stands in one place.
 */
import { type RawBuilder, sql } from 'kysely';
import { objectionToExtending, subjectRequestDue } from '../complaint/bundle/one-month.js';
import type { Refusal } from '../complaint/refusals.js';
import { type Day, dayNumber, earliest } from '../facts/days.js';
import type { CaseId, PersonId, StaffId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

export interface SubjectRequest {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string | null;
  readonly receivedOn: Day;
  /** With its extension, where it has one. */
  readonly dueOn: Day;
  readonly extendedToldOn: Day | null;
  readonly extendedBecause: string | null;
  readonly note: string | null;
  readonly madeBy: string;
  readonly answeredOn: Day | null;
}

/**
 * The condition by which a request, the row r, is left out where a case that names its person is kept from whoever looks:
 * what is held of a person is of all their cases, so such a request is for those who may see them all.
 */
function ofNobodyIn(hidden: readonly CaseId[]): RawBuilder<unknown> {
  if (hidden.length === 0) return sql`true`;
  return sql`not exists (
    select 1 from party h
    join complaint c on c.landlord_id = h.landlord_id and c.case_id = h.case_id and ${notTakenBack}
    where h.landlord_id = r.landlord_id and h.person_id = r.person_id and h.case_id = any (${[...hidden]}::uuid[]))`;
}

async function requestsThat(
  trx: Trx,
  hidden: readonly CaseId[],
  which: RawBuilder<unknown>,
): Promise<SubjectRequest[]> {
  const { rows } = await sql<Omit<SubjectRequest, 'dueOn'>>`
    select r.id, r.person_id as person, p.name, r.received_on as "receivedOn", r.extended_told_on as "extendedToldOn",
      r.extended_because as "extendedBecause", r.note, s.name as "madeBy", r.answered_on as "answeredOn"
    from subject_request r
    join person p on p.landlord_id = r.landlord_id and p.id = r.person_id
    join staff s on s.landlord_id = r.landlord_id and s.id = r.made_by
    where r.landlord_id = ${trx.landlordId} and ${ofNobodyIn(hidden)} and ${which}`.execute(trx);
  return rows.map((row) => ({ ...row, dueOn: subjectRequestDue(row.receivedOn, row.extendedToldOn !== null) }));
}

/** Notes a request, once where the same is sent twice: it is due the same date next month. */
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
  // Whoever notes another of theirs at the same time waits until this transaction is over.
  await sql`select from person where landlord_id = ${trx.landlordId} and id = ${person} for no key update`.execute(trx);
  const { rows: known } = await sql<{ id: string }>`
    select id from subject_request
    where landlord_id = ${trx.landlordId} and person_id = ${person} and received_on = ${receivedOn}
      and note is not distinct from ${note} and made_by = ${by} and answered_on is null`.execute(trx);
  if (known[0] !== undefined) return known[0].id;
  const { rows } = await sql<{ id: string }>`
    insert into subject_request (landlord_id, person_id, received_on, note, made_by)
    values (${trx.landlordId}, ${person}, ${receivedOn}, ${note}, ${by})
    returning id`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the request was not written');
  return row.id;
}

export async function readRequest(
  trx: Trx,
  id: string,
  hidden: readonly CaseId[] = [],
): Promise<SubjectRequest | null> {
  return (await requestsThat(trx, hidden, sql`r.id::text = ${id}`))[0] ?? null;
}

/** Those of these people, open or answered, in the order received. */
export async function requestsOf(
  trx: Trx,
  people: readonly PersonId[],
  hidden: readonly CaseId[] = [],
): Promise<readonly SubjectRequest[]> {
  if (people.length === 0) return [];
  return requestsThat(trx, hidden, sql`r.person_id = any (${people}::uuid[]) order by r.received_on, r.id`);
}

const answeredShown = 100;

/** Open ones by their date, then those answered last. */
export async function listRequests(trx: Trx, hidden: readonly CaseId[] = []): Promise<SubjectRequest[]> {
  const open = await requestsThat(trx, hidden, sql`r.answered_on is null order by r.received_on, r.id`);
  const past = await requestsThat(
    trx,
    hidden,
    sql`r.answered_on is not null order by r.answered_on desc, r.id limit ${answeredShown}`,
  );
  return [...open.sort((a, b) => dayNumber(a.dueOn) - dayNumber(b.dueOn)), ...past];
}

/** Two further months, told to the person within the first, with the reason. Null when it is extended. */
export async function extendRequest(
  trx: Trx,
  id: string,
  told: { readonly on: Day; readonly because: string | null },
): Promise<Refusal | null> {
  await sql`select from subject_request where landlord_id = ${trx.landlordId} and id = ${id} for update`.execute(trx);
  const found = await readRequest(trx, id);
  if (found === null) throw new Error('there is no such request');
  const objection = objectionToExtending(found, told.on, told.because);
  if (objection !== null) return objection;
  await sql`
    update subject_request set extended_told_on = ${told.on}, extended_because = ${told.because}
    where landlord_id = ${trx.landlordId} and id = ${found.id}`.execute(trx);
  return null;
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
export async function countRequests(trx: Trx, hidden: readonly CaseId[] = []): Promise<RequestsOpen> {
  const { rows } = await sql<{ receivedOn: Day; extended: boolean }>`
    select r.received_on as "receivedOn", r.extended_told_on is not null as extended from subject_request r
    where r.landlord_id = ${trx.landlordId} and r.answered_on is null and ${ofNobodyIn(hidden)}`.execute(trx);
  return {
    n: rows.length,
    first: earliest(...rows.map(({ receivedOn, extended }) => subjectRequestDue(receivedOn, extended))),
  };
}
