/** One batch of a register's rows: their cases, their people and homes, and what became of each row, in one transaction. */
import { randomUUID } from 'node:crypto';
import { type Case, replay } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import { changesBetween, untoldTogether } from '../complaint/register/changed.js';
import { type Field, letterOf, type RegisterMap } from '../complaint/register/fields.js';
import { addedByRow, type Bringing, openedByRow } from '../complaint/register/happenings.js';
import { type RowFacts, readRow } from '../complaint/register/row.js';
import type { Reading } from '../complaint/register/row-cells.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Happened, ImportedFact, PointId, Words } from '../facts/happened.js';
import { readHistories } from './case-file.js';
import { append, takeHeads } from './case-store.js';
import type { Trx } from './database.js';
import { restrictedTo } from './import-identity.js';
import { addFresh, type Names } from './import-names.js';
import { type Found, findOrMake } from './import-people.js';
import type { Source } from './import-records.js';
import type { RowBecame } from './import-shapes.js';
import { headingOf, type Sorted } from './import-sort.js';
import { takeReferences } from './references.js';
import { type Keeper, newKeeper } from './words.js';
import type { Write } from './write.js';

export interface Batch {
  readonly importId: string;
  readonly source: Source;
  readonly sourceName: string;
  readonly map: RegisterMap;
  readonly reading: Reading;
  readonly names: Names;
  readonly rules: ClockRules;
  readonly today: Day;
  readonly now: Date;
}

export interface BatchCounts {
  rows: number;
  taken: number;
  already: number;
  changed: number;
  refused: number;
  warned: number;
  cases: number;
}

/** What a batch adds to one case, new or there. */
interface Pending {
  readonly caseId: CaseId;
  readonly reference: string | undefined;
  readonly expectedVersion: number;
  readonly happened: Happened[];
  readonly keeper: Keeper;
  untold: readonly ImportedFact[];
  readonly point: PointId | null;
  /** As it stood before this batch; null for a fresh one. */
  readonly case: Case | null;
}

interface RowRecord {
  readonly line: number;
  readonly digest: string | null;
  readonly key: string | null;
  readonly filled: string;
  readonly row_kind: string | null;
  readonly became: RowBecame;
  readonly case_id: CaseId | null;
  readonly first_seq: number | null;
  readonly last_seq: number | null;
  readonly problems: readonly (readonly [string | null, string])[] | null;
  readonly stands: boolean;
}

/** Writes what was sorted. Rows that wait are left for later and are not among them. */
export async function writeBatch(trx: Trx, batch: Batch, sorted: readonly Sorted[]): Promise<BatchCounts> {
  const bringers = sorted.filter((one) => one.is === 'new' || one.is === 'changed');
  const found = await findOrMake(
    trx,
    // Whom a known row named is known.
    bringers.map((one) =>
      one.is === 'changed' && had(one.known, 'person') ? { ...one.facts, person: null } : one.facts,
    ),
  );
  const whose = new Map(bringers.map((one, i) => [one, found[i] ?? { person: null, home: null }]));
  const pending = await pendingCases(trx, batch, sorted, whose);
  const records: RowRecord[] = [];
  for (const one of sorted) {
    const record = recordOf(one, batch, pending, whose);
    if (record !== null) records.push(record);
  }
  const writes = [...pending.values()].map((one): Write => {
    const { caseId, expectedVersion, happened, keeper, reference } = one;
    return {
      caseId,
      expectedVersion,
      happened,
      recordedBy: { system: 'import' },
      recordedAt: batch.now.toISOString(),
      words: keeper.kept,
      ...(reference === undefined ? {} : { reference }),
    };
  });
  const done = await append(trx, trx.landlordId, writes, { rules: batch.rules });
  if (!done.ok) throw new Error('a case whose head was held has moved');
  await addFresh(trx, batch.names, batch.sourceName);
  const counts = countsOf(records, writes.filter((write) => write.expectedVersion === 0).length);
  await record(trx, batch, records, counts);
  return counts;
}

