/**
 * Reminders of reviews: whoever had a part in a restriction, and whoever decides on them, hear two weeks before its day and
 * when it is past; for a safety marker whoever set it, and the managers who may read it. References alone leave the house.
 */
import { sql } from 'kysely';
import { reviewsRemindedOf } from '../complaint/behaviour/review-reminders.js';
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import { holdsOn, readBehaviourSetting } from './behaviour.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';
import { whoIsTold } from './staff-concerned.js';

interface Due {
  readonly id: string;
  readonly reviewOn: Day;
  /** Both null for a marker, which is on no case. */
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly people: readonly (StaffId | null)[];
}

/** Queues what is to be said on a day; harmless when run again, since a message is known by its key. */
export async function remindOfReviews(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { from, until } = reviewsRemindedOf(today);
  const within = sql`between ${from} and ${until}`;
  const restrictions = await sql<Due>`
    select r.restriction_id as id, r.review_on as "reviewOn", r.case_id as "caseId", c.reference,
      array[r.proposed_by, r.decided_by, c.handler_id] as people
    from restriction r
    join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    where r.landlord_id = ${trx.landlordId} and ${holdsOn(today)} and ${notTakenBack} and r.review_on ${within}`.execute(
    trx,
  );
  const markers = await sql<Due>`
    select id::text as id, review_on as "reviewOn", null as "caseId", null as reference, array[set_by] as people
    from safety_marker
    where landlord_id = ${trx.landlordId} and ended_at is null and review_on ${within}`.execute(trx);
  if (restrictions.rows.length + markers.rows.length === 0) return 0;
  const { decides, seesMarkers } = await readBehaviourSetting(trx);
  const staff = await listStaff(trx, 'at-work');
  const deciders = staff.filter(({ roles }) => roles.includes(decides)).map(({ id }) => id);
  const readers = staff.filter(({ roles }) => roles.some((role) => seesMarkers.includes(role)));
  const managers = readers.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  // A complaint about somebody is not told to them by way of a restriction that was decided on it.
  const toldOf = await whoIsTold(
    trx,
    restrictions.rows.map(({ caseId }) => caseId),
    staff,
    today,
  );
  let queued = 0;
  for (const due of [...restrictions.rows, ...markers.rows]) {
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

function messageOf(due: Due, to: StaffId, today: Day, address: string, now: Date) {
  const late = due.reviewOn < today;
  const what = due.reference === null ? 'A safety marker' : `The restriction of contact on ${due.reference}`;
  return {
    key: `review ${due.id} ${due.reviewOn} ${late ? 'late' : 'soon'} ${to}`,
    purpose: 'staff-alert' as const,
    caseId: null,
    to: { staff: to },
    subject: late ? 'A review about behaviour is late' : 'A review about behaviour is due',
    body: [
      `${what} ${late ? 'was to be looked at again on' : 'is to be looked at again on'} ${inWords(due.reviewOn)}.`,
      due.reference === null ? `${address}/behaviour` : `${address}/cases/${due.reference}/review-restriction`,
    ].join('\n\n'),
    now,
  };
}
