/**
 * What a message becomes: a new case, a further message of the case that it belongs to, or a question to a person. Inside
 * one transaction. Longer than 250 lines because the ways of one message are read side by side.
 */
import type { Case } from '../complaint/case.js';
import { mayReceive } from '../complaint/may/receive.js';
import { mayReceiveMessage } from '../complaint/may/receive-message.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, HazardKind, PersonId } from '../facts/happened.js';
import { actWithin, openWithin, type Who } from '../store/act.js';
import type { LandlordId, Trx } from '../store/database.js';
import {
  addressesOnCase,
  type CaseFound,
  caseByReferences,
  caseByThread,
  knownOnCase,
  type MailOutcome,
  personByEmail,
  rememberThread,
  type Settled,
  settleMessage,
} from '../store/mail.js';
import { caseByCode } from '../store/reply-codes.js';
import type { Incoming } from './inbound.js';
import { looksLike, mixesAlphabets } from './look-alikes.js';
import type { Place } from './message-files.js';
import { noteJoined, noteNotJoined, noteOpened } from './note-arrived.js';
import { queueReceipt } from './receipts.js';
import type { SuggestedKind } from './suggest-kind.js';
import { whatToLookAt } from './what-to-look-at.js';

export interface TakenIn {
  readonly outcome: MailOutcome;
  readonly ref: string | null;
  readonly receivedOn: Day;
  readonly reason: string;
  readonly suggestedKind: SuggestedKind;
  readonly hazards: readonly HazardKind[];
  readonly attachments: number;
  /** The case that an automatic answer or a bounce is about. */
  readonly about: string | null;
  /** Why a person has to look; null when nobody needs to. */
  readonly lookBecause: string | null;
  readonly receivedBecause: string;
  /** It voices dissatisfaction after a stage 1 response: an officer sees whether it asks for stage 2. */
  readonly possibleStage2: boolean;
  /** Why this kind is suggested. */
  readonly because: readonly string[];
}

export interface Attempt {
  readonly trx: Trx;
  readonly place: Place;
  readonly incoming: Incoming;
  readonly name: string;
  readonly now: Date;
  readonly today: Day;
  /** The mailbox in which it lay; null when it was brought as a file. */
  readonly mailbox: string | null;
  /** Taken ahead for the case that it seems to open. */
  readonly reference?: string;
  /** The rows of its documents, once they are kept; the message as it arrived is the last. */
  files: readonly File[] | null;
  raw: File | null;
  id?: string;
  /** Another message has the same Message-ID, with other words. */
  twin?: { readonly caseId: CaseId | null; readonly reference: string | null };
}

export interface Found extends CaseFound {
  /** It was sent to the case's own address for answers, which finds the case and proves nobody. */
  readonly byItsAddress: boolean;
}

export async function findCase(attempt: Attempt): Promise<Found | null> {
  const byCode = await caseByCode(attempt.trx, attempt.incoming.about.codes);
  if (byCode) return { ...byCode, byItsAddress: true };
  const found = await caseNamed(attempt);
  return found && { ...found, byItsAddress: false };
}

async function caseNamed({ trx, incoming }: Attempt): Promise<CaseFound | null> {
  const sender = incoming.sender?.address ?? null;
  return (
    (await caseByReferences(trx, incoming.references.naming)) ??
    (await caseByThread(trx, incoming.answers, sender)) ??
    (await caseByReferences(trx, incoming.references.mentioned)) ??
    (await caseByThread(trx, incoming.carries, sender)) ??
    // It was answered before it came: the answer named it.
    (incoming.messageId ? await caseByThread(trx, [incoming.messageId], sender) : null)
  );
}

