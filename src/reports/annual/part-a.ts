/** (a) The self-assessment: where it stands, and every provision that is not met, with why and what will be done. */
import { capital } from '../../facts/capital.js';
import { inShortWords } from '../../facts/days.js';
import type { Block } from '../document.js';
import { cell, counted, heading, paragraph, placed } from './blocks.js';
import type { AnnualData, UnmetProvision } from './data.js';

export function partA(data: AnnualData): readonly Block[] {
  return [
    heading(2, '(a) Our self-assessment against the Complaint Handling Code', 'part-a'),
    ...assessed(data),
    ...placed(data, 'assessment'),
  ];
}

function assessed({ assessment, year }: AnnualData): readonly Block[] {
  if (assessment === null) {
    return [{ block: 'missing', text: `The self-assessment for ${year.name}. It belongs to this report (8.1(a)).` }];
  }
  const { edition, provisions, unmet, unanswered, address } = assessment;
  const met = provisions - unmet.length - unanswered.length;
  return [
    paragraph(
      `Each year we hold our complaint handling against every provision of the Housing Ombudsman’s Complaint Handling Code. Of the ${provisions} provisions of the ${edition} Code, we say that ${
        unmet.length === 0 && unanswered.length === 0 ? 'all are met or do not apply' : `${met} are met or do not apply`
      }. ${capital(counted(unmet.length, 'provision'))} ${unmet.length === 1 ? 'is' : 'are'} not fully met.`,
    ),
    ...(unanswered.length === 0
      ? []
      : [
          {
            block: 'missing',
            text: `The answers to ${counted(unanswered.length, 'provision')} of the self-assessment: ${unanswered.join(', ')}.`,
          } as const,
        ]),
    ...(address === null ? [] : [paragraph('The whole self-assessment: ', { text: address, href: address }, '.')]),
    ...(unmet.length === 0
      ? []
      : [
          {
            block: 'table',
            caption: 'What we do not meet yet, why, and what we will do',
            head: [
              cell('Provision'),
              cell('What it asks, in our words'),
              cell('Why it is not met'),
              cell('What we will do, and by when'),
            ],
            rows: unmet.map((one) => [
              cell(`${one.provision}${one.answer === 'partly' ? ' (partly met)' : ''}`),
              cell(one.duty),
              cell(one.reason === '' ? 'No reason is given yet' : one.reason),
              cell(planOf(one)),
            ]),
            rowHeads: true,
            foot: null,
          } as const,
        ]),
    ...unmet
      .filter((one) => one.reason === '' || planOf(one) === noPlan)
      .map((one) => ({ block: 'missing', text: `Why ${one.provision} is not met, and by when it will be.` }) as const),
  ];
}

const noPlan = 'No plan is given yet';

function planOf(one: UnmetProvision): string {
  const by = one.intendedOn !== null ? inShortWords(one.intendedOn) : one.intendedWords;
  const lines = [
    ...(one.commentary === '' ? [] : [one.commentary]),
    ...one.actions.map((a) => {
      const day = a.targetOn !== null ? inShortWords(a.targetOn) : a.targetWords;
      const tail = [a.lead, a.done ? 'done' : day].filter((text) => text !== '').join(', ');
      return tail === '' ? a.action : `${a.action} (${tail})`;
    }),
    ...(by === '' ? [] : [`Met by: ${by}`]),
  ];
  return lines.length === 0 ? noPlan : lines.join('\n');
}
