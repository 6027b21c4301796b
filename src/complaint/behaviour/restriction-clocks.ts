/**
 * When a restriction of contact is looked at again, and when an appeal against it is answered: with the reasons, what
 * changes the date, and whether it is late. The case, the register and the command line say the same, from here.
 */
import type { Day } from '../../facts/days.js';
import { type BesideClock, besideClock } from '../beside-clock.js';
import type { Case } from '../case.js';
import { inFull, workingDays } from '../clock-words.js';
import type { ClockRules } from '../clocks.js';
import { provisionFor } from '../provisions.js';
import { inTheCode } from '../rests-on.js';
import { yearAfter } from '../year-after.js';
import { behaviourIn, overOn, periodFrom, type RestrictionTold, type ReviewPeriod } from './steps.js';

/** What of a restriction its dates hang on. */
export type RestrictionDates = Pick<RestrictionTold, 'id' | 'periods' | 'appeals' | 'until' | 'liftedOn'>;

export interface RestrictionRules extends Pick<ClockRules, 'calendar'> {
  /** Working days in which the landlord's policy has an appeal answered; null where it names none. */
  readonly appealDays: number | null;
}

/** Those of every restriction that a case tells, over or not; none where its import was taken back. */
export function restrictionClocks(
  c: Pick<Case, 'history' | 'edition' | 'importTakenBack'>,
  rules: RestrictionRules,
  today: Day,
): readonly BesideClock[] {
  if (c.importTakenBack) return [];
  return behaviourIn(c).restrictions.flatMap((one) => clocksOfRestriction(one, c.edition, rules, today));
}

/** A restriction that holds, as the register keeps it. */
export interface RestrictionNow {
  readonly id: RestrictionDates['id'];
  readonly decidedOn: Day;
  readonly reviewedOn: Day | null;
  readonly reviewOn: Day | null;
  readonly until: Day | null;
  readonly liftedOn: Day | null;
  /** The day of the appeal that waits for its answer. */
  readonly appealedOn: Day | null;
}

/** Its present review and the appeal that waits, as its case tells them. */
export function datesNow({
  id,
  decidedOn,
  reviewedOn,
  reviewOn,
  until,
  liftedOn,
  appealedOn,
}: RestrictionNow): RestrictionDates {
  return {
    id,
    until,
    liftedOn,
    periods: periodFrom(reviewedOn ?? decidedOn, reviewedOn === null ? 'told' : 'reviewed', reviewOn),
    appeals: appealedOn === null ? [] : [{ on: appealedOn, answeredOn: null }],
  };
}

/** The reviews of one restriction, in their order, then its appeals. */
export function clocksOfRestriction(
  r: RestrictionDates,
  edition: Case['edition'],
  rules: RestrictionRules,
  today: Day,
): readonly BesideClock[] {
  const over = overOn(r, today);
  const rests = inTheCode(provisionFor(edition, 'behaviour'));
  return [
    ...r.periods.map((period) => reviewClock(r, period, { over, rests }, rules, today)),
    ...r.appeals.flatMap((appeal) => appealClock(r, appeal, { over, rests }, rules, today) ?? []),
  ];
}

interface Around {
  readonly over: Day | null;
  readonly rests: string | null;
}

function reviewClock(
  r: RestrictionDates,
  { from, since, reviewOn, reviewedOn }: ReviewPeriod,
  { over, rests }: Around,
  rules: RestrictionRules,
  today: Day,
): BesideClock {
  const last = r.until === null ? '' : `, or its last day, ${inFull(r.until)},`;
  const waiting = r.appeals.find(({ answeredOn }) => answeredOn === null);
  return besideClock(
    {
      key: `review ${r.id} ${from}`,
      what: 'Look at the restriction of contact again',
      rests,
      from,
      due: reviewOn,
      doneOn: reviewedOn,
      endedOn: reviewedOn === null ? over : null,
    },
    [
      since === 'told'
        ? `They were told of the restriction on ${inFull(from)}, and that it is looked at again on ${inFull(reviewOn)} at the latest.`
        : `It was looked at on ${inFull(from)}, and is looked at again on ${inFull(reviewOn)} at the latest.`,
      `A review is never more than a year away: here not after ${inFull(yearAfter(from))}.`,
      ...(reviewedOn === null && over === null
        ? [
            `A review sets the next day and may come earlier. Lifting the restriction${last} ends it. An appeal does not move it.`,
          ]
        : []),
      ...(reviewedOn === null && over !== null ? [`The restriction was over on ${inFull(over)}.`] : []),
      ...(reviewedOn === null && over === null && waiting !== undefined && rules.appealDays === null
        ? [
            `An appeal of ${inFull(waiting.on)} waits for its answer. No number of days for it is set: answer it without waiting for this day.`,
          ]
        : []),
    ],
    rules,
    today,
  );
}

/** The last day for answering an appeal; null where the landlord's policy names no number of days. */
export function appealDue(appealedOn: Day, { calendar, appealDays }: RestrictionRules): Day | null {
  return appealDays === null ? null : calendar.addWorkingDays(appealedOn, appealDays);
}

function appealClock(
  r: RestrictionDates,
  { on, answeredOn }: RestrictionDates['appeals'][number],
  { over, rests }: Around,
  rules: RestrictionRules,
  today: Day,
): BesideClock | null {
  const due = appealDue(on, rules);
  if (due === null || rules.appealDays === null) return null;
  return besideClock(
    {
      key: `appeal ${r.id} ${on}`,
      what: 'Answer the appeal against the restriction',
      rests,
      from: on,
      due,
      doneOn: answeredOn,
      endedOn: answeredOn === null ? over : null,
    },
    [
      `They appealed on ${inFull(on)}. Our own policy has an appeal answered within ${workingDays(rules.appealDays)}, so by ${inFull(due)}.`,
      'Somebody who had no part in the restriction answers it, in a letter that keeps, changes or lifts it.',
      ...(answeredOn === null && over !== null ? [`The restriction was over on ${inFull(over)}.`] : []),
    ],
    rules,
    today,
  );
}
