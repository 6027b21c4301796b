/** An improvement is changed, or said to be done: asked of it as it stands, in the transaction that writes it. */
import { sql } from 'kysely';
import type { Refusal } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import { objectionsToChanging, objectionsToFinishing } from '../reports/improvement-rules.js';
import type { Trx } from './database.js';
import { holdImprovement, type Improved, type StaffWho } from './improve.js';
import { knownOf, namesOfCases } from './improvement-cases.js';
import { caseIdsBehind, type ImprovementWritten, noteImprovement } from './improvements.js';
import { londonDay } from './today.js';

export interface ChangeAsked {
  readonly id: string;
  readonly to: ImprovementWritten;
  readonly expected: number;
  /** Why, where somebody says so. */
  readonly why: string | null;
  /** From what to what, for its trail. */
  readonly words: string;
  readonly now: Date;
}

export async function changeImprovement(trx: Trx, who: StaffWho, asked: ChangeAsked): Promise<Improved> {
  const { to, why, words, now } = asked;
  const was = await holdImprovement(trx, asked.id);
  if (was === null || was.version !== asked.expected) return { is: 'moved-on' };
  const known = await knownOf(trx, await caseIdsBehind(trx, was.id));
  const refusals = objectionsToChanging(was, to, why, known, londonDay(now));
  if (refusals.length > 0) return { is: 'refused', refusals };
  const { kind, title, aim, owner, dueOn, aimed, weeks } = to;
  await sql`
    update improvement_plan set kind = ${kind}, title = ${title}, aim = ${aim}, owner_id = ${owner}, due_on = ${dueOn},
      about_cause = ${aimed.cause}, about_category = ${aimed.category}, about_area = ${aimed.area},
      about_block = ${aimed.block}, weeks = ${weeks}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${was.id}`.execute(trx);
  await noteImprovement(trx, was.id, words, { by: who.staff, at: now });
  return { is: 'done', id: was.id };
}

export interface FinishAsked {
  readonly id: string;
  readonly on: Day;
  /** How one can see it. */
  readonly proof: string;
  readonly piece: string | null;
  readonly now: Date;
}

/** It is done, with how one can see it; or what speaks against that. */
export async function finishImprovement(trx: Trx, who: StaffWho, asked: FinishAsked): Promise<readonly Refusal[]> {
  const { on, proof, piece, now } = asked;
  const was = await holdImprovement(trx, asked.id);
  if (was === null) throw new Error('there is no such improvement');
  const names = await namesOfCases(trx, await caseIdsBehind(trx, was.id));
  const refusals = objectionsToFinishing(was, { on, proof }, who, { names, today: londonDay(now) });
  if (refusals.length > 0) return refusals;
  await sql`
    update improvement_plan set state = 'done', done_on = ${on}, done_by = ${who.staff}, proof = ${proof},
      proof_piece = ${piece}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${was.id}`.execute(trx);
  await noteImprovement(trx, was.id, `Done: ${proof}`, { by: who.staff, at: now });
  return [];
}
