/** The year of the annual report: 1 April to 31 March. */
import type { Day } from '../../facts/days.js';
import { financialYear, yearOf } from '../../reports/period.js';
import type { Period } from '../../store/oversight.js';
import type { Visit } from '../visit.js';

export interface ReportYear extends Period {
  /** The year in which it begins. */
  readonly begins: number;
  /** '2026-27'. */
  readonly words: string;
}

const first = 2020;

export function reportYear(begins: number, today: Day): ReportYear {
  const { name, from, until } = financialYear(begins);
  return { from, until, today, begins, words: name };
}

/** The year that the address names, when it is one that can be; else this one. */
export function yearAsked(visit: Visit): ReportYear {
  const now = yearOf(visit.today);
  const asked = Number(visit.query.year);
  return reportYear(Number.isInteger(asked) && asked >= first && asked <= now ? asked : now, visit.today);
}
