/** Every measure, in the order in which people read them. Each id is for ever; what it means may change with the year. */

import type { FigureKey, Period } from '../measured.js';
import { compensation, compensationByHead, extensions, promises, restrictions } from './beside.js';
import { contacts } from './contacts.js';
import { equality } from './equality.js';
import { inTime } from './in-time.js';
import { learning } from './learning.js';
import { ombudsman } from './ombudsman.js';
import { outcomes } from './outcomes.js';
import { refusals } from './refusals.js';
import { satisfaction } from './satisfaction.js';
import { type LibraryMeasure, serves } from './shape.js';
import { volumes } from './volumes.js';

/** The library in chapters. */
export const chapters: readonly { readonly title: string; readonly measures: readonly LibraryMeasure[] }[] = [
  { title: 'What came in', measures: contacts },
  { title: 'How many complaints', measures: volumes },
  { title: 'In time', measures: inTime },
  { title: 'How they ended, and how long it took', measures: outcomes },
  { title: 'Extensions', measures: extensions },
  { title: 'Refusals', measures: refusals },
  { title: 'Compensation', measures: [...compensation, ...compensationByHead] },
  { title: 'Promises', measures: promises },
  { title: 'What residents say', measures: satisfaction },
  { title: 'The Ombudsman', measures: ombudsman },
  { title: 'Restrictions of contact', measures: restrictions },
  { title: 'Learning', measures: learning },
  { title: 'Who complains', measures: equality },
];

export const library: readonly LibraryMeasure[] = chapters.flatMap(({ measures }) => measures);

/** The measures of a period, each by the definition of its reporting year. */
export function measuresFor(period: Pick<Period, 'from'>): readonly LibraryMeasure[] {
  return library.filter((measure) => serves(measure, period.from));
}

/** The measure of that id as that period defines it; null when there is none. */
export function measureOf(id: string, period: Pick<Period, 'from'>): LibraryMeasure | null {
  return library.find((measure) => measure.id === id && serves(measure, period.from)) ?? null;
}

/** A part in words: 'Upheld', 'LCRA: low-cost rented homes', or its own name. */
export function partWords(measure: LibraryMeasure, part: string): string {
  const words = measure.partWords[part];
  if (words === undefined) return part;
  return part === 'LCRA' || part === 'LCHO' ? `${part}, ${words}` : words;
}

/** What a figure is within its measure: 'LCRA, low-cost rented homes; with extensions that count'; '' for the whole of it. */
export function wordsWithin(measure: LibraryMeasure, { group, reading }: Omit<FigureKey, 'id'>): string {
  const parts = [
    ...(group === null ? [] : [partWords(measure, group)]),
    ...(reading === null ? [] : [measure.readingWords[reading] ?? reading]),
  ];
  return parts.join('; ');
}

/** A figure in words: 'Stage 1 answered in time (CH02 part 1): LCRA, low-cost rented homes; with extensions that count'. */
export function figureWords(measure: LibraryMeasure, key: Omit<FigureKey, 'id'>): string {
  const within = wordsWithin(measure, key);
  return within === '' ? measure.words : `${measure.words}: ${within}`;
}
