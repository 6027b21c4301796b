/** What was told, as one text: what stands with the case as the resident's own words. */
import { inWords as dayInWords } from '../../facts/days.js';
import type { Told, ToldPoint } from './told.js';

const line = (label: string, text: string): string => (text.trim() === '' ? '' : `${label} ${text.trim()}`);

/** One point in the words of whoever told it, with what would put it right. */
export function pointInWords(point: ToldPoint): string {
  const since = point.sinceWords.trim() || (point.since === null ? '' : dayInWords(point.since));
  return [point.what.trim(), line('What would put it right:', point.right), line('Since when:', since)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Everything that was told in words. Ways of reaching somebody, and who they are, stand elsewhere. */
export function toldInWords(told: Told): string {
  const points = told.points.filter((point) => point.what.trim() !== '');
  const parts = points.map((point, i) =>
    points.length > 1 ? `${i + 1}. ${pointInWords(point)}` : pointInWords(point),
  );
  return [
    ...parts,
    line('Who is at risk, and how:', told.riskWords),
    line('What they need, so that this is easy for them:', told.adjustmentWords),
    line('When and how to reach them:', told.you.when),
    line('When and how to reach the resident:', told.resident.when),
    ...told.others.map(({ name, reach }) => line('Also:', [name, reach].filter(Boolean).join(', '))),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
