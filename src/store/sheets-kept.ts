/**
 * A small sheet that was sent (benchmarks of others, a survey's answers) and is looked at before it is taken: its texts, for its sender
 * alone, for a day. Read as registers are: typed by its bytes, no formula and no macro run.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { openRegister } from './register-files/open-register.js';
import { Stop } from './stop.js';

export interface KeptSheet {
  /** Empty for a text file. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What somebody sent it for. */
export type SheetFor = 'benchmarks' | 'perception' | 'survey-rows' | 'jobs';

export interface SheetKept {
  readonly id: string;
  readonly fileName: string;
  readonly sheets: readonly KeptSheet[];
}

const mostRows = 5_000;
const mostColumns = 200;
const mostSheets = 20;
const longestCell = 500;

/** The texts of a file; or one plain sentence on why it can't be read. */
export async function readSmallSheets(
  path: string,
  name: string,
  /** Characters of one cell; what is beyond them is cut off. */
  longest = longestCell,
): Promise<
  { readonly ok: true; readonly sheets: readonly KeptSheet[] } | { readonly ok: false; readonly why: string }
> {
  try {
    const file = await openRegister(path, name);
    if (file.sheets.length > mostSheets)
      throw new Stop(
        `${file.name} has ${file.sheets.length} sheets. Save the one with the figures in a file of its own.`,
      );
    const sheets: KeptSheet[] = [];
    for (const sheet of file.sheets.length === 0 ? [undefined] : file.sheets) {
      const rows: string[][] = [];
      for await (const some of file.rows(sheet)) {
        for (const { line, cells } of some) {
          if (line > mostRows)
            throw new Stop(
              `${file.name} has more than ${mostRows.toLocaleString('en-GB')} lines. Take out what is not needed.`,
            );
          // Blank lines are not given: what follows keeps its number.
          while (rows.length < line - 1) rows.push([]);
          rows.push(cells.slice(0, mostColumns).map((cell) => cell.slice(0, longest)));
        }
      }
      if (rows.some((cells) => cells.some((cell) => cell.trim() !== ''))) sheets.push({ name: sheet ?? '', rows });
    }
    return sheets.length === 0 ? { ok: false, why: `Nothing stands in ${file.name}.` } : { ok: true, sheets };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, why: error.message };
    throw error;
  }
}

export async function keepSheets(
  trx: Trx,
  kept: {
    readonly what: SheetFor;
    readonly fileName: string;
    readonly sheets: readonly KeptSheet[];
    readonly by: StaffId;
  },
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into sheet_kept (landlord_id, id, staff_id, what, file_name, rows)
    values (${trx.landlordId}, ${id}, ${kept.by}, ${kept.what}, ${kept.fileName}, ${JSON.stringify(kept.sheets)})`.execute(
    trx,
  );
  return id;
}

/** Null when there is none of that id, or somebody else sent it. */
export async function readSheets(trx: Trx, what: SheetFor, id: string, by: StaffId): Promise<SheetKept | null> {
  const { rows } = await sql<SheetKept>`
    select id, file_name as "fileName", rows as sheets from sheet_kept
    where landlord_id = ${trx.landlordId} and id::text = ${id} and staff_id = ${by} and what = ${what}`.execute(trx);
  return rows[0] ?? null;
}

export async function dropSheets(trx: Trx, id: string): Promise<void> {
  await sql`delete from sheet_kept where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
}

/** Those that were sent more than a day ago: a survey's answers are people's. */
export async function forgetOldSheets(trx: Trx): Promise<void> {
  await sql`delete from sheet_kept
    where landlord_id = ${trx.landlordId} and made_at < now() - interval '1 day'`.execute(trx);
}
