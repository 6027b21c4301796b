/** A language's words from its catalogue: what is missing, and what states the law, is said in English and marked so. */
import { type Day, inWords } from '../../../facts/days.js';
import { englishFrom, englishTo, filled, type Say, type Values } from './say.js';

export interface Catalogue {
  /** A BCP 47 tag. */
  readonly language: string;
  /** The English sentence to its translation. */
  readonly sentences: Readonly<Record<string, string>>;
  /** A person has translated what states the law; without that it is said in English. */
  readonly legalByPerson: boolean;
}

/** The languages of the scripts that are written from right to left. */
const fromTheRight = /^(ar|arc|ckb|dv|fa|ha-arab|he|khw|ks|ku-arab|pa-arab|ps|sd|syr|ug|ur|uz-arab|yi)(-|$)/i;

export function directionOf(language: string): 'ltr' | 'rtl' {
  return fromTheRight.test(language) ? 'rtl' : 'ltr';
}

/** English words on a page in another language. */
export function asEnglish(words: string): string {
  return `${englishFrom}${words}${englishTo}`;
}

/** What stays in English whatever the page's language is: what staff wrote, names, the sentences of a clock. */
export function inEnglishOn(say: Pick<Say, 'language'>, words: string): string {
  return say.language.startsWith('en') ? words : asEnglish(words);
}

/** The words of a page in that language. */
export function sayIn({ language, sentences, legalByPerson }: Catalogue): Say {
  const direction = directionOf(language);
  const days = daysIn(language);
  const said = (english: string, values?: Values) => {
    const translation = Object.hasOwn(sentences, english) ? sentences[english] : undefined;
    return translation === undefined
      ? asEnglish(filled(english, values))
      : filled(translation, direction === 'rtl' ? isolated(values) : values);
  };
  return Object.assign(said, {
    legal: (english: string, values?: Values) =>
      legalByPerson ? said(english, values) : asEnglish(filled(english, values)),
    day: (day: Day) => days?.format(new Date(`${day}T00:00:00Z`)) ?? asEnglish(inWords(day)),
    language,
    direction,
  });
}

/** A date, a reference or a name keeps its own direction inside a sentence that runs the other way. */
export function isolated(values: Values = {}): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`]));
}

/** Null where this machine knows no dates in the language: then they are said in English. */
function daysIn(language: string): Intl.DateTimeFormat | null {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null;
  return new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
