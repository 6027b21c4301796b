/** The rows of a register as its map reads them: titles, blank rows, totals and repeated headings left out. */
import { type Field, fields, plain, type RegisterMap } from '../complaint/register/fields.js';
import type { Cells } from '../complaint/register/row-cells.js';
import { findHeadingRow, isBlankRow, isTotalRow } from '../complaint/register/rows.js';
import type { RawRow } from './register-files/csv.js';
import type { OpenRegister } from './register-files/open-register.js';
import { Stop } from './stop.js';

export interface MappedRow {
  readonly line: number;
  readonly cells: Cells;
  /** Fields whose formula has no value in the file. */
  readonly uncounted: readonly Field[];
}

export interface MappedRegister {
  readonly headings: readonly string[];
  readonly headerLine: number;
  readonly rows: () => AsyncGenerator<readonly MappedRow[]>;
  /** How many rows were left out as totals, known once the rows have been read. */
  readonly left: { totals: number };
}

const firstRows = 60;

/** The first rows of a sheet, for finding its headings. */
export async function startOfSheet(register: OpenRegister, sheet: string | undefined): Promise<RawRow[]> {
  const first: RawRow[] = [];
  for await (const rows of register.rows(sheet)) {
    first.push(...rows.slice(0, firstRows - first.length));
    if (first.length >= firstRows) break;
  }
  return first;
}

/** The row of headings: the one named, the one that holds the map's headings, or the likeliest. */
export function headingRow(
  first: readonly RawRow[],
  wanted: { readonly headerRow?: number | undefined; readonly headings?: readonly string[] },
): RawRow {
  if (wanted.headerRow !== undefined) {
    const named = first.find(({ line }) => line === wanted.headerRow);
    if (named === undefined || isBlankRow(named.cells))
      throw new Stop(`Line ${wanted.headerRow} holds no headings: say on which line they stand.`);
    return named;
  }
  if (wanted.headings !== undefined && wanted.headings.length > 0) {
    const keys = wanted.headings.map(plain);
    let best: { row: RawRow; found: number } | null = null;
    for (const row of first) {
      const cells = new Set(row.cells.map(plain));
      const found = keys.filter((key) => cells.has(key)).length;
      if (found > (best?.found ?? 0)) best = { row, found };
    }
    if (best !== null) return best.row;
    throw new Stop(
      `None of the headings that the map names stands in the file: ${wanted.headings.slice(0, 3).join(', ')}…`,
    );
  }
  const likely = first[findHeadingRow(first.map(({ cells }) => cells))];
  if (likely !== undefined) return likely;
  throw new Stop('No row of headings was found: the first rows must hold one, such as Ref, Date received, Type.');
}

/** The register as this map reads it; stops when a heading that the map names is not there. */
export async function mapRegister(register: OpenRegister, map: RegisterMap): Promise<MappedRegister> {
  const wanted = Object.values(map.columns);
  const head = headingRow(await startOfSheet(register, map.sheet), { headerRow: map.headerRow, headings: wanted });
  const keys = head.cells.map(plain);
  const columns: [Field, number][] = [];
  const missing: string[] = [];
  for (const field of fields) {
    const heading = map.columns[field];
    if (heading === undefined) continue;
    const at = keys.indexOf(plain(heading));
    if (at === -1) missing.push(heading);
    else columns.push([field, at]);
  }
  if (missing.length > 0) {
    const named = missing.map((heading) => `“${heading}”`).join(', ');
    throw new Stop(
      missing.length === 1
        ? `The file has no column ${named}: correct the map, or leave it out of it.`
        : `The file has no columns ${named}: correct the map, or leave them out of it.`,
    );
  }
  const left = { totals: 0 };
  const headings = head.cells.join('\u001f');
  async function* rows(): AsyncGenerator<readonly MappedRow[]> {
    left.totals = 0;
    for await (const raw of register.rows(map.sheet)) {
      const mapped: MappedRow[] = [];
      for (const row of raw) {
        if (row.line <= head.line || isBlankRow(row.cells)) continue;
        if (isTotalRow(row.cells)) {
          left.totals += 1;
          continue;
        }
        if (row.cells[0] === head.cells[0] && row.cells.join('\u001f') === headings) continue;
        const cells = cellsOf(row, columns);
        if (cells === null) continue;
        mapped.push({
          line: row.line,
          cells,
          uncounted:
            row.uncounted === undefined
              ? []
              : columns.flatMap(([field, at]) => (row.uncounted?.includes(at) ? [field] : [])),
        });
      }
      if (mapped.length > 0) yield mapped;
    }
  }
  return { headings: head.cells, headerLine: head.line, rows, left };
}

/** The mapped cells that are filled; null when none is, which is no row of the register. */
function cellsOf(row: RawRow, columns: readonly [Field, number][]): Cells | null {
  const cells: Partial<Record<Field, string>> = {};
  let filled = false;
  for (const [field, at] of columns) {
    const text = row.cells[at]?.trim();
    if (text === undefined || text === '') continue;
    cells[field] = text.length > 20_000 ? text.slice(0, 20_000) : text;
    filled = true;
  }
  return filled || row.uncounted !== undefined ? cells : null;
}
