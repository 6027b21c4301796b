/** One batch of a register's rows: their cases, their people and homes, and what became of each row, in one transaction. */
import { replay } from '../complaint/case.js';
import { addedByRow, firstAnswerUntold, openedByRow } from '../complaint/register/happenings.js';
import type { RowFacts } from '../complaint/register/row.js';
import type { CaseId, Happened, ImportedFact } from '../facts/happened.js';
import { readHistories } from './case-file.js';
import { type Appended, append, begin, takeHeads } from './case-store.js';
import { type Trx, together } from './database.js';
import { changesOf, had } from './import-changes.js';
import { addFresh } from './import-names.js';
import { type Batch, bringing, type Pending, pointIn, untoldIn } from './import-pending.js';
import { type Found, findOrMake } from './import-people.js';
import { type BatchCounts, countsOf, type RowRecord, record } from './import-row-records.js';
import { headingOf, type Sorted } from './import-sort.js';
import { countShown } from './projection.js';
import { takeReferences } from './references.js';
import type { Row } from './register-tables.js';
import { newKeeper } from './words.js';
import type { Write } from './write.js';

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
  await appendInTurn(trx, batch, writes);
  await addFresh(trx, batch.names, batch.sourceName);
  const counts = countsOf(records, writes.filter((write) => write.expectedVersion === 0).length);
  await record(trx, batch, records, counts);
  return counts;
}

/** So many cases are chained and worked out while PostgreSQL writes those before them. */
const inTurn = 150;

async function appendInTurn(trx: Trx, { rules, meanwhile }: Batch, writes: readonly Write[]): Promise<void> {
  const fresh = writes.filter((write) => write.expectedVersion === 0);
  const others = writes.filter((write) => write.expectedVersion > 0);
  const written: Promise<Appended>[] = [];
  const tally: Row[] = [];
  for (let at = 0; at < fresh.length; at += inTurn) {
    const some = fresh.slice(at, at + inTurn);
    const { ended } = await begin(trx, trx.landlordId, some, { rules, findable: 'later', newIds: true, tally });
    // If it fails, that is heard below, when all have ended.
    ended.catch(() => {});
    written.push(ended);
  }
  written.push(append(trx, trx.landlordId, others, { rules, findable: 'later' }));
  const counted = countShown(trx, tally);
  meanwhile();
  const [done] = await together(together(...written), counted);
  if (done.some((one) => !one.ok)) throw new Error('a case whose head was held has moved');
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
      const untold = firstAnswerUntold(one.facts, { answered: firstAnswered(at) });
      const happened = addedByRow(
        one.facts,
        untold ? [...new Set<ImportedFact>([...at.untold, 'stage-1-response'])] : at.untold,
        at.point,
        bringing(batch, one.identity.digest, undefined, at.keeper),
      );
      const seqs = add(at, happened);
      return {
        ...about,
        ...(untold ? { problems: [...problems, [null, noFirstAnswer] as const] } : {}),
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

const noFirstAnswer = 'Stage 2 was answered, but the day of the stage 1 answer is blank; fill it in.';

/** Whether the register tells when stage 1 was answered, or has said already that it does not. */
function firstAnswered({ case: c, happened, untold }: Pending): boolean {
  return (
    (c?.stages[1]?.respondedOn ?? null) !== null ||
    untold.includes('stage-1-response') ||
    happened.some(({ what }) => what.type === 'ResponseSent' && what.stage === 1)
  );
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
