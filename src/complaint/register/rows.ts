/** Rows that are not about a contact: titles above the headings, blank rows between, totals below. */

import { plain } from './fields.js';
import { headingsIn } from './headings.js';

const most = 30;
const total = /^(?:grand |sub ?|sub-)?totals?\b|^count\b|^sum\b|^average\b|^end of (?:report|register|sheet)/;

/** The place of the row of headings among the first rows; -1 when none of them is one. */
export function findHeadingRow(first: readonly (readonly string[])[]): number {
  let [best, at] = [1, -1];
  first.slice(0, most).forEach((cells, i) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled < 2 || cells.some((cell) => cell.length > 200)) return;
    const found = headingsIn(cells);
    if (found > best) [best, at] = [found, i];
  });
  return at;
}

/** Whether a row holds nothing at all. */
export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false;
  return true;
}

/** Whether a row adds others up: it says so in its first filled cell and holds little beside numbers. */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0];
  if (first === undefined || !total.test(plain(first))) return false;
  return filled.slice(1).every((cell) => /^[£\d\s.,%:()-]+$/.test(cell) || total.test(plain(cell)));
}
