/**
 * Everything that can happen to a case, in the past tense and in the resident's terms.
 *
 * These names and shapes are for ever: a history written today is read in twenty years. A name that mentions a screen,
 * a button or a table is wrong. A new event is added at the end of its group; none is renamed; a shape that must change
 * gets the next `version` and a reading in store/upcast.ts.
 *
 * No resident's words, name or health stands here: a `Words` or `File` is a salted digest of what is kept apart and can
 * be erased; a `PersonId` is an id. A plain `string` is an instant, or one of a list that the landlord or the product keeps
 * (an area, a cause, a theme, a ground): it is chosen, never typed. Dates are London calendar days. Money is whole pence.
 *
 * This file is longer than 250 lines because the whole vocabulary is one decision and is read as one.
 */
import type { Day } from './days.js';

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** Hex sha256 of salt and text: the words themselves stand in a table of their own. */
export type Words = Branded<'Words'>;
/** Hex sha256 of salt and the file's own digest: the file itself stands in the landlord's folder. */
export type File = Branded<'File'>;
export type CaseId = Branded<'CaseId'>;
/** A resident, representative or other person outside the landlord. */
export type PersonId = Branded<'PersonId'>;
export type HomeId = Branded<'HomeId'>;
/** A member of staff who can sign in. */
export type StaffId = Branded<'StaffId'>;
export type TeamId = Branded<'TeamId'>;
/** Ids that are unique within one case. */
export type PointId = Branded<'PointId'>;
export type PromiseId = Branded<'PromiseId'>;
export type RemedyId = Branded<'RemedyId'>;
export type RequestId = Branded<'RequestId'>;
export type LetterId = Branded<'LetterId'>;
export type AdjustmentId = Branded<'AdjustmentId'>;
export type HazardId = Branded<'HazardId'>;
export type OrderId = Branded<'OrderId'>;
export type ImprovementId = Branded<'ImprovementId'>;
export type RestrictionId = Branded<'RestrictionId'>;

/** 3 only in imported history: the 2024 Code allows exactly two stages (5.3). */
export type Stage = 1 | 2 | 3;

export const channels = [
  'email',
  'phone',
  'in-person',
  'letter',
  'web-form',
  'text-message',
  'web-chat',
  'app',
  'social-media',
  'survey',
  'feedback-form',
  'other',
] as const;
export type Channel = (typeof channels)[number];

export const kinds = [
  'complaint',
  'service-request',
  'mp-enquiry',
  'councillor-enquiry',
  'compliment',
  'comment',
] as const;
export type Kind = (typeof kinds)[number];

/** Who first heard it: the clock starts there, whoever it was (3.2, 5.5). */
export const hearers = ['complaints-team', 'other-staff', 'contractor', 'member', 'ombudsman', 'partner'] as const;
export type Hearer = (typeof hearers)[number];

/** Whose a point is to answer: ours, or the body that a resident should go to (5.7). */
export const answerers = ['ours', 'lgsco', 'tribunal', 'ico', 'another'] as const;
export type Answerer = (typeof answerers)[number];

/** Who can look at a point after us, or beside us: a point may have several (a transfer that is both ours and the register's). */
export const furtherRoutes = ['hos', 'lgsco', 'tribunal', 'ico'] as const;
export type FurtherRoute = (typeof furtherRoutes)[number];

/** Who looks at a case: the Housing Ombudsman, the Local Government and Social Care Ombudsman, or both together. */
export const ombudsmen = ['HOS', 'LGSCO', 'joint'] as const;
export type WhichOmbudsman = (typeof ombudsmen)[number];

export const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const;
export type Finding = (typeof findings)[number];

