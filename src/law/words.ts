/**
 * The words in which a Code is written down as data, so that a policy officer can read it and the compiler can check it.
 */
import type { Day } from '../facts/days.js';
import type { HappeningType, Stage } from '../facts/happened.js';

export const editions = ['2020', '2022', '2024'] as const;
export type Edition = (typeof editions)[number];

/** An event of a stage that starts or ends a duty. */
export interface Moment {
  readonly event: HappeningType;
  readonly stage?: Stage;
}

/** From when until when, and how long that may take. */
export interface TimeLimit {
  readonly from: Moment;
  /** Done when the last of these has happened. */
  readonly until: readonly Moment[];
  readonly workingDays: number;
  readonly extendedBy?: Moment;
  /** Working days. */
  readonly longestExtension?: number;
  /** How the product reads what the Code leaves open, in a sentence shown with the clock. */
  readonly reading?: string;
}

/** A duty with a time limit that the product counts. */
export interface TimedDuty extends TimeLimit {
  readonly duty: string;
  readonly strength: 'must' | 'should' | 'may';
  readonly judgedBy: 'clock';
  /** Further limits that the same provision sets. */
  readonly also?: readonly TimeLimit[];
}

/** A duty that the cases themselves can show or contradict. */
export interface ShownDuty {
  readonly duty: string;
  readonly strength: 'must' | 'should' | 'may';
  readonly judgedBy: 'cases';
  /** The events in which it shows. */
  readonly shownBy: readonly HappeningType[];
  readonly evidence: string;
}

/** A duty that only a person can judge; the product never pretends to. */
export interface JudgedDuty {
  readonly duty: string;
  readonly strength: 'must' | 'should' | 'may';
  readonly judgedBy: 'person';
  readonly evidence: string;
}

export type Provision = TimedDuty | ShownDuty | JudgedDuty;
export type Provisions = Readonly<Record<string, Provision>>;

export interface Section {
  readonly number: number;
  readonly title: string;
  readonly provisions: Provisions;
}

export interface Code {
  readonly edition: Edition;
  readonly title: string;
  readonly status: 'statutory' | 'scheme guidance';
  readonly from: Day;
  /** The last day on which it was in force; null while it is. */
  readonly until: Day | null;
  readonly officialText: string;
  readonly sections: readonly Section[];
}
