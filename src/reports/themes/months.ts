/** Months that have ended: one that runs on would look as if everything fell. */
import { addDays, type Day, day } from '../../facts/days.js';
import { periodHolding } from '../period.js';

export interface Month {
  /** Its first day. */
  readonly month: Day;
  readonly until: Day;
  /** 'October 2026'. */
  readonly name: string;
}

function monthHolding(on: Day): Month {
  const { name, from, until } = periodHolding('month', on);
  return { month: from, until, name };
}

/** The last month that has ended. */
export function lastMonth(today: Day): Month {
  return monthHolding(addDays(day(`${today.slice(0, 7)}-01`), -1));
}

/** So many months up to one, the latest last. */
export function monthsTo(latest: Month, many: number): readonly Month[] {
  const months = [latest];
  while (months.length < many) months.unshift(monthHolding(addDays((months[0] ?? latest).month, -1)));
  return months;
}

/** The month that an address names ('2026-10'), when it has ended and is not long past; else the last one. */
export function monthAsked(text: unknown, today: Day): Month {
  return monthsTo(lastMonth(today), 12).find(({ month }) => month.slice(0, 7) === text) ?? lastMonth(today);
}

/** Several months as one: 'August to October 2026', 'December 2025 to February 2026'. */
export function monthsTogether(months: readonly Month[], latest: Month): { readonly name: string; readonly from: Day } {
  const first = months[0] ?? latest;
  if (first.month === latest.month) return { name: latest.name, from: latest.month };
  const [month = '', year = ''] = first.name.split(' ');
  const begins = latest.name.endsWith(year) ? month : first.name;
  return { name: `${begins} to ${latest.name}`, from: first.month };
}
