/** (c) Findings of the Ombudsman that the Code was not kept: typed by people, who alone know of them; none is said too. */
import { capital } from '../../facts/capital.js';
import { inShortWords } from '../../facts/days.js';
import { failureKindWords } from '../../law/ombudsman-words.js';
import type { Block } from '../document.js';
import { cell, counted, heading, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { itemsTable } from './items.js';

export function partC(data: AnnualData): readonly Block[] {
  const { items, failureNotices, year } = data;
  const found = items.filter((one) => one.part === 'c');
  return [
    heading(2, '(c) Findings by the Ombudsman that we did not keep to the Code', 'part-c'),
    ...(found.length === 0 && failureNotices.length === 0
      ? [paragraph(`No finding of the Ombudsman that we did not keep to the Code is recorded for ${year.name}.`)]
      : []),
    ...itemsTable('Findings that the Code was not kept', found),
    ...(failureNotices.length === 0
      ? []
      : [
          paragraph(`${capital(counted(failureNotices.length, 'notice'))} of a complaint handling failure reached us.`),
          {
            block: 'table',
            caption: 'Notices of a complaint handling failure',
            head: [cell('Received'), cell('What it was about')],
            rows: failureNotices.map(({ on, kind }) => [cell(inShortWords(on)), cell(failureKindWords(kind))]),
            rowHeads: true,
            foot: null,
          } as const,
        ]),
    ...placed(data, 'findings'),
  ];
}
