/**
 * A case as its history tells it: `replay` reads the entries in order, `after` takes one step.
 *
 * This file is longer than 250 lines because what a case is, is one contract and is read as one; what each entry does
 * to it stands in `retell.ts`.
 */
import type { Day } from '../facts/days.js';
import type {
  AccessOutcome,
  AdjustmentId,
  AdjustmentKind,
  Answerer,
  Authority,
  CaseId,
  CaseRelation,
  Channel,
  ClaimKind,
  EndGround,
  Entry,
  ExtensionReason,
  File,
  Finding,
  FurtherRoute,
  HappeningOf,
  HazardId,
  HazardKind,
  HomeId,
  ImportedFact,
  Kind,
  LegalPhrase,
  LetterId,
  LetterKind,
  PersonId,
  PointId,
  PromiseId,
  RefusalGround,
  RemedyId,
  RemedyKind,
  RepresentativeRole,
  RequestId,
  Sending,
  StaffId,
  Stage,
  TeamId,
  Tenure,
  Words,
  Working,
} from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { copyOf, settle, start } from './draft.js';
import { tell } from './retell.js';

/** Where a case stands. Only one at a time; the words for it are in `standingWords`. */
export type Standing =
  | { is: 'to-triage' }
  | { is: 'request-open' }
  | { is: 'request-answered'; on: Day }
  /** An enquiry, compliment or comment that has been logged. */
  | { is: 'noted' }
  | { is: 'to-acknowledge'; stage: 1 | 2 }
  | { is: 'investigating'; stage: 1 | 2 }
  /** Stage 1 answered and not escalated, or stage 2 answered: promises may still run. */
  | { is: 'answered'; stage: Stage; on: Day }
  | { is: 'refused'; on: Day; ground: RefusalGround }
  /** A request for stage 2 was refused; the stage 1 answer stands (5.11). */
  | { is: 'escalation-refused'; on: Day; ground: RefusalGround }
  | { is: 'withdrawn'; on: Day; during: Stage | null }
  /** The register that it came from shows it answered, or does not say whether it was: it stands open for nobody. */
  | { is: 'answer-not-told' }
  | { is: 'import-taken-back' };

export type PointState = 'raised' | 'defined' | 'not-ours' | 'joined' | 'split' | 'split-off' | 'withdrawn';

export interface Point {
  readonly id: PointId;
  /** From 1, in the order raised; stays with the point for life. */
  readonly number: number;
  readonly state: PointState;
  readonly raisedOn: Day;
  readonly raisedAtStage: Stage;
  readonly words: Words;
  readonly since: Day | null;
  readonly by: PersonId | null;
  readonly definition: {
    understanding: Words;
    outcomeSought: Words;
    area: string | null;
    category: string | null;
    on: Day;
  } | null;
  readonly clarifications: readonly Words[];
  readonly whose: Answerer;
  readonly notOursWords: Words | null;
  readonly joinedInto: PointId | null;
  readonly movedTo: CaseId | null;
  /** What it is about, of law/routes.ts, and who can look at it; null: nobody has said, so it goes by `whose`. */
  readonly about: string | null;
  readonly routes: readonly FurtherRoute[] | null;
  /** Whether stage 2 looks at it. False before any escalation. */
  readonly escalated: boolean;
  readonly decisions: readonly (Omit<HappeningOf<'PointDecided'>, 'type'> & { on: Day })[];
}

export interface ExtensionTold {
  readonly toldOn: Day;
  readonly seq: number;
  readonly newDate: Day;
  readonly reason: Words;
  readonly goodReason: { words: Words; approvedBy: StaffId | null } | null;
  readonly agreed: boolean | null;
  readonly ombudsmanDetails: boolean | null;
  readonly inWriting: boolean;
  readonly because: ExtensionReason | null;
}

