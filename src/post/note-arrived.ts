/** What an officer must see of a message that joined a case, or that could not: noted in the transaction that took it in. */
import type { ArrivalKind } from '../complaint/arriving.js';
import { noAsksForStage2 } from '../complaint/asking/what-follows.js';
import type { Case } from '../complaint/case.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import { wakeForWords } from '../store/alarms.js';
import { noteArrival } from '../store/arrivals.js';
import { readConfig } from '../store/config.js';
import { findMessage } from '../store/outbox.js';
import { tellNotDone } from '../store/promise-answered.js';
import type { Attempt } from './into-a-case.js';
import { tellsOfEmergency } from './suggest-hazards.js';
import type { Meaning } from './suggest-meaning.js';

export interface Joined {
  readonly caseId: CaseId;
  readonly seq: number | null;
  readonly person: PersonId | null;
  /** The case before it came. */
  readonly before: Case;
  readonly stranger: boolean;
  readonly possibleStage2: boolean;
}

const kindOf: Record<Exclude<Meaning, 'complaint'>, ArrivalKind> = {
  'stage-2': 'possible-stage-2',
  withdrawal: 'withdrawal',
  'remedy-answer': 'remedy-answer',
  'new-authority': 'new-authority',
  'contact-change': 'contact-change',
};

/** Notes everything that a message to a case may mean; at least that it came. */
export async function noteJoined(attempt: Attempt, joined: Joined): Promise<void> {
  const { incoming } = attempt;
  // A colleague who writes about a case is no arrival from a resident.
  if (incoming.fromStaff && !incoming.forwardedByStaff) return;
  const asked = await notDone(attempt);
  const kinds = kindsOf(attempt, joined, asked !== null);
  if (asked !== null) await tellOfPromise(attempt, joined, asked, kinds.includes('possible-stage-2'));
  for (const kind of kinds) {
    if (asked !== null && (kind === 'promise-not-done' || kind === 'possible-stage-2')) continue;
    await note(attempt, kind, {
      caseId: joined.caseId,
      seq: joined.seq,
      person: joined.person,
      why: whyOf(kind, joined),
    });
  }
}

/**
 * The manager is told as well. The promise is not open again before somebody has recorded what they say: whether words say
 * no is for a person to judge.
 */
async function tellOfPromise(
  attempt: Attempt,
  { caseId, seq, person, before, ...joined }: Joined,
  asked: { readonly about: string | null },
  possibleStage2: boolean,
): Promise<void> {
  const { trx, id, incoming, now } = attempt;
  const promise = before.promises.find((one) => one.id === asked.about);
  await tellNotDone(trx, {
    caseId,
    reference: before.reference,
    seq,
    person,
    channel: 'email',
    on: incoming.receivedOn,
    promise: promise?.id ?? null,
    promisedFor: promise?.dueOn ?? null,
    words: noteOf(incoming, whyOf('promise-not-done', { caseId, seq, person, before, ...joined })),
    possibleStage2,
    recordedOf: null,
    keyOf: (kind) => arrivalKey(id ?? '', kind),
    address: readConfig().address,
    now,
  });
}

/** The question that it answers, whether a promise was kept, when it does not say that it was; else null. */
async function notDone({ trx, incoming }: Attempt): Promise<{ readonly about: string | null } | null> {
  for (const messageId of incoming.answers.slice(0, 5)) {
    const asked = await findMessage(trx, { messageId });
    if (asked?.purpose === 'promise-asked')
      return /^\W*(yes|yep|yeah|it (did|has|was)|all done|done|they (did|came|have))\b/i.test(incoming.own)
        ? null
        : { about: asked.link?.about ?? null };
  }
  return null;
}

function kindsOf(
  { incoming }: Attempt,
  { before, stranger, possibleStage2 }: Joined,
  saysNotDone: boolean,
): readonly ArrivalKind[] {
  const kinds = new Set<ArrivalKind>();
  if (saysNotDone) kinds.add('promise-not-done');
  if (tellsOfEmergency(incoming.hazards)) kinds.add('emergency');
  if (stranger) kinds.add('sender-not-known');
  const complaint = before.kind === 'complaint';
  // After the final response what follows is the Ombudsman: the arrival says so.
  const answeredFinally = before.standing.is === 'answered' && before.standing.stage === 2;
  if (saysNotDone && noAsksForStage2(before)) kinds.add('possible-stage-2');
  if (possibleStage2 || (answeredFinally && incoming.kind.dissatisfied)) kinds.add('possible-stage-2');
  for (const meaning of incoming.means) {
    if (meaning === 'complaint') {
      if (!complaint) kinds.add('possible-complaint');
    } else if (meaning !== 'stage-2' || complaint) kinds.add(kindOf[meaning]);
  }
  // Dissatisfaction with a request is to be met with the choice to complain, whatever words it is in.
  if (!complaint && before.kind !== null && incoming.kind.dissatisfied) kinds.add('possible-complaint');
  if (kinds.size === 0) kinds.add(incoming.attachments > 0 && incoming.own.trim().length < 40 ? 'evidence' : 'message');
  return [...kinds];
}

function whyOf(kind: ArrivalKind, { stranger }: Joined): string | null {
  if (kind === 'promise-not-done')
    return 'It answers our question whether a promise was kept. It is in their own words: read it.';
  if (kind === 'sender-not-known') return 'Nobody on the case is known by the address from which it came.';
  return stranger ? 'It came from an address that nobody on the case is known by.' : null;
}

/** An emergency in a message that opened a case: it is seen before everything else. */
export async function noteOpened(attempt: Attempt, caseId: CaseId, person: PersonId | null): Promise<void> {
  if (tellsOfEmergency(attempt.incoming.hazards))
    await note(attempt, 'emergency', { caseId, seq: 1, person, why: null });
}

/** A message that came by a case's own address and was not put with it. */
export async function noteNotJoined(attempt: Attempt, caseId: CaseId, why: string): Promise<void> {
  const about = { caseId, seq: null, person: null };
  await note(attempt, 'sender-not-known', { ...about, why });
  // Whoever tells of an emergency is read at once, known or not.
  if (tellsOfEmergency(attempt.incoming.hazards)) await note(attempt, 'emergency', { ...about, why: null });
}

async function note(
  attempt: Attempt,
  kind: ArrivalKind,
  about: { caseId: CaseId; seq: number | null; person: PersonId | null; why: string | null },
): Promise<void> {
  const { trx, id, incoming, now } = attempt;
  if (kind === 'emergency') await wakeForWords(trx, { caseId: about.caseId, arrivedOn: incoming.receivedOn, now });
  await noteArrival(trx, {
    key: arrivalKey(id ?? '', kind),
    kind,
    caseId: about.caseId,
    seq: about.seq,
    person: about.person,
    channel: 'email',
    arrivedOn: incoming.receivedOn,
    note: noteOf(incoming, about.why),
  });
}

function noteOf({ own }: Attempt['incoming'], why: string | null): string | null {
  const words = own.replace(/\s+/g, ' ').trim().slice(0, 300);
  return [why, words].filter((each) => each !== null && each !== '').join('\n\n') || null;
}

/** Under which key an arrival stands for a message and what it may mean. */
export function arrivalKey(mail: string, kind: ArrivalKind): string {
  return `mail ${mail} ${kind}`;
}
