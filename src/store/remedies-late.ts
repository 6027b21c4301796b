/** Remedies that were put to residents with a date which has passed, and that nobody has done or declined: the oldest first. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, RemedyId, RemedyKind, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface RemedyLate {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly remedyId: RemedyId;
  readonly kind: RemedyKind;
  readonly pence: number | null;
  readonly dueOn: Day;
  /** Two people have seen the sum: it has only to be paid. */
  readonly approved: boolean;
  readonly handler: StaffId | null;
}

/** The first of them, and how many there are; as `owedRemedies` of a case sees them. */
export async function remediesLate(
  trx: Trx,
  today: Day,
  { hidden, most }: { readonly hidden: readonly CaseId[]; readonly most: number },
): Promise<{ readonly rows: readonly RemedyLate[]; readonly total: number }> {
  const { rows } = await sql<RemedyLate & { total: number }>`
    select * from (
      select r.case_id as "caseId", c.reference, r.remedy_id as "remedyId", r.kind, r.pence,
        coalesce(k.due_on, r.due_on) as "dueOn", coalesce(k.state = 'approved', false) as approved,
        c.handler_id as handler, count(*) over ()::int as total
      from complaint c
      join remedy r on r.landlord_id = c.landlord_id and r.case_id = c.case_id
      left join compensation k
        on k.landlord_id = r.landlord_id and k.case_id = r.case_id and k.remedy_id = r.remedy_id
      where c.landlord_id = ${trx.landlordId} and c.live and r.counts and r.state in ('offered', 'accepted')
        and coalesce(k.due_on, r.due_on) < ${today} and ${notAmong('c.case_id', hidden)}
        and (k.state = 'approved' or exists (
          select from stage s where s.landlord_id = r.landlord_id and s.case_id = r.case_id and s.stage = r.stage
            and s.responded_on is not null))) late
    order by "dueOn", "remedyId"
    limit ${sql.lit(Math.trunc(most))}`.execute(trx);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