/** The cases that this batch writes to: fresh ones, and those that are there and are now held. */
async function pendingCases(
  trx: Trx,
  batch: Batch,
  sorted: readonly Sorted[],
  whose: ReadonlyMap<Sorted, Found>,
): Promise<Map<CaseId, Pending>> {
  const pending = new Map<CaseId, Pending>();
  const fresh = sorted.filter((one) => one.is === 'new');
  const references = fresh.length === 0 ? [] : await takeReferences(trx, batch.today, fresh.length);
  fresh.forEach((one, i) => {
    const { caseId } = one.as;
    if (caseId === null) throw new Error('a row that is taken needs the id of its case');
    const keeper = newKeeper();
    const happened = openedByRow(one.facts, bringing(batch, one.identity.digest, whose.get(one), keeper));
    pending.set(caseId, {
      caseId,
      reference: references[i],
      expectedVersion: 0,
      happened,
      keeper,
      untold: untoldIn(happened),
      point: pointIn(happened),
      case: null,
    });
  });
  const there = new Set<CaseId>();
  for (const one of sorted) {
    const caseId = one.is === 'stage' ? one.of.caseId : one.is === 'changed' ? one.known.caseId : null;
    if (caseId !== null && !pending.has(caseId)) there.add(caseId);
  }
  if (there.size === 0) return pending;
  await takeHeads(trx, [...there]);
  for (const { id, reference, entries } of await readHistories(trx, [...there])) {
    const c = replay(id, reference, entries);
    pending.set(id, {
      caseId: id,
      reference: undefined,
      expectedVersion: c.version,
      happened: [],
      keeper: newKeeper(),
      untold: c.untold,
      point: c.points[0]?.id ?? null,
      case: c,
    });
  }
  return pending;
}

function bringing(batch: Batch, rowDigest: string, found: Found | undefined, { keep }: Pick<Keeper, 'keep'>): Bringing {
  return {
    today: batch.today,
    source: batch.sourceName,
    rowDigest,
    person: found?.person ?? null,
    home: found?.home ?? null,
    keep,
    newId: <T>() => randomUUID() as T,
  };
}

function untoldIn(happened: readonly Happened[]): readonly ImportedFact[] {
  for (const { what } of happened) if (what.type === 'Imported') return what.unknown;
  return [];
}

function pointIn(happened: readonly Happened[]): PointId | null {
  for (const { what } of happened) if (what.type === 'PointRaised') return what.point;
  return null;
}

function recordOf(
  one: Sorted,
  batch: Batch,
  pending: ReadonlyMap<CaseId, Pending>,
  whose: ReadonlyMap<Sorted, Found>,
): RowRecord | null {
  const problems = one.problems.map(({ field, reason }) => [headingOf(batch.map, field), reason] as const);
  const about = {
    line: one.row.line,
    key: one.key,
    problems: problems.length === 0 ? null : problems,
  };
  const none = { digest: null, filled: '', row_kind: null, case_id: null, first_seq: null, last_seq: null };
  switch (one.is) {
    case 'waits':
      return null;
    case 'refused':
      return { ...about, ...none, became: 'refused', stands: false };
    case 'already':
      return {
        ...about,
        ...none,
        ...one.identity,
        row_kind: one.known.kind,
        case_id: one.known.caseId,
        became: 'already',
        stands: false,
      };
    case 'new': {
      const at = heldCase(pending, one.as.caseId);
      const seqs = { first_seq: 1, last_seq: at.happened.length };
      return {
        ...about,
        ...one.identity,
        ...rowKind(one.facts),
        ...seqs,
        case_id: at.caseId,
        became: 'taken',
        stands: true,
      };
    }
    case 'stage': {
      const at = heldCase(pending, one.of.caseId);
      const happened = addedByRow(
        one.facts,
        at.untold,
        at.point,
        bringing(batch, one.identity.digest, undefined, at.keeper),
      );
      const seqs = add(at, happened);
      return {
        ...about,
        ...one.identity,
        ...rowKind(one.facts),
        ...seqs,
        case_id: at.caseId,
        became: 'taken',
        stands: true,
      };
    }
    case 'changed': {
      const at = heldCase(pending, one.known.caseId);
      const seqs = add(at, changesOf(one, batch, at, whose.get(one)));
      return {
        ...about,
        ...one.identity,
        ...rowKind(one.facts),
        ...seqs,
        case_id: at.caseId,
        became: 'changed',
        stands: true,
      };
    }
  }
}

function heldCase(pending: ReadonlyMap<CaseId, Pending>, id: CaseId | null): Pending {
  const at = id === null ? undefined : pending.get(id);
  if (at === undefined) throw new Error('a row belongs to a case that is not there');
  return at;
}

function rowKind(facts: RowFacts): { row_kind: string } {
  return { row_kind: facts.rowKind };
}

