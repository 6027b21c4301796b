/**
 * What a letter is made of. A letter is composed from the points and facts of a case; a person edits only its marked
 * places. Every block that the Code asks for says which of its elements it carries, and must-say.ts reads that back.
 * Longer than 250 lines because what each kind of letter is about stands in one union.
 */

import type { Terms } from '../complaint/behaviour/rules.js';
import type { Case } from '../complaint/case.js';
import type { Clock } from '../complaint/clocks.js';
import type { HazardPlan } from '../complaint/hazard-plan.js';
import type { Day } from '../facts/days.js';
import type {
  AdjustmentKind,
  ExtensionReason,
  HazardId,
  LetterKind,
  PersonId,
  PointId,
  PromiseId,
  RefusalGround,
  RestrictionId,
  Stage,
  Words,
} from '../facts/happened.js';
import type { Edition } from '../law/words.js';

/** What a letter may have to say. */
export type Element =
  | 'stage'
  | 'definition'
  | 'outcome-sought'
  | 'whose'
  | 'further-routes'
  | 'decision'
  | 'reasons'
  | 'relied-on'
  | 'what-went-wrong'
  | 'remedy'
  | 'actions'
  | 'escalation'
  | 'ombudsman'
  | 'due-date'
  | 'new-date'
  | 'reason-for-delay'
  | 'reasons-for-refusal'
  | 'right-to-challenge'
  | 'question'
  | 'progress'
  | 'promise'
  | 'how-it-was-kept'
  | 'behaviour'
  | 'how-restricted'
  | 'review-date'
  | 'equality'
  | 'new-issues'
  | 'hazard-found'
  | 'hazard-finding'
  | 'safety-work'
  | 'further-work'
  | 'meanwhile'
  | 'how-to-reach-us';

export interface Saying {
  readonly element: Element;
  /** The point it is about; null for the whole complaint. */
  readonly point: PointId | null;
}

interface Block_ {
  readonly says: Saying | null;
}
export interface Heading extends Block_ {
  readonly block: 'heading';
  /** 1 is the letter's own title. */
  readonly level: 2 | 3;
  readonly text: string;
}
export interface Paragraph extends Block_ {
  readonly block: 'paragraph';
  readonly text: string;
}
/** The resident's own words: never changed, and never held against the letter. */
export interface Quote extends Block_ {
  readonly block: 'quote';
  readonly text: string;
}
export interface List extends Block_ {
  readonly block: 'list';
  readonly items: readonly string[];
}
/** Short facts beside their labels: the reference, the dates. */
export interface Facts extends Block_ {
  readonly block: 'facts';
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}
/** How to reach a body outside. */
export interface ContactBlock extends Block_ {
  readonly block: 'contact';
  readonly name: string;
  readonly lines: readonly string[];
}
/** A marked place: the text that stands there belongs to the person who writes. */
export interface Place extends Block_ {
  readonly block: 'place';
  /** Stable within the letter, such as `opening` or `reasons:POINT`: edits are kept under it. */
  readonly place: string;
  /** What the field is called on the screen. */
  readonly label: string;
  /** What belongs here, for the writer; it never reaches the letter. */
  readonly hint: string;
  /** Paragraphs are parted by an empty line. */
  readonly text: string;
}
export interface PointSection extends Block_ {
  readonly block: 'point';
  readonly point: PointId;
  readonly heading: string;
  readonly blocks: readonly LetterBlock[];
}
export type LetterBlock = Heading | Paragraph | Quote | List | Facts | ContactBlock | Place | PointSection;

/** The landlord as its letters name it. */
export interface Letterhead {
  readonly name: string;
  /** 'Complaints team' or what the landlord calls it. */
  readonly team: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  /** '#rrggbb', at least 4.5:1 on white; checked where it is set. */
  readonly colour: string | null;
}

export interface Recipient {
  readonly person: PersonId | null;
  readonly as: 'resident' | 'group-member' | 'representative';
  readonly name: string;
  /** What follows 'Dear'; null: the name. */
  readonly salutation: string | null;
  readonly address: readonly string[];
  /** For a representative: whom they act for. */
  readonly actsFor: string | null;
  readonly adjustments: readonly AdjustmentKind[];
  /** BCP 47; what the person reads. */
  readonly language: string;
}

