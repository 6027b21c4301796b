/** What changed between two periods, said so that nobody takes chance for news. */
import type { Measured } from '../measured.js';
import { inFigures, percentage, valueInWords } from '../rounding.js';

export interface Change {
  readonly figure: Measured;
  readonly before: Measured;
  readonly words: string;
  /** Too few on either side to be more than chance. */
  readonly small: boolean;
}

/** Below this many on either side, a change is said to be of small numbers. */
export const fewest = 20;

/** The same figure of the period before, or undefined. */
export function sameFigure(among: readonly Measured[], m: Measured): Measured | undefined {
  return among.find((other) => other.id === m.id && other.group === m.group && other.reading === m.reading);
}

/** Figures that are not the same as before, in the order in which they were asked for. */
export function whatChanged(now: readonly Measured[], before: readonly Measured[]): readonly Change[] {
  return now.flatMap((figure) => {
    const earlier = sameFigure(before, figure);
    if (earlier === undefined || earlier.value === figure.value) return [];
    if (figure.value === null && earlier.value === null) return [];
    return [{ figure, before: earlier, words: changeInWords(figure, earlier), small: isSmall(figure, earlier) }];
  });
}

function isSmall(a: Measured, b: Measured): boolean {
  const size = (m: Measured) => (m.unit === 'count' ? m.value : (m.denominator ?? m.numerator)) ?? 0;
  return Math.min(size(a), size(b)) < fewest;
}

function changeInWords(now: Measured, before: Measured): string {
  if (now.value === null) return `There is nothing to count this time; it was ${inFigures(before)}.`;
  if (before.value === null) return `${inFigures(now)}; before, there was nothing to count.`;
  const up = now.value > before.value;
  const way = up ? 'up' : 'down';
  switch (now.unit) {
    case 'count':
      return `${inFigures(now)}, ${way} from ${inFigures(before)}.`;
    case 'proportion':
      return `${inFigures(now)}, ${way} ${points(now.value, before.value)} from ${inFigures(before)}.`;
    case 'per-1,000-homes':
    case 'working-days':
    case 'pence':
      return `${inFigures(now)}, ${way} from ${valueInWords(before)}.`;
    default:
      return now.unit satisfies never;
  }
}

/** '9 percentage points': from the shown values, so that the sum on the page is right. */
function points(now: number, before: number): string {
  const shown = (value: number) => Number(percentage(Math.round(value * 1e6), 1e6).slice(0, -1));
  const difference = Math.abs(shown(now) - shown(before));
  return difference === 0
    ? 'by less than a percentage point'
    : `${difference} percentage point${difference === 1 ? '' : 's'}`;
}
