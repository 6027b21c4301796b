/** The dates of one complaint, as somebody tells them on a form: whether they can be so, and the facts that they make. */
import type { GivenFacts } from '../../complaint/given-facts.js';
import type { Day } from '../../facts/days.js';

export interface ToldDates {
  readonly received: Day;
  readonly acknowledged: Day | null;
  readonly extensionTold: Day | null;
  readonly extendedTo: Day | null;
  readonly answered: Day | null;
  readonly requested: Day | null;
  readonly acknowledged2: Day | null;
  readonly extensionTold2: Day | null;
  readonly extendedTo2: Day | null;
  readonly answered2: Day | null;
}

export interface WrongOrder {
  readonly field: keyof ToldDates;
  readonly words: string;
}

const names: Readonly<Record<Exclude<keyof ToldDates, 'extendedTo' | 'extendedTo2'>, string>> = {
  received: 'the complaint was received',
  acknowledged: 'it was acknowledged',
  extensionTold: 'the resident was told of the extension',
  answered: 'it was answered at stage 1',
  requested: 'stage 2 was requested',
  acknowledged2: 'the request was acknowledged',
  extensionTold2: 'the resident was told of the stage 2 extension',
  answered2: 'it was answered at stage 2',
};

/** What cannot have happened before what. */
const orders: readonly [keyof typeof names, keyof typeof names][] = [
  ['received', 'acknowledged'],
  ['received', 'extensionTold'],
  ['acknowledged', 'answered'],
  ['extensionTold', 'answered'],
  ['received', 'answered'],
  ['received', 'requested'],
  ['requested', 'acknowledged2'],
  ['requested', 'extensionTold2'],
  ['acknowledged2', 'answered2'],
  ['extensionTold2', 'answered2'],
  ['requested', 'answered2'],
  ['answered', 'answered2'],
];

export function wrongOrders(told: ToldDates): WrongOrder[] {
  const wrong: WrongOrder[] = [];
  const say = (field: keyof ToldDates, words: string) => {
    if (!wrong.some((one) => one.field === field)) wrong.push({ field, words });
  };
  for (const [first, then] of orders) {
    const [a, b] = [told[first], told[then]];
    if (a !== null && b !== null && b < a) say(then, `The day ${names[then]} cannot be before the day ${names[first]}`);
  }
  for (const field of ['acknowledged2', 'extensionTold2', 'answered2'] as const) {
    if (told[field] !== null && told.requested === null) say('requested', 'Enter the day stage 2 was requested');
  }
  for (const [toldOn, to] of [
    ['extensionTold', 'extendedTo'],
    ['extensionTold2', 'extendedTo2'],
  ] as const) {
    const [a, b] = [told[toldOn], told[to]];
    if ((a === null) !== (b === null)) {
      say(
        a === null ? toldOn : to,
        a === null ? 'Enter the day the resident was told' : 'Enter the new date they were given',
      );
    }
    if (a !== null && b !== null && b <= a) say(to, 'The new date must be after the day the resident was told');
  }
  return wrong;
}

/** The facts as the clocks take them. To acknowledge is, in one date, to acknowledge, define and log. */
export function factsOf(told: ToldDates, today: Day): GivenFacts {
  const extensions = [
    { stage: 1, toldOn: told.extensionTold, newDate: told.extendedTo },
    { stage: 2, toldOn: told.extensionTold2, newDate: told.extendedTo2 },
  ] as const;
  return {
    received: told.received,
    acknowledged: told.acknowledged,
    defined: told.acknowledged,
    logged: told.acknowledged,
    extensions: extensions.flatMap(({ stage, toldOn, newDate }) =>
      newDate === null ? [] : [{ stage, toldOn, newDate, ...asItShouldBe }],
    ),
    stage1Response: told.answered,
    escalationRequested: told.requested,
    stage2Acknowledged: told.acknowledged2,
    stage2Defined: told.acknowledged2,
    stage2Response: told.answered2,
    refusedOn: null,
    overturnedOn: null,
    withdrawnOn: null,
    today,
    code: null,
  };
}

/** The page asks for dates alone, so an extension is taken as told with its reason, in writing. */
const asItShouldBe = {
  reason: 'given',
  goodReason: false,
  agreed: null,
  ombudsmanDetails: null,
  inWriting: true,
} as const;