export async function openNew(attempt: Attempt, why: string | null): Promise<TakenIn> {
  const { trx, incoming, place, now } = attempt;
  const person = await writerOf(attempt);
  const member =
    incoming.kind.mayBe === 'mp-enquiry' ? 'mp' : incoming.kind.mayBe === 'councillor-enquiry' ? 'councillor' : null;
  const ahead = attempt.reference === undefined ? {} : { reference: attempt.reference };
  const done = await openWithin(trx, whoTakesIn(place.landlordId), { now, ...ahead }, (context) =>
    mayReceive(
      {
        on: incoming.receivedOn,
        channel: 'email',
        firstHeardBy:
          incoming.fromStaff || incoming.forwardedByStaff ? 'other-staff' : member ? 'member' : 'complaints-team',
        text: incoming.words || whatArrived(attempt),
        files: attempt.files ?? [],
        // A member writes for a resident, whom triage names.
        person: member ? null : person,
        home: null,
        tenure: 'unknown',
        group: [],
        hazards: incoming.hazards.map((each) => each.hazard),
        sender: member && person ? { person, role: member, authority: 'elected-member' } : null,
        earlier: null,
      },
      context,
    ),
  );
  if (done.is !== 'done')
    throw new Error(`a contact was refused: ${done.refusals.map((each) => each.code).join(', ')}`);
  const outcome: MailOutcome = incoming.needsALook ? 'needs-a-look' : 'new-case';
  const reason = [
    incoming.needsALook ??
      (incoming.forwardedByStaff ? 'A colleague forwarded it; it opened a case.' : 'It opened a case.'),
    why,
    ...incoming.doubts,
    ...(incoming.needsALook ? [] : incoming.damaged),
  ]
    .filter((each) => each !== null)
    .join(' ');
  const look = [incoming.needsALook ?? why ?? null, ...incoming.doubts].filter((each) => each !== null);
  const lookBecause = look.length > 0 ? look.join(' ') : (incoming.damaged[0] ?? null);
  await thread(attempt, done.caseId);
  await finish(attempt, { outcome, reason, caseId: done.caseId, lookBecause });
  await noteOpened(attempt, done.caseId, person);
  await queueReceipt(attempt, { caseId: done.caseId, reference: done.reference, opened: true });
  return { ...answer(incoming), outcome, ref: done.reference, reason, about: null, lookBecause };
}

/** Adds it to the case that it belongs to; null when nothing may be added there. */
export async function join(attempt: Attempt, found: CaseFound): Promise<TakenIn | null> {
  const { trx, incoming, place, now } = attempt;
  const person = await writerOf(attempt);
  const stranger = !(await isKnown(attempt, found.caseId));
  let before: Case | null = null;
  const outcome = await actWithin(
    trx,
    whoTakesIn(place.landlordId),
    { ref: found.caseId, expectedVersion: null, now },
    ({ case: c }, context) => {
      before = c;
      return mayReceiveMessage(
        c,
        {
          on: incoming.receivedOn < c.receivedOn ? c.receivedOn : incoming.receivedOn,
          channel: 'email',
          from: person,
          text: incoming.words || whatArrived(attempt),
          files: attempt.files ?? [],
        },
        context,
      );
    },
  );
  if (outcome.is !== 'done' || before === null) return null;
  const { looks, possibleStage2 } = whatToLookAt(before, incoming, stranger);
  if (stranger) looks.push(...(await whatAboutTheName(attempt, found.caseId)));
  const reason = [`It was added to ${found.reference}.`, ...looks].join(' ');
  const lookBecause = looks.length > 0 ? looks.join(' ') : null;
  await thread(attempt, found.caseId);
  await finish(attempt, { outcome: 'added-to-case', reason, caseId: found.caseId, possibleStage2, lookBecause });
  const seq = outcome.version;
  await noteJoined(attempt, { caseId: found.caseId, seq, person, before, stranger, possibleStage2 });
  if (!stranger) await queueReceipt(attempt, { ...found, opened: false });
  return {
    ...answer(incoming),
    outcome: 'added-to-case',
    ref: found.reference,
    reason,
    about: null,
    lookBecause,
    possibleStage2,
  };
}

