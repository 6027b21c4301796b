/** Which packs a landlord has taken off the calendar, and how long after its period a pack is made. */
import { nameOfKind, type PackKind, packKinds } from '../reports/packs/calendar.js';
import type { Trx } from './database.js';
import { readSetting, writeSetting } from './rules.js';

export interface PackCalendar {
  /** Names of kinds that are not made. What is new in a release is made until it is taken off. */
  readonly off: readonly string[];
  /** Calendar days; 1 is the day after the period. */
  readonly daysAfter: number;
}

export async function readPackCalendar(trx: Trx): Promise<PackCalendar> {
  return { off: [], daysAfter: 3, ...(await readSetting<Partial<PackCalendar>>(trx, 'packs')) };
}

export async function writePackCalendar(trx: Trx, calendar: PackCalendar): Promise<void> {
  await writeSetting(trx, 'packs', calendar);
}

export const chosenKinds = ({ off }: PackCalendar): readonly PackKind[] =>
  packKinds.filter((kind) => !off.includes(nameOfKind(kind)));