export interface Signatory {
  readonly name: string;
  readonly job: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a letter is about, beyond what the case already tells. It is kept with the draft. */
export type Matter =
  | { readonly kind: 'acknowledgement' }
  | {
      readonly kind: 'clarification';
      readonly points: readonly PointId[];
      readonly question: string;
      readonly replyBy: Day | null;
    }
  | { readonly kind: 'update'; readonly stage: 1 | 2; readonly progress: string; readonly nextUpdateOn: Day | null }
  | {
      readonly kind: 'extension';
      /** Not for the letter: what the figures count it under when it goes out. */
      readonly because?: ExtensionReason | null;
      readonly stage: 1 | 2;
      readonly newDate: Day;
      readonly reason: string;
      readonly dueBefore: Day;
    }
  | {
      readonly kind: 'refusal';
      readonly ground: RefusalGround;
      readonly filedOn: Day | null;
      readonly issueOn: Day | null;
      readonly reasons: string;
      /** 2.3: why discretion was not used, for what is older than twelve months. */
      readonly discretion: string | null;
    }
  | { readonly kind: 'stage-1-response' }
  | { readonly kind: 'stage-2-acknowledgement' }
  | {
      readonly kind: 'refusal-to-escalate';
      readonly ground: RefusalGround;
      readonly filedOn: Day | null;
      readonly reasons: string;
    }
  | { readonly kind: 'final-response' }
  | { readonly kind: 'promise-kept'; readonly promise: PromiseId; readonly doneOn: Day; readonly how: string }
  | {
      readonly kind: 'behaviour-warning';
      readonly person: PersonId;
      /** What happened, and what has to change, as they are told. */
      readonly what: string;
      readonly asks: string;
    }
  | {
      readonly kind: 'contact-restriction';
      readonly restriction: RestrictionId;
      readonly terms: RestrictionTermsTold;
      readonly reasons: string;
      readonly reviewOn: Day;
      /** Working days in which an appeal is answered; null or absent where the landlord's policy names none. */
      readonly appealDays?: number | null;
    }
  | {
      readonly kind: 'restriction-outcome';
      readonly restriction: RestrictionId;
      readonly onAppeal: boolean;
      readonly outcome: 'kept' | 'changed' | 'lifted';
      readonly terms: RestrictionTermsTold;
      readonly reasons: string;
      readonly reviewOn: Day | null;
      readonly appealDays?: number | null;
    }
  | { readonly kind: 'hazard-summary'; readonly hazard: HazardId; readonly plan: HazardPlan };

/** How contact is restricted, with the name of the one person to speak to. */
export interface RestrictionTermsTold extends Terms {
  readonly contactName: string | null;
}

export type MatterOf<K extends LetterKind> = Extract<Matter, { kind: K }>;

export interface LetterInput<M extends Matter = Matter> {
  readonly matter: M;
  readonly case: Case;
  /** As they stand once the act that this letter carries has been recorded: see once-sent.ts. */
  readonly clocks: readonly Clock[];
  readonly letterhead: Letterhead;
  readonly to: Recipient;
  readonly signedBy: Signatory;
  /** The day on the letter. */
  readonly today: Day;
  readonly say: (words: Words) => string | null;
  /** Where residents follow their cases; null where the landlord has no site. */
  readonly online?: string | null;
}

export interface Letter {
  readonly kind: LetterKind;
  readonly matter: Matter;
  readonly stage: Stage | null;
  readonly edition: Edition | null;
  /** The language in which it is composed, BCP 47. */
  readonly language: 'en-GB';
  readonly title: string;
  readonly reference: string;
  readonly on: Day;
  readonly from: Letterhead;
  readonly to: Recipient;
  readonly signedBy: Signatory;
  readonly largePrint: boolean;
  /** On a coloured background, for whom black on white is hard to read. */
  readonly colouredPaper: boolean;
  readonly body: readonly LetterBlock[];
  /** What whoever sends it has to see to, which the letter itself can't do. */
  readonly forSender: readonly string[];
}
