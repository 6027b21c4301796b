/** The dates that anybody can count on who complains, or asks for stage 2, on a day: the Code's own, worked out. */
import type { Day } from '../facts/days.js';
import { editionOn, limits } from '../law/in-force.js';
import type { ClockRules } from './clocks.js';
import { dayZeroOf } from './counting.js';

export interface PromisedStage {
  readonly acknowledgeBy: Day;
  /** At the latest: as if acknowledged on the last day permitted. */
  readonly answerBy: Day;
  /** As far as an answer may be put off without a good reason. */
  readonly extendedTo: Day;
}

export interface PromisedDates {
  readonly stage1: PromisedStage;
  readonly stage2: PromisedStage;
}

/** By the Code in force on that day; null where there is none, or where the count leads past the known calendar. */
export function promisedDates(on: Day, rules: ClockRules): PromisedDates | null {
  const edition = editionOn(on);
  if (edition === null) return null;
  const stage1 = stageFrom(on, rules, edition, 1);
  const stage2 = stageFrom(on, rules, edition, 2);
  return stage1 === null || stage2 === null ? null : { stage1, stage2 };
}

function stageFrom(on: Day, rules: ClockRules, edition: keyof typeof limits, stage: 1 | 2): PromisedStage | null {
  const of = (duty: 'acknowledgement' | 'response') =>
    limits[edition].find((limit) => limit.stage === stage && limit.duty === duty);
  const [acknowledgement, response] = [of('acknowledgement'), of('response')];
  if (acknowledgement === undefined || response === undefined) return null;
  const { calendar } = rules;
  const days = acknowledgement.workingDays + response.workingDays;
  if (on < calendar.knownFrom || !calendar.reaches(on, days + (response.longestExtension ?? 0) + 1)) return null;
  const from = dayZeroOf(on, rules);
  const acknowledgeBy = calendar.addWorkingDays(from, acknowledgement.workingDays);
  const answerBy = calendar.addWorkingDays(acknowledgeBy, response.workingDays);
  return { acknowledgeBy, answerBy, extendedTo: calendar.addWorkingDays(answerBy, response.longestExtension ?? 0) };
}
