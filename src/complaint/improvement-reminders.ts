/**
 * When whoever sees to an improvement hears of it: a week before its day, on the day, and each week that it is late; whoever
 * reviews hears each week from the day on which it is time to look whether it worked. In days of the calendar, since the
 * day was chosen by the landlord and stands in no law.
 */
import { addDays, type Day } from '../facts/days.js';
import type { ImprovementState } from './improvements.js';

/** Days before its day at which it is told of first, and how often then. */
const week = 7;

export interface ImprovementDated {
  readonly state: ImprovementState;
  readonly dueOn: Day;
  readonly reviewOn: Day | null;
}

/** What is to be done of it by now, or within a week; null when nothing is. */
export function improvementWaitsFor(
  { state, dueOn, reviewOn }: ImprovementDated,
  today: Day,
): 'doing' | 'review' | null {
  if (state === 'open' && dueOn <= addDays(today, week)) return 'doing';
  return state === 'done' && reviewOn !== null && reviewOn <= today ? 'review' : null;
}

/** The day since which a reminder stands for today's too: one goes in a week, and on the day itself always. */
export function remindedSince({ state, dueOn }: ImprovementDated, today: Day): Day {
  return state === 'open' && dueOn === today ? today : addDays(today, 1 - week);
}
