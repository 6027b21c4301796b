/** What was refused, by type, every type listed though there be none (8.1(b)). */
import type { Block } from '../document.js';
import { compared, counted, heading, paragraph, partsCompared, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure, partsOf } from './figures.js';

export function refused(data: AnnualData): readonly Block[] {
  const { now, year, before } = data;
  const first = partsOf(now, 'refused');
  const second = partsOf(now, 'refused.stage2');
  const sum = (parts: typeof first) => parts.reduce((all, m) => all + countOf(m), 0);
  const overturned = figure(now, { id: 'refused.overturned' });
  return [
    heading(3, 'Complaints we refused to accept', 'refused'),
    paragraph(
      sum(first) === 0
        ? 'No complaint was refused.'
        : `We refused ${counted(sum(first), 'complaint')}. Each was looked at by itself, and the person was told why and how to go to the Ombudsman.`,
    ),
    ...partsCompared('Complaints refused, by type', first, year, before),
    ...(second.length === 0
      ? []
      : sum(second) === 0
        ? [paragraph('No request for stage 2 was refused.')]
        : partsCompared('Requests for stage 2 refused, by type', second, year, before)),
    ...(overturned === null || countOf(overturned) === 0
      ? []
      : compared(
          'Refusals overturned',
          [{ label: 'Refusals that did not stand', now: overturned, key: overturned }],
          year,
          before,
        )),
    ...placed(data, 'refusals'),
  ];
}
