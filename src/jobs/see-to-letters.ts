/**
 * Every few minutes: what a supplier or a service says of letters, what has stayed in the house, and what lost its job. All
 * of it is found again in the rows, so that a missed round harms nothing.
 */

import { notifyDoor } from '../post/notify.js';
import { keyOf } from '../post/send-waiting.js';
import { answerDealtWith, answersOfSupplier } from '../post/supplier-folder.js';
import { alarmsToRing } from '../store/alarms.js';
import { markReported } from '../store/bounced.js';
import { readConfig } from '../store/config.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { enqueue } from '../store/enqueue.js';
import { readSecret } from '../store/landlord-secrets.js';
import { allLandlords } from '../store/landlords.js';
import { sendingsIn } from '../store/letter-sendings.js';
import { alertUnsent, sendingsOverdue } from '../store/letters-not-left.js';
import { requeueLost } from '../store/outbox.js';
import { letterFailed, letterLeft, letterNotLeft } from '../store/sending-day.js';
import { londonDay } from '../store/today.js';
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

/** The supplier's files: posted on a day, or not. What can't be read stays for a person, and is looked at again. */
async function supplierAnswers(db: Database, landlordId: LandlordId, now: Date): Promise<void> {
  const { supplierFolder } = readConfig();
  if (supplierFolder === undefined) return;
  const answers = await answersOfSupplier(supplierFolder, landlordId);
  if (answers.length === 0) return;
  const waiting = await inLandlord(db, landlordId, (trx) => sendingsIn(trx, ['with-supplier'], ['supplier']));
  for (const answer of answers) {
    if (answer.is === 'unreadable') continue;
    const sending = waiting.find((one) => keyOf(one) === answer.id);
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

/** Notify reports what became of e-mails and texts by itself; a letter that it could not print has to be asked for. */
async function notifyLetters(db: Database, landlordId: LandlordId, now: Date): Promise<void> {
  const asked = await inLandlord(db, landlordId, async (trx) => {
    const { notify } = await readWaysOut(trx);
    const apiKey = notify === null ? null : await readSecret(trx, waySecrets.notifyKey);
    if (notify === null || apiKey === null) return null;
    const since = new Date(now.getTime() - 7 * 86_400_000);
    return { account: { ...notify, apiKey }, sendings: await sendingsIn(trx, ['sent'], ['notify-letter'], since) };
  });
  if (asked === null || asked.sendings.length === 0) return;
  const door = notifyDoor(asked.account, { allow: readConfig().allowHosts });
  for (const { providerId } of asked.sendings.slice(0, 50)) {
    const status = providerId === null ? null : await door.stateOf(providerId);
    if (providerId !== null && status !== null) {
      await inLandlord(db, landlordId, (trx) => markReported(trx, providerId, status, now));
    }
  }
}
