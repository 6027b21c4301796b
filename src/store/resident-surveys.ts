/**
 * Who was asked how their complaint was handled, once for each person of a case, and what became of the asking. The
 * answers stand in the history; here stands only that there were any, so that rates of response are honest.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface SurveyAsked {
  readonly caseId: CaseId;
  /** Null: nobody is named in the case. */
  readonly person: PersonId | null;
  readonly on: Day;
  /** 'stopped': they had said before that they want no more such questions. */
  readonly became: 'asked' | 'no-way' | 'stopped';
  readonly message: string | null;
}

/** False when this person was asked about this case before. */
export async function noteSurveyAsked(trx: Trx, asked: SurveyAsked): Promise<boolean> {
  const { rows } = await sql`
    insert into survey_asked (landlord_id, id, case_id, person_id, asked_on, became, message_id)
    values (${trx.landlordId}, ${randomUUID()}, ${asked.caseId}, ${asked.person}, ${asked.on}, ${asked.became},
      ${asked.message})
    on conflict (landlord_id, case_id, person_id) do nothing
    returning id`.execute(trx);
  return rows.length > 0;
}

export type SurveyWay = 'link' | 'phone' | 'in-person' | 'letter';

/** That they answered; whoever was asked by telephone alone was asked that day. */
export async function noteSurveyAnswered(
  trx: Trx,
  answer: { readonly caseId: CaseId; readonly person: PersonId | null; readonly on: Day; readonly how: SurveyWay },
): Promise<void> {
  const { caseId, person, on, how } = answer;
  const { rows } = await sql`
    update survey_asked set answered_on = ${on}, answered_how = ${how}
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id is not distinct from ${person}::uuid
    returning id`.execute(trx);
  if (rows.length > 0) return;
  await sql`
    insert into survey_asked (landlord_id, id, case_id, person_id, asked_on, became, answered_on, answered_how)
    values (${trx.landlordId}, ${randomUUID()}, ${caseId}, ${person}, ${on}, 'asked', ${on}, ${how})`.execute(trx);
}

/** Whether this person has answered about this case; null when nobody asked them. */
export async function surveyOf(
  trx: Trx,
  caseId: CaseId,
  person: PersonId,
): Promise<{ readonly answeredOn: Day | null } | null> {
  const { rows } = await sql<{ answeredOn: Day | null }>`
    select answered_on as "answeredOn" from survey_asked
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person}`.execute(trx);
  return rows[0] ?? null;
}

/** From then on this person is sent no questions of this kind, about whatever case. */
export async function stopSurveys(trx: Trx, person: PersonId, now: Date): Promise<void> {
  await sql`
    insert into survey_stop (landlord_id, person_id, stopped_at)
    values (${trx.landlordId}, ${person}, ${now.toISOString()})
    on conflict do nothing`.execute(trx);
}

/** They told us that they want such questions again. */
export async function allowSurveys(trx: Trx, person: PersonId): Promise<void> {
  await sql`delete from survey_stop where landlord_id = ${trx.landlordId} and person_id = ${person}`.execute(trx);
}

export async function hasStoppedSurveys(trx: Trx, person: PersonId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from survey_stop where landlord_id = ${trx.landlordId} and person_id = ${person}`.execute(trx);
  return rows.length > 0;
}
