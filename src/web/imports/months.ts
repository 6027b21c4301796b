/** Counts by month of receipt, in words and in order, and folded into years from April to March. */
import { parseDay } from '../../facts/days.js';
import { financialYear, periodHolding, yearOf } from '../../reports/period.js';

type Months = Readonly<Record<string, number>>;

const unknown = 'Not known';

function inOrder(months: Months): (readonly [string, number])[] {
  return Object.entries(months).sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}

/** 'April 2023', and what has no day at the end. */
export function monthRows(months: Months): (readonly [string, number])[] {
  return inOrder(months).map(([month, n]) => {
    const first = parseDay(`${month}-01`);
    return [first === null ? unknown : periodHolding('month', first).name, n] as const;
  });
}

/** '2023-24'. */
export function yearRows(months: Months): (readonly [string, number])[] {
  const years = new Map<string, number>();
  for (const [month, n] of inOrder(months)) {
    const first = parseDay(`${month}-01`);
    const year = first === null ? unknown : financialYear(yearOf(first)).name;
    years.set(year, (years.get(year) ?? 0) + n);
  }
  return [...years];
}
