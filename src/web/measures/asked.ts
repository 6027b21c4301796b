/** What the address of a figure asks for: the measure, its part and reading, the period, the service area. */
import { addDays, type Day, inShortWords, parseDay } from '../../facts/days.js';
import type { FigureKey, Period } from '../../reports/measured.js';
import { financialYear, parseYear, periodHolding, yearOf } from '../../reports/period.js';
import type { Fields, Visit } from '../visit.js';

function text(query: Fields, name: string): string | null {
  const value = query[name];
  // What no name holds: PostgreSQL takes no zero byte in a text.
  return typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null;
}

/** The period of the address: `year=2023-24`, or `from` and `until`; else the reporting year that is running. */
export function askedPeriod(query: Fields, today: Day): Period {
  const year = parseYear(text(query, 'year') ?? '');
  if (year !== null) return year;
  const [first, last] = (text(query, 'period') ?? '').split('_');
  const from = parseDay(text(query, 'from') ?? first);
  const until = parseDay(text(query, 'until') ?? last);
  return from !== null && until !== null && from <= until ? periodOf(from, until) : financialYear(yearOf(today));
}

/** A period by the name that people have for it. */
export function periodOf(from: Day, until: Day): Period {
  for (const kind of ['year', 'quarter', 'month'] as const) {
    const known = periodHolding(kind, from);
    if (known.from === from && known.until === until) return known;
  }
  return { name: `${inShortWords(from)} to ${inShortWords(until)}`, from, until };
}

export function askedArea(query: Fields): string | null {
  return text(query, 'area');
}

export function askedKey(visit: Visit): FigureKey {
  return { id: visit.params.id ?? '', group: text(visit.query, 'group'), reading: text(visit.query, 'reading') };
}

/** The address of a figure; the same figure in the same period has the same one. */
export function figureHref(
  { id, group, reading }: FigureKey,
  period: Pick<Period, 'from' | 'until'>,
  area: string | null,
  more: { readonly under?: string; readonly query?: Readonly<Record<string, string>> } = {},
): string {
  const query = new URLSearchParams({
    ...(group === null ? {} : { group }),
    ...(reading === null ? {} : { reading }),
    from: period.from,
    until: period.until,
    ...(area === null ? {} : { area }),
    ...more.query,
  });
  return `/figures/measures/${id}${more.under === undefined ? '' : `/${more.under}`}?${query}`;
}

/** Reporting years from the first case on, then the last quarters and months, the latest first. */
export function periodsToChoose(firstReceipt: Day | null, today: Day): readonly Period[] {
  const now = yearOf(today);
  const since = firstReceipt === null ? now : Math.max(yearOf(firstReceipt), now - 15);
  const years = Array.from({ length: now - since + 1 }, (_, i) => financialYear(now - i));
  const back = (kind: 'quarter' | 'month', most: number): Period[] => {
    const found: Period[] = [];
    for (let at: Day = today; found.length < most; ) {
      const one = periodHolding(kind, at);
      found.push(one);
      at = addDays(one.from, -1);
    }
    return found;
  };
  return [...years, ...back('quarter', 6), ...back('month', 13)];
}
