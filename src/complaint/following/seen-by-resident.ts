/**
 * What a case shows to one of its people outside the landlord, and nothing else of it. Each part is gathered from the few
 * entries that were said to that person or by them; what is for staff (notes, requests to teams, conflicts, causes,
 * decisions and remedies before the letter that tells them, other people's words and letters) is never looked at. Words
 * and files come out as digests: whoever shows the page reads exactly these.
 *
 * This file is longer than 250 lines because what is let out is one decision and is read as one.
 */
import type { Day } from '../../facts/days.js';
import type {
  Channel,
  CompensationHead,
  Entry,
  File,
  Finding,
  FurtherRoute,
  Kind,
  LetterId,
  LetterKind,
  PersonId,
  PointId,
  PromiseId,
  RemedyId,
  RemedyKind,
  RestrictionId,
  RestrictionKind,
  Sending,
  StaffId,
  Words,
} from '../../facts/happened.js';
import { type Access, accessTo, answersFor } from '../access.js';
import { behaviourIn, holdsOn } from '../behaviour/steps.js';
import type { Case, Point, StageRecord, Standing } from '../case.js';
import { type Clock, type ClockRules, clocks, noTargets } from '../clocks.js';
import { partsTogether, worksheetOf } from '../compensation.js';
import { decisionAt, isStanding } from '../points.js';
import { actingFor } from '../who.js';
import { type RoutesTold, routesTold } from './routes-told.js';

export interface SeenPoint {
  readonly id: PointId;
  readonly number: number;
  /** Set out to the resident; null until it was. */
  readonly understanding: Words | null;
  readonly outcomeSought: Words | null;
  /** In the words of the person who looks; null when somebody else said it. */
  readonly ownWords: Words | null;
  readonly since: Day | null;
  readonly state: 'looked-at' | 'not-ours' | 'withdrawn' | 'went-on';
  /** Who outside can look at it, as they were told; null until they were. */
  readonly routes: readonly FurtherRoute[] | null;
  readonly escalated: boolean;
  /** Told by a response that was sent. */
  readonly findings: readonly { readonly stage: 1 | 2; readonly finding: Finding }[];
}

export type SeenWriter = 'you' | 'us' | 'resident' | 'representative';

export interface SeenMessage {
  readonly seq: number;
  readonly on: Day;
  readonly by: SeenWriter;
  /** Of ours: who wrote it. */
  readonly staff: StaffId | null;
  readonly words: Words;
  readonly files: readonly File[];
  readonly how: Sending | null;
}

export interface SeenLetter {
  readonly letter: LetterId;
  readonly kind: LetterKind;
  readonly sentOn: Day;
  readonly words: Words;
  readonly bytes: File | null;
  /** It did not arrive, or came back. */
  readonly failed: boolean;
}

export interface SeenPromise {
  readonly id: PromiseId;
  readonly words: Words;
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  readonly state: 'open' | 'late' | 'done' | 'ended';
  readonly doneOn: Day | null;
  readonly moves: readonly { readonly on: Day; readonly newDate: Day; readonly reason: Words | null }[];
  /** Why it will not be done, once they have been told. */
  readonly endReason: Words | null;
  readonly residentSays: 'done' | 'not-done' | null;
}

export interface SeenRemedy {
  readonly id: RemedyId;
  readonly kind: RemedyKind;
  readonly words: Words;
  readonly pence: number | null;
  readonly dueOn: Day | null;
  /** What a sum of money is made of, as it was approved. */
  readonly parts: readonly { readonly head: CompensationHead; readonly pence: number }[];
  readonly state: 'offered' | 'accepted' | 'declined' | 'done';
}

export interface SeenFindings {
  readonly stage: 1 | 2;
  readonly on: Day;
  readonly words: Words;
  readonly commentsBy: Day | null;
  /** What this person said of them. */
  readonly comments: readonly { readonly on: Day; readonly words: Words }[];
  readonly mayComment: boolean;
}

/** How their own contact is restricted now, or that of the resident for whom they act, as the letter told it. */
export interface SeenRestriction {
  readonly id: RestrictionId;
  readonly of: 'themself' | 'the-resident';
  readonly kinds: readonly RestrictionKind[];
  /** The one person whom they speak to. */
  readonly contact: StaffId | null;
  readonly channels: readonly Channel[];
  readonly how: Words;
  readonly until: Day | null;
  readonly reviewOn: Day | null;
  /** The day of the appeal that waits for its answer. */
  readonly appealedOn: Day | null;
}