export interface StageRecord {
  readonly stage: Stage;
  /** Receipt for stage 1, the request for stage 2; a refusal overturned starts it again. */
  readonly startedOn: Day;
  readonly acknowledgedOn: Day | null;
  readonly acknowledgedSeq: number | null;
  readonly definedOn: Day | null;
  readonly extensions: readonly ExtensionTold[];
  readonly updateInterval: { everyWorkingDays: number; agreedOn: Day; agreedWithResident: boolean } | null;
  readonly updates: readonly Day[];
  readonly handler: StaffId | null;
  readonly team: TeamId | null;
  /** Everyone who was ever assigned to it: 6.13 asks for a different person at stage 2. */
  readonly handlers: readonly StaffId[];
  readonly conflicts: readonly { staff: StaffId; conflict: boolean; on: Day; words: Words | null }[];
  readonly positions: readonly { from: { person: PersonId | null } | { staff: StaffId }; on: Day; words: Words }[];
  readonly findingsShared: readonly {
    with: { person: PersonId | null } | { staff: StaffId };
    on: Day;
    points: readonly PointId[];
    words: Words;
    commentsBy: Day | null;
  }[];
  readonly comments: readonly { from: { person: PersonId | null } | { staff: StaffId }; on: Day; words: Words }[];
  readonly approvedLetter: { letter: LetterId; by: StaffId; on: Day } | null;
  readonly respondedOn: Day | null;
  readonly outcome: Finding | null;
  readonly involved: readonly StaffId[];
  readonly learning: 'recorded' | 'none-with-reason' | null;
  /** Who recorded a decision on a point: with handlers and approver, those who considered the stage (6.13). */
  readonly deciders: readonly StaffId[];
  readonly causes: readonly { cause: string; points: readonly PointId[]; words: Words | null; on: Day }[];
}

export interface Remedy {
  readonly id: RemedyId;
  readonly stage: Stage;
  readonly kind: RemedyKind;
  readonly points: readonly PointId[];
  readonly words: Words;
  readonly pence: number | null;
  readonly dueOn: Day | null;
  readonly offeredOn: Day;
  /** What it meant for the resident, which this answers; null: nobody has said. */
  readonly impact: Words | null;
  readonly state: 'offered' | 'accepted' | 'declined' | 'done';
  readonly doneOn: Day | null;
}

/** A sum of compensation from when it is worked out; it is a remedy to the resident only once it is approved. */
export interface Worksheet {
  readonly remedy: RemedyId;
  readonly state: 'waiting' | 'sent-back' | 'approved' | 'paid';
  readonly heads: readonly { head: string; pence: number; words: Words | null; working: Working | null }[];
  readonly totalPence: number;
  readonly borneBy: string | null;
  readonly offer: HappeningOf<'CompensationWorkedOut'>['offer'];
  readonly setOff: HappeningOf<'CompensationWorkedOut'>['setOff'];
  readonly files: readonly File[];
  readonly workedOutOn: Day;
  /** Everyone who worked out one of its versions, the last one last. */
  readonly workedOutBy: readonly StaffId[];
  readonly approved: { by: StaffId; on: Day } | null;
  readonly sentBack: { on: Day; reason: Words } | null;
  /** The version that was approved before this one was worked out; it stands again if this one is sent back. */
  readonly approvedBefore: Worksheet | null;
  readonly paid: { on: Day; pence: number; how: string; proof: Words | null } | null;
}

export interface PromiseMade {
  readonly id: PromiseId;
  readonly stage: Stage;
  readonly points: readonly PointId[];
  readonly words: Words;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
  readonly promisedOn: Day;
  readonly firstDueOn: Day;
  readonly dueOn: Day;
  /** The first date was agreed with the resident. */
  readonly agreed: boolean;
  readonly moves: readonly { on: Day; newDate: Day; reason: Words; residentTold: boolean }[];
  readonly state: 'open' | 'done' | 'ended';
  readonly doneOn: Day | null;
  readonly endedOn: Day | null;
  /** Why it was ended; null while it was not, and of one that was ended before reasons were kinds. */
  readonly endGround: EndGround | null;
  readonly endReason: Words | null;
  /** When the resident was told that it will not be done, and why. */
  readonly endToldOn: Day | null;
  /** A manager is asked to agree that it will not be done. */
  readonly endAsked: {
    readonly on: Day;
    readonly by: StaffId | null;
    readonly ground: EndGround;
    readonly reason: Words;
    readonly replacedBy: PromiseId | null;
  } | null;
  /** Why a manager did not agree, the last time. */
  readonly endTurnedDown: { readonly on: Day; readonly reason: Words } | null;
  readonly jobs: readonly Words[];
  readonly visits: readonly {
    readonly on: Day;
    readonly visitOn: Day;
    readonly how: Sending | null;
    readonly cameOf: AccessOutcome;
    readonly words: Words | null;
  }[];
  readonly proof: Words | null;
  readonly proofFiles: readonly File[];
  /** When the resident was last asked whether it was done. */
  readonly residentAskedOn: Day | null;
  readonly residentSays: 'done' | 'not-done' | null;
}

