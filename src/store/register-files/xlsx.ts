/** Rows of a workbook, sheet by sheet, read as they pass. Formulas give the value that the file keeps; macros are never run. */
import ExcelJS from 'exceljs';
import { Stop } from '../stop.js';
import type { RawRow } from './csv.js';
import { readEntry, type ZipEntry } from './zip.js';

export interface Sheet {
  readonly name: string;
  /** The number in the name of the file that holds it. */
  readonly file: number;
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
  const files = new Map<string, number>();
  for (const [tag] of relations === undefined
    ? []
    : (await readEntry(path, relations)).matchAll(/<Relationship\s[^>]*>/g)) {
    const file = /worksheets\/sheet(\d+)\.xml$/.exec(attribute(tag, 'Target') ?? '')?.[1];
    const id = attribute(tag, 'Id');
    if (file !== undefined && id !== null) files.set(id, Number(file));
  }
  const tags = (await readEntry(path, workbook)).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g);
  const sheets = [...tags].flatMap(([tag], i): Sheet[] => {
    const name = attribute(tag, 'name');
    return name === null ? [] : [{ name, file: files.get(attribute(tag, 'r:id') ?? '') ?? i + 1 }];
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

/** The rows of one sheet. */
export async function* rowsOfSheet(path: string, file: number): AsyncGenerator<readonly RawRow[]> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader) {
      // The reader numbers sheets by their files.
      const wanted = Number((sheet as unknown as { id: number | string }).id) === file;
      let rows: RawRow[] = [];
      // Sheets that nobody asked for are read past, to their ends: the reader keeps sheets in files of its own until it
      // knows the words they share, and takes each away as soon as the next is asked for, opened or not.
      for await (const row of sheet) {
        if (!wanted) continue;
        rows.push(rawRow(row));
        if (rows.length < atATime) continue;
        yield rows;
        rows = [];
      }
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      'This workbook is damaged: open it in a spreadsheet program, save it again as .xlsx, and try once more.',
    );
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
