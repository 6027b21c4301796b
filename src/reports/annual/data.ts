/** What an annual report is written from: figures, what people wrote, what they know and no case says. */
import type { Day } from '../../facts/days.js';
import type { Measured, Period } from '../measured.js';

/** What somebody wrote for one place of the report. */
export interface Said {
  readonly text: string;
  /** Their name and office: 'Ann Other, Head of repairs'. */
  readonly by: string;
  readonly on: Day;
}

/** A provision that the self-assessment says is not met. */
export interface UnmetProvision {
  readonly provision: string;
  readonly duty: string;
  readonly answer: 'no' | 'partly';
  readonly reason: string;
  readonly intendedOn: Day | null;
  readonly intendedWords: string;
  readonly commentary: string;
  readonly actions: readonly {
    readonly action: string;
    readonly lead: string;
    readonly targetOn: Day | null;
    readonly targetWords: string;
    readonly progress: string;
    readonly done: boolean;
  }[];
}

export interface AssessmentTold {
  readonly edition: string;
  /** How many provisions the edition has. */
  readonly provisions: number;
  readonly state: 'draft' | 'put' | 'approved' | 'published' | 'superseded';
  readonly unmet: readonly UnmetProvision[];
  /** Provisions that nobody has answered yet. */
  readonly unanswered: readonly string[];
  /** Where it can be read; null while it is not published. */
  readonly address: string | null;
}

/** A row of the learning table, in words that name nobody. */
export interface Lesson {
  readonly area: string;
  readonly outline: string;
  readonly response: string;
  readonly learning: string;
}

/** What a person put down: a finding that the Code was not met, a report about the landlord, a publication, an improvement. */
export interface Item {
  readonly part: 'c' | 'd' | 'e' | 'f';
  readonly title: string;
  readonly address: string;
  readonly on: Day | null;
  readonly words: string;
}

export interface Determined {
  readonly on: Day;
  /** One for each issue. */
  readonly findings: readonly string[];
}

export interface YearBefore {
  readonly period: Period;
  /** Counted from cases. */
  readonly counted: readonly Measured[];
  /** Typed in from what was published then; each says its source in its note. */
  readonly given: readonly Measured[];
}

export interface Approved {
  readonly name: string;
  readonly office: string;
  readonly on: Day;
  readonly minutes: string;
}

export interface AnnualData {
  readonly landlord: string;
  readonly year: Period;
  readonly today: Day;
  readonly now: readonly Measured[];
  readonly before: YearBefore;
  /** Of CH02: the reading that is reported to the regulator; the others stand beside it. */
  readonly reading: 'base' | 'with-extensions';
  /** By place; see places.ts. */
  readonly texts: Readonly<Partial<Record<string, Said>>>;
  readonly assessment: AssessmentTold | null;
  readonly lessons: readonly Lesson[];
  readonly items: readonly Item[];
  readonly determined: readonly Determined[];
  /** Notices of a complaint handling failure in the year. */
  readonly failureNotices: readonly { readonly on: Day; readonly kind: string }[];
  readonly improvements: { readonly opened: number; readonly tested: number; readonly closed: number };
  readonly approvals: readonly Approved[];
  readonly state: 'draft' | 'in-comment' | 'approved' | 'frozen' | 'published';
  readonly provenance: readonly string[];
}