export interface SeenStage {
  readonly stage: 1 | 2;
  readonly startedOn: Day;
  readonly acknowledgement: Clock | null;
  readonly response: Clock | null;
  readonly acknowledgedOn: Day | null;
  readonly definedOn: Day | null;
  readonly respondedOn: Day | null;
  readonly extensions: readonly { readonly toldOn: Day; readonly newDate: Day; readonly reason: Words }[];
  readonly updates: {
    readonly everyWorkingDays: number;
    readonly agreedWithResident: boolean;
    readonly next: Day | null;
  } | null;
}

export interface SeenCase {
  readonly reference: string;
  readonly version: number;
  readonly access: Access;
  readonly receivedOn: Day;
  readonly kind: Kind | null;
  readonly standing: Standing;
  readonly loggedOn: Day | null;
  readonly handler: StaffId | null;
  /** What they told us first; null when somebody else did. */
  readonly firstWords: Words | null;
  readonly points: readonly SeenPoint[];
  readonly stages: readonly SeenStage[];
  /** Data protection law's own limit, once they were told that a point is about personal information. */
  readonly dataProtection: Clock | null;
  readonly messages: readonly SeenMessage[];
  readonly letters: readonly SeenLetter[];
  readonly promises: readonly SeenPromise[];
  readonly remedies: readonly SeenRemedy[];
  readonly findings: readonly SeenFindings[];
  readonly restrictions: readonly SeenRestriction[];
  /** What they gave us. */
  readonly files: readonly { readonly file: File; readonly title: Words | null; readonly on: Day }[];
  /** The request behind this complaint, or the complaint about this request. */
  readonly linked: Case['links'];
  readonly chosenToComplain: boolean;
}

/** What a person sees of a case on a day; null when it is not theirs to see, or no longer. */
export function seenByResident(c: Case, person: PersonId, rules: ClockRules, today: Day): SeenCase | null {
  const access = accessTo(c, person, today);
  if (access === null) return null;
  const viewer = viewerOf(c, person, access, today);
  // The landlord's own stricter aims are its own affair.
  const running = clocks(c, { ...rules, targets: noTargets }, today);
  const told = routesTold(c);
  const points = c.points.map((point) => seenPoint(c, point, viewer, told.get(point.id) ?? null));
  return {
    reference: c.reference,
    version: c.version,
    access,
    receivedOn: c.receivedOn,
    kind: c.kind,
    standing: c.standing,
    loggedOn: c.loggedOn,
    handler: c.handler,
    firstWords: saidFirst(c, viewer) ? c.words : null,
    points,
    stages: ([1, 2] as const).flatMap((n) => seenStage(c, c.stages[n], n, running) ?? []),
    dataProtection: points.some(({ routes }) => routes?.includes('ico'))
      ? (running.find(({ kind }) => kind === 'data-protection') ?? null)
      : null,
    messages: c.history.flatMap((entry) => seenMessage(entry, viewer) ?? []),
    letters: lettersOf(c, viewer),
    promises: c.promises.filter((one) => isTold(c, one)).map((one) => seenPromise(one, today)),
    remedies: c.remedies
      .filter(({ stage }) => c.stages[stage]?.respondedOn != null)
      .map(({ id, kind, words, pence, dueOn, state }) => ({
        id,
        kind,
        words,
        pence,
        dueOn,
        parts: approvedParts(c, id),
        state,
      })),
    findings: ([1, 2] as const).flatMap((n) => seenFindings(c, n, viewer)),
    restrictions: behaviourIn(c)
      .restrictions.filter((one) => answersFor(c, person, one.person, today) && holdsOn(one, today))
      .map(({ id, person: restricted, kinds, contact, channels, how, until, reviewOn, appealedOn }) => ({
        id,
        of: restricted === person ? ('themself' as const) : ('the-resident' as const),
        kinds,
        contact,
        channels,
        how,
        until,
        reviewOn,
        appealedOn,
      })),
    files: filesOf(c, viewer),
    linked: c.links.filter(
      ({ relation }) => relation === 'complaint-about-this-request' || relation === 'request-behind-this-complaint',
    ),
    chosenToComplain: c.choiceToComplain?.answer === 'complain',
  };
}

/** Of what is not approved, or is being worked out anew, nothing is told. */
function approvedParts(c: Case, id: RemedyId): SeenRemedy['parts'] {
  const worksheet = worksheetOf(c, id);
  if (worksheet === null || (worksheet.state !== 'approved' && worksheet.state !== 'paid')) return [];
  return partsTogether(worksheet.heads);
}

