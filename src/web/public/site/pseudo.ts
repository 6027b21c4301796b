/**
 * A language that nobody speaks, for tests: every sentence in other letters, longer than in English and from right to
 * left. What still stands in plain letters on such a page was never made to be translated.
 */
import { inWords } from '../../../facts/days.js';
import { asEnglish, isolated } from './catalogue.js';
import { filled, type Say, type Values } from './say.js';

/** Written in Hebrew letters, from right to left, and marked as private. */
export const pseudoLanguage = 'he-x-pseudo';

const letters = 'אבגדהוזחטיךכלםמןנסעףפץצקרש';

/** The sentence in the other letters, in marks and a third longer; its places stay as they are. */
export function inPseudo(english: string): string {
  const other = english.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : (letters[found.toLowerCase().charCodeAt(0) - 97] ?? found),
  );
  // Words that may be parted, as a longer language has more of them.
  return `«${other}${' ···'.repeat(Math.ceil(english.length / 12))}»`;
}

export const pseudo: Say = Object.assign(
  (english: string, values?: Values) => filled(inPseudo(english), isolated(values)),
  {
    legal: (english: string, values?: Values) => asEnglish(filled(english, values)),
    day: (day: Parameters<Say['day']>[0]) => inPseudo(inWords(day)),
    language: pseudoLanguage,
    direction: 'rtl' as const,
  },
);
