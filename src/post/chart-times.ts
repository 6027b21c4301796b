/** The labels below a line of time: as many as have room, always the first and the last, years said once. */
import { type Drawing, ink, small } from './chart-paper.js';
import { text, widthOf, wrapped } from './chart-text.js';

const months = /^(January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})$/;
const quarter = /^([A-Z][a-z]{2})[a-z]* to ([A-Z][a-z]{2})[a-z]* (\d{4})$/;

/** In two lines: 'Apr' over '2026', 'Jul–Sep' over '2026', anything else as it is. */
function shortTime(label: string): readonly [string, string] {
  const month = months.exec(label);
  if (month) return [(month[1] ?? '').slice(0, 3), month[2] ?? ''];
  const three = quarter.exec(label);
  if (three) return [`${three[1]}–${three[2]}`, three[3] ?? ''];
  return [label, ''];
}

export function timeLabels(
  labels: readonly string[],
  place: {
    readonly x: (i: number) => number;
    readonly top: number;
    readonly room: { readonly from: number; readonly to: number };
  },
): Drawing {
  const { x, top, room } = place;
  const last = labels.length - 1;
  const short = labels.map((label) => {
    const [first, second] = shortTime(label);
    return second === '' ? wrapped(first, { width: 74, lines: 2, size: small }) : [first, second];
  });
  const wide = Math.max(0, ...short.flat().map((words) => widthOf(words, small))) + 8;
  const apart = last === 0 ? wide : (x(last) - x(0)) / last;
  const step = Math.max(1, Math.ceil(wide / apart));
  const shown = labels.flatMap((_, i) => (i % step === 0 || i === last ? [i] : []));
  // The last one counts most: the one before gives way.
  if (shown.length > 2 && last % step !== 0 && x(last) - x(shown.at(-2) ?? 0) < wide) shown.splice(-2, 1);
  let year = '';
  const body = shown
    .map((i) => {
      const [first = '', second = ''] = short[i] ?? [];
      const half = Math.max(widthOf(first, small), widthOf(second, small)) / 2;
      const middle = Math.min(Math.max(x(i), room.from + half), room.to - half);
      const isYear = /^\d{4}$/.test(second);
      const under = isYear && second === year ? '' : second;
      if (isYear) year = second;
      return (
        text(middle, top, first, { anchor: 'middle', size: small, colour: ink.quiet }) +
        (under === '' ? '' : text(middle, top + 14, under, { anchor: 'middle', size: small, colour: ink.quiet }))
      );
    })
    .join('');
  return { height: short.some((lines) => lines.length > 1) ? 36 : 22, body };
}
