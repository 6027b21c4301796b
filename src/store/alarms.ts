/** Emergencies that somebody on call has to take. An alarm rings at once, and again until a person says that they have it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { enqueue, enqueueAt } from './enqueue.js';
import { listOnCallWays, readRepeatMinutes } from './on-call.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';
import { notAmong, whomToWake } from './staff-concerned.js';
import { londonDay } from './today.js';
import { waysOpen } from './ways-out.js';

export interface Alarm {
  readonly id: string;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly raisedAt: string;
  readonly rung: number;
  readonly takenAt: string | null;
  readonly takenBy: string | null;
  /** How many of its messages did not get through, and why the last of them did not. */
  readonly failed: number;
  readonly trouble: string | null;
}

/** Raises it in the transaction that recorded the emergency, and has it rung at once. */
export async function raiseAlarm(trx: Trx, caseId: CaseId, now: Date): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into alarm (landlord_id, id, case_id, raised_at, next_at)
    values (${trx.landlordId}, ${id}, ${caseId}, ${now.toISOString()}, ${now.toISOString()})`.execute(trx);
  await enqueue(trx, null, null, [{ name: 'ring-on-call', payload: { alarm: id, ring: 1 } }]);
  return id;
}

/** The same, unless one of the case rings already, or somebody took one within a day: then they know. */
export async function raiseAlarmUnlessKnown(trx: Trx, caseId: CaseId, now: Date): Promise<string | null> {
  const since = new Date(now.getTime() - 24 * 3_600_000);
  const { rows } = await sql`
    select 1 from alarm
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}
      and (taken_at is null or taken_at > ${since.toISOString()})
    limit 1`.execute(trx);
  return rows.length > 0 ? null : raiseAlarm(trx, caseId, now);
}

/** Post may be read days after it came: what is older than this wakes nobody at night, and stands first among what arrived. */
const ringsForDays = 2;

/** An emergency in what somebody wrote: whoever is on call hears of it, unless it is old, or they know of this case already. */
export async function wakeForWords(
  trx: Trx,
  { caseId, arrivedOn, now }: { readonly caseId: CaseId; readonly arrivedOn: Day; readonly now: Date },
): Promise<void> {
  if (arrivedOn >= addDays(londonDay(now), -ringsForDays)) await raiseAlarmUnlessKnown(trx, caseId, now);
}

/**
 * Rings it, if it is time and nobody has taken it: every on-call way that is open, else every manager. The message
 * holds no name, no address and none of the resident's words.
 */
export async function ringAlarm(trx: Trx, id: string, now: Date, address: string): Promise<'rung' | 'not-now'> {
  const { rows } = await sql<{ reference: string; caseId: CaseId; rung: number }>`
    select h.reference, a.case_id as "caseId", a.rung from alarm a
    join case_head h on h.landlord_id = a.landlord_id and h.case_id = a.case_id
    where a.landlord_id = ${trx.landlordId} and a.id::text = ${id} and a.next_at <= ${now.toISOString()}
    for update of a`.execute(trx);
  const alarm = rows[0];
  if (alarm === undefined) return 'not-now';
  const minutes = await readRepeatMinutes(trx);
  const open = await waysOpen(trx);
  // A text that can't go wakes nobody: then it is as if nobody were named.
  const ways = (await listOnCallWays(trx)).filter(({ kind }) => (kind === 'email' ? open.email !== null : open.texts));
  const message = {
    purpose: 'on-call' as const,
    caseId: alarm.caseId,
    subject: `Emergency: ${alarm.reference}`,
    body: [
      `We were told of an emergency, or of what sounds like one: somebody may be in danger now. Reference ${alarm.reference}.`,
      `Read it, see to it, and say that you have taken it: ${address}/alarms`,
      `This comes again every ${minutes} minutes until somebody has.`,
    ].join('\n\n'),
    now,
  };
  const rings = `${id}:${alarm.rung + 1}`;
  for (const way of ways) {
    const { kind, value } = way;
    await queueMessage(trx, { ...message, key: `on-call:${rings}:${way.id}`, to: { way: { kind, value } } });
  }
  if (ways.length === 0) {
    const managers = (await listStaff(trx, 'at-work')).filter(({ roles }) => roles.includes('manager'));
    for (const one of await whomToWake(trx, alarm.caseId, managers, londonDay(now)))
      await queueMessage(trx, { ...message, key: `on-call:${rings}:${one.id}`, to: { staff: one.id } });
  }
  const next = new Date(now.getTime() + minutes * 60_000);
  await sql`
    update alarm set rung = rung + 1, next_at = ${next.toISOString()}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
  await enqueueAt(trx, next, { name: 'ring-on-call', payload: { alarm: id, ring: alarm.rung + 2 } });
  return 'rung';
}

