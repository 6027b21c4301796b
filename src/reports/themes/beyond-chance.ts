/**
 * How likely it is that so many fall into the latest month by chance alone, given how many there were before. Whoever
 * looks at three hundred blocks sees three that chance alone puts outside its limits in a hundred; so the bar rises with
 * how many are looked at, and a whole page of noise brings news about once in a hundred months.
 */

/** So seldom may a whole page call noise news. */
const seldom = 0.01;

export interface Compared {
  readonly latest: number;
  readonly before: number;
  /** How much could have brought them: months, or cases. */
  readonly latestOf: number;
  readonly beforeOf: number;
}

/**
 * The chance of `latest` or more (or, for 'fewer', or less) among all of them, had they fallen evenly. Both counts are
 * known by chance only, so it is the binomial of the one within both, not the Poisson of an average taken as given.
 */
export function chanceOf({ latest, before, latestOf, beforeOf }: Compared, way: 'more' | 'fewer'): number {
  const n = latest + before;
  const share = latestOf / (latestOf + beforeOf);
  if (n === 0 || !(share > 0 && share < 1)) return 1;
  let sum = 0;
  const [from, until] = way === 'more' ? [latest, n] : [0, latest];
  for (let k = from; k <= until; k++) {
    const term = Math.exp(
      logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(share) + (n - k) * Math.log1p(-share),
    );
    sum += term;
    // Past the top of the curve each is smaller than the one before: what is left changes nothing.
    if (way === 'more' && k > n * share && term < sum * 1e-9) break;
  }
  return Math.min(1, sum);
}

/** Whether it is beyond what chance does on a page of so many. */
export function beyondChance(compared: Compared, way: 'more' | 'fewer', lookedAt: number): boolean {
  return chanceOf(compared, way) < seldom / Math.max(1, lookedAt);
}

const small: number[] = [0, 0];

function logFactorial(n: number): number {
  for (let i = small.length; i <= Math.min(n, 255); i++) small.push((small[i - 1] ?? 0) + Math.log(i));
  const known = small[n];
  if (known !== undefined) return known;
  // Stirling's series: beyond 255 it is right to more places than a number holds.
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
