/** The limit of a request for what is held of a person: one calendar month, and two more where that was told in time. */
import type { Day } from '../../facts/days.js';
import { type BesideClock, besideClock } from '../beside-clock.js';
import { inFull } from '../clock-words.js';
import type { ClockRules } from '../clocks.js';
import { subjectRequestDue } from './one-month.js';

export interface SubjectRequestDates {
  readonly id: string;
  readonly receivedOn: Day;
  readonly extendedToldOn: Day | null;
  readonly answeredOn: Day | null;
}

/** The request's own clock, whoever asked and whichever cases it reaches. */
export function subjectRequestClock(
  { id, receivedOn, extendedToldOn, answeredOn }: SubjectRequestDates,
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): BesideClock {
  const due = subjectRequestDue(receivedOn, extendedToldOn !== null);
  return besideClock(
    {
      key: `request ${id}`,
      what: 'Answer the request for what we hold of them',
      rests: 'UK GDPR, article 12(3)',
      from: receivedOn,
      due,
      doneOn: answeredOn,
      endedOn: null,
    },
    [
      `Asked for on ${inFull(receivedOn)}. The law gives one calendar month: the same date of the next month, or its last day, so ${inFull(subjectRequestDue(receivedOn, false))}.`,
      'Weekends and bank holidays count, and it does not wait for the complaint.',
      ...(extendedToldOn === null
        ? []
        : [`On ${inFull(extendedToldOn)} they were told that it needs two further months, to ${inFull(due)}.`]),
    ],
    rules,
    today,
  );
}
