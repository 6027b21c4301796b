/** Sums of compensation across every case: what waits for approval, what waits to be paid, what was paid. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, RemedyId, StaffId } from '../facts/happened.js';
import { type Trx, together } from './database.js';
import { hiddenCases, notAmong, type Viewer } from './staff-concerned.js';
import { readWords } from './words.js';

export const compensationLists = ['waiting', 'approved', 'paid'] as const;
export type CompensationList = (typeof compensationLists)[number];

export interface CompensationRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly area: string | null;
  readonly remedy: RemedyId;
  readonly stage: number | null;
  readonly totalPence: number;
  readonly borneBy: string | null;
  readonly setOffPence: number;
  readonly workedOutOn: Day;
  readonly workedOutBy: StaffId | null;
  readonly approvedOn: Day | null;
  readonly approvedBy: StaffId | null;
  readonly dueOn: Day | null;
  readonly paidOn: Day | null;
  readonly paidPence: number | null;
  readonly paidHow: string | null;
  readonly paidReference: string | null;
}

const columns = sql.raw(`m.case_id as "caseId", c.reference, c.area, m.remedy_id as remedy, m.stage,
  m.total_pence as "totalPence", m.borne_by as "borneBy", m.set_off_pence as "setOffPence",
  m.worked_out_on as "workedOutOn", m.worked_out_by as "workedOutBy", m.approved_on as "approvedOn",
  m.approved_by as "approvedBy", m.due_on as "dueOn", m.paid_on as "paidOn", m.paid_pence as "paidPence",
  m.paid_how as "paidHow", m.paid_reference as "paidReference"`);

/** What was declined is nobody's to pay; what was sent back stands with its case. */
function conditions(trx: Trx, list: CompensationList, hidden: readonly CaseId[]): RawBuilder<unknown> {
  return sql`m.landlord_id = ${trx.landlordId} and m.counts and m.state = ${list}
    and (m.state <> 'approved' or not m.declined) and ${notAmong('m.case_id', hidden)}`;
}

function order(list: CompensationList): RawBuilder<unknown> {
  switch (list) {
    case 'waiting':
      return sql.raw('m.worked_out_on, m.remedy_id');
    case 'approved':
      return sql.raw('m.due_on nulls last, m.approved_on, m.remedy_id');
    case 'paid':
      return sql.raw('m.paid_on desc, m.remedy_id');
  }
}

export interface CompensationPage {
  readonly rows: readonly CompensationRow[];
  readonly total: number;
  readonly totalPence: number;
}

/** The first rows of a list, the most pressing first, with how many there are and what they come to. */
export async function readCompensation(
  trx: Trx,
  list: CompensationList,
  viewer: Viewer,
  most = 100,
): Promise<CompensationPage> {
  const where = conditions(trx, list, await hiddenCases(trx, viewer));
  const [counted, found] = await together(
    sql<{ n: number; pence: string }>`
      select count(*)::int as n, coalesce(sum(coalesce(m.paid_pence, m.total_pence)), 0)::text as pence
      from compensation m
      where ${where}`.execute(trx),
    sql<CompensationRow>`
      select ${columns}
      from compensation m
      join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
      where ${where}
      order by ${order(list)}
      limit ${most}`.execute(trx),
  );
  return {
    rows: found.rows,
    total: counted.rows[0]?.n ?? 0,
    totalPence: Number(counted.rows[0]?.pence ?? 0),
  };
}

export interface CompensationWaiting {
  readonly waiting: number;
  /** Approved, and past the day on which the resident was told that they would have it. */
  readonly late: number;
}

/** What somebody has to see to. */
export async function compensationWaiting(trx: Trx, viewer: Viewer): Promise<CompensationWaiting> {
  const hidden = await hiddenCases(trx, viewer);
  const [waiting, approved] = [conditions(trx, 'waiting', hidden), conditions(trx, 'approved', hidden)];
  const { rows } = await sql<CompensationWaiting>`
    select (select count(*)::int from compensation m where ${waiting} and m.worked_out_by is distinct from ${viewer.staff}) as waiting,
      (select count(*)::int from compensation m where ${approved} and m.due_on < ${viewer.today}) as late`.execute(trx);
  return rows[0] ?? { waiting: 0, late: 0 };
}

export interface CompensationExport extends CompensationRow {
  /** The resident, to whom it is paid unless some of it is set off; null while nobody knows who they are. */
  readonly payee: string | null;
  readonly heads: readonly { readonly head: string; readonly pence: number }[];
  /** The words of the payment's reference; null where there is none, or where it was erased. */
  readonly referenceWords: string | null;
}

/** Everything that is approved and unpaid, or that was paid, for finance. */
export async function exportCompensation(
  trx: Trx,
  list: 'approved' | 'paid',
  viewer: Viewer,
): Promise<readonly CompensationExport[]> {
  const where = conditions(trx, list, await hiddenCases(trx, viewer));
  const { rows } = await sql<Omit<CompensationExport, 'referenceWords'>>`
    select ${columns}, p.name as payee,
      coalesce((select jsonb_agg(jsonb_build_object('head', h.head, 'pence', h.pence) order by h.n)
        from compensation_head h
        where h.landlord_id = m.landlord_id and h.case_id = m.case_id and h.remedy_id = m.remedy_id), '[]') as heads
    from compensation m
    join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    left join person p on p.landlord_id = c.landlord_id and p.id = c.person_id
    where ${where}
    order by ${order(list)}`.execute(trx);
  const words = await readWords(
    trx,
    rows.flatMap(({ paidReference }) => paidReference ?? []),
  );
  return rows.map((row) => ({
    ...row,
    referenceWords: row.paidReference === null ? null : (words.get(row.paidReference) ?? null),
  }));
}
