/** The steps of a year's submission to the Ombudsman, each with its address, its day, its note and who entered it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { File, StaffId } from '../facts/happened.js';
import type { SubmissionItem } from '../reports/returns/submission.js';
import type { Trx } from './database.js';

export interface SubmissionStep {
  readonly item: SubmissionItem;
  /** Null: noted, and not done yet. */
  readonly doneOn: Day | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly file: File | null;
  readonly by: string | null;
  readonly at: string;
}

/** What holds of each item of a year: its last entry. */
export async function submissionOf(trx: Trx, yearFrom: Day): Promise<SubmissionStep[]> {
  const { rows } = await sql<SubmissionStep>`
    select distinct on (e.item) e.item, e.done_on as "doneOn", e.address, e.note, encode(e.file, 'hex') as file,
      s.name as by, e.entered_at as at
    from submission_entry e
    left join staff s on s.landlord_id = e.landlord_id and s.id = e.entered_by
    where e.landlord_id = ${trx.landlordId} and e.year_from = ${yearFrom}
    order by e.item, e.entered_at desc, e.id`.execute(trx);
  return rows;
}

export async function enterStep(
  trx: Trx,
  entered: {
    readonly yearFrom: Day;
    readonly item: SubmissionItem;
    readonly doneOn: Day | null;
    readonly address: string | null;
    readonly note: string | null;
    readonly file: File | null;
    readonly by: StaffId;
  },
): Promise<void> {
  await sql`insert into submission_entry (landlord_id, id, year_from, item, done_on, address, note, file, entered_by)
    values (${trx.landlordId}, ${randomUUID()}, ${entered.yearFrom}, ${entered.item}, ${entered.doneOn},
      ${entered.address}, ${entered.note}, ${entered.file === null ? null : Buffer.from(entered.file, 'hex')}, ${entered.by})`.execute(
    trx,
  );
}
