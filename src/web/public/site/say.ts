/**
 * The words of the residents' pages. Each sentence stands in English where it is used; a catalogue of another language
 * is looked up by that English sentence. `{name}` in a sentence is a place for a value. Sentences are written out at the
 * call (`say('…')`, `say.legal('…')`) or, where they stand in a list, inside `sentence('…')`: so a scan finds them all.
 */
import type { Day } from '../../../facts/days.js';
import { inWords } from '../../../facts/days.js';

export type Values = Readonly<Record<string, string | number>>;

export interface Say {
  (english: string, values?: Values): string;
  /** What states the law or somebody's rights: shown in English unless a person has translated it. */
  legal(english: string, values?: Values): string;
  /** 'Friday 10 April 2026', in the page's language. */
  day(day: Day): string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Around English words on a page in another language; `markedUp` makes elements with their language of them. */
export const englishFrom = '\uE000';
export const englishTo = '\uE001';

/** Puts the values into the places of a sentence; a place without a value stays as it stands, so that it is seen. */
export function filled(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A sentence that is said later, by `say(it)`: `const choices = [{ value: 'yes', words: sentence('Yes, it was done') }]`. */
export function sentence(english: string): string {
  return english;
}

export const inEnglish: Say = Object.assign((english: string, values?: Values) => filled(english, values), {
  legal: (english: string, values?: Values) => filled(english, values),
  day: inWords,
  language: 'en',
  direction: 'ltr' as const,
});
