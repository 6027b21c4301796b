import type { Day } from '../../facts/days.js';
import type { Happened, LetterId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { lastSendingOf, sendingTakenBack } from '../sending.js';

export interface ReturnLetterRequest {
  readonly on: Day;
  readonly letter: LetterId;
  /** It never got there (a message bounced), or it came back (post returned). */
  readonly what: 'delivery-failed' | 'returned';
  readonly text: string | null;
}

/** A letter that did not reach the resident: it has to go again, and until then someone sees that it has not. */
export function mayReturnLetter(c: Case, request: ReturnLetterRequest, context: Context): Decision {
  const { on, letter, what, text } = request;
  const known = c.letters.find((l) => l.id === letter);
  return unless(
    [
      dayOfAct(c, on, context),
      known === undefined || known.sentOn === null
        ? no('not-sent', 'This letter was not sent, so it can’t have come back. Choose one that was.', {
            field: 'letter',
          })
        : null,
      known !== undefined && known.sentOn !== null && on < known.sentOn
        ? no('before-sent', 'It was sent after that day. Check the day.', { field: 'on' })
        : null,
    ],
    () =>
      allow(
        [
          // What was never delivered was not sent: the act that it carried is taken back, and its clock runs again.
          ...(what === 'returned' ? [] : takenBack(c, letter, context)),
          {
            what: {
              type: what === 'returned' ? 'LetterReturned' : 'LetterDeliveryFailed',
              letter,
              words: kept(context, text),
            },
            on,
          },
        ],
        { warnings: ['The resident has not had this letter. Check how to reach them and send it again.'] },
      ),
  );
}

function takenBack(c: Case, letter: LetterId, context: Context): readonly Happened[] {
  const seq = lastSendingOf(c, letter);
  return seq === null ? [] : sendingTakenBack(c, seq, 'It could not be delivered.', context);
}
