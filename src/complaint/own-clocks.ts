/** Clocks whose dates were agreed, promised or asked for, and are not counted from the Code's own limits. */
import type { Day } from '../facts/days.js';
import type { Edition } from '../law/words.js';
import { standing } from './beside-clock.js';
import type { InformationRequest, PromiseMade } from './case.js';
import { inFull, startWords, workingDays } from './clock-words.js';
import type { Clock, ClockRules } from './clocks.js';
import { dayZeroOf } from './counting.js';
import type { StageFacts } from './stage-facts.js';

/** The provision behind an agreed update interval, and behind promises that outlive the stage. */
const updateProvision: Readonly<Record<Edition, string>> = { '2020': '4.9', '2022': '4.11', '2024': '5.9' };
const promiseProvision: Readonly<Record<Edition, { readonly 1: string; readonly 2: string }>> = {
  '2020': { 1: '7.1', 2: '7.1' },
  '2022': { 1: '5.5', 2: '6.5' },
  '2024': { 1: '6.6', 2: '6.17' },
};

export type Dated = Pick<Clock, 'provision' | 'kind' | 'stage' | 'what' | 'about' | 'due' | 'doneOn' | 'endedOn'> & {
  readonly from: Day;
};

/** A clock whose day is known: what it took, how late it is, and why. */
export function datedClock(dated: Dated, said: readonly string[], rules: ClockRules, today: Day): Clock {
  const { from, due, doneOn, endedOn } = dated;
  const { calendar } = rules;
  const until = doneOn ?? endedOn ?? today;
  const dayZero = dayZeroOf(from, rules);
  const taken = Math.max(0, calendar.workingDaysBetween(dayZero, until));
  return {
    ...dated,
    dayZero,
    provisional: false,
    dueIfAcknowledgedOnTime: null,
    unextendedDue: due,
    extendedBy: 0,
    longestExtension: null,
    extensions: [],
    target: null,
    workingDaysTaken: taken,
    workingDaysFromReceipt: taken,
    bankHolidaysLeftOut: calendar.holidaysBetween(dayZero, until).length,
    ...standing(dated, said, rules, today),
  };
}

/** The next update to the resident, while the stage is open: counted from the last one, or from the agreement. */
export function updateClock(facts: StageFacts, edition: Edition | null, rules: ClockRules, today: Day): Clock | null {
  const { record, stage, endedOn } = facts;
  const { updateInterval: interval, respondedOn } = record;
  if (interval === null || respondedOn !== null || endedOn !== null) return null;
  let from = interval.agreedOn;
  for (const update of record.updates) if (update > from) from = update;
  const dayZero = dayZeroOf(from, rules);
  const due = rules.calendar.addWorkingDays(dayZero, interval.everyWorkingDays);
  const first = from === interval.agreedOn ? 'The interval was agreed' : 'The last update was given';
  return datedClock(
    {
      provision: edition === null ? null : updateProvision[edition],
      kind: 'update',
      stage,
      what: 'Update the resident',
      about: null,
      from,
      due,
      doneOn: null,
      endedOn: null,
    },
    [
      startWords(first, from, dayZero, rules.calendar),
      `An update every ${workingDays(interval.everyWorkingDays)} was ${interval.agreedWithResident ? 'agreed with the resident' : 'set'}, so the next one is due on ${inFull(due)}.`,
    ],
    rules,
    today,
  );
}

/** A promise keeps the date that was told, as told; it outlives its stage. */
export function promiseClock(p: PromiseMade, edition: Edition | null, rules: ClockRules, today: Day): Clock {
  const said = [`Promised on ${inFull(p.promisedOn)} for ${inFull(p.firstDueOn)}.`];
  for (const move of p.moves)
    said.push(
      `On ${inFull(move.on)} it was moved to ${inFull(move.newDate)}${move.residentTold ? ', and the resident was told' : ', and there is no record that the resident was told'}.`,
    );
  if (p.state === 'ended')
    said.push(p.endedOn === null ? 'It was ended.' : `It was ended on ${inFull(p.endedOn)}, with a reason on record.`);
  return datedClock(
    {
      provision: edition === null ? null : promiseProvision[edition][p.stage === 1 ? 1 : 2],
      kind: 'promise',
      stage: p.stage,
      what: 'Do what was promised',
      about: p.id,
      from: p.promisedOn,
      due: p.dueOn,
      doneOn: p.doneOn,
      endedOn: p.state === 'ended' ? (p.endedOn ?? p.dueOn) : null,
    },
    said,
    rules,
    today,
  );
}

/** What a team or contractor was asked for; when the stage is over without it, it is no longer needed. */
export function requestClock(r: InformationRequest, overOn: Day | null, rules: ClockRules, today: Day): Clock {
  const endedOn = r.receivedOn === null && overOn !== null && overOn >= r.askedOn ? overOn : null;
  const said = [`Asked on ${inFull(r.askedOn)}, to be answered by ${inFull(r.dueOn)}.`];
  for (const on of r.chasedOn) said.push(`Chased on ${inFull(on)}.`);
  if (endedOn !== null) said.push(`The stage was over on ${inFull(endedOn)} without it.`);
  return datedClock(
    {
      provision: null,
      kind: 'request',
      stage: r.stage,
      what: r.contractor ? 'Get the answer of a contractor' : 'Get the answer of a team',
      about: r.id,
      from: r.askedOn,
      due: r.dueOn,
      doneOn: r.receivedOn,
      endedOn,
    },
    said,
    rules,
    today,
  );
}
