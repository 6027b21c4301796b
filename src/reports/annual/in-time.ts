/**
 * How soon complaints were acknowledged and answered. The same cases give another share when extensions are counted, and a
 * reader who is shown one alone can be misled: all readings stand beside each other, and it is said which is reported.
 */
import type { Block } from '../document.js';
import { measureOf } from '../measures/library.js';
import { valueInWords } from '../rounding.js';
import { bars, cell, compared, heading, numberCell, paragraph, partsCompared, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure, partsOf, told } from './figures.js';

const readings = ['base', 'with-extensions', 'receipt-base', 'receipt-with-extensions'] as const;
const readingWords: Readonly<Record<(typeof readings)[number], string>> = {
  base: 'Within the Code’s time, no extension counted',
  'with-extensions': 'Also by an extension that counts',
  'receipt-base': 'As if acknowledged on the last permitted day, no extension counted',
  'receipt-with-extensions': 'As if acknowledged on the last permitted day, extensions counted',
};

export function answeredInTime(data: AnnualData): readonly Block[] {
  const { now, year, before } = data;
  const row = (label: string, key: { id: string; group?: string; reading?: string }) => ({
    label,
    key,
    now: figure(now, key),
  });
  const days = ([1, 2] as const).flatMap((stage) => [
    row(`Stage ${stage}: half were answered within`, {
      id: 'working-days-to-answer',
      group: `stage${stage}`,
      reading: 'median',
    }),
    row(`Stage ${stage}: 9 in 10 were answered within`, {
      id: 'working-days-to-answer',
      group: `stage${stage}`,
      reading: 'p90',
    }),
  ]);
  const bands = partsOf(now, 'stage1.days');
  return [
    heading(3, 'How soon we acknowledged and answered', 'in-time'),
    ...compared(
      'Acknowledged in time',
      [
        row('Complaints acknowledged within five working days', { id: 'acknowledged-in-time' }),
        row('Requests for stage 2 acknowledged within five working days', { id: 'acknowledged-in-time.stage2' }),
      ].filter(({ now, key }) => now !== null && !(now.none && key.id !== 'acknowledged-in-time')),
      year,
      before,
    ),
    ...([1, 2] as const).flatMap((stage) => readingsOf(data, stage)),
    paragraph(
      'An extension counts only if the resident was told of the reason and the new date, with the Ombudsman’s details, before the time was up.',
    ),
    ...compared(
      'Working days from receipt, or from the request for stage 2, to the answer',
      days.filter(({ now }) => now !== null),
      year,
      before,
    ),
    ...bars(
      {
        title: 'Working days to a stage 1 answer',
        description: 'The share of stage 1 answers by how many working days after receipt they were sent.',
        unit: '%',
      },
      bands,
      { year, before },
    ),
    ...['extensions', 'extensions.reason', 'extensions.length'].flatMap((id) => {
      const parts = partsOf(now, id).filter((m) => countOf(m) > 0);
      return partsCompared(measureOf(id, year)?.words ?? id, parts, year, before);
    }),
    ...placed(data, 'timeliness'),
  ];
}

function readingsOf({ now, reading }: AnnualData, stage: 1 | 2): readonly Block[] {
  const id = `ch02.${stage}`;
  const all = ['LCRA', 'LCHO', 'all'].filter((group) => {
    const m = figure(now, { id, group, reading: 'with-extensions' });
    return m !== null && (!m.none || group === 'all');
  });
  if (all.length === 0) return [];
  const kinds = all.length === 2 && all.includes('all') ? [all.find((group) => group !== 'all') ?? 'all'] : all;
  return [
    {
      block: 'table',
      caption: `Stage ${stage} complaints answered in time (CH02), read in four ways`,
      head: [cell('How it is read'), ...kinds.map((group) => numberCell(group === 'all' ? 'All homes' : group))],
      rows: readings
        .filter((one) => kinds.some((group) => figure(now, { id, group, reading: one }) !== null))
        .map((one) => [
          cell(`${readingWords[one]}${one === reading ? ' (the figure we report)' : ''}`),
          ...kinds.map((group) => numberCell(told(figure(now, { id, group, reading: one })))),
        ]),
      rowHeads: true,
      foot: null,
    },
    ...trap(
      figure(now, { id, group: 'all', reading: 'base' }),
      figure(now, { id, group: 'all', reading: 'with-extensions' }),
      stage,
    ),
  ];
}

/** Says what the difference is made of, whenever there is one. */
function trap(base: ReturnType<typeof figure>, extended: ReturnType<typeof figure>, stage: 1 | 2): readonly Block[] {
  if (base === null || extended === null || base.none || extended.none) return [];
  const more = countOf(extended) - countOf(base);
  if (more <= 0) return [];
  return [
    paragraph(
      `Without extensions ${valueInWords(base)} of stage ${stage} complaints were answered in time, with them ${valueInWords(extended)}. The difference is ${
        more === 1 ? 'one complaint' : `${more} complaints`
      } whose time was extended: both figures are right, and they should not be compared with each other.`,
    ),
  ];
}
