/**
 * The receipt for an e-mail: that it has come, and under which reference. It quotes nothing of what came, is marked as made
 * by a machine and has no return path (see send-message.ts), goes to an address once a day, and never to robots, lists,
 * colleagues, or names that may be borrowed. Old mail gets none: nothing is written to a resident about the past.
 */
import { addDays, inWords } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { readReceiptRules, takeReceipt } from '../store/mail-receipts.js';
import { queueMessage } from '../store/outbox.js';
import { waysOpen } from '../store/ways-out.js';
import type { Attempt } from './into-a-case.js';

export interface ReceiptFor {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly opened: boolean;
}

/** Queues the receipt in the transaction that took the message in, if one is due. */
export async function queueReceipt(attempt: Attempt, { caseId, reference, opened }: ReceiptFor): Promise<void> {
  const { trx, incoming, id, now, today, mailbox } = attempt;
  const { sender } = incoming;
  if (mailbox === null || id === undefined || sender === null || incoming.forwardedByStaff) return;
  // Who filled in a web form is told by the form; its own address reads nothing.
  if (!incoming.about.mayBeAnswered || incoming.writer?.address !== sender.address) return;
  if (incoming.receivedOn < addDays(today, -2)) return;
  if ((await waysOpen(trx)).email === null) return;
  if (!(await takeReceipt(trx, sender.address, today, await readReceiptRules(trx)))) return;
  const { name } = await readLetterhead(trx);
  const on = inWords(incoming.receivedOn);
  await queueMessage(trx, {
    key: `receipt ${id}`,
    purpose: 'receipt',
    caseId,
    to: { way: { kind: 'email', value: sender.address } },
    subject: `We have your email: ${reference}`,
    body: [
      opened
        ? `We received your email on ${on}. Its reference is ${reference}.`
        : `We received your email on ${on} and have put it with ${reference}.`,
      opened
        ? 'Somebody will read it and write to you. If you are complaining, they tell you within five working days that we have it as a complaint, and what we understand it to be about.'
        : 'Somebody will read it.',
      'If anybody is in danger now, do not wait for us: ring 999. If you smell gas, ring 0800 111 999.',
      'If you want to add something, answer this email and leave the reference in its subject.',
      `A machine sent this message for ${name}. You get it once a day at most, however often you write.`,
    ].join('\n\n'),
    now,
  });
}
