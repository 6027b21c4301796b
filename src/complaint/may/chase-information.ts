import type { Day } from '../../facts/days.js';
import type { RequestId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ChaseInformationRequest {
  readonly on: Day;
  readonly request: RequestId;
  readonly text: string | null;
}

/** 5.5: an answer that a team or contractor still owes. */
export function mayChaseInformation(c: Case, request: ChaseInformationRequest, context: Context): Decision {
  const { on, request: id, text } = request;
  const asked = c.requests.find((r) => r.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      asked === undefined
        ? no('no-such-request', 'No such request was made. Choose one that is open.', { field: 'request' })
        : null,
      asked !== undefined && asked.receivedOn !== null
        ? no('already-received', 'This has been answered already.', { field: 'request' })
        : null,
      asked !== undefined && on < asked.askedOn
        ? no('before-asked', 'It was asked after that day. Check the day.', { field: 'on' })
        : null,
    ],
    () => allow([{ what: { type: 'InformationChased', request: id, words: kept(context, text) }, on }]),
  );
}
