/** The cells of one row as they are read: texts and days, with what is wrong with them gathered. */
import { type Day, inShortWords } from '../../facts/days.js';
import type { ImportedFact } from '../../facts/happened.js';
import { readDate, saysNothing } from './dates.js';
import { type DateOrder, type Field, fields, fieldWords, type RegisterMap, type RowForm } from './fields.js';
import { readValue, type ValuesOf, valuesOf } from './values.js';

/** The cells of a row that the map names, as they are written. */
export type Cells = Readonly<Partial<Record<Field, string>>>;

/** What is wrong with a cell, in a sentence that says how to mend it. */
export interface Problem {
  readonly field: Field | null;
  readonly reason: string;
}

/** A map made ready for reading many rows. */
export interface Reading {
  readonly rows: RowForm;
  readonly order: DateOrder;
  readonly today: Day;
  readonly values: ValuesOf;
  readonly mapped: ReadonlySet<Field>;
  readonly pounds: boolean;
}

/** A map made ready, with the day on which it is read. */
export function readingOf(map: RegisterMap, today: Day): Reading {
  return {
    rows: map.rows,
    order: map.dates,
    today,
    values: valuesOf(map),
    mapped: new Set(fields.filter((field) => map.columns[field] !== undefined)),
    pounds: map.money === 'pounds' || /£|pound|gbp/i.test(map.columns.compensationPence ?? ''),
  };
}

/** One row while it is read. */
export interface RowReader {
  readonly cells: Cells;
  readonly reading: Reading;
  readonly problems: Problem[];
  readonly unknown: Set<ImportedFact>;
}

/** A day of a row: told, not there though its column is, or not known. */
export interface DayCell {
  readonly on: Day | null;
  readonly is: 'told' | 'blank' | 'unknown';
}

/** A day that nobody knows. */
export const notKnown: DayCell = { on: null, is: 'unknown' };
const notThere: DayCell = { on: null, is: 'blank' };

/** What a cell says; null for nothing, and for what stands for nothing. */
export function textOf(r: RowReader, field: Field): string | null {
  const text = r.cells[field]?.trim();
  return text === undefined || saysNothing(text) ? null : text;
}

/** The first of these columns that is filled, else the first that is there. */
export function columnOf(r: RowReader, ...candidates: readonly Field[]): Field | null {
  let there: Field | null = null;
  for (const field of candidates) {
    if (!r.reading.mapped.has(field)) continue;
    if (candidates.length === 1 || textOf(r, field) !== null) return field;
    there ??= field;
  }
  return there;
}

/** Adds to what is wrong with the row. */
export function wrong(r: RowReader, field: Field | null, reason: string): void {
  r.problems.push({ field, reason });
}

/** That nobody can tell when a row was, and what comes of it. */
export function noDayOf(r: RowReader, receipt: Field | null): string {
  const said = 'No day of this row can be read, so it is taken without one and counts in no year';
  const filled = receipt !== null && textOf(r, receipt) !== null;
  return `${said}; ${filled ? 'correct' : 'fill in'} “${fieldWords.receivedOn}”.`;
}

/** The day in a column; what can't be read, or has not come, is said and not known. */
export function dayOf(r: RowReader, field: Field | null, future: 'may-come' | 'has-been' = 'has-been'): DayCell {
  if (field === null) return notKnown;
  const written = r.cells[field];
  if (written === undefined) return notThere;
  const read = readDate(written, r.reading.order, r.reading.today);
  if (read.is === 'blank') return notThere;
  if (read.is === 'unreadable') {
    wrong(r, field, `“${short(written)}” ${read.because}.`);
    return notKnown;
  }
  if (future === 'has-been' && read.day > r.reading.today) {
    wrong(r, field, `${inShortWords(read.day)} has not come yet; check the year.`);
    return notKnown;
  }
  return { on: read.day, is: 'told' };
}

/** A day that can't lie before another: it is then not known, since nobody can tell which of the two is wrong. */
export function notBefore(r: RowReader, cell: DayCell, field: Field | null, first: Day | null, what: string): DayCell {
  if (cell.on === null || first === null || cell.on >= first) return cell;
  wrong(
    r,
    field,
    `${inShortWords(cell.on)} is before ${what} (${inShortWords(first)}); put right whichever of the two is wrong.`,
  );
  return notKnown;
}

/** Whether the row says that it is closed, or that it is open; null when it says neither. */
export function statusOf(r: RowReader): 'open' | 'closed' | null {
  const status = readValue('status', 'status', r.cells.status ?? '', r.reading.values);
  return status.is === 'value' ? status.value : null;
}

/** A cell as a sentence repeats it: cut, and without characters that steer a terminal or a page. */
export function short(text: string): string {
  const tidy = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
  return tidy.length > 40 ? `${tidy.slice(0, 39)}…` : tidy;
}
