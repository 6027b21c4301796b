/** Calls that somebody was promised: who rings whom, by when, what was tried, and how it ended. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId, StaffId } from '../facts/happened.js';
import { isUuid, type Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export const tryResults = ['no-answer', 'left-a-message', 'number-wrong', 'asked-for-later', 'spoken'] as const;
export type TryResult = (typeof tryResults)[number];

export const callBackEnds = ['spoken', 'written-instead', 'no-longer-wanted'] as const;
export type CallBackEnd = (typeof callBackEnds)[number];

export interface NewCallBack {
  readonly caseId: CaseId;
  readonly person: PersonId | null;
  /** Who rings; null while nobody has taken it. */
  readonly staff: StaffId | null;
  readonly dueOn: Day;
  readonly bestTime: string | null;
  readonly about: string | null;
  readonly by: StaffId;
}

export interface CallBack extends Omit<NewCallBack, 'by'> {
  readonly id: string;
  readonly reference: string;
  readonly personName: string | null;
  readonly staffName: string | null;
  readonly madeBy: StaffId;
  readonly madeAt: string;
  readonly tries: readonly { readonly at: string; readonly by: string; readonly result: TryResult }[];
  /** Null while it is owed. */
  readonly ended: { readonly at: string; readonly as: CallBackEnd } | null;
}

const row = sql`
  select b.id, b.case_id as "caseId", h.reference, b.person_id as person, p.name as "personName", b.staff_id as staff,
    s.name as "staffName", b.due_on as "dueOn", b.best_time as "bestTime", b.about, b.made_by as "madeBy",
    b.made_at as "madeAt",
    coalesce((
      select json_agg(json_build_object('at', t.tried_at, 'by', w.name, 'result', t.result) order by t.id)
      from call_back_try t
      join staff w on w.landlord_id = t.landlord_id and w.id = t.by_staff_id
      where t.landlord_id = b.landlord_id and t.call_back_id = b.id), '[]'::json) as tries,
    case when b.ended_at is null then null else json_build_object('at', b.ended_at, 'as', b.ended_as) end as ended
  from call_back b
  join case_head h on h.landlord_id = b.landlord_id and h.case_id = b.case_id
  left join person p on p.landlord_id = b.landlord_id and p.id = b.person_id
  left join staff s on s.landlord_id = b.landlord_id and s.id = b.staff_id`;

/** Promises a call, and gives its id. */
export async function promiseCall(trx: Trx, call: NewCallBack): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into call_back (landlord_id, id, case_id, person_id, staff_id, due_on, best_time, about, made_by)
    values (${trx.landlordId}, ${id}, ${call.caseId}, ${call.person}, ${call.staff}, ${call.dueOn}, ${call.bestTime},
      ${call.about}, ${call.by})`.execute(trx);
  return id;
}

/** The calls that are owed, the longest due first; only those of one person when asked. */
export async function callsOwed(
  trx: Trx,
  whose: StaffId | null = null,
  hidden: readonly CaseId[] = [],
  most = 200,
): Promise<CallBack[]> {
  const found = await sql<CallBack>`
    ${row}
    where b.landlord_id = ${trx.landlordId} and b.ended_at is null and ${notAmong('b.case_id', hidden)}
      and (${whose}::uuid is null or b.staff_id = ${whose}::uuid)
    order by b.due_on, b.made_at, b.id
    limit ${most}`.execute(trx);
  return found.rows;
}

/** How many calls are due by today, late ones included. */
export async function countCallsDue(
  trx: Trx,
  today: Day,
  whose: StaffId | null = null,
  hidden: readonly CaseId[] = [],
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from call_back b
    where b.landlord_id = ${trx.landlordId} and b.ended_at is null and b.due_on <= ${today}
      and ${notAmong('b.case_id', hidden)} and (${whose}::uuid is null or b.staff_id = ${whose}::uuid or b.staff_id is null)`.execute(
    trx,
  );
  return found.rows[0]?.n ?? 0;
}

/** The calls of a case, those still owed first. */
export async function callsOfCase(trx: Trx, caseId: CaseId): Promise<CallBack[]> {
  const found = await sql<CallBack>`
    ${row}
    where b.landlord_id = ${trx.landlordId} and b.case_id = ${caseId}
    order by b.ended_at is not null, b.due_on, b.made_at`.execute(trx);
  return found.rows;
}

/** One call; null when this landlord has none of that id. */
export async function readCallBack(trx: Trx, id: string): Promise<CallBack | null> {
  if (!isUuid(id)) return null;
  const found = await sql<CallBack>`${row} where b.landlord_id = ${trx.landlordId} and b.id = ${id}`.execute(trx);
  return found.rows[0] ?? null;
}

/** Records that it was tried, with what came of it, and perhaps a new day. Somebody who tries a call has taken it. */
export async function triedCall(
  trx: Trx,
  id: string,
  tried: { readonly by: StaffId; readonly at: Date; readonly result: TryResult; readonly again: Day | null },
): Promise<void> {
  await sql`
    insert into call_back_try (landlord_id, call_back_id, tried_at, by_staff_id, result)
    values (${trx.landlordId}, ${id}, ${tried.at.toISOString()}, ${tried.by}, ${tried.result})`.execute(trx);
  await sql`
    update call_back set due_on = coalesce(${tried.again}::date, due_on), staff_id = coalesce(staff_id, ${tried.by})
    where landlord_id = ${trx.landlordId} and id = ${id} and ended_at is null`.execute(trx);
}

/** Ends a call; false when it had ended. */
export async function endCall(
  trx: Trx,
  id: string,
  ended: { readonly by: StaffId; readonly at: Date; readonly as: CallBackEnd },
): Promise<boolean> {
  const found = await sql`
    update call_back set ended_at = ${ended.at.toISOString()}, ended_by = ${ended.by}, ended_as = ${ended.as}
    where landlord_id = ${trx.landlordId} and id = ${id} and ended_at is null
    returning id`.execute(trx);
  return found.rows.length > 0;
}

/** Takes away what residents said about when and why to ring, with the other words of their case. */
export async function forgetCallWords(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`update call_back set best_time = null, about = null
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
}
