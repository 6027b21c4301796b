/** The year of the annual report: 1 April to 31 March. */
import { type Day, parseDay } from '../../facts/days.js';
import type { Period } from '../../store/oversight.js';
import type { Visit } from '../visit.js';

export interface ReportYear extends Period {
  /** The year in which it begins. */
  readonly begins: number;
  /** '2026-27'. */
  readonly words: string;
}

const first = 2020;

export function yearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

export function reportYear(begins: number, today: Day): ReportYear {
  const from = parseDay(`${begins}-04-01`);
  const until = parseDay(`${begins + 1}-03-31`);
  if (from === null || until === null) throw new Error(`${begins} is no year`);
  return { from, until, today, begins, words: `${begins}-${String((begins + 1) % 100).padStart(2, '0')}` };
}

/** The year that the address names, when it is one that can be; else this one. */
export function yearAsked(visit: Visit): ReportYear {
  const now = yearOf(visit.today);
  const asked = Number(visit.query.year);
  return reportYear(Number.isInteger(asked) && asked >= first && asked <= now ? asked : now, visit.today);
}
