/** The action plan: what is to be done so that a provision is met, by whom, by when, and how one can see that it was. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Unmet } from '../assess/answers.js';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { noteChange } from './assessment-changes.js';
import type { Trx } from './database.js';

export interface ActionWritten {
  readonly provisions: readonly string[];
  readonly action: string;
  readonly lead: string;
  readonly targetOn: Day | null;
  /** As written; the only thing there is when it names no day ('tbc'). */
  readonly targetWords: string;
  readonly progress: string;
  readonly mandatory: boolean | null;
}

export interface Action extends ActionWritten {
  readonly id: string;
  readonly assessment: string;
  readonly edition: Edition;
  readonly year: number;
  /** The question as a document named it. */
  readonly question: string;
  readonly state: 'open' | 'done' | 'dropped';
  readonly endedOn: Day | null;
  readonly proof: string;
  readonly proofPiece: string | null;
  readonly version: number;
}

const columns = sql.raw(`c.id, c.assessment_id as assessment, a.edition, a.year, c.provisions, c.question, c.action,
  c.lead, c.target_on as "targetOn", c.target_words as "targetWords", c.progress, c.mandatory, c.state,
  c.ended_on as "endedOn", c.proof, c.proof_piece as "proofPiece", c.version`);

/** The open ones first, by their day; those without a day after them. */
export async function listActions(
  trx: Trx,
  which: { readonly assessment?: string; readonly show?: 'open' | 'overdue' | 'all'; readonly today?: Day } = {},
): Promise<Action[]> {
  const { assessment, show = 'all', today } = which;
  const { rows } = await sql<Action>`
    select ${columns}
    from assessment_action c
    join self_assessment a on a.landlord_id = c.landlord_id and a.id = c.assessment_id
    where c.landlord_id = ${trx.landlordId}
      and ${assessment === undefined ? sql`true` : sql`c.assessment_id::text = ${assessment}`}
      and ${show === 'all' ? sql`true` : sql`c.state = 'open'`}
      and ${show === 'overdue' ? sql`c.target_on < ${today ?? '0001-01-01'}` : sql`true`}
    order by c.state <> 'open', c.target_on nulls last, c.place, c.made_at, c.id`.execute(trx);
  return rows;
}

export async function findAction(trx: Trx, id: string): Promise<Action | null> {
  const { rows } = await sql<Action>`
    select ${columns}
    from assessment_action c
    join self_assessment a on a.landlord_id = c.landlord_id and a.id = c.assessment_id
    where c.landlord_id = ${trx.landlordId} and c.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export async function addAction(
  trx: Trx,
  assessment: string,
  action: ActionWritten,
  by: StaffId | null,
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into assessment_action (landlord_id, id, assessment_id, provisions, action, lead, target_on, target_words,
      progress, mandatory, place, made_by)
    select ${trx.landlordId}, ${id}, ${assessment}, ${[...action.provisions]}, ${action.action}, ${action.lead},
      ${action.targetOn}, ${action.targetWords}, ${action.progress}, ${action.mandatory},
      least(coalesce(max(place), -1) + 1, 32767), ${by}
    from assessment_action where landlord_id = ${trx.landlordId} and assessment_id = ${assessment}`.execute(trx);
  await noteChange(trx, { about: 'action', subject: id, words: 'Added', by });
  return id;
}

/** False when somebody else changed it meanwhile, or it has ended: then nothing was written. */
export async function changeAction(
  trx: Trx,
  id: string,
  to: ActionWritten & { readonly expected: number },
  by: StaffId | null,
): Promise<boolean> {
  const was = await findAction(trx, id);
  const { rows } = await sql`
    update assessment_action set provisions = ${[...to.provisions]}, action = ${to.action}, lead = ${to.lead},
      target_on = ${to.targetOn}, target_words = ${to.targetWords}, progress = ${to.progress},
      mandatory = ${to.mandatory}, version = version + 1
    where landlord_id = ${trx.landlordId} and id::text = ${id} and version = ${to.expected} and state = 'open'
    returning id`.execute(trx);
  if (rows.length === 0 || was === null) return false;
  const names = { action: 'action', lead: 'lead', targetWords: 'target', progress: 'progress' } as const;
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    if (was[key] === to[key]) continue;
    const words = `The ${names[key]} changed from ‘${was[key]}’ to ‘${to[key]}’`;
    await noteChange(trx, { about: 'action', subject: id, words, by });
  }
  return true;
}

/** Done, with how one can see it; or dropped, with why. False when it had ended already. */
export async function endAction(
  trx: Trx,
  id: string,
  end: { readonly as: 'done' | 'dropped'; readonly on: Day; readonly proof: string; readonly piece: string | null },
  by: StaffId,
): Promise<boolean> {
  const { rows } = await sql`
    update assessment_action set state = ${end.as}, ended_on = ${end.on}, proof = ${end.proof},
      proof_piece = ${end.piece}, version = version + 1
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state = 'open'
    returning id`.execute(trx);
  if (rows.length === 0) return false;
  const words = end.as === 'done' ? `Done: ${end.proof}` : `Dropped: ${end.proof}`;
  await noteChange(trx, { about: 'action', subject: id, words, by });
  return true;
}

/** An open action whose day is over. One without a day is never overdue: it is listed as without a day. */
export function isOverdue(action: Pick<Action, 'state' | 'targetOn'>, today: Day): boolean {
  return action.state === 'open' && action.targetOn !== null && action.targetOn < today;
}

/** The actions of a list of unmet provisions, in the shape in which reports carry them. */
export function actionsFor(actions: readonly Action[], provision: string): Unmet['actions'] {
  return actions
    .filter((one) => one.provisions.includes(provision) && one.state !== 'dropped')
    .map(({ action, lead, targetOn, targetWords, progress, state }) => ({
      action,
      lead,
      targetOn,
      targetWords,
      progress,
      done: state === 'done',
    }));
}
