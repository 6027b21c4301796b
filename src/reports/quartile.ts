/**
 * Where an own figure lies among others': in which quarter, on which side of the median, whether that is good, how it
 * has moved over the years, and when it is made of so few cases that one of them would move it.
 */

export type Better = 'higher' | 'lower' | null;

export interface Quartiles {
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

/** 1 is the quarter with the lowest values, whether these are good or not. */
export type Quarter = 1 | 2 | 3 | 4;

/** The quarter of a figure: on a line between two it belongs to the lower one. Null when the lines aren't known. */
export function quarterOf(own: number, { lower, median, upper }: Quartiles): Quarter | null {
  if (lower !== null && own <= lower) return 1;
  if (upper !== null && own > upper) return 4;
  if (median === null) return null;
  if (own <= median) return lower === null ? null : 2;
  return upper === null ? null : 3;
}

/** 'In the best quarter', 'Worse than the median', 'Higher than the median'. */
export function quartileInWords(own: number | null, others: Quartiles, better: Better): string {
  if (own === null) return 'None of our own';
  const quarter = quarterOf(own, others);
  const { median } = others;
  if (median !== null && own === median) return 'At the median';
  if (quarter === 1 || quarter === 4) {
    if (better === null) return quarter === 1 ? 'In the lowest quarter' : 'In the highest quarter';
    return (quarter === 4) === (better === 'higher') ? 'In the best quarter' : 'In the worst quarter';
  }
  if (median === null) return 'Nothing to compare with';
  if (better === null) return own > median ? 'Higher than the median' : 'Lower than the median';
  return own > median === (better === 'higher') ? 'Better than the median' : 'Worse than the median';
}

/** What changed from the earlier to the later: 'Better than 2023-24 (34%)'. Null when there is nothing to compare. */
export function changeInWords(
  own: number | null,
  before: { readonly name: string; readonly value: number | null; readonly words: string },
  better: Better,
  ownWords?: string,
): string | null {
  if (own === null || before.value === null) return null;
  const than = `${before.name} (${before.words})`;
  // What is shown as the same number isn't called better or worse.
  if (own === before.value || ownWords === before.words) return `As in ${than}`;
  const up = own > before.value;
  if (better === null) return `${up ? 'Higher' : 'Lower'} than ${than}`;
  return `${up === (better === 'higher') ? 'Better' : 'Worse'} than ${than}`;
}

/** Of fewer cases than this, a share says little. */
const fewCases = 30;

/** 'Only 7 cases: one more or less moves it by 14 percentage points.' Null when there are enough. */
export function fewCasesWarning(cases: number | null): string | null {
  if (cases === null || cases >= fewCases) return null;
  if (cases === 0) return 'No case: nothing to compare.';
  const points = Math.floor((200 + cases) / (2 * cases));
  return `Only ${cases} ${cases === 1 ? 'case' : 'cases'}: one more or less moves it by ${points} percentage points.`;
}
