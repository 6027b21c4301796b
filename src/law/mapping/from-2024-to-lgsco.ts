/**
 * From the landlords' Code of 2024 to the councils' of the same month. The two were aligned: where no difference is known, the
 * same is advised, under a form that asks one question of each section.
 */
import { alone, type Mapping, type Pair, pairs } from './words.js';

/** Advised as the landlords' Code orders it, and asked for with the rest of its section. */
function aligned(section: string, ...provisions: readonly string[]): readonly Pair[] {
  return provisions.map((earlier) => ({
    earlier,
    later: section,
    is: 'part-of',
    changed: 'The same is advised, as part of the one question that the form asks of the section.',
  }));
}

export const from2024toLgsco: Mapping = {
  pairs: [
    ...aligned('1', '1.4'),
    ...aligned('2', '2.1', '2.2', '2.3', '2.4', '2.5'),
    ...aligned('3', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7'),
    ...aligned('4', '4.1', '4.2', '4.3'),
    ...aligned('5', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.8', '5.11', '5.12', '5.13', '5.14', '5.15'),
    ...aligned('6 stage 1', '6.1', '6.3', '6.4', '6.5', '6.6', '6.7', '6.8', '6.9'),
    ...aligned('6 stage 2', '6.10', '6.12', '6.13', '6.14', '6.15', '6.16', '6.17', '6.18', '6.19', '6.20'),
    ...aligned('7', '7.1', '7.2', '7.3', '7.4'),
    ...aligned('8', '8.2', '8.3'),
    ...aligned('9', '9.1', '9.2', '9.3', '9.4', '9.6', '9.7', '9.8'),
    ...pairs(
      [
        '5.7',
        '6 stage 1',
        'part-of',
        'Which parts the council is responsible for is said with the answer, and not with the acknowledgement.',
      ],
      [
        '1.2',
        '1',
        'part-of',
        'Councils define a service request as well: to provide or improve a service, fix a problem or look at a decision again.',
      ],
      ['1.3', '5', 'part-of', 'The choice to complain stands in the section on the process.'],
      [
        '1.5',
        '1',
        'eased',
        'Dissatisfaction with the answer to a service request may be raised as a complaint; that the work goes on is not said.',
      ],
      ['5.9', '5', 'eased', 'On delay the person is informed; no interval for updates has to be agreed.'],
      ['5.10', '5', 'eased', 'Adjustments are recorded; a record of disabilities is not asked for.'],
      [
        '6.2',
        '6 stage 1',
        'eased',
        'Acknowledged and logged within five working days; a definition is not asked for by then.',
      ],
      [
        '6.11',
        '6 stage 2',
        'eased',
        'Acknowledged and logged within five working days; a definition is not asked for by then.',
      ],
      ['8.1', '8', 'part-of', 'The Ombudsman’s annual letter stands where the annual report on the landlord does.'],
      ['9.5', '9', 'eased', 'The responsible member may be a person or a committee.'],
    ),
  ],
  arrived: [],
  gone: alone({
    '1.6': 'Surveys have no rule.',
    '8.4': 'A self-assessment at the Ombudsman’s request is not in it.',
    '8.5': 'Exceptional circumstances are not in it.',
  }),
};
