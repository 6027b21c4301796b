/** Improvements that were done in a year, for whoever writes its report: none goes in by itself. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Period } from '../reports/measured.js';
import type { Trx } from './database.js';

export interface ImprovementToReport {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  readonly doneOn: Day;
  /** The last review, with the numbers of its day; null before there is one. */
  readonly reviewed: {
    readonly worked: boolean;
    readonly days: number;
    readonly before: number;
    readonly after: number;
    readonly beforeAll: number;
    readonly afterAll: number;
  } | null;
}

/** Those that the report does not have under their own title yet. */
export async function improvementsToReport(trx: Trx, report: string, year: Period): Promise<ImprovementToReport[]> {
  const { rows } = await sql<ImprovementToReport>`
    select i.id, i.title, i.aim, coalesce(r.done_on, i.done_on) as "doneOn",
      case when r.n is null then null else json_build_object('worked', r.worked, 'days', r.days, 'before', r.before_n,
        'after', r.after_n, 'beforeAll', r.before_all, 'afterAll', r.after_all) end as reviewed
    from improvement_plan i
    left join lateral (
      select * from improvement_review v where v.landlord_id = i.landlord_id and v.improvement_id = i.id
      order by v.n desc limit 1) r on true
    where i.landlord_id = ${trx.landlordId}
      and coalesce(r.done_on, i.done_on) between ${year.from} and ${year.until}
      and not exists (select 1 from report_item t where t.landlord_id = i.landlord_id and t.report_id::text = ${report}
        and t.part = 'd' and t.title = i.title and t.removed_at is null)
    order by 4, i.id limit 100`.execute(trx);
  return rows;
}

/** What a person begins from: what was changed, and what the numbers say of it. */
export function reportWords({ aim, reviewed }: ImprovementToReport): string {
  const numbers =
    reviewed === null
      ? 'Its effect has not been looked at yet.'
      : `In the ${reviewed.days} days before it there were ${reviewed.before} such complaints among ${reviewed.beforeAll}, in the ${reviewed.days} days after it ${reviewed.after} among ${reviewed.afterAll}. ${reviewed.worked ? 'We judge that it worked.' : 'We judge that it did not work.'}`;
  return [...(aim === '' ? [] : [aim]), numbers].join(' ');
}
