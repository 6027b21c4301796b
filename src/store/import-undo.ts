/**
 * Takes an import back. A case that it opened counts nowhere from then on; what it added to a case that was there is taken
 * out entry by entry. A case stays as it is when people have worked on it since, or a later import has added to it.
 */
import { sql } from 'kysely';
import { replay } from '../complaint/case.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Entry, Happened, RecordedBy, StaffId, Words } from '../facts/happened.js';
import { type History, readHistories } from './case-file.js';
import { append, takeHeads } from './case-store.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { readRules } from './rules.js';
import { londonDay } from './today.js';
import { newKeeper } from './words.js';
import type { Write } from './write.js';

export interface Undoing {
  readonly importId: string;
  readonly by: StaffId | null;
  readonly now: Date;
  readonly reason: string;
  readonly told?: ((takenBack: number) => void) | undefined;
}

const atATime = 400;

/** How many cases were taken back. Those that stay are those whose rows stand when this ends. */
export async function takeBack(db: Database, landlordId: LandlordId, undoing: Undoing): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  let takenBack = 0;
  for (;;) {
    const done = await inLandlord(
      db,
      landlordId,
      async (trx) => {
        const ids = await casesAfter(trx, undoing.importId, after);
        if (ids.length === 0) return null;
        return { last: ids.at(-1) ?? after, takenBack: await takeBackSome(trx, ids, undoing) };
      },
      { statementTimeoutMs: 0 },
    );
    if (done === null) return;
    after = done.last;
    takenBack += done.takenBack;
    undoing.told?.(takenBack);
  }
}

async function casesAfter(trx: Trx, importId: string, after: string): Promise<CaseId[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    select distinct case_id from register_row
    where landlord_id = ${trx.landlordId} and import_id = ${importId} and stands and case_id > ${after}::uuid
    order by case_id
    limit ${atATime}`.execute(trx);
  return rows.map((row) => row.case_id);
}

interface RowOfCase {
  readonly case_id: CaseId;
  readonly mine: boolean;
  readonly first_seq: number;
  readonly last_seq: number;
}

async function takeBackSome(trx: Trx, ids: readonly CaseId[], undoing: Undoing): Promise<number> {
  await takeHeads(trx, ids);
  const histories = await readHistories(trx, ids);
  const { rows } = await sql<RowOfCase>`
    select case_id, import_id = ${undoing.importId}::uuid as mine, first_seq, last_seq
    from register_row
    where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[]) and stands
    order by case_id, first_seq`.execute(trx);
  const today = londonDay(undoing.now);
  const recordedBy: RecordedBy = undoing.by === null ? { system: 'import' } : { staff: undoing.by };
  const writes: Write[] = [];
  for (const history of histories) {
    const keeper = newKeeper();
    const happened = takenBackOf(
      history,
      rows.filter((row) => row.case_id === history.id),
      () => keeper.keep(undoing.reason),
      today,
    );
    if (happened === null) continue;
    const version = history.entries.at(-1)?.seq ?? 0;
    writes.push({
      caseId: history.id,
      expectedVersion: version,
      happened,
      recordedBy,
      recordedAt: undoing.now.toISOString(),
      words: keeper.kept,
    });
  }
  const done = await append(trx, trx.landlordId, writes, { rules: await readRules(trx), known: histories });
  if (!done.ok) throw new Error('a case whose head was held has moved');
  const gone = writes.map((write) => write.caseId);
  await sql`
    update register_row set stands = false
    where landlord_id = ${trx.landlordId} and import_id = ${undoing.importId} and case_id = any (${gone}::uuid[])`.execute(
    trx,
  );
  await sql`
    update register_import set taken_back = taken_back + ${gone.length}
    where landlord_id = ${trx.landlordId} and id = ${undoing.importId}`.execute(trx);
  return gone.length;
}

/** What is recorded of a case to take the import back from it; null when it stays as it is. */
function takenBackOf(
  { id, reference, entries }: History,
  rows: readonly RowOfCase[],
  reason: () => Words,
  today: Day,
): Happened[] | null {
  const mine = rows.filter((row) => row.mine);
  const first = Math.min(...mine.map((row) => row.first_seq));
  const last = Math.max(...mine.map((row) => row.last_seq));
  const since = entries.filter((entry) => entry.seq > last);
  const others = rows.some((row) => !row.mine && row.first_seq > first);
  if (others || since.some(({ recordedBy }) => !('system' in recordedBy && recordedBy.system === 'import')))
    return null;
  // Between the rows of one import somebody may have worked on the case too.
  const within = entries.filter((entry) => entry.seq >= first && entry.seq <= last);
  if (within.some(({ recordedBy }) => !('system' in recordedBy && recordedBy.system === 'import'))) return null;
  if (first === 1) return [{ on: today, what: { type: 'ImportTakenBack', reason: reason() } }];
  const why = reason();
  const c = replay(id, reference, entries);
  return mine.flatMap((row) => withoutEntries(entries, row, c.history, why, today));
}

/** Takes the entries of one row out of a case that was there before it; what it had put right is as it was. */
function withoutEntries(
  entries: readonly Entry[],
  row: RowOfCase,
  standing: readonly Entry[],
  reason: Words,
  today: Day,
): Happened[] {
  const stands = new Set(standing.map((entry) => entry.seq));
  return entries
    .filter((entry) => entry.seq >= row.first_seq && entry.seq <= row.last_seq)
    .flatMap((entry): Happened[] => {
      const { what } = entry;
      if (what.type !== 'EntryCorrected')
        return stands.has(entry.seq)
          ? [{ on: today, what: { type: 'EntryCorrected', seq: entry.seq, reason, becomes: null } }]
          : [];
      const was = entries.find((one) => one.seq === what.seq);
      if (was === undefined || was.what.type === 'EntryCorrected') return [];
      const becomes = { what: was.what, happenedOn: was.happenedOn };
      return [{ on: today, what: { type: 'EntryCorrected', seq: what.seq, reason, becomes } }];
    });
}

/** References of cases of an import that stay. */
export async function keptReferences(trx: Trx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select distinct h.reference
    from register_row r
    join case_head h on h.landlord_id = r.landlord_id and h.case_id = r.case_id
    where r.landlord_id = ${trx.landlordId} and r.import_id = ${importId} and r.stands
    order by 1`.execute(trx);
  return rows.map((row) => row.reference);
}
