/**
 * Takes one message in: it opens a case, joins one, is known already, is set aside, or is put before a person. Whatever
 * it is, it is recorded in one transaction, and exactly one outcome comes of it. Taking the same message again changes
 * nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Case } from '../complaint/case.js';
import { mayReceive } from '../complaint/may/receive.js';
import { mayReceiveMessage } from '../complaint/may/receive-message.js';
import { type Day, inShortWords, inWords } from '../facts/days.js';
import type { CaseId, File, HazardKind, PersonId, StaffId } from '../facts/happened.js';
import { actWithin, openWithin, type Who } from '../store/act.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { findFile, keepFile, readFileBytes, receiveFile, type Stored } from '../store/documents.js';
import {
  type CaseFound,
  caseByReferences,
  caseByThread,
  claimMessage,
  earlierMessage,
  holdMail,
  knownOnCase,
  type MailOutcome,
  type MailRow,
  markLookedAt,
  personByEmail,
  rememberThread,
  type Settled,
  settleMessage,
} from '../store/mail.js';
import { readSetting } from '../store/rules.js';
import { londonDay } from '../store/today.js';
import { type Incoming, mostBytes, readMessage } from './inbound.js';
import type { SuggestedKind } from './suggest-kind.js';

export interface Place {
  readonly db: Database;
  /** The folder of all landlords' files. */
  readonly files: string;
  readonly landlordId: LandlordId;
}

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

export interface Message {
  /** What the file was called, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When `bytes` is only the beginning: where the whole is. */
  readonly whole?: { readonly path: string; readonly size: number };
}

/** The name under which a landlord's settings hold the domains of its own mail: a list of texts. */
export const ownDomainsSetting = 'mail-domains';

/** A file as a message. What is too large to open is read at its beginning and kept whole. */
export async function messageFile(path: string, name: string): Promise<Message> {
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  try {
    if (size <= mostBytes) return { name, bytes: await handle.readFile() };
    const bytes = new Uint8Array(4 * 1024 * 1024);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return { name, bytes: bytes.subarray(0, bytesRead), whole: { path, size } };
  } finally {
    await handle.close();
  }
}

export async function takeIn(place: Place, message: Message, now: Date): Promise<TakenIn> {
  const { db, landlordId } = place;
  const today = londonDay(now);
  const ownDomains = await inLandlord(
    db,
    landlordId,
    async (trx) => domainsIn(await readSetting(trx, ownDomainsSetting)),
    {
      readOnly: true,
    },
  );
  const rawDigest = message.whole ? await digestOf(message.whole.path) : undefined;
  const incoming = await readMessage(message.bytes, {
    today,
    ownDomains,
    ...(message.whole ? { wholeSize: message.whole.size } : {}),
    ...(rawDigest === undefined ? {} : { rawDigest }),
  });
  const before = await inLandlord(db, landlordId, (trx) => knownAlready(trx, incoming), { readOnly: true });
  if (before) return before;

  const stored = await storeFiles(place, message, incoming);
  return inLandlord(
    db,
    landlordId,
    async (trx) => {
      const attempt: Attempt = { trx, place, incoming, name: message.name, now, today, files: null, raw: null };
      const known = await claim(attempt, stored);
      if (known) return known;
      return settle(attempt);
    },
    { statementTimeoutMs: 120_000 },
  );
}

