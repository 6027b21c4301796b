/** What became of an improvement: its reviews with the numbers of their days, and every change of it. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Trx } from './database.js';

export interface ImprovementReview {
  readonly n: number;
  readonly reviewedOn: Day;
  readonly by: string;
  readonly worked: boolean;
  readonly words: string;
  readonly doneOn: Day;
  readonly days: number;
  readonly before: number;
  readonly beforeAll: number;
  readonly after: number;
  readonly afterAll: number;
}

export async function reviewsOf(trx: Trx, id: string): Promise<ImprovementReview[]> {
  const { rows } = await sql<ImprovementReview>`
    select r.n, r.reviewed_on as "reviewedOn", s.name as by, r.worked, r.words, r.done_on as "doneOn", r.days,
      r.before_n as before, r.before_all as "beforeAll", r.after_n as after, r.after_all as "afterAll"
    from improvement_review r join staff s on s.landlord_id = r.landlord_id and s.id = r.reviewed_by
    where r.landlord_id = ${trx.landlordId} and r.improvement_id::text = ${id}
    order by r.n desc`.execute(trx);
  return rows;
}

export async function changesOfImprovement(trx: Trx, id: string) {
  const { rows } = await sql<{ at: string; by: string | null; words: string }>`
    select c.at, s.name as by, c.words from improvement_change c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and c.improvement_id::text = ${id}
    order by c.at desc, c.id`.execute(trx);
  return rows;
}
