/**
 * What of a reading of an older self-assessment becomes an assessment once a person has confirmed it: the part of what
 * `assess import --json` prints (design 8.1) that is stored. A value that the document lost is unknown, never yes.
 */
import type { Edition } from '../law/words.js';
import type { Answer } from './answers.js';

export interface RowRead {
  /** As the edition numbers it. */
  readonly provision: string;
  readonly answer: Answer;
  readonly evidence: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Nothing in the document answers it by itself: a person has to read and decide. */
  readonly needsPerson: boolean;
  /** Where in the document: 'line 41', 'page 3, row 7'. */
  readonly place: string;
  /** Why a person has to look: a yes whose own evidence says that something must change, a lost mark. */
  readonly why?: readonly string[];
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
  readonly what: string;
  readonly printed: number;
  readonly computed: number;
  /** The sentence that people read. */
  readonly words: string;
}

export interface FormRead {
  readonly edition: Edition;
  readonly rows: readonly RowRead[];
  readonly actions: readonly ActionRead[];
  /** Sums as printed, by their words. */
  readonly printed: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}
