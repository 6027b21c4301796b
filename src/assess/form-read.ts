/**
 * What was read from an older self-assessment: the shape that `assess import --json` prints (design 8.1) and that a person
 * confirms. A value that the document lost is unknown, never yes.
 */
import type { Edition } from '../law/words.js';
import type { Answer } from './answers.js';

export type Sureness = 'sure' | 'likely' | 'unsure';

export interface RowRead {
  /** As the edition numbers it. */
  readonly provision: string;
  readonly answer: Answer;
  readonly evidence: string;
  readonly strength: 'must' | 'should' | 'may' | null;
  readonly confidence: Sureness;
  /** Nothing in the document answers it by itself: a person has to read and decide. */
  readonly needsPerson: boolean;
  /** Where in the document: 'line 41', 'page 3, row 7'. */
  readonly place: string;
  /** What was noticed: a yes whose own evidence says that something must change, 'partially' under an edition without it. */
  readonly noticed?: readonly string[];
  /** Of a provision not met: why, and by when, as the document says. */
  readonly reason?: string;
  readonly intended?: string;
  /** The official wording that the document prints beside it: the landlord's own copy. */
  readonly wording?: string;
}

export interface ActionRead {
  /** As written: '3.6; 6.1; 6.2', '' when it names none. */
  readonly provision: string;
  readonly action: string;
  readonly lead: string;
  /** As written: 'TBC', 'December 2021 (tbc)'. */
  readonly target: string;
  readonly progress: string;
  readonly mandatory: boolean | null;
}

/** A sum that the document prints, beside what its own rows add up to. */
export interface Disagreement {
  /** 'Mandatory requirements: compliant'. */
  readonly what: string;
  readonly printed: number;
  readonly counted: number;
  readonly place: string;
}

export interface FormRead {
  readonly edition: Edition;
  readonly rows: readonly RowRead[];
  readonly actions: readonly ActionRead[];
  /** Sums as printed, by their words. */
  readonly printed: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}
