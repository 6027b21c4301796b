/** Every sentence of the residents' pages, as the scan of their sources wrote them down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../store/config.js';

export interface Sentence {
  readonly english: string;
  /** It states the law or somebody's rights: no machine translates it. */
  readonly legal: boolean;
  /** The pages that say it, for whoever translates. */
  readonly where: readonly string[];
}

export const sentencesFile: string = join(root, 'db', 'words', 'english.json');

let known: readonly Sentence[] | undefined;

/** In the order in which they are written down: by their letters. */
export function allSentences(): readonly Sentence[] {
  known ??= JSON.parse(readFileSync(sentencesFile, 'utf8')) as readonly Sentence[];
  return known;
}

/** The places of a sentence, each once, in the order of their letters: ['date', 'name']. */
export function placesIn(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}
