/**
 * Takes one message in: it opens a case, joins one, is known already, is set aside, or is put before a person. Whatever
 * it is, it is recorded in one transaction, and exactly one outcome comes of it. Taking the same message again changes
 * nothing.
 */
import { randomUUID } from 'node:crypto';
import type { File } from '../facts/happened.js';
import { inLandlord, type Trx } from '../store/database.js';
import { keepFile } from '../store/documents.js';
import { claimMessage, earlierMessage, type MailRow } from '../store/mail.js';
import type { Mailbox } from '../store/mailboxes.js';
import { nextReference } from '../store/references.js';
import { londonDay } from '../store/today.js';
import { noteBounce } from './bounced.js';
import { type Incoming, readMessage } from './inbound.js';
import {
  type Attempt,
  answer,
  findCase,
  finish,
  join,
  openNew,
  putBefore,
  type TakenIn,
  whyNotJoined,
} from './into-a-case.js';
import { digestOf, type Message, ownDomainsOf, type Place, type StoredFiles, storeFiles } from './message-files.js';
import { domainsOfMailbox } from './whose.js';

/** The mailbox that a message lay in. */
export type FromMailbox = Pick<Mailbox, 'id' | 'authservId' | 'replyAddress'> & Partial<Pick<Mailbox, 'userName'>>;

/** Takes one message in; without a mailbox it was brought as a file, and nobody gets a receipt. */
export async function takeIn(
  place: Place,
  message: Message,
  now: Date,
  mailbox: FromMailbox | null = null,
): Promise<TakenIn> {
  const { db, landlordId } = place;
  const today = londonDay(now);
  const ownDomains = [
    ...(await ownDomainsOf(place, mailbox !== null)),
    ...(mailbox === null ? [] : domainsOfMailbox(mailbox)),
  ];
  const rawDigest = message.whole ? await digestOf(message.whole.path) : undefined;
  const incoming = await readMessage(message.bytes, {
    today,
    ownDomains,
    ...(message.whole ? { wholeSize: message.whole.size } : {}),
    ...(rawDigest === undefined ? {} : { rawDigest }),
    ...(message.arrivedAt === undefined ? {} : { arrivedOn: londonDay(message.arrivedAt) }),
    ...(mailbox === null ? {} : { cameBy: mailbox }),
  });
  const from = { name: message.name, mailbox: mailbox?.id ?? null };
  const about = { place, incoming, ...from, now, today, files: null, raw: null };
  const before = await inLandlord(
    db,
    landlordId,
    async (trx) => {
      const known = await knownAlready(trx, incoming);
      return known ?? (mailbox === null || incoming.aside || (await findCase({ ...about, trx })) ? null : 'new');
    },
    { readOnly: true },
  );
  if (before !== null && before !== 'new') return before;

  // One that opens a case takes its reference ahead: in the long transaction all others would wait for it.
  const [stored, reference] = await Promise.all([
    storeFiles(place, message, incoming),
    before === 'new' ? nextReference(db, landlordId, today) : undefined,
  ]);
  return inLandlord(
    db,
    landlordId,
    async (trx) => {
      const attempt: Attempt = { ...about, trx, ...(reference === undefined ? {} : { reference }) };
      const known = await claim(attempt, stored);
      if (known) return known;
      return settle(attempt);
    },
    { statementTimeoutMs: 120_000 },
  );
}

// The same message again ------------------------------------------------------------------------------------------------

function keyOf(incoming: Incoming): string {
  return incoming.messageId === null ? `raw ${incoming.rawDigest}` : `id ${incoming.messageId}`;
}

function twinKeyOf(incoming: Incoming): string {
  return `${keyOf(incoming)} ${incoming.contentDigest}`;
}

async function knownAlready(trx: Trx, incoming: Incoming): Promise<TakenIn | null> {
  const first = await earlierMessage(trx, keyOf(incoming), incoming.contentDigest);
  if (first === null) return null;
  if (first.sameContent) return duplicate(incoming, first.reference, 'The same message was taken in before.');
  const twin = await earlierMessage(trx, twinKeyOf(incoming), incoming.contentDigest);
  return twin ? duplicate(incoming, first.reference, 'The same message was taken in before.') : null;
}

