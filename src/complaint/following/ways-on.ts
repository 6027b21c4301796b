/** What somebody outside may do with their case now. The decisions say no themselves; this says what a page offers. */
import type { Case } from '../case.js';
import { isOurs, ownPoints } from '../points.js';
import { mayBeWrong } from './choose-to-complain.js';
import type { SeenCase } from './seen-by-resident.js';
import { stepsOf } from './steps.js';

export interface WaysOn {
  /** 'I think this is wrong': it was logged as no complaint. */
  readonly saysItIsWrong: boolean;
  /** 'early': stage 1 has not been answered. 'more': stage 2 runs, and there are points that it does not look at. */
  readonly stage2: 'now' | 'early' | 'more' | null;
  readonly withdraws: boolean;
  /** The stage whose updates can be agreed. */
  readonly updates: 1 | 2 | null;
  readonly comments: boolean;
  /** Why the Ombudsman is named first: we are late, or have answered finally. */
  readonly ombudsman: 'late' | 'after-final' | 'refused' | null;
}

/** The ways on from where a case stands, for somebody who may see it. */
export function waysOn(c: Case, seen: SeenCase): WaysOn {
  const running = c.standing.is === 'to-acknowledge' || c.standing.is === 'investigating' ? c.standing.stage : null;
  const complaint = c.kind === 'complaint' && c.loggedOn !== null;
  return {
    saysItIsWrong: mayBeWrong(c) === null && c.withdrawal === null && !c.importTakenBack,
    stage2: stage2Of(c, complaint),
    withdraws: c.standing.is === 'to-triage' || c.standing.is === 'request-open' || running !== null,
    updates: complaint && c.edition !== null ? running : null,
    comments: seen.findings.some((one) => one.mayComment),
    ombudsman:
      c.standing.is === 'answered' && c.standing.stage !== 1
        ? 'after-final'
        : c.standing.is === 'refused' || c.standing.is === 'escalation-refused'
          ? 'refused'
          : stepsOf(seen).some(({ state }) => state === 'late')
            ? 'late'
            : null,
  };
}

/** After a refusal of stage 2 the way on is the Ombudsman, as the refusal said: no page offers what was just refused. */
function stage2Of(c: Case, complaint: boolean): WaysOn['stage2'] {
  if (!complaint || ownPoints(c, 1).length === 0) return null;
  switch (c.standing.is) {
    case 'answered':
      return c.standing.stage === 1 ? 'now' : null;
    case 'to-acknowledge':
    case 'investigating':
      if (c.standing.stage === 1) return 'early';
      return c.points.some((point) => isOurs(point) && !point.escalated) ? 'more' : null;
    default:
      return null;
  }
}
