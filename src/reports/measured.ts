/**
 * What a measure gives: the one shape in which every figure of the product travels, from the database to a screen, a
 * report, a return and the command line. A figure is never typed and never stands without what it was made of.
 */
import type { Day } from '../facts/days.js';

/** London days, both counted. */
export interface Period {
  /** '2023-24' for 1 April 2023 to 31 March 2024; else as people say it: 'March 2026', 'July to September 2026'. */
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

/** In what a value is said. A proportion runs from 0 to 1, unrounded; money is whole pence. */
export type Unit = 'count' | 'proportion' | 'per-1,000-homes' | 'working-days' | 'pence';

/** Which figure of the library: ids as design 8.1 names them, for ever. */
export interface FigureKey {
  readonly id: string;
  /** One part of a whole: a kind of contact, an area, an outcome, a ground, a tenure. */
  readonly group: string | null;
  /** One way of reading the same cases: 'base', 'median'. */
  readonly reading: string | null;
}

export interface Measured extends FigureKey {
  readonly words: string;
  readonly unit: Unit;
  /** Null when there is nothing to divide by. */
  readonly value: number | null;
  /** What is counted; for a figure that is no division (a median), how many cases it is the figure of. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly none: boolean;
  /** Cases left out because a fact that could change the answer is not known. */
  readonly unknown: number;
  /** Cases left out because their time has not run out and they are not answered. */
  readonly notYetDue: number;
  /** A plain sentence on how this figure was read where that is a choice, or null. */
  readonly note: string | null;
}

/** What the library says of a measure, whatever its value: 'how was this worked out?' starts here. */
export interface Measure {
  readonly id: string;
  readonly words: string;
  /** One or two sentences: who is counted, by which day, over what. */
  readonly definition: string;
  /** The provision or requirement it answers to: 'Code 2024, 8.1(b)', 'TSM CH02 (1)'; null: the landlord's own. */
  readonly source: string | null;
  readonly unit: Unit;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Reporting years that this definition serves, by their first day; null: without end. */
  readonly from: Day | null;
  readonly until: Day | null;
}
