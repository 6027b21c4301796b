/**
 * The one way in for screens, mail and the command line: open the case, let a decision decide, and record what happened,
 * its words, the cases it opens and the jobs it makes necessary, all in one transaction or not at all.
 */
import { randomUUID } from 'node:crypto';
import type { Context, Decision, Opening, Refusal, Role } from '../complaint/refusals.js';
import type { CaseId, Entry, Happened, RecordedBy, StaffId } from '../facts/happened.js';
import { settleByActs } from './arrivals.js';
import { type CaseFile, openFile, readHistory } from './case-file.js';
import { type AppendedCase, append, takeHeads } from './case-store.js';
import { type Database, inLandlord, isUuid, type LandlordId, type Trx } from './database.js';
import { enqueue, type JobAsked } from './enqueue.js';
import { nextReference, takeReferences } from './references.js';
import { readRules } from './rules.js';
import { londonDay } from './today.js';
import { newKeeper } from './words.js';
import type { Write } from './write.js';

export interface Who {
  readonly landlordId: LandlordId;
  /** Null when the product itself records (mail arriving, an import): then `recordedBy` says so. */
  readonly staff: StaffId | null;
  readonly roles: readonly Role[];
  readonly recordedBy?: RecordedBy;
}

export interface Extras {
  /** Jobs for what was just recorded; they are enqueued in the same transaction. */
  readonly jobs?: (c: AppendedCase) => readonly JobAsked[];
  /** What else must be written in the same transaction: a letter's draft, a person's way to be reached. */
  readonly also?: (trx: Trx, done: Done) => Promise<void>;
}

export interface ActRequest extends Extras {
  /** Id or reference. */
  readonly ref: string;
  /** The version of the case that the person had before them; null when they saw none (mail arriving). */
  readonly expectedVersion: number | null;
  readonly now: Date;
}

export interface Done {
  readonly is: 'done';
  readonly caseId: CaseId;
  readonly reference: string;
  readonly version: number;
  readonly case: AppendedCase['case'];
  readonly opened: readonly AppendedCase[];
  readonly warnings: readonly string[];
}

export type Outcome =
  | Done
  | { readonly is: 'refused'; readonly refusals: readonly Refusal[]; readonly file: CaseFile | null }
  /** Someone else was first: what came in between. Nothing was recorded; what was typed is the screen's to keep. */
  | { readonly is: 'conflict'; readonly since: readonly Entry[]; readonly file: CaseFile }
  | { readonly is: 'no-such-case' };

/** A decision may need to read what only the store knows, so it may take its time; most simply answer. */
export type Decide = (file: CaseFile, context: Context, trx: Trx) => Decision | Promise<Decision>;

/** Does something to a case that is there. */
export async function act(db: Database, who: Who, request: ActRequest, decide: Decide): Promise<Outcome> {
  return allOrNothing(db, who, (trx) => actWithin(trx, who, request, decide));
}

/** The same inside a transaction that the caller holds. It must be rolled back unless the outcome is `done`. */
export async function actWithin(trx: Trx, who: Who, request: ActRequest, decide: Decide): Promise<Outcome> {
  const caseId = isUuid(request.ref) ? (request.ref as CaseId) : ((await readHistory(trx, request.ref))?.id ?? null);
  if (caseId === null) return { is: 'no-such-case' };
  // From here on nobody else appends to this case, so the decision is made on what is recorded.
  if (!(await takeHeads(trx, [caseId])).has(caseId)) return { is: 'no-such-case' };
  const history = await readHistory(trx, caseId);
  if (history === null) return { is: 'no-such-case' };
  const file = await openFile(trx, history);
  if (request.expectedVersion !== null && request.expectedVersion !== file.case.version) {
    return { is: 'conflict', since: file.entries.filter((e) => e.seq > (request.expectedVersion ?? 0)), file };
  }
  const rules = await readRules(trx);
  const { context, kept } = contextOf(who, request.now, rules);
  const decision = await decide(file, context, trx);
  if (!decision.ok) return { is: 'refused', refusals: decision.refusals, file };
  const base = { recordedBy: recordedBy(who), recordedAt: request.now.toISOString(), words: kept };
  const main: Write = { ...base, caseId, expectedVersion: file.case.version, happened: decision.happened };
  const opens = await openings(trx, context.today, decision.opens, base);
  const appended = await append(trx, who.landlordId, [main, ...opens], { rules, known: [history] });
  if (!appended.ok) throw new Error('a case whose head was held has moved');
  const mine = appended.cases.find((one) => one.caseId === caseId);
  const done: Done = {
    is: 'done',
    caseId,
    reference: file.case.reference,
    version: mine?.version ?? file.case.version,
    case: mine?.case ?? file.case,
    opened: appended.cases.filter((one) => one.caseId !== caseId),
    warnings: decision.warnings,
  };
  if (who.staff !== null) await settleByActs(trx, caseId, decision.happened, who.staff, request.now);
  await extras(trx, request, mine, done);
  return done;
}

