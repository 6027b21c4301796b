/** The periods in which landlords report: financial years from April, quarters of them, calendar months, weeks from Monday. */
import { addDays, type Day, day, inShortWords, parseDay, weekday } from '../facts/days.js';
import type { Period } from './measured.js';

export const periodKinds = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The financial year that begins on 1 April of `begins`, called '2023-24'. */
export function financialYear(begins: number): Period {
  return {
    name: `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`,
    from: day(`${begins}-04-01`),
    until: day(`${begins + 1}-03-31`),
  };
}

/** The year that people mean by '2023-24' (also '2023/24' and '2023-2024'); null for what is no such year, '2023-25' too. */
export function parseYear(text: string): Period | null {
  const found = /^\s*(\d{4})\s*[-/–]\s*(\d{2}|\d{4})\s*$/.exec(text);
  if (!found) return null;
  const begins = Number(found[1]);
  const ends = found[2] ?? '';
  const right = ends.length === 4 ? String(begins + 1) : String((begins + 1) % 100).padStart(2, '0');
  if (ends !== right || parseDay(`${begins}-04-01`) === null || parseDay(`${begins + 1}-03-31`) === null) return null;
  return financialYear(begins);
}

/** The year in which the financial year of a day begins. */
export function yearOf(on: Day): number {
  const year = Number(on.slice(0, 4));
  return on.slice(5) < '04-01' ? year - 1 : year;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** The period of a kind that holds a day. */
export function periodHolding(kind: PeriodKind, on: Day): Period {
  switch (kind) {
    case 'week': {
      const from = addDays(on, -((weekday(on) + 6) % 7));
      return { name: `the week from ${inShortWords(from)}`, from, until: addDays(from, 6) };
    }
    case 'month': {
      const from = day(`${on.slice(0, 7)}-01`);
      return { name: `${monthNames[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`, from, until: endOfMonths(from, 1) };
    }
    case 'quarter': {
      const month = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3;
      const from = day(`${on.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`);
      return {
        name: `${monthNames[month]} to ${monthNames[month + 2]} ${on.slice(0, 4)}`,
        from,
        until: endOfMonths(from, 3),
      };
    }
    case 'year':
      return financialYear(yearOf(on));
    default:
      return kind satisfies never;
  }
}

/** The period of the same kind before it. */
export function periodBefore(kind: PeriodKind, period: Period): Period {
  return periodHolding(kind, addDays(period.from, -1));
}

function endOfMonths(from: Day, months: number): Day {
  const month = Number(from.slice(5, 7)) - 1 + months;
  const year = Number(from.slice(0, 4)) + Math.floor(month / 12);
  return addDays(day(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`), -1);
}
