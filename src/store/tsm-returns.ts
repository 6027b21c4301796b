/** The yearly return to the regulator: which reading it takes, what was typed, what was frozen and when it was sent. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { StockType } from '../reports/returns/tsm-list.js';
import type { Ch02Reading, SheetData, TypedFigure } from '../reports/returns/tsm-sheet.js';
import type { Trx } from './database.js';
import type { HistoryHead } from './history-head.js';

export interface TsmReturn {
  readonly yearFrom: Day;
  readonly reading: Ch02Reading;
  readonly frozen: {
    readonly at: string;
    readonly by: string | null;
    readonly sheet: SheetData;
    readonly head: string;
    readonly entries: number;
  } | null;
  readonly submitted: { readonly on: Day; readonly note: string; readonly by: string | null } | null;
}

export async function findReturn(trx: Trx, yearFrom: Day): Promise<TsmReturn> {
  const { rows } = await sql<{
    reading: Ch02Reading;
    at: string | null;
    by: string | null;
    sheet: SheetData | null;
    head: string | null;
    entries: number | null;
    on: Day | null;
    note: string | null;
    sender: string | null;
  }>`
    select r.reading, r.frozen_at as at, f.name as by, r.sheet, r.history_head as head,
      r.history_entries::integer as entries, r.submitted_on as "on", r.submitted_note as note, s.name as sender
    from tsm_return r
    left join staff f on f.landlord_id = r.landlord_id and f.id = r.frozen_by
    left join staff s on s.landlord_id = r.landlord_id and s.id = r.submitted_by
    where r.landlord_id = ${trx.landlordId} and r.year_from = ${yearFrom}`.execute(trx);
  const [row] = rows;
  if (!row) return { yearFrom, reading: 'with-extensions', frozen: null, submitted: null };
  return {
    yearFrom,
    reading: row.reading,
    frozen:
      row.at === null || row.sheet === null
        ? null
        : { at: row.at, by: row.by, sheet: row.sheet, head: row.head ?? '', entries: row.entries ?? 0 },
    submitted: row.on === null ? null : { on: row.on, note: row.note ?? '', by: row.sender },
  };
}

/** False when the return is frozen: what was returned is not read another way. */
export async function chooseReading(trx: Trx, yearFrom: Day, reading: Ch02Reading): Promise<boolean> {
  const { rows } = await sql`
    insert into tsm_return as r (landlord_id, year_from, reading) values (${trx.landlordId}, ${yearFrom}, ${reading})
    on conflict (landlord_id, year_from) do update set reading = excluded.reading where r.frozen_at is null
    returning 1`.execute(trx);
  return rows.length > 0;
}

/** Freezes the sheet as it stands; false when it was frozen before. */
export async function freezeReturn(
  trx: Trx,
  made: { readonly yearFrom: Day; readonly sheet: SheetData; readonly head: HistoryHead; readonly by: StaffId },
): Promise<boolean> {
  const { rows } = await sql`
    insert into tsm_return as r (landlord_id, year_from, reading, frozen_at, frozen_by, sheet, history_head, history_entries)
    values (${trx.landlordId}, ${made.yearFrom}, ${made.sheet.reading}, now(), ${made.by},
      ${JSON.stringify(made.sheet)}::jsonb, ${made.head.digest}, ${made.head.entries})
    on conflict (landlord_id, year_from) do update
    set frozen_at = now(), frozen_by = excluded.frozen_by, sheet = excluded.sheet, reading = excluded.reading,
      history_head = excluded.history_head, history_entries = excluded.history_entries
    where r.frozen_at is null
    returning 1`.execute(trx);
  return rows.length > 0;
}

/** False unless it is frozen and not sent yet. */
export async function noteSubmitted(
  trx: Trx,
  sent: { readonly yearFrom: Day; readonly on: Day; readonly note: string; readonly by: StaffId },
): Promise<boolean> {
  const { rows } = await sql`
    update tsm_return set submitted_on = ${sent.on}, submitted_note = ${sent.note}, submitted_by = ${sent.by}
    where landlord_id = ${trx.landlordId} and year_from = ${sent.yearFrom} and frozen_at is not null
      and submitted_on is null
    returning 1`.execute(trx);
  return rows.length > 0;
}

/** The figures typed for a year: of each measure and kind of home, the one typed last. */
export async function typedFigures(trx: Trx, yearFrom: Day): Promise<TypedFigure[]> {
  const { rows } = await sql<TypedFigure>`
    select distinct on (code, stock) code, stock, numerator, denominator, source from tsm_typed
    where landlord_id = ${trx.landlordId} and year_from = ${yearFrom}
    order by code, stock, entered_at desc, id`.execute(trx);
  return rows;
}

export async function typeFigure(trx: Trx, yearFrom: Day, figure: TypedFigure, by: StaffId): Promise<void> {
  await sql`insert into tsm_typed (landlord_id, id, year_from, code, stock, numerator, denominator, source, entered_by)
    values (${trx.landlordId}, ${randomUUID()}, ${yearFrom}, ${figure.code}, ${figure.stock satisfies StockType},
      ${figure.numerator}, ${figure.denominator}, ${figure.source}, ${by})`.execute(trx);
}
