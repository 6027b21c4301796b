import type { Day } from '../../facts/days.js';
import type { Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerRequestRequest {
  readonly on: Day;
  readonly text: string;
  readonly how: Sending;
}

/** 1.4: a service request is recorded and answered; the resident may be dissatisfied with the answer and complain. */
export function mayAnswerRequest(c: Case, request: AnswerRequestRequest, context: Context): Decision {
  const { on, text, how } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.kind === 'service-request' ? null : no('not-a-request', 'This is not logged as a service request.'),
      c.requestAnswered === null ? null : no('already-answered', 'This request has been answered already.'),
      written('text', text, 'Write down what the resident was told.'),
    ],
    () => allow([{ what: { type: 'ServiceRequestAnswered', words: context.keep(text), how }, on }]),
  );
}