export interface InformationRequest {
  readonly id: RequestId;
  readonly stage: Stage;
  readonly of: TeamId;
  readonly contractor: boolean;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly words: Words;
  readonly chasedOn: readonly Day[];
  readonly receivedOn: Day | null;
  readonly answer: Words | null;
}

export interface Representative {
  readonly person: PersonId;
  readonly role: RepresentativeRole;
  readonly authority: Authority;
  readonly since: Day;
  readonly until: Day | null;
  readonly endedOn: Day | null;
}

export interface Adjustment {
  readonly id: AdjustmentId;
  readonly kind: AdjustmentKind;
  readonly agreedOn: Day;
  readonly reviewOn: Day | null;
  readonly endedOn: Day | null;
  readonly words: Words | null;
}

export interface HazardInvestigation {
  readonly on: Day;
  /** To the minute; null when only the day is known. */
  readonly at: string | null;
  readonly emergency: boolean;
  readonly significant: boolean;
  readonly furtherWork: boolean;
  readonly words: Words;
}

export interface Hazard {
  readonly id: HazardId;
  readonly kind: HazardKind;
  readonly emergency: boolean;
  readonly points: readonly PointId[];
  /** The day on which the landlord came to know of it, which may be before the complaint. */
  readonly noticedOn: Day;
  readonly awareAt: string | null;
  readonly words: Words | null;
  readonly handOvers: readonly { on: Day; at: string | null; to: TeamId; job: Words | null; words: Words | null }[];
  readonly investigations: readonly HazardInvestigation[];
  readonly summary: { on: Day; how: HappeningOf<'HazardSummaryGiven'>['how']; words: Words | null } | null;
  readonly madeSafeOn: Day | null;
  readonly madeSafeAt: string | null;
  readonly workPutOff: { on: Day; reason: Words } | null;
  readonly workBegunOn: Day | null;
  readonly accommodation: readonly {
    on: Day;
    at: string | null;
    answer: HappeningOf<'HazardAccommodationOffered'>['answer'];
    words: Words;
  }[];
}

export interface Escalation {
  readonly requestedOn: Day;
  readonly channel: Channel;
  readonly points: readonly PointId[];
  readonly words: Words | null;
  readonly refusedOn: Day | null;
  readonly refusedGround: RefusalGround | null;
  /** A refusal to escalate that did not stand: the request counts from the day it was overturned. */
  readonly overturned: { refusedOn: Day; on: Day; by: 'landlord' | 'ombudsman' } | null;
}

