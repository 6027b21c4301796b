/** The year whose cases are looked at: as the address names it by the year in which it begins, else the one that runs. */
import { codes } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import type { Period } from '../../reports/measured.js';
import { financialYear, yearOf } from '../../reports/period.js';
import type { Visit } from '../visit.js';

const first = 2020;

export function yearOfEvidence(visit: Visit): Period {
  const now = yearOf(visit.today);
  const asked = Number(visit.query.year);
  return financialYear(Number.isInteger(asked) && asked >= first && asked <= now ? asked : now);
}

/** The years that can be looked at under an edition, the latest first: those in which cases came under it, and one after. */
export function yearsOf(edition: Edition, visit: Visit): readonly Period[] {
  const { from, until } = codes[edition];
  const last = Math.min(yearOf(visit.today), until === null ? Number.POSITIVE_INFINITY : yearOf(until) + 1);
  const years: Period[] = [];
  for (let year = last; year >= Math.max(first, yearOf(from)); year -= 1) years.push(financialYear(year));
  return years;
}
