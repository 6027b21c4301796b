/**
 * Clocks: a deadline is never stored as truth. It is worked out from the Code in force, the calendar, the history and
 * today, and carries the sentences that explain it.
 */

import { BeyondTheCalendar, type Calendar } from '../facts/calendar.js';
import { type Day, earliest } from '../facts/days.js';
import type { ImportedFact, PromiseId, RequestId, Stage } from '../facts/happened.js';
import type { PhasesRecorded } from '../law/hazards.js';
import { type Limit, limits } from '../law/in-force.js';
import type { Case } from './case.js';
import { codeClock } from './code-clock.js';
import { dataProtectionClock } from './data-protection-clock.js';
import { promiseClock, requestClock, updateClock } from './own-clocks.js';
import type { StageFacts } from './stage-facts.js';

/** Working days, where the landlord wants to be faster than the Code; null where it has no target of its own. */
export interface Targets {
  readonly stage1Acknowledgement: number | null;
  readonly stage1Response: number | null;
  readonly stage2Acknowledgement: number | null;
  readonly stage2Response: number | null;
}

export interface ClockRules {
  readonly calendar: Calendar;
  /** facts of counting: 'rolls' takes the next working day as day zero; 'as-it-fell' is the stricter setting. */
  readonly startOnDayOff: 'rolls' | 'as-it-fell';
  readonly targets: Targets;
  /** From when the later phases of the law on hazards count, where the landlord has recorded it. */
  readonly hazardPhases?: PhasesRecorded;
}

export const noTargets: Targets = {
  stage1Acknowledgement: null,
  stage1Response: null,
  stage2Acknowledgement: null,
  stage2Response: null,
};

export type ClockKind =
  | 'stage-1-acknowledgement'
  | 'stage-1-response'
  | 'stage-2-acknowledgement'
  | 'stage-2-response'
  | 'update'
  | 'promise'
  | 'request'
  | 'data-protection';

export type ClockState = 'running' | 'met' | 'late' | 'overdue' | 'ended';

/** What an extension does to the date: all that was told, as much as the Code allows, or nothing. */
export interface ExtensionCounted {
  readonly toldOn: Day;
  readonly newDate: Day;
  /** The due date on the day it was told. */
  readonly thenDue: Day;
  readonly counts: 'in-full' | 'up-to-the-limit' | 'not-at-all';
  /** The due date with it; `thenDue` when it counts not at all. */
  readonly due: Day;
  /** Working days of it that count. */
  readonly workingDays: number;
  /** More than the Code usually allows, for a good reason (2024) or by agreement (2020 and 2022). */
  readonly beyondTheLimit: boolean;
}

export interface Clock {
  /** The provision it comes from; null for a landlord's own (a request to a team). */
  readonly provision: string | null;
  readonly kind: ClockKind;
  readonly stage: Stage;
  /** What has to be done, in a few words. */
  readonly what: string;
  /** The promise or request that it belongs to. */
  readonly about: PromiseId | RequestId | null;
  /** The day of what starts it, as it happened; null while it has not. */
  readonly from: Day | null;
  /** The day from which working days are counted: `from`, or the next working day. */
  readonly dayZero: Day | null;
  readonly due: Day;
  /** The start has not happened: due as if it happens on its last permitted day. */
  readonly provisional: boolean;
  /** For a response after a late acknowledgement: what the date would have been. */
  readonly dueIfAcknowledgedOnTime: Day | null;
  /** The due date before any extension. */
  readonly unextendedDue: Day;
  /** Working days of extension that count, and the most that may be given without a good reason. */
  readonly extendedBy: number;
  readonly longestExtension: number | null;
  /** Every extension told for it, in the order told. */
  readonly extensions: readonly ExtensionCounted[];
  readonly target: { readonly due: Day; readonly met: boolean | null } | null;
  readonly doneOn: Day | null;
  /** The day on which it stopped without being done: refused, withdrawn, no longer needed. */
  readonly endedOn: Day | null;
  /** To the day done or ended, else to today; 0 while it has not started. */
  readonly workingDaysTaken: number;
  /** The same, from the receipt (stage 1) or the request for stage 2: caseworkers quote either. */
  readonly workingDaysFromReceipt: number;
  /** Bank holidays left out of that count. */
  readonly bankHolidaysLeftOut: number;
  readonly workingDaysLate: number;
  readonly state: ClockState;
  readonly because: readonly string[];
}

