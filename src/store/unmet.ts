/** What an assessment says is not met, with why, by when and what is done about it: the annual report lists exactly this. */
import { sql } from 'kysely';
import { provisionsOf, type Unmet } from '../assess/answers.js';
import { actionsFor, listActions } from './assessment-actions.js';
import { answersOf } from './assessment-answers.js';
import type { SelfAssessment } from './assessments.js';
import type { Trx } from './database.js';

/** In the order of the Code. Unanswered provisions are not here: they are unknown, and said apart. */
export async function unmetOf(trx: Trx, assessment: Pick<SelfAssessment, 'id' | 'edition'>): Promise<readonly Unmet[]> {
  const answers = new Map((await answersOf(trx, assessment.id)).map((row) => [row.provision, row]));
  const actions = await listActions(trx, { assessment: assessment.id });
  return provisionsOf(assessment.edition).flatMap(({ number, provision }) => {
    const row = answers.get(number);
    if (row === undefined || (row.answer !== 'no' && row.answer !== 'partly')) return [];
    return [
      {
        provision: number,
        duty: provision.duty,
        answer: row.answer,
        reason: row.reason,
        intendedOn: row.intendedOn,
        intendedWords: row.intendedWords,
        commentary: row.commentary,
        actions: actionsFor(actions, number),
      },
    ];
  });
}

/** Provisions by which nobody has said anything yet. */
export async function unansweredOf(
  trx: Trx,
  assessment: Pick<SelfAssessment, 'id' | 'edition'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ provision: string }>`
    select provision from assessment_answer
    where landlord_id = ${trx.landlordId} and assessment_id = ${assessment.id} and answer <> 'unknown'`.execute(trx);
  const given = new Set(rows.map(({ provision }) => provision));
  return provisionsOf(assessment.edition).flatMap(({ number }) => (given.has(number) ? [] : [number]));
}
