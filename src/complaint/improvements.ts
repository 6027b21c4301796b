/** The improvements that came of a case, as its history tells them. What is their own stands beside the histories. */
import { addDays, type Day, inWords } from '../facts/days.js';
import type { ImprovementId, StaffId } from '../facts/happened.js';
import type { Case } from './case.js';
import { no, type Objection } from './objections.js';
import type { Role } from './refusals.js';

/** How far one is: to be done, done, looked at whether it worked, and put away. */
export type ImprovementState = 'open' | 'done' | 'tested' | 'closed';

export interface ImprovementOfCase {
  readonly id: ImprovementId;
  readonly openedOn: Day;
  /** The last time that its effect was looked at. */
  readonly tested: { readonly on: Day; readonly worked: boolean } | null;
  readonly closedOn: Day | null;
}

/** Each improvement once, as it was opened first and tested last. */
export function improvementsOf(c: Case): readonly ImprovementOfCase[] {
  const found = new Map<ImprovementId, ImprovementOfCase>();
  for (const { what, happenedOn: on } of c.history) {
    if (what.type === 'ImprovementOpened' && !found.has(what.improvement))
      found.set(what.improvement, { id: what.improvement, openedOn: on, tested: null, closedOn: null });
    if (what.type !== 'ImprovementTested' && what.type !== 'ImprovementClosed') continue;
    const was = found.get(what.improvement);
    if (was === undefined) continue;
    found.set(
      what.improvement,
      what.type === 'ImprovementTested'
        ? { ...was, tested: { on, worked: what.worked } }
        : { ...was, closedOn: was.closedOn ?? on },
    );
  }
  return [...found.values()];
}

/** Who had a part in it: whoever sees to it, and whoever recorded it as done. */
export interface SeenToBy {
  readonly owner: StaffId;
  readonly doneBy: StaffId | null;
}

/** Who judges whether one worked, and closes it. */
export const improvementReviewers = ['reviewer', 'manager'] as const satisfies readonly Role[];

/** Whoever saw to it, or recorded it as done, can't be the one to judge whether it worked. */
export function sawToIt({ owner, doneBy }: SeenToBy, staff: StaffId): boolean {
  return owner === staff || doneBy === staff;
}

/** Days since it was done; sooner, the days before and after say nothing. */
const soonestReview = 14;

/** What speaks against this person's saying today whether it worked; null when nothing does. */
export function objectionToReview(plan: SeenToBy & { readonly doneOn: Day }, staff: StaffId, today: Day): Objection {
  if (sawToIt(plan, staff))
    return no(
      'saw-to-it',
      'You saw to this improvement, or recorded it as done, so somebody else judges whether it worked. Ask a colleague who reviews or manages.',
    );
  const from = addDays(plan.doneOn, soonestReview);
  return today < from
    ? no(
        'too-soon-to-review',
        `It was done on ${inWords(plan.doneOn)}. Two weeks after that, on ${inWords(from)}, there are days enough to hold against each other.`,
      )
    : null;
}
