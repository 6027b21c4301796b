/** (d) What was improved because of what complaints taught. */
import { capital } from '../../facts/capital.js';
import type { Block } from '../document.js';
import { cell, counted, heading, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { itemsTable } from './items.js';

export function partD(data: AnnualData): readonly Block[] {
  const { lessons, items, improvements, year } = data;
  const { opened, tested, closed } = improvements;
  return [
    heading(2, '(d) What we improved because of what we learned', 'part-d'),
    ...(opened + tested + closed === 0
      ? []
      : [
          paragraph(
            `${capital(counted(opened, 'improvement'))} ${opened === 1 ? 'was' : 'were'} begun in ${year.name} because of a complaint; ${tested} ${tested === 1 ? 'was' : 'were'} tried out and ${closed} brought to an end.`,
          ),
        ]),
    ...(lessons.length === 0
      ? [paragraph(`${capital('no learning')} from single complaints is listed for ${year.name}.`)]
      : [
          {
            block: 'table',
            caption: 'What complaints taught us',
            head: [cell('What the complaint was about'), cell('What we answered'), cell('What we learned and changed')],
            rows: lessons.map((one) => [
              cell(one.area === '' ? one.outline : `${one.area}: ${one.outline}`),
              cell(one.response),
              cell(one.learning),
            ]),
            rowHeads: false,
            foot: null,
          } as const,
        ]),
    ...itemsTable(
      'Service improvements',
      items.filter((one) => one.part === 'd'),
    ),
    ...placed(data, 'learning'),
  ];
}
