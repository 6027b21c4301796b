/** One letter's way out by e-mail: claimed, given to the mail server, noted; or tried again, or seen to by a person. */
import { mayReturnLetter } from '../complaint/may/return-letter.js';
import type { CaseId } from '../facts/happened.js';
import { actWithin } from '../store/act.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { findFile, readFileBytes } from '../store/documents.js';
import { claimSending, type LetterSending, markSending } from '../store/letter-sendings.js';
import type { MailDoor } from './outbound.js';

export interface Sender {
  readonly db: Database;
  /** The folder of the landlords' documents. */
  readonly files: string;
  readonly from: string;
  readonly replyTo: (trx: Trx) => Promise<string | null>;
  readonly door: MailDoor;
  readonly now: () => Date;
}

/** After so many tries, with growing pauses between them for more than a day, the letter counts as not delivered. */
export const mostTries = 15;

/** Thrown so that the runner tries again later. */
export class NotNow extends Error {}

export type SentOutcome = 'sent' | 'failed' | 'unsure' | 'nothing-to-do';

export async function sendWaiting(
  sender: Sender,
  landlordId: LandlordId,
  caseId: CaseId,
  seq: number,
): Promise<SentOutcome> {
  const { db, files, door } = sender;
  // Committed before the first word to the mail server: whoever finds it so later knows that it may have left.
  const claimed = await inLandlord(db, landlordId, async (trx) => {
    const claim = await claimSending(trx, caseId, seq);
    if (claim === null || claim.is === 'killed') return claim && { ...claim, replyTo: null, document: null };
    const document = claim.sending.file === null ? null : await findFile(trx, claim.sending.file);
    return { ...claim, replyTo: await sender.replyTo(trx), document };
  });
  if (claimed === null) return 'nothing-to-do';
  const { sending } = claimed;
  if (claimed.is === 'killed') {
    await notDelivered(sender, landlordId, sending, 'unsure', 'Putright was stopped while the letter was leaving.');
    return 'unsure';
  }
  let delivery: Awaited<ReturnType<MailDoor['deliver']>>;
  try {
    delivery = await door.deliver({
      from: sender.from,
      replyTo: claimed.replyTo,
      to: { name: sending.recipient, address: sending.address ?? '' },
      subject: sending.subject,
      text: sending.body,
      messageId: sending.messageId ?? '',
      reference: sending.reference,
      pdf:
        claimed.document === null
          ? null
          : {
              name: claimed.document.name,
              bytes: Buffer.concat(await readFileBytes(files, landlordId, claimed.document.content).toArray()),
            },
    });
  } catch (error) {
    // Its PDF could not be read: nothing has left.
    await inLandlord(db, landlordId, (trx) =>
      markSending(trx, caseId, seq, 'waiting', 'The letter’s document could not be read.'),
    );
    throw error;
  }
  switch (delivery.is) {
    case 'sent':
      await inLandlord(db, landlordId, (trx) => markSending(trx, caseId, seq, 'sent', null));
      return 'sent';
    case 'refused':
      await notDelivered(sender, landlordId, sending, 'failed', delivery.why);
      return 'failed';
    case 'unsure':
      await notDelivered(sender, landlordId, sending, 'unsure', delivery.why);
      return 'unsure';
    case 'not-now':
      if (sending.tries >= mostTries) {
        await notDelivered(sender, landlordId, sending, 'failed', `${delivery.why} We tried ${sending.tries} times.`);
        return 'failed';
      }
      await inLandlord(db, landlordId, (trx) => markSending(trx, caseId, seq, 'waiting', delivery.why));
      throw new NotNow(delivery.why);
    default:
      return delivery satisfies never;
  }
}

/** The history says that the resident has not had it, or may not have, so that a person sees to it. */
async function notDelivered(
  sender: Sender,
  landlordId: LandlordId,
  sending: LetterSending,
  state: 'failed' | 'unsure',
  why: string,
): Promise<void> {
  const words =
    state === 'failed' ? why : `${why} It may or may not have arrived. Ask the resident, or send it again by post.`;
  await inLandlord(sender.db, landlordId, async (trx) => {
    await markSending(trx, sending.caseId, sending.seq, state, words);
    const who = { landlordId, staff: null, roles: [], recordedBy: { system: 'mail' as const } };
    const outcome = await actWithin(
      trx,
      who,
      { ref: sending.caseId, expectedVersion: null, now: sender.now() },
      (file, context) =>
        mayReturnLetter(
          file.case,
          { on: context.today, letter: sending.letter, what: 'delivery-failed', text: words },
          context,
        ),
    );
    if (outcome.is !== 'done') throw new Error(`a failed delivery could not be recorded: ${outcome.is}`);
  });
}
