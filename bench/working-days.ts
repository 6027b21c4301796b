/** A million working-day additions, against as many bare look-ups in a table: within 3 times is the aim. */
import { englandAndWales } from '../src/facts/calendar.js';
import { type Day, day, dayFromNumber, dayNumber } from '../src/facts/days.js';
import type { Figure } from './figures.js';

const million = 1_000_000;
const first = dayNumber(day('2018-01-01'));
const span = 3650;

/** The best of some runs: what the machine can do, not what else it was doing. */
function best(run: () => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 9; i++) {
    const begun = performance.now();
    if (run() === 0) throw new Error('nothing was counted');
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

export async function measure(): Promise<readonly Figure[]> {
  const table = new Int32Array(span + 61);
  for (let i = 0; i < table.length; i++) table[i] = first + i;
  const texts: Day[] = Array.from({ length: span }, (_, i) => dayFromNumber(first + i));

  const bare = best(() => {
    let sum = 0;
    for (let i = 0; i < million; i++) sum += table[(i % span) + (i % 60)] as number;
    return sum;
  });
  const numbers = best(() => {
    let sum = 0;
    for (let i = 0; i < million; i++) sum += englandAndWales.addToNumber(first + (i % span), (i % 60) + 1);
    return sum;
  });
  const days = best(() => {
    let sum = 0;
    for (let i = 0; i < million; i++)
      sum += englandAndWales.addWorkingDays(texts[i % span] as Day, (i % 60) + 1).length;
    return sum;
  });
  return [
    { what: 'a million bare table look-ups', value: bare, unit: 'ms' },
    { what: 'a million working-day additions', value: numbers, unit: 'ms' },
    { what: 'additions against look-ups', value: numbers / bare, unit: 'times', atMost: 3 },
    { what: 'a million additions on written dates', value: days, unit: 'ms' },
  ];
}