/** Why a message may not simply be put with the case that it found; null when it may. */
export async function whyNotJoined(attempt: Attempt, found: Found): Promise<string | null> {
  const { incoming } = attempt;
  if (incoming.fromStaff) return null;
  if (incoming.about.checks.checked === 'failed')
    return `It is about ${found.reference}, but our mail server found that its sender’s name may be borrowed. It was not put with the case: see who wrote it.`;
  if (await isKnown(attempt, found.caseId)) return null;
  const more = await whatAboutTheName(attempt, found.caseId);
  return [
    `${found.byItsAddress ? 'It came by the address for answers about' : 'It names'} ${found.reference}, from an address that nobody on the case is known by. It was not put with the case: see who wrote it.`,
    ...(incoming.means.includes('stage-2')
      ? ['It may ask for stage 2: that would count from the day on which it came.']
      : []),
    ...incoming.doubts,
    ...more,
  ].join(' ');
}

/** Puts it before a person, beside the case that it found. */
export async function putBefore(attempt: Attempt, found: Found, why: string): Promise<TakenIn> {
  await finish(attempt, {
    outcome: 'needs-a-look',
    reason: why,
    caseId: null,
    aboutCaseId: found.caseId,
    lookBecause: why,
  });
  await noteNotJoined(attempt, found.caseId, why);
  return {
    ...answer(attempt.incoming),
    outcome: 'needs-a-look',
    ref: null,
    reason: why,
    about: found.reference,
    lookBecause: why,
  };
}

/** What the eye would miss: an address that looks like one that is known, and is another. */
async function whatAboutTheName({ trx, incoming }: Attempt, caseId: CaseId): Promise<string[]> {
  const address = incoming.sender?.address ?? '';
  const known = await addressesOnCase(trx, caseId);
  return [
    ...(known.some((one) => looksLike(address, one))
      ? ['The address looks like one on the case, but it is another: take care.']
      : []),
    ...(mixesAlphabets(address) ? ['The address has letters of more than one alphabet.'] : []),
  ];
}

function whatArrived({ incoming, name }: Attempt): string {
  if (incoming.files.length > 0) return '[A message without words. What came with it is kept with the case.]';
  return `[A message that could not be read arrived as the file “${name.slice(-100)}”. ${incoming.needsALook ?? ''}]`;
}

async function writerOf({ trx, incoming }: Attempt): Promise<PersonId | null> {
  if (!incoming.writer || (incoming.fromStaff && !incoming.forwardedByStaff)) return null;
  // A borrowed name opens no case as the resident whose it is.
  if (incoming.about.checks.checked === 'failed') return null;
  return personByEmail(trx, incoming.writer.address);
}

async function isKnown({ trx, incoming }: Attempt, caseId: CaseId): Promise<boolean> {
  if (incoming.fromStaff) return true;
  // The writer is the sender, or whoever filled in a form of ours. What else a message says of its writer proves nobody.
  if (incoming.writer === null || incoming.about.checks.checked === 'failed') return false;
  return knownOnCase(trx, caseId, incoming.writer.address);
}

async function thread({ trx, incoming }: Attempt, caseId: CaseId): Promise<void> {
  const sender = incoming.sender?.address ?? null;
  if (incoming.messageId) await rememberThread(trx, caseId, [incoming.messageId], 'in');
  await rememberThread(trx, caseId, incoming.answers.slice(0, 30), 'answered', sender);
  // What a colleague forwarded: the resident answers the message that they sent, not the colleague's.
  await rememberThread(trx, caseId, incoming.carries.slice(0, 30), 'answered', incoming.writer?.address ?? sender);
}

export async function finish({ trx, id, raw }: Attempt, settled: Omit<Settled, 'raw'>): Promise<void> {
  if (id === undefined) throw new Error('a message is claimed before it is settled');
  await settleMessage(trx, id, { ...settled, raw });
}

export function answer(incoming: Incoming): Omit<TakenIn, 'outcome' | 'ref' | 'reason' | 'about' | 'lookBecause'> {
  return {
    receivedOn: incoming.receivedOn,
    suggestedKind: incoming.kind.kind,
    hazards: incoming.hazards.map((each) => each.hazard),
    attachments: incoming.attachments,
    receivedBecause: incoming.receivedBecause,
    possibleStage2: false,
    because: incoming.kind.because,
  };
}

function whoTakesIn(landlordId: LandlordId): Who {
  return { landlordId, staff: null, roles: [], recordedBy: { system: 'mail' } };
}