function add(at: Pending, happened: readonly Happened[]): { first_seq: number; last_seq: number } {
  const first = at.expectedVersion + at.happened.length + 1;
  at.happened.push(...happened);
  at.untold = untoldIn([...happened].reverse());
  return { first_seq: first, last_seq: first + happened.length - 1 };
}

type Changed = Extract<Sorted, { is: 'changed' }>;

function had({ filled }: { readonly filled: string }, ...asked: readonly Field[]): boolean {
  return asked.some((field) => filled.includes(letterOf[field]));
}

/** What the filled blanks of a known row add to its case, and what of it they put right. */
function changesOf(one: Changed, batch: Batch, at: Pending, found: Found | undefined): Happened[] {
  const { known, row, identity } = one;
  const c = at.case;
  const earlier = readRow(restrictedTo(row.cells, known.filled), batch.reading);
  if (c === null || !earlier.ok) throw new Error('a row that was known can’t be read any more');
  const texts = new Map<string, Words>();
  const keep = (text: string): Words => {
    const kept = texts.get(text) ?? at.keeper.keep(text);
    texts.set(text, kept);
    return kept;
  };
  const now: Found = {
    person: had(known, 'person') ? c.person : (found?.person ?? c.person),
    home: had(known, 'address', 'uprn') ? c.home : (found?.home ?? c.home),
  };
  const wasBringing = bringing(batch, known.digest, { person: c.person, home: c.home }, { keep });
  const isBringing = bringing(batch, identity.digest, now, { keep });
  const names = { area: one.facts.area, category: one.facts.category };
  const before = { ...earlier.facts, ...onlyHad(names, known) };
  const opened = known.firstSeq === 1;
  const was = opened ? openedByRow(before, wasBringing) : addedByRow(before, [], at.point, wasBringing);
  const is = opened ? openedByRow(one.facts, isBringing) : addedByRow(one.facts, [], at.point, isBringing);
  const reason = keep('The register was brought in again with this filled in.');
  const unknown = untoldTogether(at.untold, untoldIn(was), untoldIn(is));
  return changesBetween(was, is, c.history, reason).map((each) =>
    each.what.type === 'Imported' ? { ...each, what: { ...each.what, unknown } } : each,
  );
}

/** The landlord's names as they are written now, where the earlier row had one. */
function onlyHad(names: Pick<RowFacts, 'area' | 'category'>, known: { readonly filled: string }) {
  return { area: had(known, 'area') ? names.area : null, category: had(known, 'category') ? names.category : null };
}

function countsOf(records: readonly RowRecord[], cases: number): BatchCounts {
  const counts = { rows: records.length, taken: 0, already: 0, changed: 0, refused: 0, warned: 0, cases };
  for (const { became, problems } of records) {
    counts[became] += 1;
    if (problems !== null && became !== 'refused') counts.warned += 1;
  }
  return counts;
}

const rowsText = `with row_in as (
    insert into register_row (landlord_id, import_id, line, source_id, digest, key, filled, row_kind, became, case_id,
      first_seq, last_seq, problems, stands)
    select $1::uuid, $2::uuid, line, $3::uuid, decode(digest, 'hex'), key, filled, row_kind, became, case_id,
      first_seq, last_seq, problems, stands
    from json_to_recordset($4::json) as r (line integer, digest text, key text, filled text, row_kind text, became text,
      case_id uuid, first_seq integer, last_seq integer, problems jsonb, stands boolean))
  update register_import
  set rows = rows + $5, taken = taken + $6, already = already + $7, changed = changed + $8, refused = refused + $9,
    warned = warned + $10, cases = cases + $11, line = greatest(line, $12), state = 'taking'
  where landlord_id = $1::uuid and id = $2::uuid`;

async function record(trx: Trx, batch: Batch, records: readonly RowRecord[], counts: BatchCounts): Promise<void> {
  if (records.length === 0) return;
  const { rows, taken, already, changed, refused, warned, cases } = counts;
  const line = records.reduce((last, one) => Math.max(last, one.line), 0);
  await trx.client.query({
    name: 'import-rows',
    text: rowsText,
    values: [
      trx.landlordId,
      batch.importId,
      batch.source.id,
      JSON.stringify(records),
      rows,
      taken,
      already,
      changed,
      refused,
      warned,
      cases,
      line,
    ],
  });
}
