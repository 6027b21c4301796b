/**
 * Every few minutes: what a supplier or a service says of letters, what has stayed in the house, and what lost its job. All
 * of it is found again in the rows, so that a missed round harms nothing.
 */

import { createHash } from 'node:crypto';
import { notifyDoor } from '../post/notify.js';
import { keyOf } from '../post/send-waiting.js';
import { answerDealtWith, answersOfSupplier, type SupplierAnswer } from '../post/supplier-folder.js';
import { alarmsToRing } from '../store/alarms.js';
import { noteArrival } from '../store/arrivals.js';
import { markReported } from '../store/bounced.js';
import { readConfig } from '../store/config.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { enqueue } from '../store/enqueue.js';
import { readSecret } from '../store/landlord-secrets.js';
import { allLandlords } from '../store/landlords.js';
import { type LetterSending, lettersToAskFor, noteAskedFor, sendingsIn } from '../store/letter-sendings.js';
import { alertUnsent, sendingsOverdue } from '../store/letters-not-left.js';
import { requeueLost } from '../store/outbox.js';
import { letterFailed, letterLeft, letterNotLeft } from '../store/sending-day.js';
import { isoInstant, londonDay } from '../store/today.js';
import { readWaysOut, waySecrets } from '../store/ways-out.js';
import type { LongHandler } from './handlers.js';

/** Asked for in the worker's own rhythm. */
export const everyFewMinutes = '*/5 * * * *';

export const seeToLetters: LongHandler<'see-to-letters'> = {
  long: true,
  run: ({ db, landlordId }) => seeTo(db, landlordId, new Date()),
};

/** One round for each landlord, but no demonstration: nothing of it leaves. Alarms are asked for here, ahead of all else. */
export async function askToSeeToLetters(db: Database, now: Date): Promise<void> {
  const at = now.toISOString().slice(0, 16);
  for (const landlord of await allLandlords(db)) {
    if (landlord.demonstration) continue;
    await inLandlord(db, landlord.id, async (trx) => {
      await enqueue(trx, null, null, [{ name: 'see-to-letters', payload: { at } }]);
      // An alarm that ought to have rung, because its job was lost, does not wait for the morning.
      for (const alarm of await alarmsToRing(trx, now))
        await enqueue(trx, null, null, [{ name: 'ring-on-call', payload: { alarm, ring: at } }]);
    });
  }
}

/** A round. `now` comes in so that tests can tell the hour. */
export async function seeTo(db: Database, landlordId: LandlordId, now: Date): Promise<void> {
  const within = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inLandlord(db, landlordId, work);
  await supplierAnswers(db, landlordId, now);
  await notifyLetters(db, landlordId, now);
  await within((trx) => alertUnsent(trx, now));
  for (const sending of await within((trx) => sendingsOverdue(trx, londonDay(now)))) {
    await within((trx) => letterNotLeft(trx, sending, 'It had not left by the end of the day.', now));
  }
  await within((trx) => requeueLost(trx, now));
}

/**
 * The supplier's files: posted on a day, or not. What can't be read or can't be true stays where it lies, is told to a
 * person once, and is looked at again.
 */
async function supplierAnswers(db: Database, landlordId: LandlordId, now: Date): Promise<void> {
  const { supplierFolder } = readConfig();
  if (supplierFolder === undefined) return;
  const answers = await answersOfSupplier(supplierFolder, landlordId);
  if (answers.length === 0) return;
  const waiting = await inLandlord(db, landlordId, (trx) => sendingsIn(trx, ['with-supplier'], ['supplier']));
  for (const answer of answers) {
    const sending = answer.is === 'unreadable' ? undefined : waiting.find((one) => keyOf(one) === answer.id);
    const doubt = whyDoubted(answer, sending);
    if (doubt !== null) {
      await inLandlord(db, landlordId, (trx) =>
        noteArrival(trx, {
          key: `supplier-answer:${createHash('sha256').update(answer.file).digest('hex')}`,
          kind: 'delivery-failed',
          caseId: sending?.caseId ?? null,
          seq: null,
          person: null,
          channel: 'letter',
          arrivedOn: londonDay(now),
          note: `${doubt} Ask the supplier, and have the file put right: ${answer.file.slice(0, 120)}`,
        }),
      );
      continue;
    }
    if (sending !== undefined) {
      await inLandlord(db, landlordId, async (trx) => {
        if (answer.is === 'posted') {
          // A day still to come is not believed.
          const on = answer.on > londonDay(now) ? londonDay(now) : answer.on;
          await letterLeft(trx, sending, { on, state: 'posted', now });
        } else {
          await letterFailed(trx, sending, { state: 'failed', why: 'The supplier could not post the letter.', now });
        }
      });
    }
    await answerDealtWith(supplierFolder, landlordId, answer);
  }
}

/** Why a supplier's answer is not taken; null when it is. */
function whyDoubted(answer: SupplierAnswer, sending: LetterSending | undefined): string | null {
  if (answer.is === 'unreadable') return 'An answer of the supplier that prints and posts can’t be read.';
  if (answer.is === 'posted' && sending !== undefined && answer.on < londonDay(new Date(isoInstant(sending.letGoAt))))
    return 'The supplier says that it posted a letter on a day before the letter was sent to it.';
  return null;
}

/** Notify reports what became of e-mails and texts by itself; a letter that it could not print has to be asked for. */
async function notifyLetters(db: Database, landlordId: LandlordId, now: Date): Promise<void> {
  const asked = await inLandlord(db, landlordId, async (trx) => {
    const { notify } = await readWaysOut(trx);
    const apiKey = notify === null ? null : await readSecret(trx, waySecrets.notifyKey);
    if (notify === null || apiKey === null) return null;
    const since = new Date(now.getTime() - 7 * 86_400_000);
    return { account: { ...notify, apiKey }, sendings: await lettersToAskFor(trx, since, mostAsked) };
  });
  if (asked === null || asked.sendings.length === 0) return;
  const door = notifyDoor(asked.account, { allow: readConfig().allowHosts });
  for (const { caseId, seq, providerId } of asked.sendings) {
    const status = await door.stateOf(providerId);
    await inLandlord(db, landlordId, async (trx) => {
      await noteAskedFor(trx, caseId, seq, now);
      if (status !== null) await markReported(trx, providerId, status, now);
    });
  }
}

/** A round asks for so many; those that were not asked for longest come first, so that each has its turn. */
const mostAsked = 50;
