import type { Day } from '../../facts/days.js';
import type { File, RequestId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ReceiveInformationRequest {
  readonly on: Day;
  readonly request: RequestId;
  readonly text: string;
  readonly files: readonly File[];
}

/** 5.12: what a team or contractor answered, kept with the complaint. */
export function mayReceiveInformation(c: Case, request: ReceiveInformationRequest, context: Context): Decision {
  const { on, request: id, text, files } = request;
  const asked = c.requests.find((r) => r.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      asked === undefined
        ? no('no-such-request', 'No such request was made. Choose one that is open.', { field: 'request' })
        : null,
      asked !== undefined && on < asked.askedOn
        ? no('before-asked', 'It was asked after that day. Check the day.', { field: 'on' })
        : null,
      files.length === 0 ? written('text', text, 'Write down the answer, or add the file that holds it.') : null,
    ],
    () => allow([{ what: { type: 'InformationReceived', request: id, words: context.keep(text), files }, on }]),
  );
}
