/** From what a text can be written: what cases taught, and improvements with their numbers. Nothing of a case is copied. */
import { sql } from 'kysely';
import type { Day } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import { notTakenBack } from '../counted-cases.js';
import type { Trx } from '../database.js';

export interface LearningSource {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly reference: string;
  readonly on: Day;
  readonly area: string | null;
  readonly category: string | null;
  readonly learnt: string;
}

export interface ImprovementSource {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  readonly proof: string | null;
  readonly area: string | null;
  readonly category: string | null;
  readonly on: Day;
  readonly effect: {
    readonly days: number;
    readonly before: number;
    readonly after: number;
    readonly worked: boolean;
  } | null;
}

/** What cases taught since a day and the text does not tell yet, the newest first; or one of them. */
export async function learningFor(
  trx: Trx,
  text: string,
  asked: { readonly since: Day } | { readonly caseId: string; readonly seq: number },
  most = 30,
): Promise<LearningSource[]> {
  const which =
    'since' in asked
      ? sql`l.found_on >= ${asked.since} and not exists (
          select from shared_item i
          where i.landlord_id = e.landlord_id and i.text_id = ${text} and i.case_id = e.case_id and i.seq = e.seq)`
      : sql`e.case_id::text = ${asked.caseId} and e.seq = ${asked.seq}`;
  const { rows } = await sql<LearningSource>`
    select distinct on (l.found_on, e.case_id, e.seq) e.case_id as "caseId", e.seq, c.reference, e.happened_on as "on",
      c.area, c.category, coalesce(w.text, '') as learnt
    from lesson l
    join case_event e on e.landlord_id = l.landlord_id and e.case_id = l.case_id and e.type = 'LearningRecorded'
      and e.happened_on = l.found_on
    join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id and ${notTakenBack}
    left join words w on w.landlord_id = e.landlord_id and w.digest = decode(e.body->>'words', 'hex')
    where l.landlord_id = ${trx.landlordId} and l.kind = 'learning' and ${which}
      and not exists (select from case_event k where k.landlord_id = e.landlord_id and k.case_id = e.case_id
        and k.type = 'EntryCorrected' and (k.body->>'seq')::int = e.seq)
    order by l.found_on desc, e.case_id, e.seq
    limit ${most}`.execute(trx);
  return rows;
}

/** Improvements that are done, tested or closed and that the text does not tell yet; or one of them. */
export async function improvementsFor(
  trx: Trx,
  text: string,
  asked: { readonly since: Day } | { readonly id: string },
): Promise<ImprovementSource[]> {
  const which =
    'since' in asked
      ? sql`p.done_on >= ${asked.since} and not exists (
          select from shared_item i
          where i.landlord_id = p.landlord_id and i.text_id = ${text} and i.improvement_id = p.id)`
      : sql`p.id::text = ${asked.id}`;
  const { rows } = await sql<ImprovementSource>`
    select p.id, p.title, p.aim, p.proof, p.about_area as area, p.about_category as category, p.done_on as "on",
      (select json_build_object('days', r.days, 'before', r.before_n, 'after', r.after_n, 'worked', r.worked)
        from improvement_review r where r.landlord_id = p.landlord_id and r.improvement_id = p.id
        order by r.n desc limit 1) as effect
    from improvement_plan p
    where p.landlord_id = ${trx.landlordId} and p.done_on is not null and ${which}
    order by p.done_on desc, p.id
    limit 30`.execute(trx);
  return rows;
}

/** Every case that stands behind the items of a text: the case itself, or those of its improvement. */
export async function casesBehindText(trx: Trx, text: string): Promise<CaseId[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    select i.case_id from shared_item i
    where i.landlord_id = ${trx.landlordId} and i.text_id = ${text} and i.case_id is not null
    union
    select m.case_id from shared_item i
    join improvement m on m.landlord_id = i.landlord_id and m.improvement_id = i.improvement_id::text
    where i.landlord_id = ${trx.landlordId} and i.text_id = ${text}
    order by 1`.execute(trx);
  return rows.map((row) => row.case_id);
}
