/** What was done within the Code's times: acknowledgements, and CH02 of the Tenant Satisfaction Measures. */
import { day } from '../../facts/days.js';
import { entry, type LibraryMeasure } from './shape.js';
import { firstTsmYear, homesWords } from './volumes.js';

export const readingWords: Readonly<Record<string, string>> = {
  base: 'without extensions',
  'with-extensions': 'with extensions that count',
  'receipt-base': 'counted from receipt, without extensions',
  'receipt-with-extensions': 'counted from receipt, with extensions that count',
};

const four =
  "Read in four ways from the same cases: by the Code's own start without extensions; also by an extension that counts (the one to report); and both again as if every acknowledgement had come on its last permitted day.";
const apart =
  'Withdrawn complaints count only if they were answered. What is not answered and not yet due on the day of the calculation stands apart.';

function answered(stage: 1 | 2): LibraryMeasure[] {
  const start = stage === 1 ? 'received in the year' : 'taken to stage 2 in the year';
  const one = {
    id: `ch02.${stage}`,
    words: `Stage ${stage} answered in time (CH02 part ${stage})`,
    unit: 'proportion',
    numerator: `Complaints ${start} that were answered in time`,
    denominator: `Complaints ${start} that were answered or are past their date`,
    parts: 'the kind of home',
    fixedParts: ['LCRA', 'LCHO', 'all'],
    partWords: homesWords,
    readingWords,
  } as const;
  const said = (times: string) => `Complaints ${start}: the share answered within ${times}. ${four} ${apart}`;
  const before = `the times of the Code in force when each was received (2020: 10 and 20 working days from receipt or request; 2022: 10 from logging, 20 from the request)`;
  return [
    entry({
      ...one,
      definition: `${said(before)} There was no such measure before 2023-24: it is worked out in the same way, to compare with.`,
      until: day('2023-03-31'),
    }),
    entry({
      ...one,
      definition: said(before),
      source: `TSM CH02 (${stage}), timescales of the 2022 Code`,
      from: firstTsmYear,
      until: day('2024-03-31'),
    }),
    entry({
      ...one,
      definition: said(
        stage === 1
          ? '10 working days of the acknowledgement (6.3)'
          : '20 working days of the acknowledgement of the request (6.14)',
      ),
      source: `TSM CH02 (${stage}), timescales of the 2024 Code`,
      from: day('2024-04-01'),
    }),
  ];
}

function acknowledged(stage: 1 | 2): LibraryMeasure {
  return entry({
    id: stage === 1 ? 'acknowledged-in-time' : 'acknowledged-in-time.stage2',
    words: stage === 1 ? 'Acknowledged in time' : 'Stage 2 acknowledged in time',
    definition:
      stage === 1
        ? 'Complaints received in the period: the share acknowledged, defined and logged within five working days of receipt. An answer sent by then does all of it. Withdrawn complaints count only if they were acknowledged.'
        : 'Requests for stage 2 made in the period: the share acknowledged and defined within five working days. The 2020 and 2022 Codes set no such time, so complaints under them are left out.',
    source: stage === 1 ? 'Code 2024, 6.2' : 'Code 2024, 6.11',
    unit: 'proportion',
    numerator: 'Acknowledged by the date due',
    denominator: 'Acknowledged, or past the date due',
  });
}

export const inTime: readonly LibraryMeasure[] = [acknowledged(1), acknowledged(2), ...answered(1), ...answered(2)];
