/**
 * Clocks: a deadline is never stored as truth. It is worked out from the Code in force, the calendar, the history and
 * today, and carries the sentences that explain it.
 */
import type { Calendar } from '../facts/calendar.js';
import type { Day } from '../facts/days.js';
import type { PromiseId, RequestId, Stage } from '../facts/happened.js';

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
}

export type ClockKind =
  | 'stage-1-acknowledgement'
  | 'stage-1-response'
  | 'stage-2-acknowledgement'
  | 'stage-2-response'
  | 'update'
  | 'promise'
  | 'request';

export type ClockState = 'running' | 'met' | 'late' | 'overdue' | 'ended';

export interface Clock {
  /** The provision it comes from; null for a landlord's own (a request to a team). */
  readonly provision: string | null;
  readonly kind: ClockKind;
  readonly stage: Stage;
  /** What has to be done, in a few words. */
  readonly what: string;
  /** The promise or request that it belongs to. */
  readonly about: PromiseId | RequestId | null;
  readonly from: Day | null;
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
  readonly target: { readonly due: Day; readonly met: boolean | null } | null;
  readonly doneOn: Day | null;
  readonly workingDaysTaken: number;
  readonly workingDaysLate: number;
  readonly state: ClockState;
  readonly because: readonly string[];
}
