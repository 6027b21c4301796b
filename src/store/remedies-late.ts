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

/** The first of them, and how many there are: what `owedRemedies` says of each case is projected with it. */
export async function remediesLate(
  trx: Trx,
  today: Day,
  { hidden, most }: { readonly hidden: readonly CaseId[]; readonly most: number },
): Promise<{ readonly rows: readonly RemedyLate[]; readonly total: number }> {
  const late = sql`r.landlord_id = ${trx.landlordId} and r.owed and r.owed_by < ${today} and ${notAmong('r.case_id', hidden)}`;
  const { rows } = await sql<RemedyLate>`
    with first as materialized (
      select r.* from remedy r where ${late}
      order by r.owed_by, r.remedy_id, r.case_id limit ${most})
    select r.case_id as "caseId", c.reference, r.remedy_id as "remedyId", r.kind, r.pence, r.owed_by as "dueOn",
      coalesce(k.state = 'approved', false) and k.approved_by is distinct from k.worked_out_by as approved,
      c.handler_id as handler
    from first r
    join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    left join compensation k
      on k.landlord_id = r.landlord_id and k.case_id = r.case_id and k.remedy_id = r.remedy_id
    order by r.owed_by, r.remedy_id, r.case_id`.execute(trx);
  if (rows.length < most) return { rows, total: rows.length };
  const counted = await sql<{ n: number }>`select count(*)::int as n from remedy r where ${late}`.execute(trx);
  return { rows, total: counted.rows[0]?.n ?? rows.length };
}
