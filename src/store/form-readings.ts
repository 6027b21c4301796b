/**
 * Older self-assessments as they were read from their documents, and what a person has confirmed of each so far. Nothing
 * of a reading is an answer until then; `takeReading` makes the assessment of what was confirmed.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FormReading, GivenAnswer, ReadRow } from '../assess/read/shape.js';
import type { Day } from '../facts/days.js';
import type { File, StaffId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { noteChange } from './assessment-changes.js';
import { type ConfirmedRow, takeReading } from './assessments.js';
import type { Trx } from './database.js';

export interface KeptReading {
  readonly id: string;
  readonly source: string;
  readonly file: File | null;
  readonly edition: Edition;
  readonly year: number | null;
  readonly read: FormReading;
  readonly leftOut: readonly number[];
  readonly state: 'open' | 'taken' | 'dropped';
  readonly assessmentId: string | null;
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly version: number;
}

export interface RowConfirmed {
  readonly provision: string;
  readonly answer: GivenAnswer;
  readonly evidence: string;
  readonly reason: string;
  readonly mended: boolean;
  readonly by: string;
}

/** Keeps a reading to be confirmed. PostgreSQL's jsonb holds no NUL, which no document's words need. */
export async function keepReading(
  trx: Trx,
  kept: {
    readonly source: string;
    readonly file: File | null;
    readonly year: number | null;
    readonly read: FormReading;
    readonly by: StaffId | null;
  },
): Promise<string> {
  const id = randomUUID();
  const { source, file, year, read, by } = kept;
  const json = JSON.stringify(read, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', ' ') : value,
  );
  await sql`
    insert into form_reading (landlord_id, id, source, file, edition, year, read, made_by)
    values (${trx.landlordId}, ${id}, ${source}, decode(${file}, 'hex'), ${read.edition}, ${year}, ${json}::jsonb, ${by})`.execute(
    trx,
  );
  await noteChange(trx, {
    by,
    about: 'assessment',
    subject: id,
    words: `${source} was read against the Code of ${read.edition}: ${read.rows.length} rows to be confirmed`,
  });
  return id;
}

const columns = sql.raw(`r.id, r.source, encode(r.file, 'hex') as file, r.edition, r.year, r.read,
  r.left_out::int[] as "leftOut", r.state, r.assessment_id as "assessmentId", s.name as "madeBy", r.made_at as "madeAt",
  r.version`);

/** The latest first; those that are still to be confirmed before the others. */
export async function listReadings(trx: Trx): Promise<KeptReading[]> {
  const { rows } = await sql<KeptReading>`
    select ${columns}
    from form_reading r
    left join staff s on s.landlord_id = r.landlord_id and s.id = r.made_by
    where r.landlord_id = ${trx.landlordId}
    order by r.state = 'open' desc, r.made_at desc
    limit 100`.execute(trx);
  return rows;
}

