/** What is known of each language: how much is translated, who reviewed it, and whether residents are offered it. */

import { languageName } from '../../../facts/language-names.js';
import type { CatalogueVersion } from '../../../store/catalogues.js';
import type { Sentence } from '../../public/site/sentences.js';

export interface LanguageShown {
  readonly language: string;
  readonly name: string;
  /** The last version that was loaded. */
  readonly latest: CatalogueVersion;
  /** The version that residents are offered; null when they are not. */
  readonly offered: CatalogueVersion | null;
}

/** One for each language, by its name. */
export function languagesShown(versions: readonly CatalogueVersion[]): readonly LanguageShown[] {
  const byLanguage = Map.groupBy(versions, ({ language }) => language);
  return [...byLanguage]
    .flatMap(([language, list]) => {
      const [latest] = list;
      const offered = list.find(({ review, withdrawn }) => review !== null && !withdrawn) ?? null;
      return latest === undefined ? [] : [{ language, name: languageName(language), latest, offered }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** The sentences that a catalogue leaves in English. */
export function missingIn(
  sentences: readonly Sentence[],
  translations: Readonly<Record<string, string>>,
): readonly Sentence[] {
  return sentences.filter(({ english }) => !Object.hasOwn(translations, english));
}

/** A BCP 47 tag that a catalogue may have: not English, not the language of the tests. */
export function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) || /^(en|q[a-t][a-z])(-|$)/.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
