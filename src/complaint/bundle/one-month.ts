/** One calendar month, for a request for what is held of a person (UK GDPR, article 12(3)). */
import { addDays, type Day, parseDay } from '../../facts/days.js';

/**
 * The same date some months later; where that month has none, its last day. It does not roll over days off: an answer
 * by this day is in time however they are counted.
 */
export function monthsAfter(from: Day, months: number): Day {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const name = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const same = parseDay(`${name}-${String(day).padStart(2, '0')}`);
  if (same !== null) return same;
  const next = monthsAfter(`${from.slice(0, 7)}-01` as Day, months + 1);
  return addDays(next, -1);
}