interface Attempt {
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
    await finish(attempt, {
      outcome: 'set-aside',
      reason: incoming.aside.reason,
      caseId: null,
      aboutCaseId: found?.caseId ?? null,
      lookBecause:
        incoming.aside.because === 'bounce' && found
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
  const joined = found ? await join(attempt, found) : null;
  return (
    joined ?? (await openNew(attempt, found ? `It names ${found.reference}, to which nothing can be added.` : null))
  );
}

async function findCase({ trx, incoming }: Attempt): Promise<CaseFound | null> {
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

async function openNew(attempt: Attempt, why: string | null): Promise<TakenIn> {
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
async function join(attempt: Attempt, found: CaseFound): Promise<TakenIn | null> {
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

/** Why a person should look at a message that joined a case. */
function whatToLookAt(c: Case, incoming: Incoming, stranger: boolean): { looks: string[]; possibleStage2: boolean } {
  const looks: string[] = [];
  let possibleStage2 = false;
  switch (c.standing.is) {
    case 'answered':
      if (c.standing.stage === 1) {
        // Dissatisfaction after a stage 1 response is a request for stage 2, whatever words are used.
        possibleStage2 = incoming.kind.dissatisfied;
        looks.push(
          possibleStage2
            ? `It voices dissatisfaction after the stage 1 response of ${inWords(c.standing.on)}: a possible request for stage 2.`
            : `It came after the stage 1 response of ${inWords(c.standing.on)}: if the resident is not satisfied, it is a request for stage 2.`,
        );
      } else
        looks.push('It came after the final response: see whether the Ombudsman’s details are needed, or a new case.');
      break;
    case 'escalation-refused':
      looks.push('It came after a request for stage 2 was refused.');
      break;
    case 'refused':
      looks.push('It came after the complaint was refused.');
      break;
    case 'withdrawn':
      looks.push('It came after the complaint was withdrawn: if it is raised again, that is a new case.');
      break;
    case 'request-answered':
    case 'noted':
    case 'request-open':
      if (c.standing.is !== 'request-open' || incoming.kind.dissatisfied)
        looks.push('If the resident is dissatisfied, offer the choice to complain.');
      break;
    case 'import-taken-back':
      looks.push('The import of this case was taken back.');
      break;
    case 'to-triage':
    case 'to-acknowledge':
    case 'investigating':
      break;
    default: {
      const never: never = c.standing;
      throw new Error(`a standing that is unknown here: ${String(never)}`);
    }
  }
  if (incoming.hazards.some((each) => each.hazard === 'emergency')) looks.push('It may tell of an emergency.');
  if (stranger) looks.push('Nobody on the case is known by this address: see who wrote it.');
  if (incoming.receivedOn < c.receivedOn)
    looks.push(
      `It reached the landlord on ${inShortWords(incoming.receivedOn)}, before the day from which the case counts: see whether that day must be corrected.`,
    );
  if (incoming.needsALook) looks.push(incoming.needsALook);
  else looks.push(...incoming.damaged.slice(0, 1));
  return { looks, possibleStage2 };
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

async function finish({ trx, id, raw }: Attempt, settled: Omit<Settled, 'raw'>): Promise<void> {
  if (id === undefined) throw new Error('a message is claimed before it is settled');
  await settleMessage(trx, id, { ...settled, raw });
}

function answer(incoming: Incoming): Omit<TakenIn, 'outcome' | 'ref' | 'reason' | 'about' | 'lookBecause'> {
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

// A message set aside, taken out again -------------------------------------------------------------------------------------

export type TakenOut =
  | { readonly ok: true; readonly taken: TakenIn }
  | { readonly ok: false; readonly why: 'no-such-message' | 'has-a-case' | 'gone' };

/** Turns a message that was set aside into a contact of the day on which it arrived. */
export async function takeOut(place: Place, id: string, staff: StaffId, now: Date): Promise<TakenOut> {
  const row = await inLandlord(place.db, place.landlordId, async (trx) => {
    const mail = await holdMail(trx, id);
    const file = mail?.raw ? await findFile(trx, mail.raw) : null;
    return mail ? { mail, content: file?.content ?? null } : null;
  });
  if (row === null) return { ok: false, why: 'no-such-message' };
  if (row.mail.caseId !== null) return { ok: false, why: 'has-a-case' };
  if (row.content === null) return { ok: false, why: 'gone' };
  const bytes = await whole(readFileBytes(place.files, place.landlordId, row.content));
  const today = londonDay(now);
  const ownDomains = await inLandlord(place.db, place.landlordId, async (trx) =>
    domainsIn(await readSetting(trx, ownDomainsSetting)),
  );
  const read = await readMessage(bytes, { today, ownDomains, evenIfAside: true });
  // One with another's Message-ID must not be led to that other's case by it.
  const messageId = row.mail.outcome === 'duplicate' ? null : read.messageId;
  const incoming = { ...read, messageId, receivedOn: row.mail.receivedOn };
  const stored = await storeFiles(place, { name: 'message.eml', bytes }, incoming);
  return inLandlord(place.db, place.landlordId, async (trx): Promise<TakenOut> => {
    const mail = await holdMail(trx, id);
    if (mail === null) return { ok: false, why: 'no-such-message' };
    if (mail.caseId !== null) return { ok: false, why: 'has-a-case' };
    const kept: File[] = [];
    for (const each of stored.files) kept.push(await keepFile(trx, place.files, each));
    const attempt: Attempt = {
      trx,
      place,
      incoming,
      name: 'message.eml',
      now,
      today,
      files: mail.raw ? [...kept, mail.raw] : kept,
      raw: mail.raw,
      id,
    };
    const found = await findCase(attempt);
    const joined = found ? await join(attempt, found) : null;
    const taken = joined ?? (await openNew(attempt, null));
    await markLookedAt(trx, id, staff, now);
    return { ok: true, taken };
  });
}

// Files -----------------------------------------------------------------------------------------------------------------

interface StoredFiles {
  readonly files: readonly Stored[];
  readonly raw: Stored | null;
}

/** Brings the bytes to the disk before the transaction names them. A set-aside message keeps only the whole. */
async function storeFiles(place: Place, message: Message, incoming: Incoming): Promise<StoredFiles> {
  const largest = Number.MAX_SAFE_INTEGER;
  const put = async (
    source: Uint8Array | ReturnType<typeof createReadStream>,
    name: string,
  ): Promise<Stored | null> => {
    const received = await receiveFile(place.files, place.landlordId, source, { name, largest });
    return received.ok ? received.stored : null;
  };
  const files: Stored[] = [];
  if (!incoming.aside) {
    for (const file of incoming.files) {
      const stored = await put(file.bytes, file.name);
      if (stored) files.push(stored);
    }
  }
  const name = `message ${incoming.receivedOn}.eml`;
  const raw = await put(message.whole ? createReadStream(message.whole.path) : message.bytes, name);
  return { files, raw };
}

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

function domainsIn(setting: unknown): readonly string[] {
  return Array.isArray(setting) ? setting.filter((each) => typeof each === 'string') : [];
}
