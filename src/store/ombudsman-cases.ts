/** The Ombudsmen's cases as lists show them, and what of one the making of a bundle has to know. */
import { sql } from 'kysely';
import type { NextStep, OmbudsmanState } from '../complaint/ombudsman-case.js';
import type { Day } from '../facts/days.js';
import type { CaseId, WhichOmbudsman } from '../facts/happened.js';
import type { Trx } from './database.js';
import { hiddenCases, notAmong, type Viewer } from './staff-concerned.js';

/** The request for evidence that waits for its answer, the earliest due where there are more; null when none does. */
export async function evidenceRequestOf(
  trx: Trx,
  caseId: CaseId,
): Promise<{ dueOn: Day; askedOn: Day; ombudsman: WhichOmbudsman; caseNumber: string | null } | null> {
  const { rows } = await sql<{ dueOn: Day; askedOn: Day; ombudsman: WhichOmbudsman; caseNumber: string | null }>`
    select e.due_on as "dueOn", e.asked_on as "askedOn", e.ombudsman, o.case_number as "caseNumber"
    from evidence_request e
    join ombudsman_case o using (landlord_id, case_id, ombudsman)
    where e.landlord_id = ${trx.landlordId} and e.case_id = ${caseId} and e.waits
    order by e.due_on, e.seq
    limit 1`.execute(trx);
  return rows[0] ?? null;
}

export interface OmbudsmanCaseRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string | null;
  readonly state: OmbudsmanState;
  readonly stateOn: Day;
  readonly ordersOpen: number;
  readonly nextWhat: NextStep['what'] | null;
  readonly nextDueOn: Day | null;
  readonly extensionAskedTo: Day | null;
}

/** The cases in these states that the viewer may open, those with the earliest next day first; `from` rows on. */
export async function ombudsmanCases(
  trx: Trx,
  { states, viewer }: { readonly states: readonly OmbudsmanState[]; readonly viewer: Viewer },
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly OmbudsmanCaseRow[]> {
  const hidden = await hiddenCases(trx, viewer);
  const { rows } = await sql<OmbudsmanCaseRow>`
    select o.case_id as "caseId", c.reference, o.ombudsman, o.case_number as "caseNumber", o.state,
      o.state_on as "stateOn", o.orders_open as "ordersOpen", o.next_what as "nextWhat", o.next_due_on as "nextDueOn",
      o.extension_asked_to as "extensionAskedTo"
    from ombudsman_case o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.counts and o.state = any (${states}::text[])
      and ${notAmong('o.case_id', hidden)}
    order by o.next_due_on nulls last, o.state_on, o.case_id, o.ombudsman
    limit ${most} offset ${from}`.execute(trx);
  return rows;
}

/** How many there are in each state. */
export async function countOmbudsmanCases(trx: Trx, viewer: Viewer): Promise<ReadonlyMap<OmbudsmanState, number>> {
  const hidden = await hiddenCases(trx, viewer);
  const { rows } = await sql<{ state: OmbudsmanState; n: number }>`
    select state, count(*)::int as n from ombudsman_case
    where landlord_id = ${trx.landlordId} and counts and ${notAmong('case_id', hidden)} group by state`.execute(trx);
  return new Map(rows.map(({ state, n }) => [state, n]));
}
