/**
 * How a figure is written for people: half up on the exact fraction, to the places shown, and never without what it was
 * made of. Parts of one whole keep their own rounding and are never forced to add to 100 (facts 10.11).
 */
import { pounds } from '../facts/money.js';
import type { Measured } from './measured.js';

/**
 * `numerator / denominator * times`, rounded half away from zero to `places` decimals, on integers alone: no binary
 * fraction comes between. All of them whole numbers; `denominator` not 0.
 */
export function rounded(numerator: number, denominator: number, times: number, places: number): string {
  const top = BigInt(numerator) * BigInt(times) * 10n ** BigInt(places);
  const bottom = BigInt(denominator);
  const negative = top < 0n !== bottom < 0n && top !== 0n;
  const [n, d] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const whole = (2n * n + d) / (2n * d);
  const digits = whole.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative && whole !== 0n ? `-${text}` : text;
}

/** '83%' of 30 and 36. */
export function percentage(part: number, whole: number, places = 0): string {
  return `${rounded(part, whole, 100, places)}%`;
}

/** '12,345'. */
export function grouped(whole: number | string): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** The value alone, as a table shows it: '83%', '7.15', '12', '£250', 'none'. */
export function valueInWords(m: Measured): string {
  if (m.none) return 'none';
  // There is a number, and it is too small to be shown.
  if (m.value === null) return 'not shown';
  switch (m.unit) {
    case 'proportion':
      return m.numerator === null || m.denominator === null
        ? percentage(Math.round(m.value * 1e6), 1e6)
        : percentage(m.numerator, m.denominator);
    case 'per-1,000-homes':
      return m.numerator === null || m.denominator === null
        ? m.value.toFixed(2)
        : rounded(m.numerator, m.denominator, 1000, 2);
    case 'pence':
      return pounds(m.value);
    case 'working-days':
      return Number.isInteger(m.value) ? grouped(m.value) : rounded(Math.round(m.value * 10), 10, 1, 1);
    case 'count':
      return grouped(m.value);
    default:
      return m.unit satisfies never;
  }
}

/** The value with what it was made of: '83% (30 of 36)', '7.15 (36 for 5,035 homes)', 'none'. */
export function inFigures(m: Measured): string {
  const value = valueInWords(m);
  if (value === 'none' || value === 'not shown' || m.numerator === null || m.denominator === null) return value;
  if (m.unit === 'proportion') return `${value} (${grouped(m.numerator)} of ${grouped(m.denominator)})`;
  if (m.unit === 'per-1,000-homes') return `${value} (${grouped(m.numerator)} for ${grouped(m.denominator)} homes)`;
  return value;
}
