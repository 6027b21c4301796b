/** One calendar month, and two further, for a request for what is held of a person (UK GDPR, article 12(3)). */
import { addDays, type Day, inWords, parseDay } from '../../facts/days.js';
import { no, type Objection, written } from '../objections.js';

const monthsToAnswer = 1;
const furtherMonths = 2;

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

/** When a request is to be answered: counted from the day it came, also where it was extended. */
export function subjectRequestDue(receivedOn: Day, extended: boolean): Day {
  return monthsAfter(receivedOn, extended ? monthsToAnswer + furtherMonths : monthsToAnswer);
}

export interface ExtensionAsked {
  readonly receivedOn: Day;
  readonly extendedToldOn: Day | null;
  readonly answeredOn: Day | null;
}

/** What speaks against extending it; null when nothing does. */
export function objectionToExtending(request: ExtensionAsked, toldOn: Day, because: string | null): Objection {
  const field = 'because';
  if (request.answeredOn !== null)
    return no('answered', `It was answered on ${inWords(request.answeredOn)}. There is nothing to extend.`);
  if (request.extendedToldOn !== null)
    return no('extended-before', `It was extended on ${inWords(request.extendedToldOn)}, and that can be done once.`);
  if (toldOn > subjectRequestDue(request.receivedOn, false))
    return no('month-over', 'The month is over: an extension has to be told within it. Answer as soon as you can.', {
      field,
    });
  return written(field, because, 'Say why it needs longer: the reason was told to the person.');
}
