/** What runs late today and is not done: counted, and case by case. It is read from what is still to do, and stored nowhere. */
import { sql } from 'kysely';
import type { StillToDo } from '../assess/shown/words.js';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import type { Period } from '../reports/measured.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

/** Cases past a day of the period, by what is still to do; a clock also by its stage, as some provisions are. */
export async function lateNow(
  trx: Trx,
  edition: Edition,
  period: Period,
  today: Day,
): Promise<ReadonlyMap<StillToDo, number>> {
  const found = await sql<{ what: StillToDo; n: number }>`
    with ${late(trx, edition, period, today)}
    select w.what, count(distinct late.case_id)::int as n
    from late, unnest(late.whats) as w (what)
    group by w.what`.execute(trx);
  return new Map(found.rows.map((row) => [row.what, row.n]));
}

export interface RunningLate {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly dueOn: Day;
}

/** The cases behind such a count, the longest late first, each once. */
export async function casesRunningLate(
  trx: Trx,
  {
    edition,
    period,
    today,
    hidden = [],
  }: {
    readonly edition: Edition;
    readonly period: Period;
    readonly today: Day;
    readonly hidden?: readonly CaseId[];
  },
  whats: readonly StillToDo[],
  most: number,
): Promise<readonly RunningLate[]> {
  if (whats.length === 0) return [];
  const found = await sql<RunningLate>`
    with ${late(trx, edition, period, today)}
    select late.case_id as "caseId", late.reference, min(late.due_on) as "dueOn"
    from late
    where late.whats && ${whats}::text[] and ${notAmong('late.case_id', hidden)}
    group by late.case_id, late.reference
    order by min(late.due_on), late.reference
    limit ${most}`.execute(trx);
  return found.rows;
}

function late(trx: Trx, edition: Edition, { from, until }: Period, today: Day) {
  const before = until < today ? until : addDays(today, -1);
  const ofEdition = sql`join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = t.case_id
      where t.landlord_id = ${trx.landlordId} and c.edition = ${edition} and ${notTakenBack}`;
  return sql`late (case_id, reference, due_on, whats) as materialized (
    select t.case_id, c.reference, t.due_on, array[t.kind, t.kind || '-at-stage-' || t.stage]
    from clock t ${ofEdition} and t.running and t.due_on between ${from} and ${before}
    union all
    select t.case_id, c.reference, t.review_on, array['adjustment-review']
    from adjustment t ${ofEdition} and t.ended_on is null and t.review_on between ${from} and ${before}
    union all
    select t.case_id, c.reference, t.review_on, array['restriction-review']
    from restriction t ${ofEdition} and t.lifted_on is null and t.review_on between ${from} and ${before}
      and coalesce(t.until, 'infinity') > t.review_on
    union all
    select t.case_id, c.reference, t.due_on, array['order']
    from ombudsman_order t ${ofEdition} and t.counts and t.complied_on is null and t.due_on between ${from} and ${before})`;
}
