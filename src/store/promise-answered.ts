/** What is told inside the house when a resident says that a promise was not kept. Ids and dates alone leave by e-mail. */
import type { Day } from '../facts/days.js';
import { inWords } from '../facts/days.js';
import type { CaseId, Channel, PersonId, PromiseId } from '../facts/happened.js';
import { noteArrival } from './arrivals.js';
import type { Trx } from './database.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';
import { notKeptFrom } from './staff-concerned.js';
import { londonDay } from './today.js';

export interface NotDone {
  readonly caseId: CaseId;
  readonly reference: string;
  /** The entry that says so. */
  readonly seq: number | null;
  readonly person: PersonId | null;
  /** Null when staff recorded it. */
  readonly channel: Channel | null;
  readonly on: Day;
  /** Which promise; null when nobody can tell. */
  readonly promise: PromiseId | null;
  readonly promisedFor: Day | null;
  /** What they said, for the officer; null when nothing. */
  readonly words: string | null;
  /** They say so after a stage 1 answer: an officer sees whether it asks for stage 2. */
  readonly possibleStage2: boolean;
  /** Their no opened the promise again, or disputes its end; null while it is a message that somebody has to record. */
  readonly recordedOf: 'open' | 'ended' | null;
  /** The managers were told when the message came that is recorded now. */
  readonly managersKnow?: boolean;
  /** Under which the arrivals are noted, by their kind; by the case and its entry unless told otherwise. */
  readonly keyOf?: (kind: 'promise-not-done' | 'possible-stage-2') => string;
  /** Where staff open the case. */
  readonly address: string;
  readonly now: Date;
}

/** An officer sees it, a manager is told, and after a stage 1 answer it is put before an officer as a request for stage 2. */
export async function tellNotDone(trx: Trx, told: NotDone): Promise<void> {
  const { caseId, reference, seq, person, channel, on, promise, promisedFor, words, now } = told;
  const keyOf = told.keyOf ?? ((kind) => `${kind} ${caseId} ${seq}`);
  const at = { caseId, seq, person, channel, arrivedOn: on, note: words };
  const kind = 'promise-not-done';
  await noteArrival(trx, { ...at, key: keyOf(kind), kind, proposal: promise === null ? null : { promise } });
  if (told.possibleStage2) await noteArrival(trx, { ...at, key: keyOf('possible-stage-2'), kind: 'possible-stage-2' });
  if (told.managersKnow) return;
  const what = promisedFor === null ? 'what we promised' : `what we promised for ${inWords(promisedFor)}`;
  const managers = (await listStaff(trx, 'at-work')).filter(({ roles }) => roles.includes('manager'));
  for (const manager of await notKeptFrom(trx, caseId, managers, londonDay(now)))
    await queueMessage(trx, {
      key: `${keyOf(kind)} ${manager.id}`,
      purpose: 'staff-alert',
      caseId,
      to: { staff: manager.id },
      subject:
        told.recordedOf === 'ended'
          ? `An ended promise is disputed: ${reference}`
          : `A promise was not kept: ${reference}`,
      body: [
        ...(told.recordedOf === 'ended'
          ? [
              `The resident of ${reference} disputes that ${what} was ended.`,
              'See whether that was right: promise anew what is still owed, or tell them why not.',
            ]
          : told.recordedOf === 'open'
            ? [
                `The resident of ${reference} says that ${what} has not been done. The promise is open again.`,
                'It needs a new date, and the resident needs to be told.',
              ]
            : [
                `We asked the resident of ${reference} whether ${what} has been done, and their answer does not say that it was.`,
                'Somebody needs to read it and record what they say: that opens the promise again.',
              ]),
        `${told.address}/cases/${reference}/promises`,
      ].join('\n\n'),
      now,
    });
}
