/** What residents say: the survey of perception (TP09), and after their own complaint. Two questions, never one figure. */
import type { Block } from '../document.js';
import type { Measured } from '../measured.js';
import { compared, heading, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure } from './figures.js';

export function satisfaction(data: AnnualData): readonly Block[] {
  const { now, year, before } = data;
  const perception = ['LCRA', 'LCHO', 'all']
    .map((group) => figure(now, { id: 'tp09', group }))
    .filter((m): m is Measured => m !== null && !m.none);
  const after = now.filter((m) => /^satisfaction/.test(m.id) && !m.none);
  const rows = (all: readonly Measured[], name: (m: Measured) => string) =>
    all.map((m) => ({ label: name(m), now: m, key: m }));
  return [
    heading(3, 'What residents think', 'satisfaction'),
    ...(perception.length === 0
      ? [paragraph(`No result of a perception survey (TP09) is entered for ${year.name}.`)]
      : [
          ...compared(
            'Satisfied with how we handle complaints (TP09), of tenants surveyed who had complained',
            rows(perception, (m) => (m.group === 'all' ? 'All' : (m.group ?? ''))),
            year,
            before,
          ),
          paragraph(
            'This is from a survey of tenants. Whoever answered said that they had complained; they need not be the people whose complaints are counted above.',
          ),
        ]),
    ...(after.length === 0
      ? []
      : compared(
          'After their own complaint, residents said',
          rows(after, (m) => m.words),
          year,
          before,
        )),
    ...(after.length === 0 ? [] : howMany(now)),
    ...placed(data, 'satisfaction'),
  ];
}

/** A share of those who answered says little without how many were asked. */
function howMany(now: readonly Measured[]): readonly Block[] {
  const of = (group: string) => countOf(figure(now, { id: 'survey.asked', group }));
  const [answered, silent, missed, unreachable, stopped] = [
    of('answered'),
    of('no-answer'),
    of('not-delivered'),
    of('no-way'),
    of('stopped'),
  ];
  if (answered + silent === 0) return [];
  return [
    paragraph(
      [
        `Of ${answered + silent} people who were asked after their own case, ${answered} answered.`,
        ...(missed === 0 ? [] : [`${missed} more did not get the question.`]),
        ...(unreachable === 0 ? [] : [`${unreachable} could not be asked by any way that was agreed with them.`]),
        ...(stopped === 0 ? [] : [`${stopped} had said that they want no such questions.`]),
      ].join(' '),
    ),
  ];
}
