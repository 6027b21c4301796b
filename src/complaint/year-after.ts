import { type Day, parseDay } from '../facts/days.js';

/** The same date a year later; after 29 February it is 1 March, which leaves the resident the longer time. */
export function yearAfter(from: Day): Day {
  const year = String(Number(from.slice(0, 4)) + 1).padStart(4, '0');
  return parseDay(`${year}${from.slice(4)}`) ?? (`${year}-03-01` as Day);
}
