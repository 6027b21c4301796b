import type { Day } from '../../facts/days.js';
import type { Channel, File, PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ReceiveMessageRequest {
  readonly on: Day;
  readonly channel: Channel;
  readonly from: PersonId | null;
  readonly text: string;
  readonly files: readonly File[];
}

/** 5.12: what someone writes or says about a case that is known already goes on its record; it opens no other case. */
export function mayReceiveMessage(c: Case, request: ReceiveMessageRequest, context: Context): Decision {
  const { on, channel, from, text, files } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      text.trim() === '' && files.length === 0
        ? no('text-missing', 'Write down what was said, or add the file that holds it.', { field: 'text' })
        : null,
    ],
    () =>
      allow([{ what: { type: 'MessageReceived', channel, from, words: context.keep(text), files }, on }], {
        warnings: afterTheEnd(c),
      }),
  );
}

function afterTheEnd(c: Case): readonly string[] {
  switch (c.standing.is) {
    case 'answered':
      return c.standing.stage === 1
        ? [
            'Stage 1 has been answered. If the resident is not satisfied, in whatever words, record a request for stage 2.',
          ]
        : ['The final response has been sent. If the resident is not satisfied, give them the Ombudsman’s details.'];
    case 'withdrawn':
      return ['The complaint was withdrawn. If the resident raises it again, open a new case from this one.'];
    case 'request-open':
    case 'request-answered':
    case 'noted':
      return ['If the resident is dissatisfied, offer the choice to complain.'];
    default:
      return [];
  }
}
