/**
 * What happens to an improvement and to the cases it came from, in one transaction: its own row, and an entry in the
 * history of each case. Cases are taken in the order of their ids, so that two people never wait for each other.
 */
import { sql } from 'kysely';
import { objectionToReview } from '../complaint/improvements.js';
import { mayCloseImprovement } from '../complaint/may/close-improvement.js';
import { mayOpenImprovement } from '../complaint/may/open-improvement.js';
import { mayTestImprovement } from '../complaint/may/test-improvement.js';
import type { Refusal } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { CaseId, ImprovementId, StaffId } from '../facts/happened.js';
import { objectionsToOpening, objectionsToSaying } from '../reports/improvement-rules.js';
import { actWithin, type Decide, type Who } from './act.js';
import { type Database, inLandlord, type Trx } from './database.js';
import { knownOf, namesOfCases } from './improvement-cases.js';
import { effectOf } from './improvement-effect.js';
import {
  addImprovement,
  caseIdsBehind,
  findImprovement,
  type Improvement,
  type ImprovementWritten,
  noteImprovement,
} from './improvements.js';

export type Improved =
  | { readonly is: 'done'; readonly id: ImprovementId }
  | { readonly is: 'refused'; readonly refusals: readonly Refusal[] }
  /** Somebody else was quicker, or there is no such improvement: look at it again. */
  | { readonly is: 'moved-on' };

export type StaffWho = Who & { readonly staff: StaffId };

/** What its cases are told of it. */
export function improvementText({ title, aim }: Pick<ImprovementWritten, 'title' | 'aim'>): string {
  return aim === '' ? title : `${title}\n\n${aim}`;
}

/** Opens one from one case or many. */
export interface OpenImprovementAsked {
  readonly written: ImprovementWritten;
  readonly cases: readonly CaseId[];
  readonly now: Date;
  readonly on: Day;
}

export async function openImprovementWithin(trx: Trx, who: StaffWho, asked: OpenImprovementAsked): Promise<Improved> {
  const { written, cases, now, on } = asked;
  const wrong = objectionsToOpening(written, await knownOf(trx, cases), on);
  if (wrong.length > 0) return { is: 'refused', refusals: wrong };
  const id = await addImprovement(trx, written, { by: who.staff, on, at: now });
  const { owner, dueOn } = written;
  const request = { on, improvement: id, owner, dueOn, text: improvementText(written) };
  const refusals = await inEachCase(trx, who, cases, now, (file, context) =>
    mayOpenImprovement(file.case, request, context),
  );
  return refusals.length > 0 ? { is: 'refused', refusals } : { is: 'done', id };
}

export function openImprovement(db: Database, who: StaffWho, asked: OpenImprovementAsked): Promise<Improved> {
  return inOne(db, who, (trx) => openImprovementWithin(trx, who, asked));
}

/** A further case that it answers. */
export async function joinImprovement(
  db: Database,
  who: StaffWho,
  asked: { readonly id: string; readonly cases: readonly CaseId[]; readonly now: Date; readonly on: Day },
): Promise<Improved> {
  const { cases, now, on } = asked;
  return inOne(db, who, async (trx) => {
    const was = await holdImprovement(trx, asked.id);
    if (was === null || was.state === 'closed' || was.state === 'tested') return { is: 'moved-on' };
    const request = { on, improvement: was.id, owner: was.owner, dueOn: was.dueOn, text: improvementText(was) };
    const refusals = await inEachCase(trx, who, cases, now, (file, context) =>
      mayOpenImprovement(file.case, request, context),
    );
    if (refusals.length > 0) return { is: 'refused', refusals };
    await noteImprovement(trx, was.id, cases.length === 1 ? 'A case was added' : `${cases.length} cases were added`, {
      by: who.staff,
      at: now,
    });
    return { is: 'done', id: was.id };
  });
}

export interface ReviewSaid {
  readonly worked: boolean;
  readonly words: string;
  /** Where it did not work: by when it is tried again. Null leaves it tested, to be closed. */
  readonly againBy: Day | null;
}

/** The numbers of the day are kept with what a person makes of them; each case tells of it. */
export interface ReviewImprovementAsked {
  readonly id: string;
  readonly expected: number;
  readonly said: ReviewSaid;
  readonly now: Date;
  readonly on: Day;
}