/** The alarms whose time to ring is over: nobody rang them, because the worker was away. */
export async function alarmsToRing(trx: Trx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from alarm where landlord_id = ${trx.landlordId} and next_at <= ${now.toISOString()}`.execute(trx);
  return rows.map(({ id }) => id);
}

const columns = sql`
  select a.id, a.case_id as "caseId", h.reference, a.raised_at as "raisedAt", a.rung, a.taken_at as "takenAt",
    s.name as "takenBy", f.n as failed, f.trouble
  from alarm a
  join case_head h on h.landlord_id = a.landlord_id and h.case_id = a.case_id
  left join staff s on s.landlord_id = a.landlord_id and s.id = a.taken_by
  cross join lateral (
    select count(*)::int as n, (array_agg(m.trouble order by m.changed_at desc))[1] as trouble
    from outgoing_message m
    where m.landlord_id = a.landlord_id and m.case_id = a.case_id and m.purpose = 'on-call'
      and m.state in ('failed', 'stopped') and starts_with(m.key, 'on-call:' || a.id || ':')) f`;

/** Those that nobody has taken, the oldest first; then the last that were. Not of cases that are hidden from who looks. */
export async function listAlarms(trx: Trx, hidden: readonly CaseId[] = []): Promise<Alarm[]> {
  const seen = notAmong('a.case_id', hidden);
  const { rows } = await sql<Alarm>`
    (${columns} where a.landlord_id = ${trx.landlordId} and a.taken_at is null and ${seen} order by a.raised_at)
    union all
    (${columns} where a.landlord_id = ${trx.landlordId} and a.taken_at is not null and ${seen}
      order by a.taken_at desc limit 20)`.execute(trx);
  return rows;
}

export async function countRinging(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from alarm where landlord_id = ${trx.landlordId} and taken_at is null`.execute(trx);
  return rows[0]?.n ?? 0;
}

/**
 * Somebody has it: it rings no more. `first` is false when another was quicker; null: there is no such alarm, or none
 * that they may see.
 */
export async function takeAlarm(
  trx: Trx,
  id: string,
  by: StaffId,
  at: Date,
  hidden: readonly CaseId[] = [],
): Promise<{ readonly reference: string; readonly first: boolean } | null> {
  const seen = notAmong('a.case_id', hidden);
  const { rows } = await sql<{ reference: string }>`
    update alarm a set taken_at = ${at.toISOString()}, taken_by = ${by}, next_at = null
    from case_head h
    where a.landlord_id = ${trx.landlordId} and a.id::text = ${id} and a.taken_at is null and ${seen}
      and h.landlord_id = a.landlord_id and h.case_id = a.case_id
    returning h.reference`.execute(trx);
  if (rows[0] !== undefined) return { ...rows[0], first: true };
  const before = await sql<{ reference: string }>`
    select h.reference from alarm a
    join case_head h on h.landlord_id = a.landlord_id and h.case_id = a.case_id
    where a.landlord_id = ${trx.landlordId} and a.id::text = ${id} and ${seen}`.execute(trx);
  return before.rows[0] === undefined ? null : { ...before.rows[0], first: false };
}
