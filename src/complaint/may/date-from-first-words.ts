import { type Day, inWords } from '../../facts/days.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, type Objection, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DateFromFirstWordsRequest {
  readonly on: Day;
  readonly voiced: boolean;
  /** The day on which the request behind this complaint was received. */
  readonly firstWordsOn: Day;
  /** What in the first words shows it, or why nothing does. */
  readonly reason: string;
}

/**
 * 1.2, 1.3: a complaint counts from the day on which dissatisfaction was voiced. When a resident says that what we logged as
 * a request was none, an officer reads the first words again: voiced there, the complaint was received that day.
 */
export function mayDateFromFirstWords(c: Case, request: DateFromFirstWordsRequest, context: Context): Decision {
  const { on, voiced, firstWordsOn, reason } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      isChosen(c),
      voiced && firstWordsOn > c.receivedOn
        ? no('after-receipt', `The first words came after ${inWords(c.receivedOn)}. Check the day.`, {
            field: 'firstWordsOn',
          })
        : null,
      written('reason', reason, 'Write down which words show it, or why none do.'),
    ],
    () => {
      const words = context.keep(reason);
      const [received] = c.history;
      if (!voiced || received?.what.type !== 'Received' || firstWordsOn === c.receivedOn)
        return allow([{ what: { type: 'NoteMade', words, files: [] }, on }]);
      const becomes = { what: received.what, happenedOn: firstWordsOn };
      return allow([{ what: { type: 'EntryCorrected', seq: received.seq, reason: words, becomes }, on }]);
    },
  );
}

/** Whether there is a request behind the complaint, whose first words can be read again. */
export function firstWordsToRead(c: Case): boolean {
  return c.links.some(({ relation }) => relation === 'request-behind-this-complaint');
}

function isChosen(c: Case): Objection {
  return firstWordsToRead(c)
    ? null
    : no('no-request-behind-it', 'There is no request behind this complaint whose first words could be read again.');
}
