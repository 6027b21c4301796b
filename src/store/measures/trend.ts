/** The same figures month by month, for trends: one statement a view for all months together. */
import { addDays, type Day, day } from '../../facts/days.js';
import type { Measured, Period } from '../../reports/measured.js';
import { periodHolding } from '../../reports/period.js';
import type { Trx } from '../database.js';
import { assemble } from './assemble.js';
import { countingsOf } from './countings.js';
import { homesFor } from './homes.js';
import { daysTaken } from './stages.js';
import { count } from './statement.js';

export interface TrendAsked {
  /** The first and the last day; whole months are counted. */
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
  readonly area?: string;
}

export interface TrendMonth {
  readonly period: Period;
  readonly figures: readonly Measured[];
}

/** The figures of these measures for each month, the earliest first; a month without a case has them too. */
export async function trendOf(trx: Trx, ids: readonly string[], asked: TrendAsked): Promise<TrendMonth[]> {
  const months = monthsBetween(asked.from, asked.until);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const wanted = new Set(ids);
  const own = countingsOf(ids);
  const question = {
    period: { from: first.from, until: last.until },
    today: asked.today,
    area: asked.area ?? null,
    monthly: true,
  } as const;
  const [counted, homes] = await Promise.all([
    count(trx, wanted.has('working-days-to-answer') ? [...own, daysTaken[1], daysTaken[2]] : own, question),
    asked.area === undefined ? homesFor(trx, last) : { LCRA: null, LCHO: null, yearEnd: null, note: null },
  ]);
  return months.map((period) => {
    const month = period.from.slice(0, 7);
    const figures = assemble({
      period,
      homes,
      countings: own,
      counted: counted.get(month) ?? new Map(),
      given: [],
    });
    return { period, figures: figures.filter(({ id }) => wanted.has(id)) };
  });
}

function monthsBetween(from: Day, until: Day): Period[] {
  const months: Period[] = [];
  for (let at = day(`${from.slice(0, 7)}-01`); at <= until && months.length < 600; ) {
    const month = periodHolding('month', at);
    months.push(month);
    at = addDays(month.until, 1);
  }
  return months;
}
