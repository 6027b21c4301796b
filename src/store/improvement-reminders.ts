/**
 * Whoever sees to an improvement hears of it a week before its day, on the day, and each week that it is late; whoever
 * reviews hears when it is time to look whether it worked. It stands on their first page either way.
 */
import { sql } from 'kysely';
import { improvementWaitsFor, remindedSince } from '../complaint/improvement-reminders.js';
import { improvementReviewers, sawToIt } from '../complaint/improvements.js';
import { type Day, inWords } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { type Improvement, listImprovements } from './improvements.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';

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
    toDo: own.filter((one) => improvementWaitsFor(one, today) === 'doing'),
    toReview: waiting.filter((one) => !sawToIt(one, staff)).length,
  };
}

/** Queues what is to be told on a day, each once; a machine that was off for a day tells it on the next. */
export async function remindOfImprovements(trx: Trx, today: Day, address: string, now: Date): Promise<void> {
  const running = await listImprovements(trx, { show: 'running', today });
  const due = running.filter((one) => improvementWaitsFor(one, today) !== null);
  if (due.length === 0) return;
  const atWork = await listStaff(trx, 'at-work');
  const managers = atWork.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  const reviewers = atWork.filter(({ roles }) => improvementReviewers.some((role) => roles.includes(role)));
  for (const one of await claim(trx, due, today)) {
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

/** Those of them that were not told of since, each once a day. */
async function claim(trx: Trx, due: readonly Improvement[], today: Day): Promise<readonly Improvement[]> {
  const { rows } = await sql<{ id: string }>`
    insert into improvement_reminder (landlord_id, improvement_id, on_day)
    select ${trx.landlordId}::uuid, d.id, ${today}::date
    from unnest(${due.map(({ id }) => id)}::uuid[], ${due.map((one) => remindedSince(one, today))}::date[]) as d (id, since)
    where not exists (select from improvement_reminder r where r.landlord_id = ${trx.landlordId}
      and r.improvement_id = d.id and r.on_day between d.since and ${today})
    on conflict do nothing
    returning improvement_id as id`.execute(trx);
  const ours = new Set(rows.map(({ id }) => id));
  return due.filter(({ id }) => ours.has(id));
}
