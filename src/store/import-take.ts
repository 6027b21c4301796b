/** Takes a register's rows, batch by batch, and looks at what taking them would do, without doing it. */

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Reading, readingOf } from '../complaint/register/row-cells.js';
import { newCaseId } from './case-id.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { inBatches, readAhead } from './import-ahead.js';
import { writeBatch } from './import-batch.js';
import { readNames } from './import-names.js';
import type { Batch } from './import-pending.js';
import { findSource, holdSource, type Source } from './import-records.js';
import type { BatchCounts } from './import-row-records.js';
import { type MappedRegister, type MappedRow, mapRegister } from './import-rows.js';
import type { ImportRecord, Preview, PreviewRequest, RowProblem } from './import-shapes.js';
import { headingOf, newMemory, recall, type Sorted, type Sorting, sortRow } from './import-sort.js';
import { understand } from './import-understood.js';
import type { OpenRegister } from './register-files/open-register.js';
import { readRules } from './rules.js';
import { londonDay } from './today.js';

/** So many rows in one transaction: enough that each costs little, few enough that nobody waits long for the register. */
export const batchSize = 2_000;

export interface Taking {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly record: ImportRecord;
  readonly source: Source;
  readonly now: Date;
  readonly told: (counts: { rows: number; taken: number }) => void;
}

/**
 * Takes every row. A later stage that stands above its earlier one waits for a second reading of the file; a row that
 * fills the blanks of one in the same batch waits for the next batch. Lines that are on record already are passed over,
 * so that a take that was cut off goes on.
 */
export async function takeRows(mapped: MappedRegister, taking: Taking): Promise<void> {
  const { record } = taking;
  const counts = { rows: record.rows, taken: record.taken };
  const done = (batch: BatchCounts): void => {
    counts.rows += batch.rows;
    counts.taken += batch.taken;
    taking.told(counts);
  };
  const waiting = new Set<number>();
  const reading = readingOf(record.map, londonDay(taking.now));
  let looked = false;
  for (const last of [false, true]) {
    if (last && waiting.size === 0) break;
    let again: MappedRow[] = [];
    const batches = readAhead(inBatches(mapped.rows(), batchSize), (rows) => {
      if (!last) understand(rows, taking.source, reading);
    });
    for (let rows = await batches.next(); rows !== null; rows = await batches.next()) {
      const mine = last ? rows.filter(({ line }) => waiting.has(line)) : rows;
      if (mine.length === 0 && again.length === 0) continue;
      const outcome = await takeBatch([...again, ...mine], taking, { reading, last, meanwhile: batches.meanwhile });
      again = outcome.again;
      for (const line of outcome.waiting) waiting.add(line);
      done(outcome.counts);
      if (!looked) await lookAtSizes(taking);
      looked = true;
    }
    while (again.length > 0) {
      const outcome = await takeBatch(again, taking, { reading, last, meanwhile: () => {} });
      again = outcome.again;
      done(outcome.counts);
    }
  }
}

interface BatchOutcome {
  readonly counts: BatchCounts;
  /** Rows that change one of this batch: they go with the next. */
  readonly again: MappedRow[];
  /** Lines whose earlier stage may stand further down. */
  readonly waiting: number[];
}

/**
 * Plans are made once on a connection, those of foreign keys too. Made while the tables are small and nobody has looked at
 * them, they read a whole landlord for every row, and go on doing so: so after the first batch the tables are looked at,
 * and the plans of before let go.
 */
async function lookAtSizes({ db, landlordId }: Taking): Promise<void> {
  await inLandlord(db, landlordId, (trx) => sql`select putright_look_at_sizes()`.execute(trx), {
    statementTimeoutMs: 0,
  });
  await inLandlord(db, landlordId, (trx) => sql`discard plans`.execute(trx));
}

interface HowToTake {
  readonly reading: Reading;
  readonly last: boolean;
  readonly meanwhile: () => void;
}

