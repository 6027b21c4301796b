/** What an answer lacks of what puts things right: each remedy with what, how much and by when, each promise with its date. */
import { inWords } from '../facts/days.js';
import { pounds } from '../facts/money.js';
import type { Against } from './must-say.js';
import { inAllWords, offeredInAll, promisesOf, remediesOf } from './putting-right.js';
import { holds, keeps, substantial } from './substance.js';

/** What the letter doesn't say of the remedies on record; null when it says all. */
export function lackOfRemedies(text: string, { case: c, say }: Against, stage: 1 | 2): string | null {
  const remedies = remediesOf(c, stage);
  if (remedies.length === 0) {
    return substantial(text)
      ? null
      : "The letter doesn't say whether anything is offered to put things right: say so, also if it is nothing.";
  }
  const gone = remedies.filter(
    (r) =>
      !keeps(text, r.words, say) ||
      (r.pence !== null && !holds(text, pounds(r.pence))) ||
      (r.dueOn !== null && r.state !== 'done' && !holds(text, inWords(r.dueOn))),
  );
  if (gone.length > 0)
    return `${many(gone.length, 'remedy', 'remedies')} on record ${gone.length === 1 ? 'is' : 'are'} not in the letter with what, how much and by when: ${shown(gone.map((r) => say(r.words)))}.`;
  const undated = remedies.filter(({ pence, dueOn, state }) => pence !== null && dueOn === null && state !== 'done');
  if (undated.length > 0)
    return `The letter offers money without a day to pay it by: ${shown(undated.map((r) => say(r.words)))}. Correct the offer in the history and give the day.`;
  const inAll = offeredInAll(c, stage);
  return inAll === null || holds(text, inAllWords(inAll))
    ? null
    : `The letter offers several sums and doesn't say what they come to. Put this sentence in: ${inAllWords(inAll)}`;
}

/** What the letter doesn't say of the promises on record; null when it says all. */
export function lackOfPromises(text: string, { case: c, say }: Against, stage: 1 | 2): string | null {
  const promises = promisesOf(c, stage);
  if (promises.length === 0) {
    return substantial(text)
      ? null
      : "The letter doesn't say whether anything is still to be done: say so, also if it is nothing.";
  }
  const gone = promises.filter(
    (p) => !keeps(text, p.words, say) || (p.state === 'open' && !holds(text, inWords(p.dueOn))),
  );
  return gone.length === 0
    ? null
    : `${many(gone.length, 'promise', 'promises')} on record ${gone.length === 1 ? 'is' : 'are'} not in the letter with the date: ${shown(gone.map((p) => say(p.words)))}.`;
}

function many(n: number, one: string, more: string): string {
  return n === 1 ? `1 ${one}` : `${n} ${more}`;
}

function shown(texts: readonly (string | null)[]): string {
  return texts.map((t) => `'${(t ?? 'erased').slice(0, 60)}'`).join(', ');
}
