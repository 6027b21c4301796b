/** The dates of one complaint, as somebody tells them, made into the history that they would have left. */

import { type Case, replay } from '../../complaint/case.js';
import type { Day } from '../../facts/days.js';
import type { CaseId, Entry, Happening, StaffId, Words } from '../../facts/happened.js';

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

const words = '' as Words;

export function caseOf(told: ToldDates): Case {
  const happened: { on: Day; what: Exclude<Happening, { type: 'EntryCorrected' }> }[] = [];
  const add = (on: Day | null, ...whats: Exclude<Happening, { type: 'EntryCorrected' }>[]) => {
    if (on !== null) for (const what of whats) happened.push({ on, what });
  };
  add(told.received, {
    type: 'Received',
    channel: 'other',
    firstHeardBy: 'complaints-team',
    words,
    files: [],
    person: null,
    home: null,
    tenure: 'unknown',
    group: [],
    hazards: [],
  });
  // To acknowledge is, in one date, to acknowledge, define and log (6.2).
  add(told.acknowledged ?? told.received, {
    type: 'Logged',
    kind: 'complaint',
    area: null,
    category: null,
    hazards: [],
    triage: null,
  });
  add(told.acknowledged, ...acknowledgement(1));
  add(told.extensionTold, ...extension(1, told.extendedTo));
  add(told.answered, response(1));
  add(told.requested, { type: 'EscalationRequested', channel: 'other', from: null, points: 'all', words: null });
  add(told.acknowledged2, ...acknowledgement(2));
  add(told.extensionTold2, ...extension(2, told.extendedTo2));
  add(told.answered2, response(2));
  // On one day, what was told first comes first.
  const order = happened
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at));
  const entries: Entry[] = order.map(({ on, what }, at) => ({
    seq: at + 1,
    happenedOn: on,
    recordedAt: `${on}T12:00:00.000Z`,
    recordedBy: { staff: '' as StaffId },
    what,
  }));
  return replay('' as CaseId, '', entries);
}

function acknowledgement(stage: 1 | 2) {
  return [
    { type: 'Acknowledged', stage, how: 'post', letter: null, note: null, ombudsmanDetails: true },
    { type: 'DefinitionSetOut', stage, points: [], letter: null },
  ] as const;
}

function extension(stage: 1 | 2, newDate: Day | null) {
  if (newDate === null) return [];
  const told = { goodReason: null, agreed: null, ombudsmanDetails: null, inWriting: true, letter: null } as const;
  return [{ type: 'Extended', stage, newDate, reason: words, ...told }] as const;
}

function response(stage: 1 | 2) {
  return { type: 'ResponseSent', stage, how: 'post', letter: null, involved: [], outcome: null } as const;
}
