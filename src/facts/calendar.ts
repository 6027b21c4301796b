/** Placeholder of types until the room is furnished. */
import type { Day } from './days.js';
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  addWorkingDays(from: Day, n: number): Day;
  workingDaysBetween(from: Day, to: Day): number;
  nextWorkingDay(day: Day): Day;
  readonly knownUntil: Day;
}
