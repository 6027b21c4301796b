/** How an entry of the library of measures is written, so that a policy officer can read it. */
import type { Day } from '../../facts/days.js';
import type { Measure } from '../measured.js';

/** Where its value comes from. Those of a survey or of homes owned are given, never worked out from cases. */
export type Origin = 'cases' | 'survey';

export interface LibraryMeasure extends Measure {
  readonly origin: Origin;
  /** What its parts are: 'the outcome'; null when it has none. */
  readonly parts: string | null;
  /** Words for a part, where a part's own name is not what people read. */
  readonly partWords: Readonly<Record<string, string>>;
  /** Parts that are shown even when nothing is in them, in the order shown; a part met besides comes after. */
  readonly fixedParts: readonly string[];
  readonly readingWords: Readonly<Record<string, string>>;
}

type Written = Pick<Measure, 'id' | 'words' | 'definition' | 'unit' | 'numerator'> &
  Partial<Omit<LibraryMeasure, 'id' | 'words' | 'definition' | 'unit' | 'numerator'>>;

/** An entry with what it leaves unsaid: the landlord's own measure, without end, without parts, counted from cases. */
export function entry(written: Written): LibraryMeasure {
  return {
    source: null,
    denominator: null,
    from: null,
    until: null,
    origin: 'cases',
    parts: null,
    partWords: {},
    fixedParts: [],
    readingWords: {},
    ...written,
  };
}

/** Whether an entry serves a period: by the day on which the period begins. */
export function serves(measure: Measure, from: Day): boolean {
  return (measure.from === null || measure.from <= from) && (measure.until === null || from <= measure.until);
}

/** The part of what carries no area, category, channel or reason. */
export const notRecorded = 'not-recorded';
