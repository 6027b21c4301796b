/** The words for how a person can be reached, and whether it may be used. */
import { wayKinds, wayKindWords } from '../../../complaint/ways-to-reach.js';
import type { Way } from '../../../store/people.js';

export const wayStandings = ['ordinary', 'safe', 'unsafe'] as const satisfies readonly Way['standing'][];

const wayStandingWords: Record<Way['standing'], string> = {
  ordinary: 'Can be used',
  safe: 'Safe: use this one',
  unsafe: 'Unsafe: never use it',
};

export const wayKindItems = wayKinds.map((value) => ({ value, text: wayKindWords[value] }));
export const wayStandingItems = wayStandings.map((value) => ({ value, text: wayStandingWords[value] }));

/** 'Phone 07700 900123 (unsafe: never use it)'. */
export function wayText(way: Pick<Way, 'kind' | 'value' | 'standing'>): string {
  const mark = way.standing === 'ordinary' ? '' : ` (${way.standing === 'safe' ? 'safe' : 'unsafe: never use it'})`;
  return `${wayKindWords[way.kind]} ${way.value}${mark}`;
}
