/** Orders and recommendations that are still to be done, or whose proof is still to be sent: the overdue first. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, OrderId, StaffId, WhichOmbudsman } from '../facts/happened.js';
import type { Trx } from './database.js';
import { hiddenCases, notAmong, type Viewer } from './staff-concerned.js';

/** 'no-date': the order states none, so it stands before all others. */
export const orderShows = ['overdue', 'no-date', 'coming', 'recommendations', 'all'] as const;
export type OrderShow = (typeof orderShows)[number];

export interface OrderRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly order: OrderId;
  readonly ombudsman: WhichOmbudsman;
  readonly binding: boolean;
  readonly wider: boolean;
  readonly madeOn: Day;
  readonly dueOn: Day | null;
  readonly pence: number | null;
  readonly owner: StaffId | null;
  readonly compliedOn: Day | null;
  readonly accepted: boolean | null;
}

function which(show: OrderShow, today: Day) {
  switch (show) {
    case 'overdue':
      return sql`o.binding and o.due_on < ${today}`;
    case 'no-date':
      return sql`o.binding and o.due_on is null`;
    case 'coming':
      return sql`o.binding and o.due_on >= ${today}`;
    case 'recommendations':
      return sql`not o.binding`;
    case 'all':
      return sql`true`;
    default:
      return show satisfies never;
  }
}

/** One page of them; with an owner, only theirs. */
export async function outstandingOrders(
  trx: Trx,
  { show, owner, viewer }: { readonly show: OrderShow; readonly owner: StaffId | null; readonly viewer: Viewer },
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly OrderRow[]> {
  const hidden = await hiddenCases(trx, viewer);
  const { rows } = await sql<OrderRow>`
    with those as materialized (
      select o.* from ombudsman_order o
      where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts and ${which(show, viewer.today)}
        and ${notAmong('o.case_id', hidden)}
        and (${owner}::uuid is null or o.owner_id = ${owner}::uuid)
      order by o.due_on nulls first, o.case_id, o.order_id
      limit ${most} offset ${from}
    )
    select o.case_id as "caseId", c.reference, o.order_id as "order", o.ombudsman, o.binding, o.wider,
      o.made_on as "madeOn", o.due_on as "dueOn", o.pence, o.owner_id as owner, o.complied_on as "compliedOn", o.accepted
    from those o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    order by o.due_on nulls first, o.case_id, o.order_id`.execute(trx);
  return rows;
}

/** How many there are of each. */
export async function countOrders(trx: Trx, viewer: Viewer): Promise<Readonly<Record<OrderShow, number>>> {
  const { today } = viewer;
  const hidden = await hiddenCases(trx, viewer);
  const { rows } = await sql<Record<OrderShow, number>>`
    select ${sql.join(orderShows.map((show) => sql`count(*) filter (where ${which(show, today)})::int as ${sql.ref(show)}`))}
    from ombudsman_order o
    where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts and ${notAmong('o.case_id', hidden)}`.execute(
    trx,
  );
  return rows[0] ?? { overdue: 0, 'no-date': 0, coming: 0, recommendations: 0, all: 0 };
}
