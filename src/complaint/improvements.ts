/** The improvements that came of a case, as its history tells them. What is their own stands beside the histories. */
import type { Day } from '../facts/days.js';
import type { ImprovementId } from '../facts/happened.js';
import type { Case } from './case.js';

export interface ImprovementOfCase {
  readonly id: ImprovementId;
  readonly openedOn: Day;
  /** The last time that its effect was looked at. */
  readonly tested: { readonly on: Day; readonly worked: boolean } | null;
  readonly closedOn: Day | null;
}

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