interface Viewer {
  readonly person: PersonId;
  readonly part: Access['part'];
  /** For a representative: the day from which they act. */
  readonly since: Day;
  /** Those who act for the resident now: what they do is done in the resident's name. */
  readonly acting: ReadonlySet<PersonId>;
}

function viewerOf(c: Case, person: PersonId, { part }: Access, today: Day): Viewer {
  // A councillor or MP is answered on the matter that they raised, and what they write is theirs (DPA 2018 sch 1).
  const acting = actingFor(c, today).filter(({ authority }) => authority !== 'elected-member');
  return {
    person,
    part,
    since: acting.find((one) => one.person === person)?.since ?? c.receivedOn,
    acting: new Set(acting.map((one) => one.person)),
  };
}

/** Whether this person wrote the first words: the resident, or whoever was named with them when they arrived. */
function saidFirst(c: Case, viewer: Viewer): boolean {
  if (viewer.part === 'resident') return true;
  const [received] = c.history;
  return c.history.some(
    ({ what, recordedAt, happenedOn }) =>
      what.type === 'RepresentativeAuthorised' &&
      what.person === viewer.person &&
      recordedAt === received?.recordedAt &&
      happenedOn === received.happenedOn &&
      viewer.part === 'representative',
  );
}

function seenPoint(c: Case, point: Point, viewer: Viewer, told: RoutesTold | null): SeenPoint {
  const own =
    point.by === viewer.person ||
    (point.by === null ? saidFirst(c, viewer) : point.by === c.person && saidFirst(c, viewer));
  const setOut = point.definition !== null && ([1, 2] as const).some((n) => c.stages[n]?.definedOn != null);
  return {
    id: point.id,
    number: point.number,
    understanding: setOut ? (point.definition?.understanding ?? null) : null,
    outcomeSought: setOut ? (point.definition?.outcomeSought ?? null) : null,
    ownWords: own ? point.words : null,
    since: own ? point.since : null,
    state: isStanding(point)
      ? told !== null && told.whose !== 'ours'
        ? 'not-ours'
        : 'looked-at'
      : point.state === 'withdrawn'
        ? 'withdrawn'
        : 'went-on',
    routes: told?.routes ?? null,
    escalated: point.escalated,
    findings: ([1, 2] as const).flatMap((stage) => {
      const decision = c.stages[stage]?.respondedOn == null ? null : decisionAt(point, stage);
      return decision === null ? [] : [{ stage, finding: decision.finding }];
    }),
  };
}

function seenStage(c: Case, record: StageRecord | null, stage: 1 | 2, running: readonly Clock[]): SeenStage | null {
  if (record === null || (c.kind !== null && c.kind !== 'complaint')) return null;
  const clock = (kind: Clock['kind']) => running.find((one) => one.kind === kind && one.stage === stage) ?? null;
  const { updateInterval } = record;
  return {
    stage,
    startedOn: record.startedOn,
    acknowledgement: clock(`stage-${stage}-acknowledgement`),
    response: clock(`stage-${stage}-response`),
    acknowledgedOn: record.acknowledgedOn,
    definedOn: record.definedOn,
    respondedOn: record.respondedOn,
    extensions: record.extensions.map(({ toldOn, newDate, reason }) => ({ toldOn, newDate, reason })),
    updates:
      updateInterval === null
        ? null
        : {
            everyWorkingDays: updateInterval.everyWorkingDays,
            agreedWithResident: updateInterval.agreedWithResident,
            next: clock('update')?.due ?? null,
          },
  };
}

/** Who wrote something from outside, as the viewer knows them; null when it is not theirs to read. */
function writerOf(from: PersonId | null, viewer: Viewer): SeenWriter | null {
  if (from === viewer.person) return 'you';
  // What a representative says is said in the resident's name; the other way round it is the resident's own affair.
  if (from !== null && viewer.part === 'resident' && viewer.acting.has(from)) return 'representative';
  return null;
}

