/**
 * The neutral shape in which every document is read: what stands in it, top to bottom, each thing with its place. The
 * readers of PDF, Word, CSV and text all give this, so that what is understood of a form does not depend on its file.
 */
import type { Edition } from '../../law/words.js';

/** Where something stands: a page of a PDF, a line of a text, a row of a table. */
export interface Place {
  readonly page: number | null;
  readonly line: number;
  /** What `line` counts. */
  readonly unit: 'line' | 'paragraph' | 'row';
}

export type Block =
  | { readonly is: 'heading'; readonly text: string; readonly place: Place }
  | { readonly is: 'paragraph'; readonly text: string; readonly place: Place }
  | {
      readonly is: 'row';
      readonly cells: readonly string[];
      readonly place: Place;
      /** Told by where its words stand alone, since nothing in the document parts it from the rows beside it. */
      readonly loose?: boolean;
    };

export type Written = readonly Block[];

/** What stands as the answer to a provision in the document. */
export type GivenAnswer = 'yes' | 'no' | 'partly' | 'na' | 'text' | 'unknown';

export interface ReadRow {
  readonly provision: string;
  readonly answer: GivenAnswer;
  /** The landlord's own words. */
  readonly evidence: string;
  readonly strength: 'must' | 'should' | 'may';
  /** From 0 to 1: how sure it is that this answer stands in the document for this provision. */
  readonly confidence: number;
  readonly needsPerson: boolean;
  readonly place: string;
  /** Why a person has to look, in sentences. */
  readonly why: readonly string[];
  /** The answer as the document has it, letter by letter. */
  readonly said: string;
  /** Of what is not met: why, in the document's words. */
  readonly reason?: string;
  /** The requirement as the document prints it: the landlord's own copy of the official wording. */
  readonly wording?: string;
}

export interface ReadAction {
  /** As printed, `3.6; 6.1; 6.2` among them; empty when the row names none. */
  readonly provision: string;
  readonly provisions: readonly string[];
  readonly action: string;
  readonly lead: string;
  /** As printed: 'December 2021 (tbc)' stays that. */
  readonly target: string;
  /** YYYY-MM-DD where the document names a day. */
  readonly targetOn: string | null;
  readonly progress: string;
  readonly mandatory: boolean;
  readonly place: string;
}

export interface ReadNote {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly place: string;
}

/** What the same document tells of another year. */
export interface EarlierAnswer {
  readonly year: string;
  readonly provision: string;
  readonly answer: 'partly' | 'no';
  readonly evidence: string;
  /** What was done since, in the document's words. */
  readonly change: string;
  readonly now: 'yes' | 'unknown';
  readonly place: string;
  readonly why: readonly string[];
}

export interface NarrativeSection {
  readonly section: number;
  readonly title: string;
  readonly text: string;
  readonly provisions: readonly string[];
  readonly place: string;
}

export interface Disagreement {
  readonly what: string;
  readonly printed: number;
  readonly computed: number;
  readonly words: string;
}

export interface Counts {
  readonly must: number;
  readonly should: number;
  readonly total: number;
  readonly byAnswer: Readonly<Record<GivenAnswer, number>>;
  readonly bySection: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What `assess import` answers: the contract of design 8.1, and a little more. */
export interface FormReading {
  readonly edition: Edition;
  readonly year: string | null;
  readonly form: 'table' | 'narrative' | 'list-of-unmet' | 'nothing';
  readonly rows: readonly ReadRow[];
  readonly actions: readonly ReadAction[];
  readonly counts: Counts;
  readonly printed: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
  readonly notes: readonly ReadNote[];
  readonly sections: readonly NarrativeSection[];
  readonly earlier: readonly EarlierAnswer[];
  /** Provisions of the edition of which the document says nothing. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/** 'page 3, line 12', 'line 40', 'row 7'. */
export function placeWords(place: Place): string {
  const at = `${place.unit} ${place.line}`;
  return place.page === null ? at : `page ${place.page}, ${at}`;
}
