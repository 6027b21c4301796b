/** A landlord's year as figures: 36 complaints, 7 of them at stage 2, thirty answered in time and three more by extension. */
import { day } from '../../src/facts/days.js';
import type { AnnualData, Said } from '../../src/reports/annual/data.js';
import type { Measured } from '../../src/reports/measured.js';
import { figureWords, measureOf } from '../../src/reports/measures/library.js';
import { financialYear } from '../../src/reports/period.js';

export const year = financialYear(2023);

type Given = Partial<Omit<Measured, 'id'>>;

export function measured(id: string, given: Given, of = year): Measured {
  const measure = measureOf(id, of);
  const { group = null, reading = null, numerator = null, denominator = null } = given;
  const none = given.none ?? denominator === 0;
  const value = none ? null : (given.value ?? (denominator === null ? numerator : (numerator ?? 0) / denominator));
  return {
    id,
    group,
    reading,
    words: measure === null ? id : figureWords(measure, { group, reading }),
    unit: measure?.unit ?? 'count',
    value: measure?.unit === 'per-1,000-homes' && value !== null ? value * 1000 : value,
    numerator,
    denominator,
    none,
    unknown: given.unknown ?? 0,
    notYetDue: given.notYetDue ?? 0,
    note: given.note ?? null,
  };
}

export const count = (id: string, group: string | null, n: number): Measured => measured(id, { group, numerator: n });
export const share = (
  id: string,
  group: string | null,
  numerator: number,
  denominator: number,
  reading: string | null = null,
) => measured(id, { group, numerator, denominator, reading });

export const figures: readonly Measured[] = [
  ...(
    [
      ['stage-1', 36],
      ['stage-2', 7],
      ['service-request', 113],
      ['mp-enquiry', 103],
      ['councillor-enquiry', 0],
    ] as const
  ).map(([group, n]) => count('contacts', group, n)),
  count('stage1.count', null, 36),
  count('stage1.count', 'Repairs', 20),
  count('stage1.count', 'Lettings', 16),
  count('stage2.count', null, 7),
  share('ch01.1', 'LCRA', 36, 5035),
  share('ch01.1', 'all', 36, 5035),
  share('ch01.2', 'LCRA', 7, 5035),
  share('ch01.2', 'all', 7, 5035),
  share('acknowledged-in-time', null, 35, 36),
  ...['LCRA', 'all'].flatMap((group) => [
    share('ch02.1', group, 30, 36, 'base'),
    share('ch02.1', group, 33, 36, 'with-extensions'),
    share('ch02.1', group, 31, 36, 'receipt-base'),
    share('ch02.1', group, 34, 36, 'receipt-with-extensions'),
    share('ch02.2', group, 6, 7, 'base'),
    share('ch02.2', group, 7, 7, 'with-extensions'),
  ]),
  share('ch02.2', 'LCHO', 0, 0, 'with-extensions'),
  share('stage1.outcome', 'upheld', 19, 36),
  share('stage1.outcome', 'partly-upheld', 7, 36),
  share('stage1.outcome', 'not-upheld', 10, 36),
  share('escalation-rate', null, 7, 36),
  count('refused', 'over-twelve-months', 0),
  count('refused', 'legal-proceedings', 0),
  measured('working-days-to-answer', { group: 'stage1', reading: 'median', value: 9.5, numerator: 36 }),
  measured('tp09', { group: 'LCRA', numerator: 41, denominator: 100, note: 'Summer 2023, 100 answers.' }),
];

export const said = (text: string): Said => ({ text, by: 'Ann Other, Head of housing', on: day('2024-05-03') });

export const annual: AnnualData = {
  landlord: 'Meadow Homes',
  year,
  today: day('2024-05-03'),
  now: figures,
  before: {
    period: financialYear(2022),
    counted: [],
    given: [
      measured('stage1.count', {
        numerator: 29,
        value: 29,
        note: 'Given as a total, not counted from cases. Source: Annual report 2022-23, page 4.',
      }),
    ],
  },
  reading: 'base',
  texts: {
    performance: said('Repairs took longest.\n\nWe have changed the contractor.'),
    'governing-body': { text: 'Cabinet notes the report.', by: 'The Cabinet', on: day('2024-06-12') },
  },
  assessment: {
    edition: '2024',
    provisions: 72,
    state: 'approved',
    unmet: [
      {
        provision: '9.3',
        duty: 'Report learning to residents, staff and committees.',
        answer: 'no',
        reason: 'Learning is not reported to members.',
        intendedOn: day('2024-12-31'),
        intendedWords: '',
        commentary: '',
        actions: [
          {
            action: 'Form a housing board',
            lead: 'Head of housing',
            targetOn: null,
            targetWords: 'tbc',
            progress: '',
            done: false,
          },
        ],
      },
    ],
    unanswered: [],
    address: 'https://meadow.example/self-assessment',
  },
  lessons: [
    {
      area: 'Repairs',
      outline: 'A bathroom was fitted badly by a contractor.',
      response: 'Upheld, with an apology.',
      learning: 'Designs are surveyed before work starts.',
    },
  ],
  items: [
    {
      part: 'f',
      title: 'Spotlight on repairs',
      address: 'https://ombudsman.example/spotlight',
      on: day('2024-01-09'),
      words: 'Read by all managers.',
    },
  ],
  determined: [{ on: day('2023-11-02'), findings: ['outside-jurisdiction'] }],
  failureNotices: [],
  improvements: { opened: 3, tested: 2, closed: 1 },
  approvals: [],
  state: 'draft',
  provenance: ['Made from a history of 259 cases.'],
};
