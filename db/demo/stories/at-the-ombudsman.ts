/** What became of some complaints after the final response: each stands somewhere else at an Ombudsman. */
import type { OmbudsmanScript } from '../ombudsman.js';
import { type Act, ago, type Step, type Story } from '../script.js';

const act = (...steps: readonly OmbudsmanScript[]): Act[] => steps.map((step) => ({ act: 'ombudsman', step }));
const hos = { by: 'HOS' } as const;
const lgsco = { by: 'LGSCO' } as const;

const sinceThen: Readonly<Record<string, readonly Step[]>> = {
  'asb-ball-games-stage2-answered': [
    ago(
      190,
      'tom',
      ...act({ does: 'enquires', ...hos, number: null, words: 'Has the final response gone, and when?' }),
    ),
    ago(
      182,
      'tom',
      ...act({
        does: 'asks-for-evidence',
        ...hos,
        number: '202509417',
        dueIn: 21,
        words:
          'Everything about the noise since the first call, with the policy of that time and the notes of each visit.',
      }),
    ),
    ago(170, 'tom', ...act({ does: 'gets-evidence', pages: 214 })),
    ago(166, 'tom', ...act({ does: 'investigates', ...hos, number: '202509417' })),
    ago(
      76,
      'tom',
      ...act(
        {
          does: 'determines',
          ...hos,
          number: '202509417',
          findings: { ball: 'service-failure' },
          others: [['How the complaint was handled', 'redress']],
        },
        {
          does: 'orders',
          ...hos,
          kind: 'order',
          words: 'Pay £100 for the time and trouble.',
          dueIn: 28,
          pounds: 100,
          owner: 'tom',
        },
        { does: 'orders', ...hos, kind: 'order', words: 'Write to say sorry.', dueIn: 28, owner: 'graham' },
        {
          does: 'orders',
          ...hos,
          kind: 'recommendation',
          words: 'Tell residents of the new policy on noise.',
          dueIn: 60,
          owner: 'sioned',
        },
      ),
    ),
    ago(
      66,
      'tom',
      ...act(
        { does: 'has-order-done', nth: 1, words: 'Paid by bank transfer, reference 4411.' },
        { does: 'has-order-done', nth: 2, words: 'Letter of apology signed by the head of service.' },
        { does: 'gets-proof', nth: 1, words: 'The bank’s confirmation.' },
        { does: 'gets-proof', nth: 2, words: 'A copy of the letter.' },
      ),
    ),
    ago(58, 'tom', ...act({ does: 'is-satisfied', nth: 1 }, { does: 'is-satisfied', nth: 2 })),
    ago(
      52,
      'graham',
      ...act(
        {
          does: 'teaches',
          cause: 'Question not understood',
          words: 'What a caller asks is read back to them before it is logged.',
        },
        { does: 'has-order-done', nth: 3, words: 'In the winter newsletter, page 3.' },
      ),
    ),
  ],
  'asb-dog-stage2-answered': [
    ago(
      96,
      'kelly',
      ...act({
        does: 'asks-for-evidence',
        ...hos,
        number: '202511802',
        dueIn: 21,
        words: 'The diary sheets and what was done on each.',
      }),
    ),
    ago(84, 'kelly', ...act({ does: 'gets-evidence', pages: 131 })),
    ago(
      24,
      'kelly',
      ...act(
        {
          does: 'determines',
          ...hos,
          number: '202511802',
          findings: {},
          others: [
            ['Reports of the dog', 'maladministration'],
            ['How the complaint was handled', 'service-failure'],
            ['The rent account', 'outside-jurisdiction'],
          ],
        },
        {
          does: 'orders',
          ...hos,
          kind: 'order',
          words: 'Pay £350 within 28 days.',
          dueIn: 28,
          pounds: 350,
          owner: 'kelly',
        },
        {
          does: 'orders',
          ...hos,
          kind: 'wider-order',
          words: 'Look again at how diary sheets are answered, for all who keep one.',
          dueIn: 84,
          owner: 'helen',
        },
        {
          does: 'orders',
          ...hos,
          kind: 'order',
          words: 'Meet the resident and agree how reports are made.',
          dueIn: null,
        },
      ),
    ),
    ago(
      15,
      'kelly',
      ...act({
        does: 'gives-notice',
        kind: 'type-2',
        words: 'Two recordings that were asked for came nine days late.',
      }),
    ),
  ],
  'repairs-bathroom-stage2-answered': [
    ago(
      12,
      'nadia',
      ...act({
        does: 'enquires',
        ...hos,
        number: null,
        words: 'The resident has come to us; which response was the last?',
      }),
    ),
    ago(
      9,
      'nadia',
      ...act({
        does: 'asks-for-evidence',
        ...hos,
        number: '202604533',
        dueIn: 17,
        words: 'The order for the bathroom, its notes on adaptations, calls, and what was paid.',
      }),
    ),
    ago(
      2,
      'nadia',
      ...act({
        does: 'is-asked-for-more-time',
        ...hos,
        until: 14,
        words: 'The contractor’s notes are with another office until next week.',
      }),
    ),
  ],
  'lettings-adaptation-stage2-extended-answered': [
    ago(44, 'tom', ...act({ does: 'can-look', point: 'ramp', about: 'transfer-both' })),
    ago(40, 'tom', ...act({ does: 'investigates', ...lgsco, number: '26 004 118' })),
  ],
};

/** The stories with what came after them. */
export function withTheOmbudsman(stories: readonly Story[]): readonly Story[] {
  for (const key of Object.keys(sinceThen)) {
    if (!stories.some((one) => one.key === key)) throw new Error(`no story is called ${key}`);
  }
  return stories.map((one) => ({ ...one, steps: [...one.steps, ...(sinceThen[one.key] ?? [])] }));
}
