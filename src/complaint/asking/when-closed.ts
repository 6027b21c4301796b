/**
 * When a complaint has come to its end, so that its resident may be asked how it was handled. No stage closes a case: it
 * has ended when the answer is out, the resident has had time to take it further, and nothing promised is left.
 */
import type { Calendar } from '../../facts/calendar.js';
import { type Day, latest } from '../../facts/days.js';
import type { Entry } from '../../facts/happened.js';
import type { Case, PromiseMade } from '../case.js';
import { owedRemedies } from '../remedies-owed.js';
import { askedSince, firstAskAfter, secondAskAfter, staleAfter } from './did-it-happen.js';
import { mayBeWrittenTo } from './may-be-written-to.js';

/** How long after a stage 1 answer a resident is left alone, since they may still ask for stage 2. */
export const quietAfterStage1 = 10;

/** The day on which nothing was left to do; null while something is, or when that day lies ahead. */
export function closedOn(c: Case, today: Day, calendar: Calendar): Day | null {
  const ended = answerEnded(c, calendar);
  if (ended === null || c.remedies.some(({ state }) => state === 'accepted') || owedRemedies(c).length > 0) return null;
  let last = ended;
  for (const p of c.promises) {
    const settled = settledOn(c, p, calendar);
    if (settled === null) return null;
    last = latest(last, settled) ?? last;
  }
  return last > today ? null : last;
}

/** Why a promise keeps its case open; null when it does not any more. */
export type KeepsOpen = 'to-do' | 'manager-asked' | 'untold' | 'resident-asked';

/** 6.6: a case is over when each promise is done, or ended with a reason that a manager agreed to and the resident knows. */
export function keepsOpen(c: Case, p: PromiseMade, today: Day, calendar: Calendar): KeepsOpen | null {
  const settled = settledOn(c, p, calendar);
  if (settled !== null && settled <= today) return null;
  if (p.state === 'open') return p.endAsked === null ? 'to-do' : 'manager-asked';
  return p.state === 'ended' ? 'untold' : 'resident-asked';
}

/** Whether the people of the case are to be asked today how it was handled: once, soon after it closed. */
export function surveyIsDue(c: Case, today: Day, calendar: Calendar): boolean {
  if (!mayBeWrittenTo(c) || c.kind !== 'complaint') return false;
  if (c.history.some(({ what }) => what.type === 'SurveyAnswered')) return false;
  const answer = lastAnswer(c);
  // The answer of an imported case is the past, whatever was done on the case since.
  if (answer === null || (c.imported && !('staff' in answer.recordedBy))) return false;
  const closed = closedOn(c, today, calendar);
  if (closed === null || !calendar.reaches(closed, staleAfter)) return false;
  return today <= calendar.addWorkingDays(closed, staleAfter);
}

function lastAnswer(c: Case): Entry | null {
  return c.history.findLast(({ what }) => what.type === 'ResponseSent') ?? null;
}

/**
 * A refusal answers nothing: the Code has it explained and points to the Ombudsman, who may have us take the complaint on
 * after all. So whoever was refused, the complaint or stage 2, is not asked as if they had been answered.
 */
function answerEnded(c: Case, calendar: Calendar): Day | null {
  if (c.standing.is !== 'answered') return null;
  const { on, stage } = c.standing;
  if (stage !== 1) return on;
  return on >= calendar.knownFrom && calendar.reaches(on, quietAfterStage1)
    ? calendar.addWorkingDays(on, quietAfterStage1)
    : null;
}

/**
 * Settled when they were told why it is ended, or when it is recorded as done and the resident says so or stayed silent.
 * Their yes alone settles nothing that stands open: whoever does it still finds it among what is to do.
 */
function settledOn(c: Case, p: PromiseMade, calendar: Calendar): Day | null {
  if (p.state === 'ended') return p.endToldOn === null ? null : latest(p.endedOn, p.endToldOn);
  if (p.state !== 'done') return null;
  if (p.residentSays === 'done') {
    const said = c.history.findLast(({ what }) => what.type === 'ResidentSaidDone' && what.promise === p.id);
    return latest(p.doneOn, said?.happenedOn ?? null);
  }
  const since = askedSince(c, p);
  if (since === null) return null;
  const days = firstAskAfter + 2 * secondAskAfter;
  if (since.about < calendar.knownFrom || !calendar.reaches(since.about, days)) return null;
  return latest(p.doneOn, calendar.addWorkingDays(since.about, days));
}
