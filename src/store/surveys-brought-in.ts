/** Surveys of others whose answers were brought in, each row once: what came of them, and no words of theirs. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface SurveyBroughtIn {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly rows: number;
  readonly offers: number;
  readonly unmatched: number;
  readonly by: string;
  readonly at: string;
}

/** What became of a row. */
export type RowBecame = 'nothing' | 'offer' | 'unmatched';

/** The identity of a row: of this landlord's, of this survey, with all that it says. */
export function rowDigest(trx: Trx, survey: string, row: readonly string[]): Buffer {
  const said = JSON.stringify([trx.landlordId, survey.trim().toLowerCase(), ...row]);
  return createHash('sha256').update(said, 'utf8').digest();
}

/** Which of these rows were brought in before. */
export async function rowsTaken(trx: Trx, digests: readonly Buffer[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ digest: string }>`
    select encode(row_digest, 'hex') as digest from survey_row_taken
    where landlord_id = ${trx.landlordId} and encode(row_digest, 'hex') = any (${digests.map((one) => one.toString('hex'))}::text[])`.execute(
    trx,
  );
  return new Set(found.rows.map(({ digest }) => digest));
}

/** Keeps that a survey was brought in, with what came of each of its rows. Whoever brings the same twice at once waits. */
export async function keepSurvey(
  trx: Trx,
  survey: { readonly name: string; readonly fileName: string; readonly by: StaffId },
  rows: readonly { readonly digest: Buffer; readonly became: RowBecame }[],
): Promise<string> {
  const id = randomUUID();
  const counted = (became: RowBecame) => rows.filter((row) => row.became === became).length;
  await sql`
    insert into survey_brought_in (landlord_id, id, name, file_name, rows, offers, unmatched, brought_by)
    values (${trx.landlordId}, ${id}, ${survey.name}, ${survey.fileName}, ${rows.length}, ${counted('offer')},
      ${counted('unmatched')}, ${survey.by})`.execute(trx);
  for (const { digest, became } of rows) {
    await sql`
      insert into survey_row_taken (landlord_id, row_digest, survey_id, became)
      values (${trx.landlordId}, ${digest}, ${id}, ${became})`.execute(trx);
  }
  return id;
}

/** Lets one bringing-in at a time look and take, so that a row is never taken twice. */
export async function oneSurveyAtATime(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} survey rows`}, 0))`.execute(trx);
}

/** The surveys that were brought in, the newest first. */
export async function listSurveys(trx: Trx): Promise<SurveyBroughtIn[]> {
  const found = await sql<SurveyBroughtIn>`
    select b.id, b.name, b.file_name as "fileName", b.rows, b.offers, b.unmatched, s.name as by, b.brought_at as at
    from survey_brought_in b
    join staff s on s.landlord_id = b.landlord_id and s.id = b.brought_by
    where b.landlord_id = ${trx.landlordId}
    order by b.brought_at desc
    limit 50`.execute(trx);
  return found.rows;
}
