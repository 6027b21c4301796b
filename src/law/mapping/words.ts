/** The words in which two editions of a Code are held against each other, provision by provision. */

export const relations = ['same', 'stricter', 'eased', 'part-of'] as const;
/**
 * What became of the earlier provision in the later one. `part-of`: the later asks for it among other things, or under another
 * head, so that an answer to the earlier is a start and not the whole.
 */
export type Relation = (typeof relations)[number];

export const relationWords: Readonly<Record<Relation | 'new' | 'gone', string>> = {
  same: 'Asks the same',
  stricter: 'Asks more',
  eased: 'Asks less',
  'part-of': 'Taken up in part',
  new: 'New',
  gone: 'Gone',
};

export interface Pair {
  readonly earlier: string;
  readonly later: string;
  readonly is: Relation;
  /** One sentence, our own words: what changed. */
  readonly changed: string;
}

/** A provision that stands alone: asked for the first time, or no more. */
export interface Alone {
  readonly provision: string;
  readonly words: string;
}

export interface Mapping {
  readonly pairs: readonly Pair[];
  readonly arrived: readonly Alone[];
  readonly gone: readonly Alone[];
}

/** Written as a table is read: earlier, later, what became of it, what changed. */
export function pairs(...rows: readonly (readonly [string, string, Relation, string])[]): readonly Pair[] {
  return rows.map(([earlier, later, is, changed]) => ({ earlier, later, is, changed }));
}

/** Provisions by their numbers, each with its sentence. */
export function alone(rows: Readonly<Record<string, string>>): readonly Alone[] {
  return Object.entries(rows).map(([provision, words]) => ({ provision, words }));
}
