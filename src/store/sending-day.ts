/**
 * The history says when a letter left: put on that day when it left later than it was let go, taken back while it has not
 * left by the end of the day or could not be delivered. See complaint/sending.ts.
 */

import { mayReturnLetter } from '../complaint/may/return-letter.js';
import { sendingLeft, sendingNotDelivered, sendingTakesNextWay } from '../complaint/sending-told.js';
import type { Day } from '../facts/days.js';
import type { PersonId } from '../facts/happened.js';
import { actWithin, type Decide, type Done } from './act.js';
import { noteArrival, settleArrival, waitingArrivals } from './arrivals.js';
import type { Trx } from './database.js';
import { type LetterSending, markSending } from './letter-sendings.js';
import { type NextWay, nextLetterWay, sendByNextWay } from './next-letter-way.js';
import { londonDay } from './today.js';

type Which = Pick<LetterSending, 'caseId' | 'seq' | 'letter'>;

/** It has left: the sending stands on that day. */
export async function letterLeft(
  trx: Trx,
  sending: Which,
  left: {
    readonly on: Day;
    readonly state: 'sent' | 'posted' | 'delivered';
    readonly providerId?: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const { on, state, providerId, now } = left;
  await markSending(trx, sending.caseId, sending.seq, {
    state,
    acceptedOn: on,
    takenBack: false,
    ...(providerId === undefined ? {} : { providerId }),
  });
  await record(trx, sending, now, (file, context) => sendingLeft(file.case, { seq: sending.seq, on }, context));
  await settleAlarms(trx, sending, now);
}

/** What was told to a person because it had not left, or might not have, has come to nothing. */
async function settleAlarms(trx: Trx, { caseId, seq }: Which, now: Date): Promise<void> {
  const waiting = await waitingArrivals(trx, { caseId, kinds: ['response-unsent', 'delivery-failed'] });
  for (const { id, key } of waiting) {
    if (key === `delivery-failed:${caseId}:${seq}` || key.startsWith(`response-unsent:${caseId}:${seq}:`)) {
      await settleArrival(trx, id, { by: null, how: 'acted', at: now });
    }
  }
}

/** It has not left by the end of its day: the sending is taken back until it leaves. */
export async function letterNotLeft(trx: Trx, sending: LetterSending, why: string, now: Date): Promise<void> {
  await markSending(trx, sending.caseId, sending.seq, {
    state: sending.state,
    trouble: sending.trouble,
    takenBack: true,
  });
  await record(trx, sending, now, (file, context) =>
    sendingNotDelivered(file.case, { seq: sending.seq, why, failed: false }, context),
  );
}

/** Something stands in its way: it has not left, and is not said to have, until that is over. */
export async function letterHeld(trx: Trx, sending: LetterSending, why: string, now: Date): Promise<void> {
  await markSending(trx, sending.caseId, sending.seq, { state: 'held', trouble: why, takenBack: true });
  await record(trx, sending, now, (file, context) =>
    sendingNotDelivered(file.case, { seq: sending.seq, why, failed: false }, context),
  );
}

/** It was not delivered, or nobody can say whether it was: the clock runs again, and a person is told at once. */
export async function letterFailed(
  trx: Trx,
  sending: LetterSending,
  failed: { readonly state: 'failed' | 'unsure' | 'stopped'; readonly why: string; readonly now: Date },
): Promise<void> {
  const { state, why, now } = failed;
  // What may have arrived is not sent a second time by itself.
  const next = state === 'unsure' ? null : await nextLetterWay(trx, sending, now);
  if (next !== null) return letterTakesNextWay(trx, sending, next, { why, now });
  await markSending(trx, sending.caseId, sending.seq, { state, trouble: why, takenBack: true });
  let to: PersonId | null = null;
  const done = await record(trx, sending, now, (file, context) => {
    const sent = file.case.entries.find(({ seq }) => seq === sending.seq)?.what;
    to = sent?.type === 'LetterSent' ? (sent.to[0] ?? null) : null;
    return sendingNotDelivered(file.case, { seq: sending.seq, why, failed: true }, context);
  });
  await noteArrival(trx, {
    key: `delivery-failed:${sending.caseId}:${sending.seq}`,
    kind: state === 'stopped' ? 'no-way' : 'delivery-failed',
    caseId: sending.caseId,
    seq: done.version,
    person: to,
    channel: sending.how === 'email' ? 'email' : 'letter',
    arrivedOn: londonDay(now),
    note: why,
  });
}

async function letterTakesNextWay(
  trx: Trx,
  sending: LetterSending,
  next: NextWay,
  { why, now }: { readonly why: string; readonly now: Date },
): Promise<void> {
  const { seq } = sending;
  const { how } = next;
  const goes = how === 'post' ? 'by post' : 'to another address of theirs';
  const told = `${why} It goes ${goes}, the next way that was agreed.`;
  await sendByNextWay(trx, sending, next, { why: told, now });
  await record(trx, sending, now, (file, context) => sendingTakesNextWay(file.case, { seq, how, why: told }, context));
}

/** The post brought it back: it was sent on its day all the same, and has to go again. */
export async function letterReturned(trx: Trx, sending: LetterSending, why: string, now: Date): Promise<void> {
  await markSending(trx, sending.caseId, sending.seq, { state: 'returned', trouble: why });
  const done = await record(trx, sending, now, (file, context) =>
    mayReturnLetter(file.case, { on: context.today, letter: sending.letter, what: 'returned', text: why }, context),
  );
  await noteArrival(trx, {
    key: `returned-post:${sending.caseId}:${sending.seq}`,
    kind: 'returned-post',
    caseId: sending.caseId,
    seq: done.version,
    person: null,
    channel: 'letter',
    arrivedOn: londonDay(now),
    note: why,
  });
}

async function record(trx: Trx, sending: Which, now: Date, decide: Decide): Promise<Done> {
  const who = { landlordId: trx.landlordId, staff: null, roles: [], recordedBy: { system: 'mail' as const } };
  const outcome = await actWithin(trx, who, { ref: sending.caseId, expectedVersion: null, now }, decide);
  if (outcome.is !== 'done') throw new Error(`what became of a letter could not be recorded: ${outcome.is}`);
  return outcome;
}
