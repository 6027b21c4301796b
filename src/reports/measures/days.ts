/** Median and nearest rank, from how many took how many days. */

/** So many took so many working days. */
export interface Taken {
  readonly days: number;
  readonly answers: number;
}

/** The median; of an even number the mean of the two in the middle. Null of none. */
export function median(taken: readonly Taken[]): number | null {
  const total = totalOf(taken);
  if (total === 0) return null;
  const lower = atRank(taken, Math.ceil(total / 2));
  const upper = atRank(taken, Math.floor(total / 2) + 1);
  return (lower + upper) / 2;
}

/** The smallest number of days within which `hundredths` in 100 were answered: the nearest rank. Null of none. */
export function nearestRank(taken: readonly Taken[], hundredths: number): number | null {
  const total = totalOf(taken);
  return total === 0 ? null : atRank(taken, Math.max(1, Math.ceil((total * hundredths) / 100)));
}

/** How many cases the lengths are of. */
export function totalOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, { answers }) => sum + answers, 0);
}

function atRank(taken: readonly Taken[], rank: number): number {
  const sorted = [...taken].sort((a, b) => a.days - b.days);
  let seen = 0;
  for (const { days, answers } of sorted) {
    seen += answers;
    if (seen >= rank) return days;
  }
  throw new Error('a rank beyond the last');
}
