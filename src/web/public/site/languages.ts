/** In which languages a site can be read, and the words of the one that was chosen. */

import { catalogueWords, languagesOffered, type Offered } from '../../../store/catalogues.js';
import { readConfig } from '../../../store/config.js';
import type { Trx } from '../../../store/database.js';
import { redirect, type SiteVisit, screen } from '../../visit.js';
import { sayIn } from './catalogue.js';
import { pseudo, pseudoLanguage } from './pseudo.js';
import { inEnglish, type Say } from './say.js';

export interface Spoken {
  readonly say: Say;
  /** The tags to choose from, English first; none where there is nothing to choose. */
  readonly languages: readonly string[];
}

/** What was loaded never changes under its number, so the words of the last few are kept. */
const kept = new Map<string, Say>();
const mostKept = 24;
let forTests: boolean | undefined;

/** The words in the language that was chosen; in English when it is not offered, or not any more. */
export async function spoken(trx: Trx, chosen: string | null): Promise<Spoken> {
  forTests ??= readConfig().pseudoLanguage;
  const offered = await languagesOffered(trx);
  const languages = [...offered.map(({ language }) => language), ...(forTests ? [pseudoLanguage] : [])];
  if (languages.length === 0) return { say: inEnglish, languages };
  if (forTests && chosen === pseudoLanguage) return { say: pseudo, languages: ['en', ...languages] };
  const found = offered.find(({ language }) => language === chosen);
  return { say: found === undefined ? inEnglish : await wordsOf(trx, found), languages: ['en', ...languages] };
}

async function wordsOf(trx: Trx, offered: Offered): Promise<Say> {
  const key = `${trx.landlordId} ${offered.language} ${offered.version}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const words = await catalogueWords(trx, offered);
  if (words === null) return inEnglish;
  const say = sayIn({ ...words, language: offered.language });
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, say);
  return say;
}

/** As its speakers call it: 'polski'. */
export function ownName(language: string): string {
  if (language === pseudoLanguage) return '«pseudo»';
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  } catch {
    return language;
  }
}

async function post(visit: SiteVisit) {
  const { language, back } = visit.fields;
  const to = typeof back === 'string' && (back === visit.base || back.startsWith(`${visit.base}/`)) ? back : visit.base;
  return typeof language === 'string' && visit.languages.includes(language) ? redirect(to, { language }) : redirect(to);
}

/** The choice is kept in a cookie that holds the language's tag and nothing else. */
export const chooseLanguage = screen({ path: '/residents/:slug/language', access: 'site', post });
