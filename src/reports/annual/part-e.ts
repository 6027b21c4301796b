/** (e) What the Ombudsman reports each year about the landlord, and its decisions in the year. */
import { capital } from '../../facts/capital.js';
import { inShortWords } from '../../facts/days.js';
import { ombudsmanFindingWords, whoseFinding } from '../../law/ombudsman-words.js';
import type { Block } from '../document.js';
import { measureOf } from '../measures/library.js';
import { cell, compared, counted, heading, numberCell, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { figure } from './figures.js';
import { itemsTable } from './items.js';

export function partE(data: AnnualData): readonly Block[] {
  const { items, determined, year } = data;
  const reports = items.filter((one) => one.part === 'e');
  const findings = determined.flatMap((one) => one.findings);
  const kinds = [...new Set(findings)].sort();
  return [
    heading(2, '(e) The Ombudsman’s annual report on our performance', 'part-e'),
    ...(reports.length === 0
      ? [
          paragraph(
            'No annual report of the Ombudsman about our performance is recorded. It publishes one for landlords with five or more findings in a year.',
          ),
        ]
      : itemsTable('Reports of the Ombudsman on our performance', reports)),
    paragraph(
      determined.length === 0
        ? `No decision of the Ombudsman on a complaint about us is recorded for ${year.name}.`
        : `${capital(counted(determined.length, 'complaint'))} about us ${determined.length === 1 ? 'was' : 'were'} decided by the Ombudsman in ${year.name}, with ${counted(findings.length, 'finding')}; each issue of a complaint has a finding of its own.`,
    ),
    ...(determined.length === 0
      ? []
      : [
          {
            block: 'table',
            caption: 'The Ombudsman’s findings on our complaints',
            head: [cell('Finding'), numberCell('Issues')],
            rows: kinds.map((kind) => [
              cell(
                `${ombudsmanFindingWords(kind)}${whoseFinding(kind) === 'LGSCO' ? ' (Local Government and Social Care Ombudsman)' : ''}`,
              ),
              numberCell(String(findings.filter((one) => one === kind).length)),
            ]),
            rowHeads: true,
            foot: null,
          } as const,
          paragraph(`Decided on ${[...new Set(determined.map(({ on }) => inShortWords(on)))].join(', ')}.`),
        ]),
    ...compared(
      'What that comes to',
      ['ombudsman.maladministration-rate', 'ombudsman.orders']
        .map((id) => figure(data.now, { id }))
        .filter((m) => m !== null)
        .filter((m) => !m.none)
        .map((m) => ({ label: m.words, now: m, key: m })),
      year,
      data.before,
    ),
    ...rateTold(data),
    ...placed(data, 'performance-report'),
  ];
}

/** The rate is the Housing Ombudsman’s alone, and never stands without what it is made of. */
function rateTold({ now, year }: AnnualData): readonly Block[] {
  const rate = figure(now, { id: 'ombudsman.maladministration-rate' });
  if (rate === null || rate.none) return [];
  const definition = measureOf(rate.id, year)?.definition ?? '';
  return [
    paragraph(
      `The maladministration rate is ${rate.numerator} of ${counted(rate.denominator ?? 0, 'finding')} considered. ${definition}`,
    ),
  ];
}