/** What of a case the clocks look at. */
export type Counted = Pick<
  Case,
  | 'edition'
  | 'receivedOn'
  | 'kind'
  | 'loggedOn'
  | 'imported'
  | 'untold'
  | 'importTakenBack'
  | 'refusal'
  | 'withdrawal'
  | 'escalation'
  | 'stages'
  | 'promises'
  | 'requests'
> & {
  /** Facts told by themselves, without a case, have none. */
  readonly points?: Case['points'];
};

/**
 * Every clock of a case, running or finished. Throws `BeyondTheCalendar`, whose message is a plain sentence, when a
 * count leads past the days that the calendar knows; `clocksOrWhyNot` gives that as a value.
 */
export function clocks(c: Counted, rules: ClockRules, today: Day): Clock[] {
  if (c.importTakenBack) return [];
  const found: Clock[] = [];
  const first = stageFacts(c, 1);
  const second = stageFacts(c, 2);
  if (c.edition !== null && (c.kind === null || c.kind === 'complaint')) {
    for (const limit of limits[c.edition]) {
      const facts = limit.stage === 1 ? first : second;
      if (facts !== null && isTold(c, limit, facts)) found.push(codeClock(limit, facts, rules, today));
    }
  }
  for (const facts of [first, second]) {
    const update = facts === null ? null : updateClock(facts, c.edition, rules, today);
    if (update !== null) found.push(update);
  }
  for (const promise of c.promises) found.push(promiseClock(promise, c.edition, rules, today));
  for (const request of c.requests) {
    const stage = request.stage === 2 ? second : first;
    const noLongerNeeded = earliest(stage?.record.respondedOn ?? null, stage?.endedOn ?? null);
    found.push(requestClock(request, noLongerNeeded, rules, today));
  }
  const personalData = dataProtectionClock(c, rules, today);
  if (personalData !== null) found.push(personalData);
  return found;
}

const untoldOf = {
  1: { start: 'received', acknowledgement: 'acknowledged', response: 'stage-1-response' },
  2: { start: 'stage-2-request', acknowledgement: 'stage-2-acknowledged', response: 'stage-2-response' },
} as const satisfies Record<1 | 2, Record<'start' | Limit['duty'], ImportedFact>>;

/** An old register may leave untold when a limit began, or whether it was kept: no clock is made up for it. */
function isTold(c: Counted, limit: Limit, { record }: StageFacts): boolean {
  if (c.untold.length === 0) return true;
  const names = untoldOf[limit.stage];
  const doneOn = limit.duty === 'acknowledgement' ? record.acknowledgedOn : record.respondedOn;
  if (doneOn === null && c.untold.includes(names[limit.duty])) return false;
  const startsAtAcknowledgement = limit.from.event === 'Acknowledged' && record.acknowledgedOn !== null;
  return startsAtAcknowledgement || !c.untold.includes(names.start);
}

export type ClocksOrWhyNot =
  | { readonly ok: true; readonly clocks: readonly Clock[] }
  | { readonly ok: false; readonly words: string };

/** The clocks, or the sentence that says why they can't be worked out. */
export function clocksOrWhyNot(c: Counted, rules: ClockRules, today: Day): ClocksOrWhyNot {
  try {
    return { ok: true, clocks: clocks(c, rules, today) };
  } catch (thrown) {
    if (thrown instanceof BeyondTheCalendar) return { ok: false, words: thrown.message };
    throw thrown;
  }
}

/** What a stage of a case tells its clocks; null while it has no such stage. */
export function stageFacts(c: Counted, stage: 1 | 2): StageFacts | null {
  const record = c.stages[stage];
  if (record === null) return null;
  const refusedOn = c.refusal !== null && c.refusal.overturnedOn === null ? c.refusal.on : null;
  const notEscalatedOn = stage === 2 ? (c.escalation?.refusedOn ?? null) : null;
  const withdrawnOn = c.withdrawal?.on ?? null;
  const endedOn = earliest(refusedOn, notEscalatedOn, withdrawnOn);
  const overturned =
    stage === 1
      ? c.refusal?.overturnedOn
        ? { refusedOn: c.refusal.on, overturnedOn: c.refusal.overturnedOn }
        : null
      : c.escalation?.overturned
        ? { refusedOn: c.escalation.overturned.refusedOn, overturnedOn: c.escalation.overturned.on }
        : null;
  return {
    stage,
    record,
    loggedOn: c.loggedOn,
    // A register of old complaints has one date: it stands for all that the acknowledgement is.
    acknowledgementIsAll: c.imported && record.definedOn === null,
    undecided: c.kind === null,
    overturned,
    endedOn,
    endedBy: endedOn === null ? null : endedOn === withdrawnOn ? 'withdrawn' : 'refused',
  };
}
