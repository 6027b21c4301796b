/** The periods that a dashboard can be asked for: a month, a quarter, a financial year, the last twelve whole months. */
import { addDays, type Day, day } from '../../facts/days.js';
import type { Period } from '../measured.js';
import { financialYear, parseYear, periodBefore, periodHolding, yearOf } from '../period.js';
import { monthInWords } from './counted.js';

export interface ChosenPeriod {
  /** As in the address: '2026-03', '2026-q2', '2025-26', 'last-12-months'. */
  readonly code: string;
  readonly period: Period;
  readonly before: Period;
  /** Its last day is over. */
  readonly ended: boolean;
}

const first = 2015;

/** What the address asks for, or null when that is no period that has begun. */
export function chosenPeriod(code: string, today: Day): ChosenPeriod | null {
  const year = Number(code.slice(0, 4));
  if (!Number.isNaN(year) && (year < first || year > Number(today.slice(0, 4)))) return null;
  const found = periodOf(code, today);
  if (found === null || found.period.from > today) return null;
  return { code, ...found, ended: found.period.until < today };
}

function periodOf(code: string, today: Day): { period: Period; before: Period } | null {
  if (code === 'last-12-months') {
    const until = addDays(day(`${today.slice(0, 7)}-01`), -1);
    return { period: twelveMonths(until), before: twelveMonths(addDays(twelveMonths(until).from, -1)) };
  }
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(code);
  if (month) return of('month', day(`${code}-01`));
  const quarter = /^(\d{4})-q([1-4])$/.exec(code);
  if (quarter)
    return of('quarter', day(`${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + 1).padStart(2, '0')}-01`));
  const year = /^\d{4}-\d{2}$/.test(code) ? parseYear(code) : null;
  return year === null ? null : { period: year, before: financialYear(Number(code.slice(0, 4)) - 1) };
}

function of(kind: 'month' | 'quarter', on: Day) {
  const period = periodHolding(kind, on);
  return { period, before: periodBefore(kind, period) };
}

function twelveMonths(until: Day): Period {
  const month = until.slice(0, 7);
  const from = day(`${Number(month.slice(0, 4)) - (month.endsWith('-12') ? 0 : 1)}-${next(month)}-01`);
  return { name: `the 12 months to ${monthInWords(month)}`, from, until };
}

function next(month: string): string {
  return String((Number(month.slice(5, 7)) % 12) + 1).padStart(2, '0');
}

export interface PeriodChoice {
  readonly code: string;
  readonly words: string;
}

/** What the chooser offers: twelve months, four quarters, four years, and the last twelve months on top. */
export function periodChoices(today: Day): readonly PeriodChoice[] {
  const year = yearOf(today);
  const years = Array.from({ length: 4 }, (_, i) => financialYear(year - i));
  let quarter = periodHolding('quarter', today);
  let month = periodHolding('month', today);
  const quarters: PeriodChoice[] = [];
  const months: PeriodChoice[] = [];
  for (let i = 0; i < 5; i++, quarter = periodBefore('quarter', quarter))
    quarters.push({
      code: `${quarter.from.slice(0, 4)}-q${Math.ceil(Number(quarter.from.slice(5, 7)) / 3)}`,
      words: quarter.name,
    });
  for (let i = 0; i < 12; i++, month = periodBefore('month', month))
    months.push({ code: month.from.slice(0, 7), words: month.name });
  return [
    { code: 'last-12-months', words: 'Last 12 whole months' },
    ...years.map(({ name }) => ({ code: name, words: `Financial year ${name}` })),
    ...quarters,
    ...months,
  ];
}
