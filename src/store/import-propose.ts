/** How a register seems to be meant: its headings, the order of its dates, the spellings of its lists. Read, never taken. */
import { looksLikeDate, orderOf, saysNothing } from '../complaint/register/dates.js';
import {
  dateFields,
  type Field,
  isValueField,
  plain,
  type RegisterMap,
  type RowForm,
  type ValueField,
} from '../complaint/register/fields.js';
import { formOf, headingsIn, proposeColumns } from '../complaint/register/headings.js';
import { isBlankRow, isTotalRow } from '../complaint/register/rows.js';
import { mergeSpellings } from '../complaint/register/spellings.js';
import { guessValue, valuesFor } from '../complaint/register/values.js';
import { longestList } from './import-names.js';
import { headingRow, startOfSheet } from './import-rows.js';
import type { Proposal, ProposedColumn, ProposedValue, ProposeRequest } from './import-shapes.js';
import type { RawRow } from './register-files/csv.js';
import type { OpenRegister } from './register-files/open-register.js';
import { Stop } from './stop.js';

/** What the landlord has of its own: a map that was confirmed for such headings, and its lists. */
export interface OwnWays {
  readonly remembered: (headings: readonly string[]) => Promise<RegisterMap | null>;
  readonly areas: readonly string[];
  readonly categories: readonly string[];
}

const mostTexts = longestList + 100;
const mostDates = 3_000;

/** One column as the whole file has it. */
interface Column {
  readonly heading: string;
  readonly samples: string[];
  /** How many rows have each text; null when there are too many texts for a list. */
  texts: Map<string, number> | null;
  readonly dates: string[];
  filled: number;
}

export async function proposeMap(register: OpenRegister, request: ProposeRequest, own: OwnWays): Promise<Proposal> {
  const given = request.map;
  const sheet = request.sheet ?? given?.sheet ?? (await likelySheet(register));
  const first = await startOfSheet(register, sheet);
  if (first.length === 0) throw new Stop('The file holds no rows.');
  const head = headingRow(first, {
    headerRow: request.headerRow ?? given?.headerRow,
    headings: given === undefined ? [] : Object.values(given.columns),
  });
  const { columns, rows, totals } = await readColumns(register, sheet, head);
  const remembered = given === undefined ? await own.remembered(head.cells) : null;
  const known = given ?? remembered ?? undefined;
  const asked = columns.map(({ heading, samples }) => ({ text: heading, samples }));
  const form = request.rows ?? known?.rows ?? formOf(asked);
  const notes: string[] = [...register.notes];
  const proposed = fieldsOfColumns(columns, form, known, notes);
  const mapped = new Map<Field, Column>();
  proposed.forEach(({ field }, i) => {
    const column = columns[i];
    if (field !== null && column !== undefined) mapped.set(field, column);
  });
  const values = proposeValues(mapped, known, own);
  const map: RegisterMap = {
    columns: Object.fromEntries([...mapped].map(([field, { heading }]) => [field, heading])),
    values: confirmed(values, known),
    dates: known?.dates ?? orderOfDates(mapped, notes),
    rows: form,
    ...(request.headerRow === undefined && given?.headerRow === undefined ? {} : { headerRow: head.line }),
    ...(register.sheets.length > 1 && sheet !== undefined ? { sheet } : {}),
    ...moneyOf(mapped.get('compensationPence'), known, notes),
  };
  const others = register.sheets.filter((name) => name !== sheet);
  if (sheet !== undefined && others.length > 0)
    notes.push(`Only the sheet “${sheet}” is read; left out: ${others.map((name) => `“${name}”`).join(', ')}.`);
  if (head.line > (first[0]?.line ?? 1))
    notes.push(`The headings stand on line ${head.line}; what stands above them is left out.`);
  if (totals > 0) notes.push(totals === 1 ? 'A row of totals is left out.' : `${totals} rows of totals are left out.`);
  if (!mapped.has('kind') && form === 'case')
    notes.push('No column says what each row is, so each is taken for a complaint.');
  return {
    ok: true,
    file: { name: register.name, digest: register.digest, size: register.size },
    sheets: register.sheets,
    map,
    remembered: remembered !== null,
    columns: columns.flatMap(({ heading, samples, filled }, i): ProposedColumn[] => {
      if (heading === '' && filled === 0) return [];
      const { field = null, sure = true } = proposed[i] ?? {};
      return [{ heading, field, sure, samples, blank: rows - filled }];
    }),
    values,
    rows,
    notes,
  };
}

async function likelySheet(register: OpenRegister): Promise<string | undefined> {
  if (register.sheets.length < 2) return register.sheets[0];
  let best: { sheet: string | undefined; found: number } = { sheet: register.sheets[0], found: 0 };
  for (const sheet of register.sheets.slice(0, 12)) {
    const first = await startOfSheet(register, sheet);
    const found = Math.max(0, ...first.slice(0, 30).map(({ cells }) => headingsIn(cells)));
    if (found > best.found) best = { sheet, found };
  }
  return best.sheet;
}

