/** What follows from an answer that a resident gives to one of our questions: who must see it, and what they are offered. */
import type { Case } from '../case.js';
import { isLow, type SurveyAnswers } from './survey.js';

/** Where somebody who is not satisfied can take the complaint now. */
export type WayOn = 'stage-2' | 'with-us' | 'ombudsman' | 'refused' | 'stage-2-refused' | 'withdrawn';

/**
 * After a stage 1 answer stage 2; while a stage runs it is with us; after the final response the Ombudsman. What was refused
 * has had no final answer: the refusal itself can be challenged. What was withdrawn may be raised again.
 */
export function wayOn(c: Case): WayOn {
  switch (c.standing.is) {
    case 'answered':
      return c.standing.stage === 1 ? 'stage-2' : 'ombudsman';
    case 'refused':
    case 'withdrawn':
      return c.standing.is;
    case 'escalation-refused':
      return 'stage-2-refused';
    default:
      return 'with-us';
  }
}

/**
 * After a stage 1 answer 'no, it did not happen' may be a request for stage 2, received then, in words or bare: an officer
 * sees it that day, beside the promise that was not kept.
 */
export function noAsksForStage2(c: Case): boolean {
  return wayOn(c) === 'stage-2';
}

export type SurveySeenAs = 'possible-stage-2' | 'offer-to-complain' | 'message';

/**
 * Words of dissatisfaction do as messages do, dated by the survey. A low rating alone is no complaint: it brings the
 * offer to complain (1.6). Other words are read as a message.
 */
export function surveySeenAs(
  c: Case,
  answers: SurveyAnswers,
  said: { readonly words: boolean; readonly dissatisfied: boolean },
): readonly SurveySeenAs[] {
  const low = isLow(answers);
  if (said.words && (said.dissatisfied || low) && wayOn(c) === 'stage-2') return ['possible-stage-2'];
  if (low || said.dissatisfied) return ['offer-to-complain'];
  return said.words ? ['message'] : [];
}