export interface OpenRequest extends Extras {
  readonly now: Date;
}

export type OpenOutcome = Done | { readonly is: 'refused'; readonly refusals: readonly Refusal[]; readonly file: null };

/** Opens a case: every contact does. The decision is `mayReceive`, perhaps with what a triage adds at once. */
export async function openCase(
  db: Database,
  who: Who,
  request: OpenRequest,
  decide: (context: Context, trx: Trx) => Decision | Promise<Decision>,
): Promise<OpenOutcome> {
  const reference = await nextReference(db, who.landlordId, londonDay(request.now));
  return allOrNothing(db, who, (trx) => openWithin(trx, who, { ...request, reference }, decide));
}

/** The same inside a transaction that the caller holds; without a reference it takes the next one. */
export async function openWithin(
  trx: Trx,
  who: Who,
  request: OpenRequest & { readonly reference?: string },
  decide: (context: Context, trx: Trx) => Decision | Promise<Decision>,
): Promise<OpenOutcome> {
  const rules = await readRules(trx);
  const { context, kept } = contextOf(who, request.now, rules);
  const decision = await decide(context, trx);
  if (!decision.ok) return { is: 'refused', refusals: decision.refusals, file: null };
  const caseId = randomUUID() as CaseId;
  const base = { recordedBy: recordedBy(who), recordedAt: request.now.toISOString(), words: kept };
  const reference = request.reference ?? (await takeReferences(trx, context.today))[0];
  if (reference === undefined) throw new Error('no reference was given');
  const main: Write = { ...base, caseId, reference, expectedVersion: 0, happened: decision.happened };
  const opens = await openings(trx, context.today, decision.opens, base);
  const appended = await append(trx, who.landlordId, [main, ...opens], { rules });
  if (!appended.ok) throw new Error('a case that was just made was there before');
  const mine = appended.cases.find((one) => one.caseId === caseId);
  if (mine === undefined) throw new Error('a case was opened with nothing in it');
  const done: Done = {
    is: 'done',
    caseId,
    reference: mine.reference,
    version: mine.version,
    case: mine.case,
    opened: appended.cases.filter((one) => one.caseId !== caseId),
    warnings: decision.warnings,
  };
  await extras(trx, request, mine, done);
  return done;
}

/** Carries a no out of its transaction, so that whatever was written on the way to it is rolled back. */
class NotDone<T> extends Error {
  constructor(readonly outcome: T) {
    super('not done');
  }
}

async function allOrNothing<T extends { readonly is: string }>(
  db: Database,
  who: Who,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  try {
    return await inLandlord(db, who.landlordId, async (trx) => {
      const outcome = await work(trx);
      if (outcome.is !== 'done') throw new NotDone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof NotDone) return error.outcome as T;
    throw error;
  }
}

function contextOf(who: Who, now: Date, rules: Context['rules']) {
  const keeper = newKeeper();
  const context: Context = {
    today: londonDay(now),
    now: now.toISOString(),
    by: { staff: (who.staff ?? '') as StaffId, roles: who.roles },
    rules,
    keep: keeper.keep,
    newId: <T>() => randomUUID() as T,
  };
  return { context, kept: keeper.kept };
}

function recordedBy(who: Who): RecordedBy {
  if (who.recordedBy !== undefined) return who.recordedBy;
  if (who.staff === null) throw new Error('an entry needs someone who recorded it');
  return { staff: who.staff };
}

async function openings(
  trx: Trx,
  today: Context['today'],
  opens: readonly Opening[],
  base: Pick<Write, 'recordedBy' | 'recordedAt' | 'words'>,
): Promise<Write[]> {
  if (opens.length === 0) return [];
  const references = await takeReferences(trx, today, opens.length);
  return opens.map((opening, i) => ({
    ...base,
    caseId: opening.id,
    expectedVersion: 0,
    reference: references[i] ?? '',
    happened: opening.happened as readonly Happened[],
  }));
}

async function extras(trx: Trx, request: Extras, mine: AppendedCase | undefined, done: Done): Promise<void> {
  if (request.jobs !== undefined) {
    for (const one of mine === undefined ? done.opened : [mine, ...done.opened]) {
      await enqueue(trx, one.caseId, one.version, request.jobs(one));
    }
  }
  await request.also?.(trx, done);
}