async function readColumns(register: OpenRegister, sheet: string | undefined, head: RawRow) {
  const columns = head.cells.map(
    (heading): Column => ({
      heading: heading.trim().replace(/\s+/g, ' '),
      samples: [],
      texts: new Map(),
      dates: [],
      filled: 0,
    }),
  );
  let [rows, totals] = [0, 0];
  for await (const raw of register.rows(sheet)) {
    for (const row of raw) {
      if (row.line <= head.line || isBlankRow(row.cells)) continue;
      if (isTotalRow(row.cells)) {
        totals += 1;
        continue;
      }
      rows += 1;
      columns.forEach((column, i) => {
        look(column, row.cells[i]?.trim() ?? '');
      });
    }
  }
  return { columns, rows, totals };
}

function look(column: Column, text: string): void {
  if (text === '') return;
  column.filled += 1;
  if (column.samples.length < 4 && !column.samples.includes(text)) column.samples.push(text.slice(0, 120));
  if (column.dates.length < mostDates && looksLikeDate(text)) column.dates.push(text);
  if (column.texts === null || saysNothing(text)) return;
  const tidy = text.slice(0, 120);
  column.texts.set(tidy, (column.texts.get(tidy) ?? 0) + 1);
  if (column.texts.size > mostTexts) column.texts = null;
}

function fieldsOfColumns(columns: readonly Column[], form: RowForm, known: RegisterMap | undefined, notes: string[]) {
  if (known !== undefined) {
    const byHeading = new Map(
      Object.entries(known.columns).map(([field, heading]) => [plain(heading), field as Field]),
    );
    return columns.map(({ heading }) => {
      const field = byHeading.get(plain(heading)) ?? null;
      if (field !== null) byHeading.delete(plain(heading));
      return { field, sure: true };
    });
  }
  const asked = columns.map(({ heading, samples }) => ({ text: heading, samples }));
  return proposeColumns(asked, form).map((one, i) => {
    const column = columns[i];
    if (column?.texts !== null || (one.field !== 'area' && one.field !== 'category')) return one;
    notes.push(`“${column.heading}” holds too many different texts for a list, so it is left out.`);
    return { field: null, sure: false };
  });
}

function orderOfDates(mapped: ReadonlyMap<Field, Column>, notes: string[]): RegisterMap['dates'] {
  const texts = [...mapped].flatMap(([field, { dates }]) => (dateFields.has(field) ? dates : []));
  const order = orderOf(texts);
  if (order === null && texts.some((text) => /^\d{1,2}[-/. ]\d{1,2}[-/. ]/.test(text)))
    notes.push('The dates can be read in two ways; they are taken as day, month, year.');
  return order ?? 'dmy';
}

function moneyOf(
  column: Column | undefined,
  known: RegisterMap | undefined,
  notes: string[],
): Pick<RegisterMap, 'money'> {
  if (known !== undefined) return known.money === undefined ? {} : { money: known.money };
  if (column === undefined || /pence|\(p\)/i.test(column.heading)) return {};
  if (column.samples.some((text) => /^\d+$/.test(text)))
    notes.push(`Whole numbers under “${column.heading}” are taken as pounds.`);
  return { money: 'pounds' };
}

function proposeValues(
  mapped: ReadonlyMap<Field, Column>,
  known: RegisterMap | undefined,
  own: OwnWays,
): ProposedValue[] {
  const values: ProposedValue[] = [];
  for (const [field, column] of mapped) {
    if (!isValueField(field) || column.texts === null) continue;
    const said = new Map(Object.entries(known?.values[field] ?? {}).map(([text, value]) => [plain(text), value]));
    const texts = together(column.texts);
    if (field === 'area' || field === 'category') {
      const names = [...(field === 'area' ? own.areas : own.categories), ...new Set(said.values())];
      for (const { text, rows, name, sure } of mergeSpellings(texts, names)) {
        const value = said.get(plain(text));
        values.push({ field, text, rows, value: value ?? name, sure: value !== undefined || sure });
      }
      continue;
    }
    for (const { text, rows } of texts) {
      const value = said.get(plain(text)) ?? guessValue(field, text);
      values.push({ field, text, rows, value, sure: value !== null });
    }
  }
  return values.sort((a, b) => (a.field === b.field ? b.rows - a.rows : 0));
}

/** The texts of a column, those that differ in case and spaces alone as one. */
function together(texts: ReadonlyMap<string, number>): { text: string; rows: number }[] {
  const found = new Map<string, { text: string; rows: number; most: number }>();
  for (const [text, rows] of texts) {
    const one = found.get(plain(text));
    if (one === undefined) found.set(plain(text), { text, rows, most: rows });
    else
      found.set(plain(text), {
        text: rows > one.most ? text : one.text,
        rows: one.rows + rows,
        most: Math.max(rows, one.most),
      });
  }
  return [...found.values()];
}

function confirmed(values: readonly ProposedValue[], known: RegisterMap | undefined): RegisterMap['values'] {
  const found: Partial<Record<ValueField, Record<string, string>>> = {};
  for (const { field, text, value } of values) {
    if (value === null || (valuesFor(field) === null && value === text)) continue;
    found[field] = { ...found[field], [text]: value };
  }
  for (const [field, given] of Object.entries(known?.values ?? {})) {
    found[field as ValueField] = { ...given, ...found[field as ValueField] };
  }
  return found;
}
