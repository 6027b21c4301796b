/**
 * How easy a letter is to read: Flesch's reading ease, and the age at which most people can read it (the Flesch-Kincaid
 * grade and five). A guide for the writer, never a bar. The resident's own words and addresses don't count.
 */

import { everyBlock, paragraphsOf, textOf } from './blocks.js';
import type { Letter, LetterBlock } from './words.js';

export interface Readability {
  /** 0 to 100 and beyond; 60 to 70 is plain English, more is easier. Null: nothing to read. */
  readonly readingEase: number | null;
  readonly readingAge: number | null;
  readonly sentences: number;
  readonly words: number;
  /** More than 25 words, longest first, with the marked place to change where there is one. */
  readonly longSentences: readonly { readonly text: string; readonly words: number; readonly place: string | null }[];
  /** One plain sentence. */
  readonly says: string;
}

const longest = 25;

/** The figures of a letter’s own words, with what to say of them to its writer. */
export function readability(letter: Letter): Readability {
  const parts = everyBlock(letter.body)
    .filter((b) => b.block === 'paragraph' || b.block === 'place' || b.block === 'list')
    .flatMap((b) => textsOf(b).map((text) => ({ text, place: b.block === 'place' ? b.place : null })));
  return measure(parts);
}

/** The figures of a text; null where it has no sentence. */
export function readabilityOf(text: string): Readability {
  return measure(paragraphsOf(text).map((t) => ({ text: t, place: null })));
}

function textsOf(b: LetterBlock): readonly string[] {
  return b.block === 'list' ? b.items : paragraphsOf(textOf(b));
}

function measure(parts: readonly { text: string; place: string | null }[]): Readability {
  const sentences = parts.flatMap(({ text, place }) =>
    sentencesOf(text).map((s) => ({ text: s, words: wordsOf(s), place })),
  );
  const said = sentences.filter((s) => s.words.length > 0);
  const words = said.flatMap((s) => s.words);
  const long = said
    .filter((s) => s.words.length > longest)
    .map((s) => ({ text: s.text, words: s.words.length, place: s.place }))
    .sort((a, b) => b.words - a.words);
  if (words.length === 0) {
    return {
      readingEase: null,
      readingAge: null,
      sentences: 0,
      words: 0,
      longSentences: [],
      says: 'There is nothing to read yet.',
    };
  }
  const perSentence = words.length / said.length;
  const perWord = words.reduce((n, w) => n + syllables(w), 0) / words.length;
  const readingEase = Math.round(206.835 - 1.015 * perSentence - 84.6 * perWord);
  const readingAge = Math.max(5, Math.round(0.39 * perSentence + 11.8 * perWord - 15.59 + 5));
  return {
    readingEase,
    readingAge,
    sentences: said.length,
    words: words.length,
    longSentences: long,
    says: verdict(readingAge, long.length),
  };
}

function verdict(age: number, long: number): string {
  const reach =
    age <= 12
      ? `Most people aged ${age} could read this.`
      : `This reads like something for a ${age} year old. Aim for 12: shorter sentences and everyday words.`;
  return long === 0
    ? reach
    : `${reach} ${long === 1 ? '1 sentence is' : `${long} sentences are`} longer than ${longest} words.`;
}

/** Ends at a mark followed by a space, not after 'Mr.', an initial or a number such as 6.9. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\b(Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc)\./gi, (m) => m.replaceAll('.', '\u0001'))
    .split(/(?<=[.!?:;…]["'”’)]*)\s+/)
    .map((s) => s.replaceAll('\u0001', '.').trim())
    .filter((s) => s !== '');
}

function wordsOf(text: string): readonly string[] {
  return text.replace(/\S+@\S+|\bwww\.\S+|https?:\S+/g, ' ').match(/\p{L}[\p{L}'’-]*/gu) ?? [];
}

/** Close enough for a figure over a whole letter: groups of vowels, less a silent e, with the commonest exceptions. */
export function syllables(word: string): number {
  const w = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  if (w.length <= 3) return 1;
  const known = exceptions[w];
  if (known !== undefined) return known;
  const stem = w.replace(/(?:[^laeiouysxzcgh]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0)).replace(/^y/, '');
  const groups = stem.match(/[aeiouy]+/g)?.length ?? 0;
  // Vowels that stand together but are spoken apart: 'cr-eate', 'sci-ence', 'flu-id'.
  const apart =
    stem.match(
      /(?:i[ao](?!u)(?<!ti[ao]|ci[ao]|si[ao])|[^q]u[aeo](?=[a-z])|eo(?!u)|ea(?=t(?:e|ed|ing)$)|uou|[ea]yo|scie)/g,
    )?.length ?? 0;
  return Math.max(1, groups + apart);
}

const exceptions: Readonly<Record<string, number>> = {
  people: 2, // not spoken apart
  being: 2,
  business: 2,
  every: 2,
  everything: 3,
  different: 3,
  ombudsman: 3,
  something: 2,
  someone: 2,
  somewhere: 2,
  sometimes: 2,
  therefore: 2,
  agreed: 2,
  need: 1,
  needed: 2,
  decided: 3,
};
