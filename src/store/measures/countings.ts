/** How every figure that is counted from cases is counted. */
import type { FigureKey } from '../../reports/measured.js';
import { besideCountings } from './beside.js';
import { contactCountings, refusalCountings } from './contacts.js';
import type { Counting } from './counting.js';
import { stageCountings } from './stages.js';

export const countings: readonly Counting[] = [
  ...contactCountings,
  ...stageCountings,
  ...refusalCountings,
  ...besideCountings,
];

/** How this figure is counted; null for one that is given, or that there is none of. */
export function countingOf({ id, group, reading }: FigureKey): Counting | null {
  const same = countings.filter((one) => one.id === id && one.reading === reading);
  return (
    same.find((one) => one.by === null && one.part === group) ??
    (group === null ? null : (same.find((one) => one.by !== null) ?? null))
  );
}

/**
 * How these measures are counted, or all of them. Whose kind of home is assumed is decided by the volumes, so those by
 * kind of home are counted whenever anything goes by it.
 */
export function countingsOf(ids: readonly string[] | undefined): readonly Counting[] {
  if (ids === undefined) return countings;
  const byHome = ids.some((id) => /^ch0[12]\./.test(id));
  return countings.filter(
    ({ id, by }) => ids.includes(id) || (byHome && by?.column === 'tenure' && id.startsWith('ch01.')),
  );
}
