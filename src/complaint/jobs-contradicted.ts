/** When the rows of a repairs system say of one job that it is done and that it is not: that is left for a person. */
import type { Day } from '../facts/days.js';
import { type JobMeaning, type JobRow, textKey } from './job-rows.js';

/** What is said of a job, in this row or another. */
export interface SaidOfJob {
  readonly meaning: JobMeaning;
  readonly on: Day | null;
}

/** Whether another word of the same job speaks against its being done: a later one, or that it was cancelled that day or on none. */
export function speaksAgainst({ meaning, on }: SaidOfJob, doneOn: Day): boolean {
  if (meaning === 'done') return false;
  return (on !== null && on > doneOn) || (meaning === 'cancelled' && (on === null || on === doneOn));
}

/**
 * The rows that say ‘done’, each with what speaks against it, whatever the order of the rows. `before`: what was said last
 * of each job in sheets before; what was under way then may well be finished before its day.
 */
export function contradictedRows(
  rows: readonly JobRow[],
  meanings: ReadonlyMap<string, JobMeaning>,
  before: ReadonlyMap<string, SaidOfJob>,
  keyOf: (job: string) => string,
): ReadonlyMap<JobRow, SaidOfJob> {
  const said = new Map<string, SaidOfJob[]>();
  for (const [job, last] of before) if (last.on !== null && last.meaning !== 'under-way') said.set(job, [last]);
  for (const { job, state, on } of rows) {
    const meaning = meanings.get(textKey(state));
    if (meaning === undefined || meaning === 'done') continue;
    const key = keyOf(job);
    const others = said.get(key) ?? [];
    others.push({ meaning, on });
    said.set(key, others);
  }
  const found = new Map<JobRow, SaidOfJob>();
  for (const row of rows) {
    const { on } = row;
    if (on === null || meanings.get(textKey(row.state)) !== 'done') continue;
    const against = said.get(keyOf(row.job))?.findLast((other) => speaksAgainst(other, on));
    if (against !== undefined) found.set(row, against);
  }
  return found;
}
