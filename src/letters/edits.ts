/** A draft keeps only what a person wrote into the marked places: the rest is composed anew each time it is looked at. */

import { everyBlock } from './blocks.js';
import type { Letter, LetterBlock, Place } from './words.js';

export interface Edit {
  readonly text: string;
  /** What was composed there when the person began to write. */
  readonly was: string;
}
export type Edits = Readonly<Record<string, Edit>>;

/** The marked places of a letter, in reading order. */
export function placesOf(letter: Letter): readonly Place[] {
  return everyBlock(letter.body).filter((b) => b.block === 'place');
}

/** The letter with a person's words in its marked places. */
export function withEdits(letter: Letter, edits: Edits): Letter {
  const edited = (b: LetterBlock): LetterBlock => {
    if (b.block === 'point') return { ...b, blocks: b.blocks.map(edited) };
    const edit = b.block === 'place' && Object.hasOwn(edits, b.place) ? edits[b.place] : undefined;
    return b.block === 'place' && edit ? { ...b, text: edit.text } : b;
  };
  return { ...letter, body: letter.body.map(edited) };
}

/** What came from the form, held against what is composed now; a place left as composed keeps no edit. */
export function editsFrom(letter: Letter, texts: Readonly<Record<string, string>>, before: Edits = {}): Edits {
  const edits: Record<string, Edit> = { ...before };
  for (const p of placesOf(letter)) {
    if (!Object.hasOwn(texts, p.place)) continue;
    const text = (texts[p.place] ?? '').replace(/\r\n?/g, '\n');
    if (text === p.text) delete edits[p.place];
    else edits[p.place] = { text, was: before[p.place]?.text === text ? (before[p.place]?.was ?? p.text) : p.text };
  }
  return edits;
}

/** Places whose facts have changed under the person's words, and words whose place is gone: shown, never dropped. */
export function overtaken(
  letter: Letter,
  edits: Edits,
): readonly { place: string; label: string; edit: Edit; now: string | null }[] {
  const places = new Map(placesOf(letter).map((p) => [p.place, p]));
  return Object.entries(edits).flatMap(([name, edit]) => {
    const p = places.get(name);
    if (p && p.text === edit.was) return [];
    return [{ place: name, label: p?.label ?? 'A part that is no longer in the letter', edit, now: p?.text ?? null }];
  });
}
