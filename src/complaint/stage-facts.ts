/** What one stage of a case tells the clocks, and on which day each thing that starts or ends a limit happened. */
import { type Day, earliest, latest } from '../facts/days.js';
import type { Limit } from '../law/in-force.js';
import type { Moment } from '../law/words.js';
import type { StageRecord } from './case.js';

export interface StageFacts {
  readonly stage: 1 | 2;
  readonly record: StageRecord;
  readonly loggedOn: Day | null;
  /** Facts with one date for it: acknowledged means acknowledged, defined and logged. */
  readonly acknowledgementIsAll: boolean;
  /** Not yet logged: counted as a complaint until triage says otherwise. */
  readonly undecided: boolean;
  readonly overturned: { readonly refusedOn: Day; readonly overturnedOn: Day } | null;
  readonly endedOn: Day | null;
  readonly endedBy: 'refused' | 'withdrawn' | null;
}

/** The acknowledgement that counts: none before the stage began (again), and none after the response. */
export function acknowledgedOn({ record }: StageFacts): Day | null {
  const { acknowledgedOn: on, startedOn, respondedOn } = record;
  return on === null || on < startedOn || (respondedOn !== null && on > respondedOn) ? null : on;
}

/** A response does whatever of the acknowledgement was not yet done: it says what the complaint is and answers it. */
export function doneOnOf(limit: Limit, facts: StageFacts): Day | null {
  const { respondedOn } = facts.record;
  let done: Day | null = null;
  for (const moment of limit.until) {
    const on = earliest(dayOf(moment, facts), respondedOn);
    if (on === null) return null;
    done = latest(done, on);
  }
  return done;
}

/** The day on which a provision’s moment came for this stage; null while it has not. */
export function dayOf(moment: Moment, facts: StageFacts): Day | null {
  const { record, loggedOn, acknowledgementIsAll } = facts;
  switch (moment.event) {
    case 'Received':
    case 'EscalationRequested':
      return record.startedOn;
    case 'Acknowledged':
      return acknowledgedOn(facts);
    case 'DefinitionSetOut':
      return acknowledgementIsAll ? acknowledgedOn(facts) : record.definedOn;
    case 'Logged':
      return acknowledgementIsAll ? acknowledgedOn(facts) : loggedOn;
    case 'ResponseSent':
      return record.respondedOn;
    default:
      throw new Error(`no clock knows the day of ${moment.event}`);
  }
}
