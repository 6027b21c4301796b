/** What is told inside the house when a resident says that a promise was not kept. Ids and dates alone leave by e-mail. */
import type { Day } from '../facts/days.js';
import { inWords } from '../facts/days.js';
import type { CaseId, Channel, PersonId } from '../facts/happened.js';
import { noteArrival } from './arrivals.js';
import type { Trx } from './database.js';
import { queueMessage } from './outbox.js';
import { listStaff } from './staff.js';

export interface NotDone {
  readonly caseId: CaseId;
  readonly reference: string;
  /** The entry that says so. */
  readonly seq: number;
  readonly person: PersonId | null;
  readonly channel: Channel;
  readonly on: Day;
  readonly promisedFor: Day;
  /** What they said, for the officer; null when nothing. */
  readonly words: string | null;
  /** They say so in words after a stage 1 answer: an officer sees whether it asks for stage 2. */
  readonly possibleStage2: boolean;
  /** Where staff open the case. */
  readonly address: string;
  readonly now: Date;
}

/** An officer sees it, a manager is told, and words after a stage 1 answer are put before an officer as a request for stage 2. */
export async function tellNotDone(trx: Trx, told: NotDone): Promise<void> {
  const { caseId, reference, seq, person, channel, on, promisedFor, words, now } = told;
  const at = { caseId, seq, person, channel, arrivedOn: on };
  await noteArrival(trx, { ...at, key: `promise-not-done ${caseId} ${seq}`, kind: 'promise-not-done', note: words });
  if (told.possibleStage2)
    await noteArrival(trx, { ...at, key: `possible-stage-2 ${caseId} ${seq}`, kind: 'possible-stage-2', note: words });
  const managers = (await listStaff(trx, 'at-work')).filter(({ roles }) => roles.includes('manager'));
  for (const manager of managers)
    await queueMessage(trx, {
      key: `promise-not-done ${caseId} ${seq} ${manager.id}`,
      purpose: 'staff-alert',
      caseId,
      to: { staff: manager.id },
      subject: `A promise was not kept: ${reference}`,
      body: [
        `The resident of ${reference} says that what we promised for ${inWords(promisedFor)} has not been done. The promise is open again.`,
        'It needs a new date, and the resident needs to be told.',
        `${told.address}/cases/${reference}/promises`,
      ].join('\n\n'),
      now,
    });
}
