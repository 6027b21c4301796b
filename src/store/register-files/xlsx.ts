/** Rows of a workbook, sheet by sheet, read as they pass. Formulas give the value that the file keeps; macros are never run. */
import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { Stop } from '../stop.js';
import type { RawRow } from './csv.js';
import { damaged, readEntry, unpackedBytes, type ZipEntry } from './zip.js';

export interface Sheet {
  readonly name: string;
  /** The part of the archive that holds it. */
  readonly part: string;
}

export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly macros: boolean;
}

/** Its sheets, in their order; hidden ones too. */
export async function sheetsOf(path: string, entries: readonly ZipEntry[]): Promise<Sheets> {
  const part = (wanted: string) => entries.find(({ name }) => name === wanted);
  const workbook = part('xl/workbook.xml');
  if (workbook === undefined) throw new Stop('This is no Excel workbook: save the register as .xlsx or as CSV.');
  const relations = part('xl/_rels/workbook.xml.rels');
  const parts = new Map<string, string>();
  for (const [tag] of relations === undefined
    ? []
    : (await readEntry(path, relations)).matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    const id = attribute(tag, 'Id');
    // Either from the root of the archive, or from the folder of the workbook.
    if (target !== null && id !== null) parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const tags = (await readEntry(path, workbook)).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g);
  const sheets = [...tags].flatMap(([tag], i): Sheet[] => {
    const name = attribute(tag, 'name');
    const told = parts.get(attribute(tag, 'r:id') ?? '');
    return name === null ? [] : [{ name, part: told ?? `xl/worksheets/sheet${i + 1}.xml` }];
  });
  return { sheets, macros: entries.some(({ name }) => /vbaProject/i.test(name)) };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  if (found === undefined) return null;
  return found.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code, word) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (entities[word] ?? whole),
  );
}

const atATime = 500;

/**
 * The parts of a workbook as the library reads them, one by one. Its own way through the archive now and then loses a part
 * when the machine is busy, and cuts letters of more than one byte where two pieces meet: so it is given the parts whole.
 */
interface ReaderOfParts {
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>;
  _parseWorksheet(part: Readable, name: string): Iterable<{ readonly value: AsyncIterable<ExcelJS.Row> }>;
}

/** The rows of one sheet. */
export async function* rowsOfSheet(
  path: string,
  entries: readonly ZipEntry[],
  sheet: Sheet,
): AsyncGenerator<readonly RawRow[]> {
  const part = async (wanted: string): Promise<Readable | null> => {
    const entry = entries.find(({ name }) => name === wanted);
    return entry === undefined ? null : (await unpackedBytes(path, entry)).setEncoding('utf8');
  };
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, options) as unknown as ReaderOfParts;
  try {
    const workbook = await part('xl/workbook.xml');
    if (workbook !== null) await reader._parseWorkbook(workbook);
    const styles = await part('xl/styles.xml');
    if (styles !== null) await reader._parseStyles(styles);
    const shared = await part('xl/sharedStrings.xml');
    // It keeps them; what it gives on the way is for other uses.
    if (shared !== null) for await (const _ of reader._parseSharedStrings(shared));
    const cells = await part(sheet.part);
    if (cells === null) throw damaged;
    let rows: RawRow[] = [];
    for (const { value } of reader._parseWorksheet(cells, sheet.part)) {
      for await (const row of value) {
        rows.push(rawRow(row));
        if (rows.length < atATime) continue;
        yield rows;
        rows = [];
      }
    }
    if (rows.length > 0) yield rows;
  } catch (error) {
    throw error instanceof Stop ? error : damaged;
  }
}

function rawRow(row: ExcelJS.Row): RawRow {
  const values = Array.isArray(row.values) ? row.values : [];
  const cells: string[] = [];
  const uncounted: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const text = textOf(values[i]);
    if (text === null) uncounted.push(i - 1);
    cells.push(text ?? '');
  }
  return uncounted.length > 0 ? { line: row.number, cells, uncounted } : { line: row.number, cells };
}

/** A cell as text; null for a formula whose value is not there. */
function textOf(value: ExcelJS.CellValue | undefined): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(10)));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return clean(value.richText.map(({ text }) => text).join(''));
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value as ExcelJS.CellFormulaValue;
    if (result === undefined || result === null) return null;
    return textOf(result as ExcelJS.CellValue);
  }
  if ('error' in value) return '';
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  return '';
}

function dateText(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const iso = at.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}

function clean(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
