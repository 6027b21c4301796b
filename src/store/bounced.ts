/** What GOV.UK Notify reports of what was sent. What comes back by e-mail needs its proof first: post/bounced.ts. */
import type { Trx } from './database.js';
import { findSending, type LetterSending, markSending } from './letter-sendings.js';
import { findMessage, markMessage, type OutgoingMessage, stopMessage } from './outbox.js';
import { letterFailed, letterReturned } from './sending-day.js';

export type Bounced =
  | { readonly is: 'letter'; readonly caseId: string; readonly reference: string }
  | { readonly is: 'message'; readonly caseId: string | null; readonly reference: string | null }
  /** It is ours, and is leaving this very moment: what is reported of it can be noted in a few minutes. */
  | { readonly is: 'not-yet' }
  | { readonly is: 'unknown' };

/**
 * What GOV.UK Notify reports of a letter or message, by its own id, or by our key: its report may come before its id is
 * written down here.
 */
export async function markReported(
  trx: Trx,
  providerId: string,
  status: string,
  now: Date,
  key: string | null = null,
): Promise<Bounced> {
  const failure = failures[status];
  const letter = (await findSending(trx, { providerId })) ?? (await byKey(trx, key, findSending));
  if (letter !== null) {
    if (beingSent.has(letter.state)) return { is: 'not-yet' };
    if (failure !== undefined) await bounced(trx, letter, failure, now);
    else if (arrived.has(status) && letter.state === 'sent') {
      await markSending(trx, letter.caseId, letter.seq, { state: 'delivered' });
    }
    return { is: 'letter', caseId: letter.caseId, reference: letter.reference };
  }
  const message = (await findMessage(trx, { providerId })) ?? (await byKey(trx, key, findMessage));
  if (message === null) return { is: 'unknown' };
  if (beingSent.has(message.state)) return { is: 'not-yet' };
  if (failure !== undefined) await messageBounced(trx, message, failure, now);
  else if (arrived.has(status) && message.state === 'sent') {
    await markMessage(trx, message.id, { state: 'delivered', trouble: null });
  }
  return { is: 'message', caseId: message.caseId, reference: message.reference };
}

/** GOV.UK Notify says that the post brought a letter back: its day stands, and it has to go again. */
export async function markPostReturned(
  trx: Trx,
  providerId: string,
  now: Date,
  key: string | null = null,
): Promise<Bounced> {
  const letter = (await findSending(trx, { providerId })) ?? (await byKey(trx, key, findSending));
  if (letter === null) return { is: 'unknown' };
  if (beingSent.has(letter.state)) return { is: 'not-yet' };
  if (letter.state === 'sent' || letter.state === 'delivered') {
    await letterReturned(trx, letter, 'The post brought the letter back to GOV.UK Notify.', now);
  }
  return { is: 'letter', caseId: letter.caseId, reference: letter.reference };
}

/** Its try has not said yet what became of it, or is to be made again and asks Notify by itself. */
const beingSent: ReadonlySet<string> = new Set(['sending', 'waiting']);

async function byKey<T>(
  trx: Trx,
  key: string | null,
  find: (trx: Trx, by: { readonly key: string }) => Promise<T | null>,
): Promise<T | null> {
  return key === null ? null : find(trx, { key });
}

const arrived: ReadonlySet<string> = new Set(['delivered', 'received']);

/** Notify's states after which something is not delivered, in our words. */
export const failures: Readonly<Record<string, string>> = {
  'permanent-failure': 'GOV.UK Notify could not deliver it: the address or number does not exist.',
  'temporary-failure': 'GOV.UK Notify could not deliver it: the inbox was full, or the phone was off for days.',
  'technical-failure': 'GOV.UK Notify could not deliver it: something broke on the way.',
  'validation-failed': 'GOV.UK Notify could not print the letter: its address or its margins are not as they must be.',
  'virus-scan-failed': 'GOV.UK Notify could not print the letter: its scan for viruses failed.',
  cancelled: 'The letter was cancelled at GOV.UK Notify.',
};

async function bounced(trx: Trx, letter: LetterSending, why: string, now: Date): Promise<void> {
  // A second report of the same says nothing new.
  if (letter.state === 'sent' || letter.state === 'delivered') {
    await letterFailed(trx, letter, { state: 'failed', why, now });
  }
}

async function messageBounced(trx: Trx, message: OutgoingMessage, why: string, now: Date): Promise<void> {
  if (message.state === 'sent' || message.state === 'delivered') await stopMessage(trx, message, why, now, 'failed');
}