function seenMessage(entry: Entry, viewer: Viewer): SeenMessage | null {
  const { what, seq, happenedOn: on, recordedBy } = entry;
  const theirs = (from: PersonId | null, words: Words | null, files: readonly File[]): SeenMessage | null => {
    const by = writerOf(from, viewer);
    return by === null || words === null ? null : { seq, on, by, staff: null, words, files, how: null };
  };
  const ours = (words: Words, how: Sending, files: readonly File[] = []): SeenMessage | null =>
    viewer.part === 'representative' && on < viewer.since
      ? null
      : { seq, on, by: 'us', staff: 'staff' in recordedBy ? recordedBy.staff : null, words, files, how };
  switch (what.type) {
    case 'MessageReceived':
      return theirs(what.from, what.words, what.files);
    case 'EscalationRequested':
      return theirs(what.from, what.words, []);
    case 'MessageSent':
      return what.to.includes(viewer.person) ||
        (viewer.part === 'resident' && what.to.some((person) => viewer.acting.has(person)))
        ? ours(what.words, what.how, what.files)
        : null;
    case 'UpdateGiven':
    case 'ClarificationAsked':
      // In a letter it is read as the letter says it.
      return what.letter === null ? ours(what.words, what.how) : null;
    case 'ServiceRequestAnswered':
      return ours(what.words, what.how);
    default:
      return null;
  }
}

/** About whom they are to, and not about the complaint: nobody else reads them here. */
const aboutTheReader: ReadonlySet<LetterKind> = new Set([
  'behaviour-warning',
  'contact-restriction',
  'restriction-outcome',
]);

/** Those addressed to them; a resident also reads what was sent to whoever acts for them. */
function lettersOf(c: Case, viewer: Viewer): readonly SeenLetter[] {
  const found = new Map<LetterId, SeenLetter>();
  for (const { what, happenedOn } of c.history) {
    if (what.type !== 'LetterSent') continue;
    const mine =
      what.to.includes(viewer.person) ||
      (viewer.part === 'resident' &&
        !aboutTheReader.has(what.kind) &&
        what.to.some((person) => viewer.acting.has(person)));
    if (!mine) continue;
    const { letter, kind, words, bytes } = what;
    const failed = c.letters.find((one) => one.id === letter)?.failed ?? false;
    found.set(letter, { letter, kind, sentOn: happenedOn, words, bytes, failed });
  }
  return [...found.values()];
}

/** A promise is one to the resident once it was agreed with them, told by the answer of its stage, or asked about. */
function isTold(c: Case, { id, stage, residentAskedOn }: Case['promises'][number]): boolean {
  return (
    residentAskedOn !== null ||
    c.stages[stage]?.respondedOn != null ||
    c.history.some(({ what }) => what.type === 'ActionPromised' && what.promise === id && what.agreedWithResident)
  );
}

function seenPromise(p: Case['promises'][number], today: Day): SeenPromise {
  return {
    id: p.id,
    words: p.words,
    dueOn: p.dueOn,
    firstDueOn: p.firstDueOn,
    state: p.state === 'open' && p.dueOn < today ? 'late' : p.state,
    doneOn: p.doneOn,
    moves: p.moves.map(({ on, newDate, reason, residentTold }) => ({
      on,
      newDate,
      reason: residentTold ? reason : null,
    })),
    endReason: p.endToldOn === null ? null : p.endReason,
    residentSays: p.residentSays,
  };
}

function seenFindings(c: Case, stage: 1 | 2, viewer: Viewer): readonly SeenFindings[] {
  const record = c.stages[stage];
  if (record === null) return [];
  const comments = record.comments.flatMap(({ from, on, words }) =>
    'person' in from && from.person === viewer.person ? [{ on, words }] : [],
  );
  return record.findingsShared.flatMap(({ with: whom, on, words, commentsBy }) =>
    'person' in whom && (whom.person === viewer.person || (whom.person === null && viewer.part === 'resident'))
      ? [{ stage, on, words, commentsBy, comments, mayComment: record.respondedOn === null }]
      : [],
  );
}

function filesOf(c: Case, viewer: Viewer): SeenCase['files'] {
  const found: { file: File; title: Words | null; on: Day }[] = [];
  const add = (files: readonly File[], on: Day, title: Words | null = null) =>
    found.push(...files.map((file) => ({ file, title, on })));
  for (const { what, happenedOn: on, recordedBy } of c.history) {
    if (what.type === 'Received' && saidFirst(c, viewer)) add(what.files, on);
    if (what.type === 'MessageReceived' && writerOf(what.from, viewer) !== null) add(what.files, on);
    if (what.type === 'DocumentAdded' && 'person' in recordedBy && writerOf(recordedBy.person, viewer) !== null)
      add([what.file], on, what.title);
  }
  return found;
}