/** Grounds of 2.2, and what is not a complaint under the Code at all. 'other' needs its reasons in words. */
export const refusalGrounds = [
  'over-twelve-months',
  'legal-proceedings',
  'already-considered',
  'not-our-resident-or-service',
  'other',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** The eight kinds of 7.1. */
export const remedyKinds = [
  'apology',
  'acknowledgement',
  'explanation',
  'action-on-delay',
  'decision-changed',
  'record-amended',
  'financial',
  'policy-changed',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** What came of a visit that a resident was offered. */
export const accessOutcomes = ['nobody-in', 'not-let-in', 'not-a-good-time', 'no-answer'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** Why something promised is not done after all; there is no other reason. */
export const endGrounds = ['declined', 'no-access', 'moved', 'replaced'] as const;
export type EndGround = (typeof endGrounds)[number];

export const letterKinds = [
  'acknowledgement',
  'clarification',
  'update',
  'extension',
  'refusal',
  'stage-1-response',
  'stage-2-acknowledgement',
  'refusal-to-escalate',
  'final-response',
  'promise-kept',
  'behaviour-warning',
  'contact-restriction',
  'restriction-outcome',
  'hazard-summary',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** How contact may be restricted (5.15): never all of it, and never a new complaint. */
export const restrictionKinds = ['single-contact', 'channels', 'times'] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

/** Why an answer needs longer, as figures count it; the resident's own reason stands in words. */
export const extensionReasons = [
  'complex',
  'waiting-for-inspection',
  'waiting-for-contractor',
  'waiting-for-resident',
  'staff-absence',
  'other',
] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

export const tenures = ['LCRA', 'LCHO', 'leasehold', 'other', 'unknown'] as const;
export type Tenure = (typeof tenures)[number];

export const representativeRoles = [
  'family-or-friend',
  'support-worker',
  'advocate',
  'solicitor',
  'councillor',
  'mp',
  'attorney-or-deputy',
  'executor',
  'other',
] as const;
export type RepresentativeRole = (typeof representativeRoles)[number];

/** How a representative may act: not yet, by one of the ways that prove it, or for a member's enquiry (DPA 2018 sch 1). */
export const authorities = [
  'asked',
  'signed-form',
  'resident-told-us',
  'power-of-attorney',
  'court-order',
  'probate',
  'elected-member',
] as const;
export type Authority = (typeof authorities)[number];

export const hazardKinds = [
  'emergency',
  'damp-and-mould',
  'gas',
  'electrics',
  'fire',
  'heating',
  'structure',
  'water',
  'security',
  'other',
  'excess-heat',
  'falls',
  'explosions',
  'hygiene',
] as const;
export type HazardKind = (typeof hazardKinds)[number];

const caseRelations = [
  'complaint-about-this-request',
  'request-behind-this-complaint',
  'raised-again',
  'split-from',
  'same-matter',
  'earlier-case',
  'group',
] as const;
export type CaseRelation = (typeof caseRelations)[number];

export const adjustmentKinds = [
  'large-print',
  'easy-read',
  'audio',
  'braille',
  'translation',
  'interpreter',
  'phone-not-letter',
  'no-phone',
  'extra-time',
  'visit-in-person',
  'someone-with-me',
  'other',
  'coloured-background',
  'plain-text',
  'bsl',
] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** What a sum of compensation is for. */
export const compensationHeads = [
  'statutory',
  'loss',
  'loss-of-use',
  'time-and-trouble',
  'distress',
  'delay-handling',
] as const;
export type CompensationHead = (typeof compensationHeads)[number];

/** The numbers that a head was worked out from; its pence follow from them exactly. */
export type Working =
  /** Weighed, not counted. */
  | { is: 'sum'; pence: number }
  | { is: 'times'; pence: number; times: number }
  | { is: 'receipts'; pence: readonly number[] }
  /** Both days are among those that count. */
  | { is: 'share-of-rent'; rentPence: number; every: 'week' | 'month'; percent: number; from: Day; until: Day }
  /** SI 1994/133: a sum, and one for each day after the second time limit, up to the most. */
  | { is: 'right-to-repair'; days: number };

/** What goes to an insurer or to lawyers, beside the complaint. */
export const claimKinds = ['injury', 'belongings', 'other'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Words that would close a door to the resident. */
export const legalPhrases = ['full-and-final', 'without-prejudice'] as const;
export type LegalPhrase = (typeof legalPhrases)[number];

export const payments = ['bank-transfer', 'cheque', 'voucher', 'rent-account', 'other'] as const;
export type Payment = (typeof payments)[number];

/** How words reached, or were sent to, a person. */
export const sendings = ['email', 'post', 'by-hand', 'phone', 'portal'] as const;
export type Sending = (typeof sendings)[number];

/** What a landlord's old register may leave untold of a case. */
export const importedFacts = [
  'received',
  'channel',
  'acknowledged',
  'stage-1-extension',
  'stage-1-response',
  'stage-1-outcome',
  'stage-2-request',
  'stage-2-acknowledged',
  'stage-2-extension',
  'stage-2-response',
  'stage-2-outcome',
  'refusal',
  'withdrawal',
  'tenure',
  'area',
  'category',
  'compensation',
] as const;
export type ImportedFact = (typeof importedFacts)[number];

export type Contact =
  | {
      type: 'Received';
      channel: Channel;
      firstHeardBy: Hearer;
      words: Words;
      files: readonly File[];
      person: PersonId | null;
      home: HomeId | null;
      tenure: Tenure;
      /** Several residents with one complaint: one case, each with their own letter and right to escalate or leave. */
      group: readonly PersonId[];
      /** Suggested on arrival; triage decides. */
      hazards: readonly HazardKind[];
    }
  | { type: 'MessageReceived'; channel: Channel; from: PersonId | null; words: Words; files: readonly File[] }
  | {
      type: 'ChoiceToComplainOffered';
      answer: 'complain' | 'not-complain' | 'no-answer-yet';
      how: Sending;
      note: Words | null;
    }
  | {
      type: 'Logged';
      kind: Kind;
      area: string | null;
      category: string | null;
      hazards: readonly HazardKind[];
      /** 6.1: how hard it is, whether someone is at risk, whether it can be answered early. Null for what is no complaint. */
      triage: { complexity: 'simple' | 'complex'; atRisk: boolean; earlyAnswer: boolean } | null;
    }
  | {
      type: 'ComplaintRefused';
      ground: RefusalGround;
      /** 2.2: the day on which the Claim Form and Particulars of Claim were filed. */
      filedOn: Day | null;
      /** The day of the issue, or of the resident learning of it (2.3). */
      issueOn: Day | null;
      circumstances: Words;
      /** 2.3: why discretion was, or was not, used for what is older than twelve months. */
      discretion: Words | null;
      reasons: Words;
      letter: LetterId | null;
    }
  | { type: 'RefusalOverturned'; by: 'landlord' | 'ombudsman'; reasons: Words }
  | { type: 'ServiceRequestAnswered'; words: Words; how: Sending }
  /** Written to people of the case, outside letters and updates; each sees what was written to them. */
  | { type: 'MessageSent'; to: readonly PersonId[]; how: Sending; words: Words; files: readonly File[] };

export type Parties =
  | { type: 'ResidentIdentified'; person: PersonId }
  | { type: 'HomeIdentified'; home: HomeId; tenure: Tenure }
  | { type: 'GroupMemberJoined'; person: PersonId }
  | { type: 'GroupMemberLeft'; person: PersonId; words: Words | null }
  | {
      type: 'RepresentativeAuthorised';
      person: PersonId;
      role: RepresentativeRole;
      authority: Authority;
      evidence: File | null;
      until: Day | null;
      note: Words | null;
    }
  | { type: 'AuthorityEnded'; person: PersonId; reason: Words }
  | { type: 'AdjustmentAgreed'; adjustment: AdjustmentId; kind: AdjustmentKind; reviewOn: Day; words: Words | null }
  | {
      type: 'AdjustmentReviewed';
      adjustment: AdjustmentId;
      outcome: 'kept' | 'changed' | 'ended';
      reviewOn: Day | null;
      words: Words | null;
    }
  | { type: 'VulnerabilityTold'; words: Words }
  /** The complaint is about this member of staff: they are heard, and do not open it (5.8). */
  | { type: 'StaffMemberNamed'; staff: StaffId; words: Words | null }
  | { type: 'SupportOffered'; staff: StaffId; words: Words };

export type Points =
  | { type: 'PointRaised'; point: PointId; words: Words; since: Day | null; by: PersonId | null; stage: Stage }
  | {
      type: 'PointDefined';
      point: PointId;
      understanding: Words;
      outcomeSought: Words;
      area: string | null;
      category: string | null;
      whose: Answerer;
    }
  | { type: 'ClarificationAsked'; points: readonly PointId[]; words: Words; how: Sending; letter: LetterId | null }
  | { type: 'PointClarified'; point: PointId; words: Words }
  | { type: 'PointFoundNotOurs'; point: PointId; whose: Exclude<Answerer, 'ours'>; words: Words }
  | { type: 'PointsJoined'; into: PointId; joined: readonly PointId[]; reason: Words }
  | { type: 'PointSplit'; point: PointId; into: readonly { point: PointId; words: Words }[]; reason: Words }
  /** 6.8: unrelated, after the response, or it would delay unreasonably: it goes on as a case of its own. */
  | {
      type: 'PointSplitOff';
      point: PointId;
      to: CaseId;
      because: 'unrelated' | 'response-issued' | 'would-delay';
      reason: Words;
    }
  | { type: 'PointWithdrawn'; point: PointId; words: Words }
  /** Which bodies can look at the point, whoever answers it first; `about` is one of the product's list of subjects. */
  | { type: 'PointRoutesFound'; point: PointId; about: string; routes: readonly FurtherRoute[] };

export type Stages =
  | { type: 'Assigned'; stage: Stage; to: StaffId; team: TeamId | null }
  | { type: 'ConflictDeclared'; stage: Stage; staff: StaffId; conflict: boolean; words: Words | null }
  | {
      type: 'Acknowledged';
      stage: Stage;
      how: Sending;
      letter: LetterId | null;
      note: Words | null;
      ombudsmanDetails: boolean;
    }
  /** 5.6: our understanding and the outcomes sought, in writing. A call acknowledges; this follows it. */
  | { type: 'DefinitionSetOut'; stage: Stage; points: readonly PointId[]; letter: LetterId | null }
  | {
      type: 'Extended';
      stage: Stage;
      newDate: Day;
      reason: Words;
      /** 6.4, 6.15: why more than the usual limit is right; a manager's approval goes with it. */
      goodReason: { words: Words; approvedBy: StaffId | null } | null;
      /** 2020 and 2022 ask for agreement beyond the limit; null: not asked. */
      agreed: boolean | null;
      /** 6.5, 6.16; null: an old record does not say. */
      ombudsmanDetails: boolean | null;
      inWriting: boolean;
      letter: LetterId | null;
      /** Null: not said, as in entries from before it was asked. */
      because: ExtensionReason | null;
    }
  | {
      type: 'UpdateIntervalAgreed';
      stage: Stage;
      everyWorkingDays: number;
      agreedWithResident: boolean;
      note: Words | null;
    }
  | { type: 'UpdateGiven'; stage: Stage; how: Sending; words: Words; letter: LetterId | null }
  | {
      type: 'InformationAsked';
      request: RequestId;
      stage: Stage;
      of: TeamId;
      contractor: boolean;
      dueOn: Day;
      words: Words;
    }
  | { type: 'InformationChased'; request: RequestId; words: Words | null }
  | { type: 'InformationReceived'; request: RequestId; words: Words; files: readonly File[] }
  | { type: 'PositionHeard'; stage: Stage; from: { person: PersonId | null } | { staff: StaffId }; words: Words }
  | {
      type: 'FindingsShared';
      stage: Stage;
      with: { person: PersonId | null } | { staff: StaffId };
      points: readonly PointId[];
      words: Words;
      commentsBy: Day | null;
    }
  | { type: 'CommentsMade'; stage: Stage; from: { person: PersonId | null } | { staff: StaffId }; words: Words }
  | {
      type: 'PointDecided';
      stage: Stage;
      point: PointId;
      finding: Finding;
      reasons: Words;
      /** 6.7: the policy, law or good practice that the decision rests on. */
      reliedOn: readonly { kind: 'policy' | 'law' | 'good-practice'; words: Words }[];
    }
  | { type: 'ResponseApproved'; stage: Stage; letter: LetterId; by: StaffId }
  | {
      type: 'ResponseSent';
      stage: Stage;
      how: Sending;
      letter: LetterId | null;
      /** 6.20: who was needed to decide, kept for both stages. */
      involved: readonly StaffId[];
      outcome: Finding | null;
    }
  | {
      type: 'EscalationRequested';
      channel: Channel;
      from: PersonId | null;
      points: 'all' | readonly PointId[];
      words: Words | null;
    }
  | { type: 'EscalationWidened'; points: readonly PointId[]; words: Words | null }
  | {
      type: 'EscalationRefused';
      ground: RefusalGround;
      filedOn: Day | null;
      circumstances: Words;
      reasons: Words;
      letter: LetterId | null;
    };

export type PuttingRight =
  | {
      type: 'RemedyOffered';
      remedy: RemedyId;
      stage: Stage;
      kind: RemedyKind;
      points: readonly PointId[];
      words: Words;
      pence: number | null;
      dueOn: Day | null;
    }
  | { type: 'RemedyAccepted'; remedy: RemedyId; note: Words | null }
  | { type: 'RemedyDeclined'; remedy: RemedyId; note: Words | null }
  | { type: 'RemedyDone'; remedy: RemedyId; proof: Words | null; files: readonly File[] }
  | {
      type: 'CompensationWorkedOut';
      remedy: RemedyId;
      /** `working` is null in entries from before it was kept. */
      heads: readonly { head: string; pence: number; words: Words | null; working: Working | null }[];
      totalPence: number;
      /** 'landlord', or the contractor's team that it is charged to. */
      borneBy: string | null;
      /** What the resident is offered once it is approved; null: it was offered before. */
      offer: { stage: 1 | 2; points: readonly PointId[]; words: Words; dueOn: Day | null } | null;
      /** What of it goes against a debt of theirs instead of to them. */
      setOff: { pence: number; reason: Words; impact: Words; consent: Words } | null;
      files: readonly File[];
    }
  | { type: 'CompensationApproved'; remedy: RemedyId; by: StaffId; totalPence: number }
  | { type: 'CompensationPaid'; remedy: RemedyId; pence: number; how: string; proof: Words | null }
  | {
      type: 'ActionPromised';
      promise: PromiseId;
      stage: Stage;
      points: readonly PointId[];
      words: Words;
      owner: StaffId | null;
      team: TeamId | null;
      dueOn: Day;
      agreedWithResident: boolean;
    }
  | { type: 'ActionMoved'; promise: PromiseId; newDate: Day; reason: Words; residentTold: boolean }
  | { type: 'ActionDone'; promise: PromiseId; proof: Words; files: readonly File[] }
  | { type: 'ActionEnded'; promise: PromiseId; reason: Words; residentTold: boolean }
  | { type: 'ResidentAskedIfDone'; promise: PromiseId; how: Sending }
  | { type: 'ResidentSaidDone'; promise: PromiseId; words: Words | null }
  | { type: 'ResidentSaidNotDone'; promise: PromiseId; words: Words | null }
  | { type: 'SurveyAnswered'; answers: readonly { question: string; answer: number | null }[]; words: Words | null }
  | { type: 'CompensationSentBack'; remedy: RemedyId; reason: Words }
  /** What it meant for the resident, which the remedy answers. */
  | { type: 'ImpactFound'; remedy: RemedyId; words: Words }
  | { type: 'ClaimNoticed'; claim: ClaimKind; words: Words; handedTo: Words | null }
  | { type: 'LegalAdviceGiven'; about: readonly LegalPhrase[]; adviser: Words; reason: Words }
  /** Somebody was given the work: the number of their job, in their own spelling. */
  | { type: 'WorkOrdered'; promise: PromiseId; job: Words }
  | {
      type: 'AccessOffered';
      promise: PromiseId;
      visitOn: Day;
      /** Null when a repairs system tells of the visit, and not how it was offered. */
      how: Sending | null;
      cameOf: AccessOutcome;
      words: Words | null;
    }
  | { type: 'ActionHandedOver'; promise: PromiseId; owner: StaffId | null; team: TeamId | null }
  /** Somebody asks a manager to agree that it will not be done. */
  | {
      type: 'ActionEndAsked';
      promise: PromiseId;
      ground: EndGround;
      reason: Words;
      replacedBy: PromiseId | null;
      residentTold: boolean;
    }
  | { type: 'ActionEndTurnedDown'; promise: PromiseId; reason: Words }
  /** The resident is told of a new date, or of an ending, that was on record before. */
  | { type: 'ActionChangeTold'; promise: PromiseId; how: Sending };

export type Learning =
  | { type: 'CauseFound'; stage: Stage; points: readonly PointId[]; cause: string; words: Words | null }
  | { type: 'LearningRecorded'; stage: Stage; learning: string; words: Words }
  | { type: 'NoLearningFound'; stage: Stage; reason: Words }
  | { type: 'ImprovementOpened'; improvement: ImprovementId; owner: StaffId | null; dueOn: Day | null; words: Words }
  | { type: 'ImprovementTested'; improvement: ImprovementId; worked: boolean; words: Words }
  | { type: 'ImprovementClosed'; improvement: ImprovementId; words: Words }
  | {
      type: 'LearningShared';
      with: 'residents' | 'staff' | 'panel' | 'governing-body' | 'public';
      where: string;
      words: Words | null;
    };

export type Ombudsman =
  | {
      type: 'OmbudsmanEnquired';
      ombudsman: WhichOmbudsman;
      /** The Ombudsman's own number of the case; null while it has not told one. */
      caseNumber: string | null;
      words: Words;
      files: readonly File[];
    }
  | {
      type: 'EvidenceAsked';
      ombudsman: WhichOmbudsman;
      caseNumber: string | null;
      dueOn: Day;
      words: Words;
      files: readonly File[];
    }
  /** The Ombudsman agreed to a later day. `request`: the entry of the request that it is about; null: the last one. */
  | {
      type: 'EvidenceDateExtended';
      ombudsman: WhichOmbudsman;
      newDate: Day;
      reason: Words;
      request: number | null;
    }
  /**
   * What was asked for went to the Ombudsman. `answers`: the entries of the requests that it answers; null in entries
   * from before that was said: the last one of each Ombudsman, which then stood for those before it.
   */
  | { type: 'BundleSent'; files: readonly File[]; pages: number; answers: readonly number[] | null }
  | {
      type: 'OmbudsmanDetermined';
      ombudsman: WhichOmbudsman;
      caseNumber: string;
      issues: readonly { points: readonly PointId[]; finding: string; words: Words | null }[];
      files: readonly File[];
    }
  /** An order binds, a recommendation does not. `dueOn` null: it states no date, and one is to be asked for. */
  | {
      type: 'OrderMade';
      ombudsman: WhichOmbudsman;
      order: OrderId;
      binding: boolean;
      /** About how the landlord works, beyond this case. */
      wider: boolean;
      dueOn: Day | null;
      pence: number | null;
      owner: StaffId | null;
      words: Words;
    }
  | { type: 'OrderCompliedWith'; order: OrderId; proof: Words; files: readonly File[] }
  | { type: 'ReviewOfDeterminationAsked'; ombudsman: WhichOmbudsman; by: 'resident' | 'landlord'; words: Words }
  | { type: 'FailureNoticeReceived'; kind: string; words: Words; files: readonly File[] }
  | {
      type: 'EvidenceExtensionAsked';
      ombudsman: WhichOmbudsman;
      newDate: Day;
      reason: Words;
      request: number | null;
    }
  | { type: 'EvidenceExtensionRefused'; ombudsman: WhichOmbudsman; words: Words | null; request: number | null }
  | {
      type: 'OmbudsmanInvestigationBegun';
      ombudsman: WhichOmbudsman;
      caseNumber: string;
      words: Words | null;
      files: readonly File[];
    }
  | { type: 'OrderGivenTo'; order: OrderId; owner: StaffId }
  /** The Ombudsman told the day that the order did not state, or agreed to a later one. */
  | { type: 'OrderDated'; order: OrderId; dueOn: Day; because: 'told' | 'extended'; words: Words | null }
  | { type: 'OrderProofSent'; order: OrderId; words: Words; files: readonly File[] }
  /** Whether the Ombudsman took the order as complied with; when it did not, it is open again. */
  | { type: 'OrderComplianceAnswered'; order: OrderId; accepted: boolean; words: Words | null }
  | { type: 'ReviewOfDeterminationAnswered'; ombudsman: WhichOmbudsman; changed: boolean; words: Words }
  /** It went no further: settled early, not for this Ombudsman, or taken back. */
  | { type: 'OmbudsmanCaseEnded'; ombudsman: WhichOmbudsman; words: Words };

export type Hazards =
  /**
   * `awareAt` is an instant to the minute, ISO 8601 in UTC; null when only the day is known. `emergency`: somebody may come
   * to harm at once, whatever its kind. `points`: those of the complaint that tell of it.
   */
  | {
      type: 'HazardNoticed';
      hazard: HazardId;
      kind: HazardKind;
      awareAt: string | null;
      words: Words | null;
      emergency: boolean;
      points: readonly PointId[];
    }
  /** `at`: when it ended, to the minute, for an emergency found. `furtherWork`: work is needed so that it stays away. */
  | {
      type: 'HazardInvestigated';
      hazard: HazardId;
      emergency: boolean;
      significant: boolean;
      words: Words;
      at: string | null;
      furtherWork: boolean;
    }
  | { type: 'HazardSummaryGiven'; hazard: HazardId; how: Sending; words: Words | null }
  | { type: 'HazardMadeSafe'; hazard: HazardId; at: string | null; words: Words }
  /** Given to whoever deals with hazards, with the number of their job, when it has one. */
  | {
      type: 'HazardHandedOver';
      hazard: HazardId;
      to: TeamId;
      at: string | null;
      job: Words | null;
      words: Words | null;
    }
  /** What the first words seemed to tell of was looked at and is none. */
  | { type: 'HazardRuledOut'; kinds: readonly HazardKind[]; words: Words }
  | { type: 'HazardWorkBegun'; hazard: HazardId; words: Words }
  /** It can't begin within the usual days: why, and what was done towards it. */
  | { type: 'HazardWorkPutOff'; hazard: HazardId; reason: Words }
  | {
      type: 'HazardAccommodationOffered';
      hazard: HazardId;
      at: string | null;
      answer: 'moved' | 'declined' | 'no-answer-yet';
      words: Words;
    };

export type Behaviour =
  | { type: 'BehaviourIncidentRecorded'; words: Words; by: PersonId | null; files: readonly File[] }
  | { type: 'BehaviourWarned'; words: Words; letter: LetterId | null; by: PersonId | null }
  | {
      type: 'ContactRestricted';
      restriction: RestrictionId;
      by: PersonId | null;
      how: Words;
      reasons: Words;
      equality: Words;
      reviewOn: Day;
      until: Day | null;
      decidedBy: StaffId;
    }
  | { type: 'RestrictionAppealed'; restriction: RestrictionId; words: Words }
  | {
      type: 'RestrictionReviewed';
      restriction: RestrictionId;
      outcome: 'kept' | 'changed' | 'lifted';
      reviewOn: Day | null;
      words: Words;
    }
  | { type: 'RestrictionLifted'; restriction: RestrictionId; reasons: Words }
  /** Set out by one person, for another to decide: nothing is restricted by it. */
  | ({
      type: 'RestrictionProposed';
      by: PersonId;
      reasons: Words;
      /** 5.15: what was thought about the Equality Act, and about the adjustments that the person has or may need. */
      equality: Words;
      adjustments: Words;
      reviewOn: Day;
      proposedBy: StaffId;
    } & RestrictionTerms)
  | { type: 'RestrictionAgreed'; restriction: RestrictionId; words: Words; agreedBy: StaffId }
  | { type: 'RestrictionNotAgreed'; restriction: RestrictionId; words: Words }
  /** What a review or an appeal made of it: from that day these terms hold. */
  | ({ type: 'RestrictionChanged' } & RestrictionTerms);

/** How contact is restricted. Every way that is not named in `channels` stays open where none is named. */
export interface RestrictionTerms {
  readonly restriction: RestrictionId;
  readonly kinds: readonly RestrictionKind[];
  /** The one person to speak to. */
  readonly contact: StaffId | null;
  /** The ways that stay open. */
  readonly channels: readonly Channel[];
  readonly how: Words;
  /** The last day. */
  readonly until: Day;
}

export type CaseItself =
  | { type: 'CaseLinked'; to: CaseId; relation: CaseRelation; reason: Words | null }
  | { type: 'NoteMade'; words: Words; files: readonly File[] }
  | {
      type: 'DocumentAdded';
      file: File;
      title: Words;
      from: 'resident' | 'staff' | 'contractor' | 'other';
      points: readonly PointId[];
    }
  | { type: 'LetterDrafted'; letter: LetterId; kind: LetterKind; stage: Stage | null }
  | { type: 'LetterChecked'; letter: LetterId; missing: readonly string[]; readingEase: number }
  /** `bytes` is the salted digest of exactly what went out. */
  | {
      type: 'LetterSent';
      letter: LetterId;
      kind: LetterKind;
      stage: Stage | null;
      to: readonly PersonId[];
      how: Sending;
      words: Words;
      bytes: File | null;
    }
  | { type: 'LetterDeliveryFailed'; letter: LetterId; words: Words | null }
  | { type: 'LetterReturned'; letter: LetterId; words: Words | null }
  | { type: 'Withdrawn'; how: Sending; words: Words | null; confirmed: boolean }
  /**
   * `unknown`: what the register did not tell, or told so that nobody can read it. A fact that is neither unknown nor in the
   * history did not happen. Where an entry must stand although its own fact is unknown (the receipt, the request for
   * stage 2, an outcome without its answer), it stands on the nearest day that the register tells.
   */
  | {
      type: 'Imported';
      source: string;
      rowDigest: string;
      kindAsWritten: Words | null;
      unknown: readonly ImportedFact[];
    }
  | { type: 'ImportTakenBack'; reason: Words }
  /** Takes an earlier entry back (`becomes` null) or puts a whole replacement of the same type in its place. */
  | {
      type: 'EntryCorrected';
      seq: number;
      reason: Words;
      becomes: { what: Exclude<Happening, { type: 'EntryCorrected' }>; happenedOn: Day } | null;
    }
  | { type: 'WordsErased'; words: readonly Words[]; files: readonly File[]; ground: string };

export type Happening =
  | Contact
  | Parties
  | Points
  | Stages
  | PuttingRight
  | Learning
  | Ombudsman
  | Hazards
  | Behaviour
  | CaseItself;

export type HappeningType = Happening['type'];
export type HappeningOf<T extends HappeningType> = Extract<Happening, { type: T }>;

/** Who recorded it: a member of staff, a person outside by their own link, or the product itself (mail arriving). */
export type RecordedBy =
  | { staff: StaffId }
  | { person: PersonId }
  | { system: 'mail' | 'import' | 'demonstration' | 'schedule' | 'source' };

/** One line of a case's history as it stands in the chain. */
export interface Entry<H extends Happening = Happening> {
  readonly seq: number;
  /** When it happened in the world, which may be long before it was recorded. */
  readonly happenedOn: Day;
  /** ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly recordedBy: RecordedBy;
  readonly what: H;
}

/** What a decision says shall be recorded. */
export interface Happened<H extends Happening = Happening> {
  readonly what: H;
  readonly on: Day;
}
