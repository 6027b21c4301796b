/** What became of each row of a batch, written beside its cases. */
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import type { Batch } from './import-pending.js';
import type { RowBecame } from './import-shapes.js';

export interface BatchCounts {
  rows: number;
  taken: number;
  already: number;
  changed: number;
  refused: number;
  warned: number;
  cases: number;
}

export interface RowRecord {
  readonly line: number;
  readonly digest: string | null;
  readonly key: string | null;
  readonly filled: string;
  readonly row_kind: string | null;
  readonly became: RowBecame;
  readonly case_id: CaseId | null;
  readonly first_seq: number | null;
  readonly last_seq: number | null;
  readonly problems: readonly (readonly [string | null, string])[] | null;
  readonly stands: boolean;
}

/** How many rows became what. */
export function countsOf(records: readonly RowRecord[], cases: number): BatchCounts {
  const counts = { rows: records.length, taken: 0, already: 0, changed: 0, refused: 0, warned: 0, cases };
  for (const { became, problems } of records) {
    counts[became] += 1;
    if (problems !== null && became !== 'refused') counts.warned += 1;
  }
  return counts;
}

const rowsText = `with row_in as (
    insert into register_row (landlord_id, import_id, line, source_id, digest, key, filled, row_kind, became, case_id,
      first_seq, last_seq, problems, stands)
    select $1::uuid, $2::uuid, line, $3::uuid, decode(digest, 'hex'), key, filled, row_kind, became, case_id,
      first_seq, last_seq, problems, stands
    from json_to_recordset($4::json) as r (line integer, digest text, key text, filled text, row_kind text, became text,
      case_id uuid, first_seq integer, last_seq integer, problems jsonb, stands boolean))
  update register_import
  set rows = rows + $5, taken = taken + $6, already = already + $7, changed = changed + $8, refused = refused + $9,
    warned = warned + $10, cases = cases + $11, line = greatest(line, $12), state = 'taking'
  where landlord_id = $1::uuid and id = $2::uuid`;

/** Puts the rows on record, and counts them in their import. */
export async function record(
  trx: Trx,
  batch: Batch,
  records: readonly RowRecord[],
  counts: BatchCounts,
): Promise<void> {
  if (records.length === 0) return;
  const { rows, taken, already, changed, refused, warned, cases } = counts;
  const line = records.reduce((last, one) => Math.max(last, one.line), 0);
  await trx.client.query({
    name: 'import-rows',
    text: rowsText,
    values: [
      trx.landlordId,
      batch.importId,
      batch.source.id,
      JSON.stringify(records),
      rows,
      taken,
      already,
      changed,
      refused,
      warned,
      cases,
      line,
    ],
  });
}
