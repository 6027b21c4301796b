/** The reporting year that an address names: '2025-26', of those that can have figures. */
import type { Period } from '../../reports/measured.js';
import { financialYear, parseYear, yearOf } from '../../reports/period.js';
import type { Visit } from '../visit.js';

const first = 2020;

/** Null for what is no year, lies before the first Code, or has not begun. */
export function yearIn(visit: Visit): Period | null {
  const year = parseYear(visit.params.year ?? '');
  if (year === null || year.from > visit.today || yearOf(year.from) < first) return null;
  return year.name === visit.params.year ? year : null;
}

/** The latest year that has ended, and those before it, as far back as a Code goes. */
export function yearsToReturn(visit: Visit, most = 4): readonly Period[] {
  const now = yearOf(visit.today);
  return Array.from({ length: Math.min(most, now - first + 1) }, (_, i) => financialYear(now - i));
}