export interface Case {
  readonly id: CaseId;
  readonly reference: string;
  /** The seq of the last entry, corrections included: what the next append expects. */
  readonly version: number;
  /** The entries that stand, corrections applied, in the order of their seq. */
  readonly history: readonly Entry[];
  /** Every entry as it was recorded, also those that a later one corrects. */
  readonly entries: readonly Entry[];
  readonly receivedOn: Day;
  readonly channel: Channel;
  readonly firstHeardBy: HappeningOf<'Received'>['firstHeardBy'];
  readonly words: Words;
  readonly files: readonly File[];
  /** The Code in force on the day of receipt, for the life of the case; null before 7 July 2020. */
  readonly edition: Edition | null;
  /** Null until triage. */
  readonly kind: Kind | null;
  readonly standing: Standing;
  readonly choiceToComplain: { answer: 'complain' | 'not-complain' | 'no-answer-yet'; on: Day } | null;
  readonly loggedOn: Day | null;
  /** Who has the case now, whatever its kind. */
  readonly handler: StaffId | null;
  readonly team: TeamId | null;
  readonly requestAnswered: { on: Day; words: Words } | null;
  readonly withdrawal: { on: Day; during: Stage | null; confirmed: boolean } | null;
  readonly importTakenBack: boolean;
  readonly area: string | null;
  readonly category: string | null;
  readonly triage: { complexity: 'simple' | 'complex'; atRisk: boolean; earlyAnswer: boolean } | null;
  readonly person: PersonId | null;
  readonly group: readonly PersonId[];
  readonly home: HomeId | null;
  readonly tenure: Tenure;
  readonly representatives: readonly Representative[];
  readonly adjustments: readonly Adjustment[];
  readonly vulnerabilityTold: boolean;
  readonly points: readonly Point[];
  /** Stage 1 stands from receipt until triage finds the contact no complaint; what is no complaint has no stages. */
  readonly stages: { readonly 1: StageRecord | null; readonly 2: StageRecord | null; readonly 3: StageRecord | null };
  readonly refusal: {
    on: Day;
    ground: RefusalGround;
    overturnedOn: Day | null;
    overturnedBy: 'landlord' | 'ombudsman' | null;
  } | null;
  readonly escalation: Escalation | null;
  readonly requests: readonly InformationRequest[];
  readonly remedies: readonly Remedy[];
  readonly worksheets: readonly Worksheet[];
  /** Injuries and insurance, which go their own way beside the complaint. */
  readonly claims: readonly { claim: ClaimKind; on: Day; words: Words; handedTo: Words | null }[];
  /** Words for which a named legal adviser gave a reason. */
  readonly legalPhrases: readonly LegalPhrase[];
  readonly promises: readonly PromiseMade[];
  readonly letters: readonly {
    id: LetterId;
    kind: LetterKind;
    stage: Stage | null;
    draftedOn: Day;
    sentOn: Day | null;
    /** Delivery failed, or it came back, and it has not been sent again since. */
    failed: boolean;
  }[];
  readonly hazards: readonly Hazard[];
  /** What the first words, or triage, seemed to tell of. */
  readonly hazardsSuggested: readonly HazardKind[];
  /** What of that was looked at and is none. */
  readonly hazardsRuledOut: readonly HazardKind[];
  readonly links: readonly { to: CaseId; relation: CaseRelation; on: Day }[];
  readonly imported: boolean;
  /** What the register that it was imported from does not tell. Nothing, of a case that was not imported. */
  readonly untold: readonly ImportedFact[];
  readonly documents: readonly {
    file: File;
    title: Words;
    from: HappeningOf<'DocumentAdded'>['from'];
    on: Day;
    points: readonly PointId[];
  }[];
  /** Words and files that were erased on purpose: that they are missing is no fault. */
  readonly erased: readonly (Words | File)[];
}

type Correction = Entry<HappeningOf<'EntryCorrected'>>;

function isCorrection(entry: Entry): entry is Correction {
  return entry.what.type === 'EntryCorrected';
}

/** The entries that stand: each corrected entry taken out, or replaced in its place by one of the same type. */
export function entriesThatStand(entries: readonly Entry[]): readonly Entry[] {
  const corrections = new Map<number, Correction>();
  for (const entry of entries)
    if (isCorrection(entry) && entry.what.seq < entry.seq) corrections.set(entry.what.seq, entry);
  if (corrections.size === 0) return entries;
  return entries.flatMap((entry) => {
    const correction = corrections.get(entry.seq);
    if (correction === undefined || isCorrection(entry)) return [entry];
    const { becomes } = correction.what;
    if (becomes === null) return [];
    if (becomes.what.type !== entry.what.type) return [entry];
    return [{ ...entry, what: becomes.what, happenedOn: becomes.happenedOn }];
  });
}

/** The case that a history tells. Throws on a history without entries: that is a defect. */
export function replay(id: CaseId, reference: string, told: readonly Entry[]): Case {
  const entries = [...told];
  const last = entries.at(-1);
  if (last === undefined) throw new Error(`case ${reference} has no history`);
  const history = entriesThatStand(entries);
  const draft = start(id, reference, history[0] ?? last);
  for (const entry of history) tell(draft, entry);
  return settle(draft, last.seq, history, entries);
}

/** The case after one more entry. A correction reaches back, so it is told anew. */
export function after(c: Case, entry: Entry): Case {
  const entries = [...c.entries, entry];
  if (entry.what.type === 'EntryCorrected') return replay(c.id, c.reference, entries);
  const draft = copyOf(c);
  tell(draft, entry);
  return settle(draft, entry.seq, c.history === c.entries ? entries : [...c.history, entry], entries);
}