export async function reviewImprovementWithin(
  trx: Trx,
  who: StaffWho,
  asked: ReviewImprovementAsked,
): Promise<Improved> {
  const { said, now, on } = asked;
  const was = await holdImprovement(trx, asked.id);
  if (was === null || was.version !== asked.expected || was.state !== 'done' || was.doneOn === null)
    return { is: 'moved-on' };
  const { doneOn } = was;
  const objection = objectionToReview({ ...was, doneOn }, who.staff, on);
  if (objection !== null) return { is: 'refused', refusals: [objection] };
  const wrong = objectionsToSaying(said, await namesOfCases(trx, await caseIdsBehind(trx, was.id)), on);
  if (wrong.length > 0) return { is: 'refused', refusals: wrong };
  const effect = await effectOf(trx, { aimed: was.aimed, doneOn, weeks: was.weeks, today: on });
  if (effect === null) return { is: 'moved-on' };
  const { spans, counts } = effect;
  await sql`
    insert into improvement_review (landlord_id, improvement_id, n, reviewed_on, reviewed_by, worked, words, done_on, days,
      before_n, before_all, after_n, after_all)
    select ${trx.landlordId}::uuid, ${was.id}::uuid, 1 + coalesce(max(n), 0), ${on}, ${who.staff}, ${said.worked},
      ${said.words}, ${doneOn}, ${spans.days}, ${counts.before.n}, ${counts.before.all}, ${counts.after.n},
      ${counts.after.all}
    from improvement_review where landlord_id = ${trx.landlordId} and improvement_id = ${was.id}`.execute(trx);
  await (said.againBy === null
    ? sql`update improvement_plan set state = 'tested', version = version + 1
        where landlord_id = ${trx.landlordId} and id = ${was.id}`
    : sql`update improvement_plan set state = 'open', due_on = ${said.againBy}, done_on = null, done_by = null, proof = null,
        proof_piece = null, version = version + 1
        where landlord_id = ${trx.landlordId} and id = ${was.id}`
  ).execute(trx);
  const words = said.worked ? 'Tested: it worked' : 'Tested: it did not work';
  await noteImprovement(trx, was.id, said.againBy === null ? words : `${words}. It is tried again`, {
    by: who.staff,
    at: now,
  });
  const request = { on, improvement: was.id, worked: said.worked, text: said.words };
  const refusals = await inEachCase(trx, who, await caseIdsBehind(trx, was.id), now, (file, context) =>
    mayTestImprovement(file.case, request, context),
  );
  return refusals.length > 0 ? { is: 'refused', refusals } : { is: 'done', id: was.id };
}

export function reviewImprovement(db: Database, who: StaffWho, asked: ReviewImprovementAsked): Promise<Improved> {
  return inOne(db, who, (trx) => reviewImprovementWithin(trx, who, asked));
}

/** Closed when it was tested; given up, with the reason, before it was done. */
export interface CloseImprovementAsked {
  readonly id: string;
  readonly expected: number;
  readonly words: string;
  readonly now: Date;
  readonly on: Day;
}

export async function closeImprovementWithin(trx: Trx, who: StaffWho, asked: CloseImprovementAsked): Promise<Improved> {
  const { words, now, on } = asked;
  const was = await holdImprovement(trx, asked.id);
  if (was === null || was.version !== asked.expected || was.state === 'closed' || was.state === 'done')
    return { is: 'moved-on' };
  const wrong = objectionsToSaying({ words }, await namesOfCases(trx, await caseIdsBehind(trx, was.id)), on);
  if (wrong.length > 0) return { is: 'refused', refusals: wrong };
  await sql`
    update improvement_plan set state = 'closed', closed_on = ${on}, closed_by = ${who.staff}, closed_words = ${words},
      version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${was.id}`.execute(trx);
  await noteImprovement(trx, was.id, was.state === 'open' ? 'Given up' : 'Closed', { by: who.staff, at: now });
  const request = { on, improvement: was.id, text: words };
  const refusals = await inEachCase(trx, who, await caseIdsBehind(trx, was.id), now, (file, context) =>
    mayCloseImprovement(file.case, request, context),
  );
  return refusals.length > 0 ? { is: 'refused', refusals } : { is: 'done', id: was.id };
}

export function closeImprovement(db: Database, who: StaffWho, asked: CloseImprovementAsked): Promise<Improved> {
  return inOne(db, who, (trx) => closeImprovementWithin(trx, who, asked));
}

/** The improvement as it stands, held until the transaction ends. */
export async function holdImprovement(trx: Trx, id: string): Promise<Improvement | null> {
  await sql`
    select id from improvement_plan where landlord_id = ${trx.landlordId} and id::text = ${id} for update`.execute(trx);
  return findImprovement(trx, id);
}

async function inEachCase(
  trx: Trx,
  who: Who,
  cases: readonly CaseId[],
  now: Date,
  decide: Decide,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const ref of [...new Set(cases)].sort()) {
    const outcome = await actWithin(trx, who, { ref, expectedVersion: null, now }, decide);
    if (outcome.is === 'refused')
      refusals.push(
        ...outcome.refusals.map((one) => ({
          ...one,
          words: cases.length === 1 ? one.words : `${outcome.file?.case.reference ?? 'A case'}: ${one.words}`,
        })),
      );
  }
  return refusals;
}

/** Carries a no out of its transaction, so that whatever was written on the way to it is rolled back. */
class NotImproved extends Error {
  constructor(readonly outcome: Improved) {
    super('not improved');
  }
}

async function inOne(db: Database, who: Who, work: (trx: Trx) => Promise<Improved>): Promise<Improved> {
  try {
    return await inLandlord(db, who.landlordId, async (trx) => {
      const outcome = await work(trx);
      if (outcome.is !== 'done') throw new NotImproved(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof NotImproved) return error.outcome;
    throw error;
  }
}