function duplicate(incoming: Incoming, ref: string | null, reason: string, lookBecause: string | null = null): TakenIn {
  return { ...answer(incoming), outcome: 'duplicate', ref, reason, about: null, lookBecause };
}

/** Takes the message's place, with its documents. Answers when it turns out to be here already. */
async function claim(attempt: Attempt, stored: StoredFiles): Promise<TakenIn | null> {
  const { trx, incoming, now } = attempt;
  const id = randomUUID();
  const row: MailRow = {
    id,
    messageKey: keyOf(incoming),
    contentKey: incoming.contentDigest,
    takenAt: now.toISOString(),
    receivedOn: incoming.receivedOn,
    receivedBecause: incoming.receivedBecause,
    sender: incoming.writer?.address ?? incoming.sender?.address ?? null,
    senderName: (incoming.writer ?? incoming.sender)?.name || null,
    subject: incoming.subject.slice(0, 500).toWellFormed(),
    preview: incoming.own.replace(/\s+/g, ' ').trim().slice(0, 400).toWellFormed(),
    attachments: incoming.attachments,
    outcome: 'needs-a-look',
    reason: '',
    asideBecause: incoming.aside?.because ?? null,
    suggestedKind: incoming.kind.kind,
    suggestedBecause: incoming.kind.because,
    hazards: incoming.hazards.map((each) => each.hazard),
    lookBecause: null,
    raw: null,
    mailboxId: attempt.mailbox,
    senderChecked: incoming.about.checks.checked,
    senderChecks: incoming.about.checks.checks,
  };
  if (!(await claimMessage(trx, row))) {
    const first = await earlierMessage(trx, row.messageKey, row.contentKey);
    if (first === null || first.sameContent)
      return duplicate(incoming, first?.reference ?? null, 'The same message was taken in before.');
    if (!(await claimMessage(trx, { ...row, messageKey: twinKeyOf(incoming) })))
      return duplicate(incoming, first.reference, 'The same message was taken in before.');
    attempt.twin = { caseId: first.caseId, reference: first.reference };
  }
  attempt.id = id;
  const kept: File[] = [];
  for (const each of stored.files) kept.push(await keepFile(trx, attempt.place.files, each));
  attempt.raw = stored.raw ? await keepFile(trx, attempt.place.files, stored.raw) : null;
  attempt.files = attempt.raw ? [...kept, attempt.raw] : kept;
  return null;
}

// What becomes of it ----------------------------------------------------------------------------------------------------

async function settle(attempt: Attempt): Promise<TakenIn> {
  const { incoming } = attempt;
  if (attempt.twin) {
    const words =
      'It has the same Message-ID as an earlier message but other words or files: a faulty program, or a forgery. ' +
      'It is kept; turn it into a contact if a resident wrote it.';
    await finish(attempt, {
      outcome: 'duplicate',
      reason: words,
      caseId: null,
      aboutCaseId: attempt.twin.caseId,
      lookBecause: words,
    });
    return duplicate(incoming, attempt.twin.reference, words, words);
  }
  const found = await findCase(attempt);
  if (incoming.aside) {
    const seenTo = incoming.report !== null && (await noteBounce(attempt, incoming.report, found));
    await finish(attempt, {
      outcome: 'set-aside',
      reason: incoming.aside.reason,
      caseId: null,
      aboutCaseId: found?.caseId ?? null,
      lookBecause:
        incoming.aside.because === 'bounce' && found && !seenTo
          ? `A message about ${found.reference} could not be delivered.`
          : null,
    });
    return {
      ...answer(incoming),
      outcome: 'set-aside',
      ref: null,
      reason: incoming.aside.reason,
      about: found?.reference ?? null,
      lookBecause: null,
    };
  }
  const why = found && (await whyNotJoined(attempt, found));
  if (found && why !== null) return putBefore(attempt, found, why);
  const joined = found ? await join(attempt, found) : null;
  return (
    joined ?? (await openNew(attempt, found ? `It names ${found.reference}, to which nothing can be added.` : null))
  );
}
