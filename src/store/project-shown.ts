/** What a case shows of the Code that it is under, in one row; none for a case that shows nothing. */
import { shownBy, written } from '../assess/shown/shown-by.js';
import type { Case } from '../complaint/case.js';
import type { Clock } from '../complaint/clocks.js';
import { earliest, latest } from '../facts/days.js';
import type { Row } from './register-tables.js';

export function shownRows(c: Case, clocks: readonly Clock[]): Row[] {
  const shown = shownBy(c, clocks);
  if (shown === null || shown.marks.length === 0) return [];
  const days = shown.marks.map((mark) => mark.on);
  return [
    {
      edition: shown.edition,
      marks: written(shown.marks),
      first_on: earliest(...days),
      last_on: latest(...days),
    },
  ];
}
