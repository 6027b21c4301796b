/** The kinds of papers that an Ombudsman asks for, and which kind a paper is, as far as it can be told. */
import type { Channel, Happening, Sending } from '../../facts/happened.js';

export const bundleKinds = [
  'chronology',
  'complaint',
  'answers',
  'correspondence',
  'calls',
  'policy',
  'tenancy',
  'repairs',
  'surveys',
  'notes',
  'adjustments',
  'internal',
  'compensation',
  'proof',
  'other',
] as const;
export type BundleKind = (typeof bundleKinds)[number];

export const bundleKindWords: Readonly<Record<BundleKind, string>> = {
  chronology: 'Chronology',
  complaint: 'The complaint and requests for stage 2',
  answers: 'Our letters and answers',
  correspondence: 'Other correspondence',
  calls: 'Calls and conversations',
  policy: 'Policies in force then',
  tenancy: 'Tenancy or lease',
  repairs: 'Repair history and hazards',
  surveys: 'Surveys and inspections',
  notes: 'Notes, positions and comments',
  adjustments: 'Adjustments, vulnerability and representatives',
  internal: 'Internal and contractors’ messages',
  compensation: 'Remedies and compensation',
  proof: 'Proof of what was done',
  other: 'Other papers',
};

export const audiences = ['ombudsman', 'subject'] as const;
export type Audience = (typeof audiences)[number];

export const pieceStandings = ['in', 'confidence', 'privileged', 'out'] as const;
export type PieceStanding = (typeof pieceStandings)[number];

/** Whether a paper goes out with the bundle: openly, or to the Ombudsman in confidence. */
export function goesAlong(standing: PieceStanding): boolean {
  return standing === 'in' || standing === 'confidence';
}

/** Why a paper is left out that is of no kind which is asked for. */
export const notAskedFor = 'It is not of what is asked for';

export const hideReasons = ['another-person', 'legal-advice', 'safety', 'crime', 'not-asked', 'other'] as const;
export type HideReason = (typeof hideReasons)[number];

export const hideReasonWords: Readonly<Record<HideReason, string>> = {
  'another-person': 'It is about somebody else',
  'legal-advice': 'It is legal advice',
  safety: 'Somebody could come to harm',
  crime: 'It could hinder finding or preventing crime',
  'not-asked': 'It is not what is asked for',
  other: 'Another reason, said in the note',
};

/** Said and not written, whichever way it went. */
const spoken: ReadonlySet<Channel | Sending> = new Set(['phone', 'in-person']);

/** The kind of the words of an entry, where they are a paper of their own; null where the chronology holds them. */
export function kindOfEntry(what: Happening): BundleKind | null {
  switch (what.type) {
    case 'Received':
    case 'EscalationRequested':
    case 'EscalationWidened':
      return 'complaint';
    case 'MessageReceived':
      return spoken.has(what.channel) ? 'calls' : 'correspondence';
    case 'MessageSent':
    case 'UpdateGiven':
      return spoken.has(what.how) ? 'calls' : 'correspondence';
    case 'ServiceRequestAnswered':
    case 'ClarificationAsked':
      return 'correspondence';
    case 'LetterSent':
      return 'answers';
    case 'NoteMade':
    case 'PositionHeard':
    case 'FindingsShared':
    case 'CommentsMade':
      return 'notes';
    case 'InformationAsked':
    case 'InformationChased':
    case 'InformationReceived':
      return 'internal';
    case 'RepresentativeAuthorised':
    case 'AdjustmentAgreed':
    case 'AdjustmentReviewed':
    case 'VulnerabilityTold':
      return 'adjustments';
    case 'RemedyOffered':
    case 'CompensationWorkedOut':
    case 'CompensationPaid':
      return 'compensation';
    case 'RemedyDone':
    case 'ActionDone':
      return 'proof';
    case 'HazardNoticed':
    case 'HazardInvestigated':
    case 'HazardSummaryGiven':
    case 'HazardMadeSafe':
      return 'repairs';
    case 'BehaviourIncidentRecorded':
    case 'BehaviourWarned':
    case 'ContactRestricted':
      return 'other';
    default:
      return null;
  }
}

const told: readonly (readonly [RegExp, BundleKind])[] = [
  [/\b(tenancy|lease|licence|occupation)\b/i, 'tenancy'],
  [/\b(survey|surveyor|inspection|inspect|hhsrs|damp report)\b/i, 'surveys'],
  [/\b(policy|policies|procedure)\b/i, 'policy'],
  [/\b(call|phone|telephone|recording|voicemail)\b/i, 'calls'],
  [/\b(repair|repairs|job|jobs|works?|order|invoice|boiler|contractor)\b/i, 'repairs'],
  [/\b(compensation|payment|receipt|refund)\b/i, 'compensation'],
  [/\b(diary|note|notes|log)\b/i, 'notes'],
];

/** What a document seems to be, by its title and name; a person moves it where that is wrong. */
export function kindOfDocument(titles: string): BundleKind {
  return told.find(([pattern]) => pattern.test(titles.replace(/[_.-]+/g, ' ')))?.[1] ?? 'other';
}
