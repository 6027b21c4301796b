/**
 * Reminders of reviews, and of appeals where the landlord has set in how many days they are answered: whoever had a part in
 * a restriction, and whoever decides on them, hear two weeks before the day and when it is past; for a safety marker
 * whoever set it, and the managers who may read it. References alone leave the house.
 */
import { type RawBuilder, sql } from 'kysely';
import { appealRemindedOf, behaviourRemindedOf } from '../complaint/behaviour/review-reminders.js';
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import { appealedOn, holdsOn, readBehaviourSetting } from './behaviour.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { queueMessage } from './outbox.js';
import { readRules } from './rules.js';
import { listStaff } from './staff.js';
import { whoIsTold } from './staff-concerned.js';

interface Found {
  readonly id: string;
  readonly on: Day;
  /** Both null for a marker, which is on no case. */
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly people: readonly (StaffId | null)[];
}

interface Due extends Found {
  readonly what: 'review' | 'appeal';
}

/** Queues what is to be said on a day; harmless when run again, since a message is known by its key. */
export async function remindOfBehaviour(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { decides, seesMarkers, appealDays } = await readBehaviourSetting(trx);
  const { from, until } = behaviourRemindedOf(today);
  const within = sql`between ${from} and ${until}`;
  const reviews = await restrictionsThatHold(trx, today, sql`r.review_on`, sql`r.review_on ${within}`);
  const appeals = appealDays === null ? [] : await appealsDue(trx, today, appealDays);
  const { rows: markers } = await sql<Found>`
    select id::text as id, review_on as on, null as "caseId", null as reference, array[set_by] as people
    from safety_marker
    where landlord_id = ${trx.landlordId} and ended_at is null and review_on ${within}`.execute(trx);
  const all: readonly Due[] = [
    ...[...reviews, ...markers].map((one) => ({ ...one, what: 'review' as const })),
    ...appeals,
  ];
  if (all.length === 0) return 0;
  const staff = await listStaff(trx, 'at-work');
  const deciders = staff.filter(({ roles }) => roles.includes(decides)).map(({ id }) => id);
  const readers = staff.filter(({ roles }) => roles.some((role) => seesMarkers.includes(role)));
  const managers = readers.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  // A complaint about somebody is not told to them by way of a restriction that was decided on it.
  const toldOf = await whoIsTold(
    trx,
    all.map(({ caseId }) => caseId),
    staff,
    today,
  );
  let queued = 0;
  for (const due of all) {
    const marker = due.reference === null;
    const others = marker ? managers : deciders;
    const told = new Set<StaffId | null>(toldOf(due.caseId).map(({ id }) => id));
    const whom = new Set([...due.people, ...others].filter((id) => id !== null && told.has(id)) as StaffId[]);
    for (const to of whom) {
      if (marker && !readers.some(({ id }) => id === to)) continue;
      await queueMessage(trx, messageOf(due, to, today, address, now));
      queued += 1;
    }
  }
  return queued;
}

/** Restrictions that hold, each with one of its days. */
async function restrictionsThatHold(
  trx: Trx,
  today: Day,
  on: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select r.restriction_id as id, ${on} as on, r.case_id as "caseId", c.reference,
      array[r.proposed_by, r.decided_by, c.handler_id] as people
    from restriction r
    join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    where r.landlord_id = ${trx.landlordId} and ${holdsOn(today)} and ${notTakenBack} and ${which}`.execute(trx);
  return rows;
}

async function appealsDue(trx: Trx, today: Day, appealDays: number): Promise<readonly Due[]> {
  const waiting = await restrictionsThatHold(trx, today, appealedOn, sql`r.appeal_open`);
  if (waiting.length === 0) return [];
  const { calendar } = await readRules(trx);
  return waiting.flatMap((one) => {
    const on = appealRemindedOf(one.on, { calendar, appealDays }, today);
    return on === null ? [] : [{ ...one, what: 'appeal' as const, on }];
  });
}

function messageOf(due: Due, to: StaffId, today: Day, address: string, now: Date) {
  const late = due.on < today;
  const when = late ? 'was' : 'is';
  const restriction = `restriction of contact on ${due.reference}`;
  const about =
    due.what === 'appeal'
      ? `The appeal against the ${restriction} ${when} to be answered by ${inWords(due.on)}, by somebody who had no part in it.`
      : `${due.reference === null ? 'A safety marker' : `The ${restriction}`} ${when} to be looked at again on ${inWords(due.on)}.`;
  const subject = due.what === 'appeal' ? 'An appeal against a restriction' : 'A review about behaviour';
  return {
    key: `${due.what} ${due.id} ${due.on} ${late ? 'late' : 'soon'} ${to}`,
    purpose: 'staff-alert' as const,
    caseId: null,
    to: { staff: to },
    subject: `${subject} is ${late ? 'late' : 'due'}`,
    body: [
      about,
      due.reference === null ? `${address}/behaviour` : `${address}/cases/${due.reference}/review-restriction`,
    ].join('\n\n'),
    now,
  };
}
