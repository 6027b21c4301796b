/**
 * Whoever sees to an improvement hears of it a week before its day, on the day, and each week that it is late; whoever
 * reviews hears when it is time to look whether it worked. It stands on their first page either way.
 */
import { sql } from 'kysely';
import { sawToIt } from '../complaint/improvements.js';
import { addDays, type Day, inWords } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { type Improvement, listImprovements } from './improvements.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';

/** Days before its day at which it is told of first, and how often then. */
const beforehand = 7;

export interface ImprovementsFor {
  /** Late, or to be done within a week, by this person. */
  readonly toDo: readonly Improvement[];
  /** Waiting for a review that this person may give. */
  readonly toReview: number;
}

/** For somebody's first page. */
export async function improvementsFor(
  trx: Trx,
  { staff, reviews, today }: { readonly staff: StaffId; readonly reviews: boolean; readonly today: Day },
): Promise<ImprovementsFor> {
  const own = await listImprovements(trx, { show: 'running', owner: staff, today });
  const waiting = reviews ? await listImprovements(trx, { show: 'to-review', today }) : [];
  return {
    toDo: own.filter(({ state, dueOn }) => state === 'open' && dueOn <= addDays(today, beforehand)),
    toReview: waiting.filter((one) => !sawToIt(one, staff)).length,
  };
}

/** Queues what is to be told on a day, each once; a machine that was off for a day tells it on the next. */
export async function remindOfImprovements(trx: Trx, today: Day, address: string, now: Date): Promise<void> {
  const running = await listImprovements(trx, { show: 'running', today });
  const due = running.filter(
    ({ state, dueOn, reviewOn }) =>
      (state === 'open' && dueOn <= addDays(today, beforehand)) ||
      (state === 'done' && reviewOn !== null && reviewOn <= today),
  );
  if (due.length === 0) return;
  const atWork = await listStaff(trx, 'at-work');
  const managers = atWork.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  const reviewers = atWork.filter(({ roles }) => roles.includes('manager') || roles.includes('reviewer'));
  for (const one of due) {
    if (!(await claim(trx, one, today))) continue;
    const seesToIt = atWork.some(({ id }) => id === one.owner) ? [one.owner] : managers;
    const judges = reviewers.map(({ id }) => id).filter((id) => !sawToIt(one, id));
    const to = one.state === 'open' ? seesToIt : judges;
    for (const staff of to) {
      await queueMessage(trx, {
        key: `improvement:${one.id}:${today}:${staff}`,
        purpose: 'staff-alert',
        caseId: null,
        to: { staff },
        ...wordsOf(one, today, address),
        now,
      });
    }
  }
}

function wordsOf(one: Improvement, today: Day, address: string): { subject: string; body: string } {
  const link = `${address}/improvements/${one.id}`;
  if (one.state === 'done')
    return {
      subject: 'An improvement waits for its review',
      body: `‘${one.title}’ was done on ${inWords(one.doneOn ?? today)}. It is time to look whether such complaints stopped.\n\n${link}`,
    };
  const late = one.dueOn < today;
  return {
    subject: `An improvement ${late ? 'is late' : `is to be done by ${inWords(one.dueOn)}`}`,
    body: `You see to the improvement ‘${one.title}’. It ${late ? 'was' : 'is'} to be done by ${inWords(one.dueOn)}. Say when it is done, or move its day and say why.\n\n${link}`,
  };
}

/** Weekly from the first on, and on the day itself: false when it was told of since. */
async function claim(trx: Trx, { id, state, dueOn }: Improvement, today: Day): Promise<boolean> {
  const since = state === 'open' && dueOn === today ? today : addDays(today, 1 - beforehand);
  const { rows } = await sql`
    insert into improvement_reminder (landlord_id, improvement_id, on_day)
    select ${trx.landlordId}::uuid, ${id}::uuid, ${today}::date
    where not exists (select 1 from improvement_reminder r where r.landlord_id = ${trx.landlordId}
      and r.improvement_id = ${id} and r.on_day between ${since} and ${today})
    on conflict do nothing
    returning improvement_id`.execute(trx);
  return rows.length > 0;
}
