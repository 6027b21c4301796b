/** Who is in a case: the residents, those who may speak for them, and the staff who have considered it. */
import type { Day } from '../facts/days.js';
import type { PersonId, StaffId, Stage } from '../facts/happened.js';
import type { Case, Representative } from './case.js';

/** Everyone whose complaint it is: each gets their own letter and may escalate or leave. */
export function residentsOf(c: Case): readonly PersonId[] {
  const everyone = c.person === null ? c.group : [c.person, ...c.group];
  return [...new Set(everyone)];
}

/** Those who may act for the resident on a day: authority given, not only asked, and neither ended nor run out. */
export function actingFor(c: Case, on: Day): readonly Representative[] {
  return c.representatives.filter(
    (r) => r.authority !== 'asked' && r.endedOn === null && (r.until === null || r.until >= on),
  );
}

/** 6.13: the handlers of a stage, those who decided its points, and who approved its response. */
export function whoConsidered(c: Case, stage: Stage): readonly StaffId[] {
  const record = c.stages[stage];
  if (record === null) return [];
  const approver = record.approvedLetter === null ? [] : [record.approvedLetter.by];
  return [...new Set([...record.handlers, ...record.deciders, ...approver])];
}

/** 5.8: whether the last thing a person declared about this case is a conflict of interest. */
export function hasConflict(c: Case, staff: StaffId): boolean {
  const declared = ([1, 2, 3] as const).flatMap((stage) => c.stages[stage]?.conflicts ?? []);
  return declared.findLast((d) => d.staff === staff)?.conflict ?? false;
}

/** Who may write or ring about the case: its residents, and whoever speaks or spoke for them, with authority or without. */
export function partiesOf(c: Case): readonly PersonId[] {
  return [...residentsOf(c), ...c.representatives.map(({ person }) => person)];
}
