/**
 * A no is a value: why an act may not be done, in words that staff read, with what to do instead.
 */

import type { Day } from '../facts/days.js';
import type {
  CaseId,
  Happened,
  LetterId,
  PointId,
  PromiseId,
  RemedyId,
  RequestId,
  StaffId,
  TeamId,
  Words,
} from '../facts/happened.js';
import type { ClockRules } from './clocks.js';

export interface Refusal {
  /** Stable, for tests and for screens that put the words beside a field. */
  readonly code: string;
  /** The field of the request that is at fault, when one is. */
  readonly field: string | null;
  /** One plain sentence: what is wrong and what to do. */
  readonly words: string;
  /** The provision it rests on, when the law says no rather than good sense. */
  readonly provision: string | null;
}

/** A case that an act opens beside the one it is done to (a complaint out of a request, a point that goes its own way). */
export interface Opening {
  readonly id: CaseId;
  readonly happened: readonly Happened[];
}

export type Decision =
  | {
      readonly ok: true;
      readonly happened: readonly Happened[];
      readonly opens: readonly Opening[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export type Role = 'officer' | 'investigator' | 'reviewer' | 'manager' | 'administrator' | 'member-responsible';

/** What comes in by the door with every act: the day, the person, the rules, and fresh ids. */
export interface Context {
  readonly today: Day;
  /** The instant at which it is done, ISO 8601 in UTC: what is told to the minute can't be later. */
  readonly now: string;
  readonly by: { readonly staff: StaffId; readonly roles: readonly Role[] };
  readonly rules: ClockRules;
  /** Keeps a text apart with its salt and gives the digest that the event holds. */
  readonly keep: (text: string) => Words;
  readonly newId: <T extends CaseId | PointId | PromiseId | RemedyId | RequestId | LetterId | TeamId | string>() => T;
}

/** A no with one reason. */
export function refuse(code: string, words: string, more: { field?: string; provision?: string } = {}): Decision {
  return { ok: false, refusals: [{ code, words, field: more.field ?? null, provision: more.provision ?? null }] };
}

/** A no with every reason, so that a form shows them together. */
export function refuseAll(refusals: readonly Refusal[]): Decision {
  return { ok: false, refusals };
}

/** A yes: what is recorded, the cases it opens, and what the person should know. */
export function allow(
  happened: readonly Happened[],
  more: { opens?: readonly Opening[]; warnings?: readonly string[] } = {},
): Decision {
  return { ok: true, happened, opens: more.opens ?? [], warnings: more.warnings ?? [] };
}
