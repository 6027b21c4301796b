import type { Day } from '../../facts/days.js';
import type { Learning } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, notTakenBack, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ShareLearningRequest {
  readonly on: Day;
  readonly with: Extract<Learning, { type: 'LearningShared' }>['with'];
  /** The way in which it was told: a name of the product's own, nobody's words. */
  readonly where: string;
}

/** 9.2: what the case taught was told to others, in a text that stands beside the histories; also of a case that ended. */
export function mayShareLearning(c: Case, request: ShareLearningRequest, context: Context): Decision {
  const { on, where } = request;
  return unless([dayOfAct(c, on, context), notTakenBack(c)], () =>
    allow([{ on, what: { type: 'LearningShared', with: request.with, where, words: null } }]),
  );
}
