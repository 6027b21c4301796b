/** What a message becomes: a new case, a further message of the case that it belongs to. Inside one transaction. */
import type { Case } from '../complaint/case.js';
import { mayReceive } from '../complaint/may/receive.js';
import { mayReceiveMessage } from '../complaint/may/receive-message.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, HazardKind, PersonId } from '../facts/happened.js';
import { actWithin, openWithin, type Who } from '../store/act.js';
import type { LandlordId, Trx } from '../store/database.js';
import {
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
import type { Incoming } from './inbound.js';
import type { Place } from './message-files.js';
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
  /** The rows of its documents, once they are kept; the message as it arrived is the last. */
  files: readonly File[] | null;
  raw: File | null;
  id?: string;
  /** Another message has the same Message-ID, with other words. */
  twin?: { readonly caseId: CaseId | null; readonly reference: string | null };
}

export async function findCase({ trx, incoming }: Attempt): Promise<CaseFound | null> {
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
  const done = await openWithin(trx, whoTakesIn(place.landlordId), { now }, (context) =>
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
    ...(incoming.needsALook ? [] : incoming.damaged),
  ]
    .filter((each) => each !== null)
    .join(' ');
  const lookBecause = incoming.needsALook ?? why ?? incoming.damaged[0] ?? null;
  await thread(attempt, done.caseId);
  await finish(attempt, { outcome, reason, caseId: done.caseId, lookBecause });
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
  const reason = [`It was added to ${found.reference}.`, ...looks].join(' ');
  const lookBecause = looks.length > 0 ? looks.join(' ') : null;
  await thread(attempt, found.caseId);
  await finish(attempt, { outcome: 'added-to-case', reason, caseId: found.caseId, possibleStage2, lookBecause });
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

function whatArrived({ incoming, name }: Attempt): string {
  if (incoming.files.length > 0) return '[A message without words. What came with it is kept with the case.]';
  return `[A message that could not be read arrived as the file “${name.slice(-100)}”. ${incoming.needsALook ?? ''}]`;
}

async function writerOf({ trx, incoming }: Attempt): Promise<PersonId | null> {
  if (!incoming.writer || (incoming.fromStaff && !incoming.forwardedByStaff)) return null;
  return personByEmail(trx, incoming.writer.address);
}

async function isKnown({ trx, incoming }: Attempt, caseId: CaseId): Promise<boolean> {
  if (incoming.fromStaff) return true;
  for (const box of [incoming.sender, incoming.writer])
    if (box && (await knownOnCase(trx, caseId, box.address))) return true;
  return false;
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
