/** What a check of the complaints policy answers: each thing looked for, what was decided, why, and where it stands. */
import type { Edition } from '../../law/words.js';

/** Which rules looked: raised when one of them changes, so that two checks are compared knowingly. */
export const rulesVersion = 1;

export type Verdict =
  /** Wanted, and there. */
  | 'found'
  /** Wanted; a part of it is there, or it is there in other words than the Code orders. */
  | 'partly'
  /** Wanted, and not there. */
  | 'missing'
  /** Must not be there, and is. */
  | 'there'
  /** Must not be there, and is not. */
  | 'absent'
  /** There, and a person must judge whether it may be. */
  | 'look';

/** The landlord's own words, and where they stand. */
export interface Excerpt {
  readonly heading: string;
  readonly paragraph: number;
  readonly quote: string;
}

/** One word of the definition against the Code's: kept, added by the landlord, or left out. */
export interface WordDifference {
  readonly is: 'same' | 'added' | 'left-out';
  readonly words: string;
}

export interface Finding {
  readonly rule: string;
  readonly kind: 'wanted' | 'unwanted';
  readonly title: string;
  readonly provisions: readonly string[];
  /** What was looked for, in a sentence. */
  readonly lookedFor: string;
  readonly verdict: Verdict;
  /** Why it was decided so, in sentences. */
  readonly because: readonly string[];
  readonly excerpts: readonly Excerpt[];
  readonly differences?: readonly WordDifference[];
}

export interface PolicyChecked {
  readonly edition: Edition;
  readonly rules: number;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** Whether a finding asks for something to be done or looked at. */
export function isOpen({ verdict }: Pick<Finding, 'verdict'>): boolean {
  return verdict === 'partly' || verdict === 'missing' || verdict === 'there' || verdict === 'look';
}
