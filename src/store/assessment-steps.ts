/** What became of a self-assessment: put to the governing body, answered, approved, published, and by whom. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export const assessmentStates = ['draft', 'put', 'approved', 'published', 'superseded'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export type StepDid = 'began' | 'read' | 'put' | 'taken-back' | 'responded' | 'approved' | 'published' | 'superseded';

export interface Step {
  readonly did: StepDid;
  readonly on: Day;
  readonly at: string;
  readonly by: string | null;
  readonly body: string | null;
  readonly minutes: string | null;
  readonly words: string | null;
  readonly saidBy: string | null;
  readonly outstanding: readonly string[];
}

export interface NewStep {
  readonly did: StepDid;
  readonly on: Day;
  readonly by: StaffId | null;
  readonly body?: string | null;
  readonly minutes?: string | null;
  readonly words?: string | null;
  readonly saidBy?: string | null;
  readonly outstanding?: readonly string[];
}

export async function noteStep(trx: Trx, id: string, step: NewStep): Promise<void> {
  await sql`
    insert into assessment_step (landlord_id, assessment_id, by_staff_id, did, happened_on, body, minutes, words, said_by,
      outstanding)
    values (${trx.landlordId}, ${id}, ${step.by}, ${step.did}, ${step.on}, ${step.body ?? null}, ${step.minutes ?? null},
      ${step.words ?? null}, ${step.saidBy ?? null}, ${[...(step.outstanding ?? [])]})`.execute(trx);
}

export async function stepsOf(trx: Trx, id: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select t.did, t.happened_on as on, t.at, s.name as by, t.body, t.minutes, t.words, t.said_by as "saidBy", t.outstanding
    from assessment_step t
    left join staff s on s.landlord_id = t.landlord_id and s.id = t.by_staff_id
    where t.landlord_id = ${trx.landlordId} and t.assessment_id = ${id}
    order by t.id`.execute(trx);
  return rows;
}

/** Which states may follow which: an approved assessment is never edited, it is repeated. */
const mayFollow: Readonly<Record<AssessmentState, readonly AssessmentState[]>> = {
  draft: ['put'],
  put: ['draft', 'approved'],
  approved: ['published', 'superseded'],
  published: ['superseded'],
  superseded: [],
};

/** Moves one on. False when somebody else moved it in between, or it can't go there: then nothing was written. */
export async function moveAssessment(
  trx: Trx,
  id: string,
  to: { readonly state: AssessmentState; readonly from: AssessmentState; readonly step: NewStep },
): Promise<boolean> {
  if (!mayFollow[to.from].includes(to.state)) return false;
  const { rows } = await sql`
    update self_assessment set state = ${to.state}, version = version + 1
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state = ${to.from}
    returning id`.execute(trx);
  if (rows.length === 0) return false;
  await noteStep(trx, id, to.step);
  if (to.state === 'published') await supersedeOthers(trx, id, to.step);
  return true;
}

/** The one that was published before in the same year and edition is no longer the one that stands. */
async function supersedeOthers(trx: Trx, id: string, step: NewStep): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update self_assessment o set state = 'superseded', version = o.version + 1
    from self_assessment a
    where a.landlord_id = ${trx.landlordId} and a.id::text = ${id} and o.landlord_id = a.landlord_id
      and o.edition = a.edition and o.year = a.year and o.round < a.round and o.state in ('approved', 'published')
    returning o.id`.execute(trx);
  for (const other of rows) await noteStep(trx, other.id, { did: 'superseded', on: step.on, by: step.by });
}
