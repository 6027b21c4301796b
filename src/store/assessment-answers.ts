/** Answers to provisions: one row for each, every version kept, and never a second writer over a first unseen. */
import { sql } from 'kysely';
import type { Answer } from '../assess/answers.js';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

/** What a person writes to one provision. */
export interface Written {
  readonly answer: Answer;
  readonly evidence: string;
  readonly commentary: string;
  readonly reason: string;
  readonly intendedOn: Day | null;
  /** As written, where it is no day: 'tbc'. */
  readonly intendedWords: string;
  /** How a requirement that is new in this edition will be met. */
  readonly plan: string;
}

export interface AnswerRow extends Written {
  readonly provision: string;
  readonly answeredBy: string | null;
  readonly answeredOn: Day | null;
  readonly confirmedBy: string | null;
  /** Where it stood in the document that it was read from. */
  readonly place: string | null;
  readonly sureness: number | null;
  readonly needsPerson: boolean;
  readonly noticed: readonly string[];
  readonly version: number;
}

export const nothingWritten: Written = {
  answer: 'unknown',
  evidence: '',
  commentary: '',
  reason: '',
  intendedOn: null,
  intendedWords: '',
  plan: '',
};

const columns = sql.raw(`w.provision, w.answer, w.evidence, w.commentary, w.reason, w.intended_on as "intendedOn",
  w.intended_words as "intendedWords", w.plan, w.answered_by_name as "answeredBy", w.answered_on as "answeredOn",
  c.name as "confirmedBy", w.place, w.sureness, w.needs_person as "needsPerson", w.noticed, w.version`);

export async function answersOf(trx: Trx, assessment: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select ${columns}
    from assessment_answer w
    left join staff c on c.landlord_id = w.landlord_id and c.id = w.confirmed_by
    where w.landlord_id = ${trx.landlordId} and w.assessment_id = ${assessment}`.execute(trx);
  return rows;
}

export async function answerTo(trx: Trx, assessment: string, provision: string): Promise<AnswerRow | null> {
  const { rows } = await sql<AnswerRow>`
    select ${columns}
    from assessment_answer w
    left join staff c on c.landlord_id = w.landlord_id and c.id = w.confirmed_by
    where w.landlord_id = ${trx.landlordId} and w.assessment_id = ${assessment} and w.provision = ${provision}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

export interface Saving {
  readonly assessment: string;
  readonly provision: string;
  /** The version that the person had before them; 0 when there was none. */
  readonly expected: number;
  readonly by: { readonly id: StaffId; readonly name: string };
  readonly today: Day;
}

export type Saved =
  | { readonly is: 'saved'; readonly version: number }
  /** Somebody else wrote meanwhile: nothing was written, and theirs is here. */
  | { readonly is: 'conflict'; readonly now: AnswerRow }
  /** The assessment is no draft any more. */
  | { readonly is: 'closed' };

/** Writes an answer in a person's name. Whoever changes the answer itself is who answered; mending its words keeps them. */
export async function saveAnswer(
  trx: Trx,
  saving: Saving,
  written: Written,
  pieces: readonly string[] = [],
): Promise<Saved> {
  const { assessment, provision, expected, by, today } = saving;
  const open = await sql`
    select 1 from self_assessment
    where landlord_id = ${trx.landlordId} and id = ${assessment} and state = 'draft' for share`.execute(trx);
  if (open.rows.length === 0) return { is: 'closed' };
  const given = written.answer !== 'unknown';
  const { rows } =
    expected === 0
      ? await sql<{ version: number }>`
          insert into assessment_answer (landlord_id, assessment_id, provision, answer, evidence, commentary, reason,
            intended_on, intended_words, plan, answered_by, answered_by_name, answered_on)
          values (${trx.landlordId}, ${assessment}, ${provision}, ${written.answer}, ${written.evidence},
            ${written.commentary}, ${written.reason}, ${written.intendedOn}, ${written.intendedWords}, ${written.plan},
            ${given ? by.id : null}, ${given ? by.name : null}, ${given ? today : null})
          on conflict do nothing
          returning version`.execute(trx)
      : await sql<{ version: number }>`
          update assessment_answer set answer = ${written.answer}, evidence = ${written.evidence},
            commentary = ${written.commentary}, reason = ${written.reason}, intended_on = ${written.intendedOn},
            intended_words = ${written.intendedWords}, plan = ${written.plan}, version = version + 1,
            needs_person = false,
            answered_by = case when ${!given} then null when answer = ${written.answer} and answered_by is not null then answered_by else ${by.id}::uuid end,
            answered_by_name = case when ${!given} then null when answer = ${written.answer} and answered_by is not null then answered_by_name else ${by.name} end,
            answered_on = case when ${!given} then null when answer = ${written.answer} and answered_by is not null then answered_on else ${today}::date end
          where landlord_id = ${trx.landlordId} and assessment_id = ${assessment} and provision = ${provision}
            and version = ${expected}
          returning version`.execute(trx);
  const version = rows[0]?.version;
  if (version === undefined) {
    const now = await answerTo(trx, assessment, provision);
    if (now === null) throw new Error('an answer that was there is gone');
    return { is: 'conflict', now };
  }
  await sql`
    insert into assessment_answer_version (landlord_id, assessment_id, provision, version, by_staff_id, written)
    values (${trx.landlordId}, ${assessment}, ${provision}, ${version}, ${by.id}, ${JSON.stringify({ ...written, pieces })}::jsonb)`.execute(
    trx,
  );
  return { is: 'saved', version };
}

export interface AnswerVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly written: Partial<Written>;
}

/** Every version of an answer, the latest first. */
export async function versionsOf(trx: Trx, assessment: string, provision: string): Promise<AnswerVersion[]> {
  const { rows } = await sql<AnswerVersion>`
    select v.version, v.at, s.name as by, v.written
    from assessment_answer_version v
    left join staff s on s.landlord_id = v.landlord_id and s.id = v.by_staff_id
    where v.landlord_id = ${trx.landlordId} and v.assessment_id = ${assessment} and v.provision = ${provision}
    order by v.version desc`.execute(trx);
  return rows;
}
