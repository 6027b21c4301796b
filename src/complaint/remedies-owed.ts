/**
 * What was put to a resident in an answer and is still to be done, beside promises: remedies with a date, and money. An
 * apology or an explanation without a date is given by the answer itself.
 */
import type { Day } from '../facts/days.js';
import type { Case, Remedy } from './case.js';
import { worksheetOf } from './compensation.js';

export interface OwedRemedy {
  readonly remedy: Remedy;
  /** Null when no day was set. */
  readonly due: Day | null;
  /** Two people have seen the sum: it has only to be paid. */
  readonly approved: boolean;
}

/** Remedies that nobody declined and nobody has done. What a register brought in was seen to in its own time. */
export function owedRemedies(c: Case): readonly OwedRemedy[] {
  if (c.importTakenBack || c.remedies.length === 0) return [];
  const byStaff = new Set(
    c.history.flatMap(({ what, recordedBy }) =>
      what.type === 'RemedyOffered' && 'staff' in recordedBy ? [what.remedy] : [],
    ),
  );
  return c.remedies.flatMap((remedy): OwedRemedy[] => {
    if (!byStaff.has(remedy.id) || remedy.state === 'done' || remedy.state === 'declined') return [];
    const approved = worksheetOf(c, remedy.id)?.state === 'approved';
    const told = (c.stages[remedy.stage]?.respondedOn ?? null) !== null;
    const toDo = remedy.dueOn !== null || remedy.pence !== null;
    return approved || (told && toDo) ? [{ remedy, due: remedy.dueOn, approved }] : [];
  });
}

/** What the case waits for, in a few words. */
export function owedRemedyWords({ approved }: OwedRemedy): string {
  return approved ? 'Pay what was approved' : 'Do what was offered';
}