export async function findReading(trx: Trx, id: string): Promise<KeptReading | null> {
  const { rows } = await sql<KeptReading>`
    select ${columns}
    from form_reading r
    left join staff s on s.landlord_id = r.landlord_id and s.id = r.made_by
    where r.landlord_id = ${trx.landlordId} and r.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** What was confirmed so far, by provision. */
export async function confirmedRows(trx: Trx, reading: string): Promise<ReadonlyMap<string, RowConfirmed>> {
  const { rows } = await sql<RowConfirmed>`
    select c.provision, c.answer, c.evidence, c.reason, c.mended, s.name as by
    from form_reading_row c
    join staff s on s.landlord_id = c.landlord_id and s.id = c.confirmed_by
    where c.landlord_id = ${trx.landlordId} and c.reading_id = ${reading}`.execute(trx);
  return new Map(rows.map((row) => [row.provision, row]));
}

export interface Confirming {
  readonly provision: string;
  readonly answer: GivenAnswer;
  readonly evidence: string;
  readonly reason: string;
}

/** A person says what stands in the document: as it was read, or mended. */
export async function confirmRow(trx: Trx, reading: KeptReading, said: Confirming, by: StaffId): Promise<void> {
  const row = reading.read.rows.find(({ provision }) => provision === said.provision);
  const mended =
    row === undefined ||
    row.answer !== said.answer ||
    row.evidence !== said.evidence ||
    (row.reason ?? '') !== said.reason;
  await sql`
    insert into form_reading_row (landlord_id, reading_id, provision, answer, evidence, reason, mended, confirmed_by)
    values (${trx.landlordId}, ${reading.id}, ${said.provision}, ${said.answer}, ${said.evidence}, ${said.reason},
      ${mended}, ${by})
    on conflict (landlord_id, reading_id, provision) do update
    set answer = excluded.answer, evidence = excluded.evidence, reason = excluded.reason, mended = excluded.mended,
      confirmed_by = excluded.confirmed_by, confirmed_at = clock_timestamp()`.execute(trx);
}

/** Takes a confirmation back: the row is only read again. */
export async function unconfirmRow(trx: Trx, reading: string, provision: string): Promise<void> {
  await sql`
    delete from form_reading_row
    where landlord_id = ${trx.landlordId} and reading_id = ${reading} and provision = ${provision}`.execute(trx);
}

/** Rows that may be confirmed together: nothing about them is in doubt. */
export function isSure(row: ReadRow): boolean {
  return !row.needsPerson && row.answer !== 'unknown' && row.confidence >= 0.9;
}

/** Confirms every sure row that nobody has looked at yet, in the name of whoever asks; how many these were. */
export async function confirmSure(trx: Trx, reading: KeptReading, by: StaffId): Promise<number> {
  const confirmed = await confirmedRows(trx, reading.id);
  const sure = reading.read.rows.filter((row) => isSure(row) && !confirmed.has(row.provision));
  for (const { provision, answer, evidence, reason = '' } of sure)
    await confirmRow(trx, reading, { provision, answer, evidence, reason }, by);
  return sure.length;
}

/** Says which reporting year it is, and which actions of its plan are left out. */
export async function describeReading(
  trx: Trx,
  id: string,
  said: { readonly year: number; readonly leftOut: readonly number[] },
): Promise<void> {
  await sql`
    update form_reading set year = ${said.year}, left_out = ${said.leftOut.map(String)}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id} and state = 'open'`.execute(trx);
}

/** Puts a reading aside: nothing of it is taken. */
export async function dropReading(trx: Trx, reading: KeptReading, by: StaffId): Promise<void> {
  await sql`
    update form_reading set state = 'dropped', version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${reading.id} and state = 'open'`.execute(trx);
  const words = `What was read from ${reading.source} was put aside`;
  await noteChange(trx, { by, about: 'assessment', subject: reading.id, words });
}

export interface Taking {
  readonly year: number;
  readonly leftOut: readonly number[];
  readonly by: StaffId;
  readonly today: Day;
  /** When it was published in its time; null when that is not known. */
  readonly publishedOn: Day | null;
  readonly state: 'draft' | 'published';
}

/** Makes the self-assessment of what was confirmed; null when somebody else has taken or dropped the reading already. */
export async function takeConfirmed(trx: Trx, id: string, taking: Taking): Promise<string | null> {
  const held = await sql<{ state: string }>`
    select state from form_reading where landlord_id = ${trx.landlordId} and id = ${id} for update`.execute(trx);
  const reading = await findReading(trx, id);
  if (held.rows[0]?.state !== 'open' || reading === null) return null;
  const confirmed = await confirmedRows(trx, id);
  const rows = new Map<string, ConfirmedRow>(
    [...confirmed].map(([provision, { answer, evidence, reason }]) => [provision, { answer, evidence, reason }]),
  );
  const { read, source, file } = reading;
  const assessment = await takeReading(trx, read, {
    year: taking.year,
    source,
    file,
    by: taking.by,
    today: taking.today,
    rows,
    actions: read.actions.map((_, place) => place).filter((place) => !taking.leftOut.includes(place)),
    state: taking.state,
    publishedOn: taking.publishedOn,
  });
  await sql`
    update form_reading
    set state = 'taken', assessment_id = ${assessment}, year = ${taking.year}, left_out = ${taking.leftOut.map(String)},
      version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  return assessment;
}