async function takeBatch(rows: readonly MappedRow[], taking: Taking, how: HowToTake): Promise<BatchOutcome> {
  const { reading, last, meanwhile } = how;
  const { db, landlordId, record, source, now } = taking;
  return inLandlord(
    db,
    landlordId,
    async (trx) => {
      await holdSource(trx, source.id);
      const left = await notOnRecord(trx, record.id, rows);
      const batch: Batch = {
        importId: record.id,
        source,
        sourceName: record.source,
        map: record.map,
        reading,
        names: await readNames(trx),
        rules: await readRules(trx),
        today: reading.today,
        now,
        meanwhile,
      };
      const sorting: Sorting = {
        source,
        reading,
        names: batch.names,
        importId: record.id,
        last,
        newCase: newCaseId,
      };
      const memory = newMemory();
      await recall(trx, memory, left, sorting);
      const sorted: Sorted[] = [];
      const again: MappedRow[] = [];
      const waiting: number[] = [];
      for (const row of left) {
        const one = sortRow(row, memory, sorting);
        if (one.is === 'waits') waiting.push(row.line);
        else if (one.is === 'changed' && one.known.here) again.push(row);
        else sorted.push(one);
      }
      return { counts: await writeBatch(trx, batch, sorted), again, waiting };
    },
    { statementTimeoutMs: 0 },
  );
}

async function notOnRecord(trx: Trx, importId: string, rows: readonly MappedRow[]): Promise<readonly MappedRow[]> {
  const lines = rows.map(({ line }) => line);
  const { rows: found } = await sql<{ line: number }>`
    select line from register_row
    where landlord_id = ${trx.landlordId} and import_id = ${importId} and line = any (${lines}::integer[])`.execute(
    trx,
  );
  if (found.length === 0) return rows;
  const known = new Set(found.map(({ line }) => line));
  return rows.filter(({ line }) => !known.has(line));
}

/** What taking it would do. Nothing is written; what is kept in mind of each row is its digest and its reference. */
export async function lookAhead(
  db: Database,
  landlordId: LandlordId,
  register: OpenRegister,
  request: PreviewRequest,
): Promise<Preview> {
  const { map, today, most = 1_000 } = request;
  const mapped = await mapRegister(register, map);
  const counts: BatchCounts = { rows: 0, taken: 0, already: 0, changed: 0, refused: 0, warned: 0, cases: 0 };
  const refusals: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  const kinds: Record<string, number> = {};
  const months: Record<string, number> = {};
  const count = (one: Sorted): void => {
    if (one.is === 'waits') return;
    counts.rows += 1;
    const became = one.is === 'new' || one.is === 'stage' ? 'taken' : one.is;
    counts[became] += 1;
    if (one.is === 'new') counts.cases += 1;
    if ('facts' in one) {
      const { rowKind, receivedOn } = one.facts;
      const month = receivedOn?.slice(0, 7) ?? '';
      kinds[rowKind] = (kinds[rowKind] ?? 0) + 1;
      months[month] = (months[month] ?? 0) + 1;
    }
    if (one.problems.length > 0 && one.is !== 'refused') counts.warned += 1;
    const list = one.is === 'refused' ? refusals : warnings;
    for (const { field, reason } of one.problems) {
      if (list.length >= most) return;
      list.push({ line: one.row.line, column: headingOf(map, field), reason });
    }
  };
  await inLandlord(
    db,
    landlordId,
    async (trx) => {
      const source = (await findSource(trx, request.source)) ?? { id: randomUUID(), salt: '' };
      const memory = newMemory();
      const reading = readingOf(map, today);
      const names = await readNames(trx);
      const waiting = new Set<number>();
      for (const last of [false, true]) {
        if (last && waiting.size === 0) break;
        for await (const rows of inBatches(mapped.rows(), batchSize)) {
          const mine = last ? rows.filter(({ line }) => waiting.has(line)) : rows;
          if (mine.length === 0) continue;
          const sorting: Sorting = { source, reading, names, importId: null, last, newCase: () => null };
          await recall(trx, memory, mine, sorting);
          for (const row of mine) {
            const one = sortRow(row, memory, sorting);
            if (one.is === 'waits') waiting.add(row.line);
            count(one);
          }
          request.told?.(counts.rows);
        }
      }
    },
    { readOnly: true, statementTimeoutMs: 0 },
  );
  const byLine = (a: RowProblem, b: RowProblem) => a.line - b.line;
  return {
    ok: true,
    ...counts,
    refusals: refusals.sort(byLine),
    warnings: warnings.sort(byLine),
    notes: [...register.notes, ...totalsNote(mapped)],
    kinds,
    months,
  };
}

/** Says that totals were seen and left out. */
export function totalsNote({ left }: MappedRegister): string[] {
  if (left.totals === 0) return [];
  return [left.totals === 1 ? 'A row of totals was left out.' : `${left.totals} rows of totals were left out.`];
}
