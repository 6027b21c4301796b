/**
 * Rows by the thousand as columns: one array for each, in PostgreSQL's own binary form (array_recv), which it reads in a
 * fraction of the time of text: nothing is quoted here, and nothing is taken apart there.
 */
import { type Day, dayNumber } from '../facts/days.js';

export type Value = string | number | boolean | null | undefined;

/** Types of columns that can be sent so. A `bytea` is given as hex. */
export type ColumnType = keyof typeof types;
export type Columns = Readonly<Record<string, ColumnType>>;

/** `unnest($3::uuid[], $4::text[]) as r (case_id, type)`, from the parameter after `before`. */
export function unnested(columns: Columns, before: number): string {
  const names = Object.keys(columns);
  const arrays = names.map((name, i) => `$${before + i + 1}::${columns[name]}[]`);
  return `unnest(${arrays.join(', ')}) as r (${names.join(', ')})`;
}

/** The values of these columns in so many rows, an array for each; `of` gives the value of a row. */
export function columnsOf(columns: Columns, rows: number, of: (row: number, name: string) => Value): Buffer[] {
  return Object.entries(columns).map(([name, type]) => column(type, rows, (row) => of(row, name)));
}

const headLength = 20;

/** One column: how many values, and each with its length before it, -1 for null. */
export function column(type: ColumnType, rows: number, of: (row: number) => Value): Buffer {
  const { oid, most, write } = types[type];
  let at = headLength;
  let nulls = 0;
  for (let row = 0; row < rows; row++) {
    const value = of(row);
    if (value === null || value === undefined) {
      room(at + 4);
      at = bench.writeInt32BE(-1, at);
      nulls = 1;
      continue;
    }
    room(at + 4 + (most ?? String(value).length * 3 + 1));
    const end = write(value, at + 4);
    bench.writeInt32BE(end - at - 4, at);
    at = end;
  }
  bench.writeInt32BE(1, 0);
  bench.writeInt32BE(nulls, 4);
  bench.writeInt32BE(oid, 8);
  bench.writeInt32BE(rows, 12);
  bench.writeInt32BE(1, 16);
  return Buffer.from(bench.subarray(0, at));
}

/** Where a column is put together before it is copied out; nothing else runs meanwhile. */
let bench = Buffer.allocUnsafe(262_144);

function room(until: number): void {
  if (until <= bench.length) return;
  const larger = Buffer.allocUnsafe(Math.max(until, bench.length * 2));
  bench.copy(larger);
  bench = larger;
}

interface Type {
  readonly oid: number;
  /** Its length when it is always the same; null when it is up to the value. */
  readonly most: number | null;
  /** Writes a value at a place and gives the place after it. */
  readonly write: (value: string | number | boolean, at: number) => number;
}

const writeText: Type['write'] = (value, at) => at + bench.write(String(value), at, 'utf8');
const writeDay: Type['write'] = (value, at) => bench.writeInt32BE(daysSince2000(String(value)), at);

/** Ids are the most there is of anything in a register: they are read digit by digit, without a copy. */
function writeUuid(value: string | number | boolean, at: number): number {
  const text = String(value);
  let [to, high] = [at, -1];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Digits, then letters of either case; the dashes are passed over.
    const digit = code <= 57 ? code - 48 : (code | 32) - 87;
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      bench[to++] = high * 16 + digit;
      high = -1;
    }
  }
  if (to !== at + 16) throw new Error('what should be an id is none');
  return to;
}

/** Everything of one act has the same instant. */
const lastInstant = { text: '', micros: 0n };

function writeInstant(value: string | number | boolean, at: number): number {
  if (value !== lastInstant.text) {
    lastInstant.text = String(value);
    // In thousandths of a second here, in millionths there, from 2000 on.
    lastInstant.micros = BigInt(Date.parse(lastInstant.text) - startOf2000) * 1_000n;
  }
  return bench.writeBigInt64BE(lastInstant.micros, at);
}

const startOf2000 = Date.UTC(2000, 0, 1);

const types = {
  text: { oid: 25, most: null, write: writeText },
  uuid: { oid: 2950, most: 16, write: writeUuid },
  integer: { oid: 23, most: 4, write: (value, at) => bench.writeInt32BE(Number(value), at) },
  smallint: { oid: 21, most: 2, write: (value, at) => bench.writeInt16BE(Number(value), at) },
  boolean: { oid: 16, most: 1, write: (value, at) => bench.writeUInt8(value === true ? 1 : 0, at) },
  date: { oid: 1082, most: 4, write: writeDay },
  timestamptz: { oid: 1184, most: 8, write: writeInstant },
  // Its version, then its text.
  jsonb: { oid: 3802, most: null, write: (value, at) => writeText(value, bench.writeUInt8(1, at)) },
  bytea: { oid: 17, most: null, write: (value, at) => at + bench.write(String(value), at, 'hex') },
} as const satisfies Record<string, Type>;

const dayOf2000 = dayNumber('2000-01-01' as Day);
const known = new Map<string, number>();

function daysSince2000(text: string): number {
  // PostgreSQL's own word for no last day.
  if (text === 'infinity') return 0x7fffffff;
  let days = known.get(text);
  if (days === undefined) {
    days = dayNumber(text as Day) - dayOf2000;
    // A register's days are a few thousand; a history that has more is counted afresh.
    if (known.size > 20_000) known.clear();
    known.set(text, days);
  }
  return days;
}
