import type { Day } from '../../facts/days.js';
import type { File } from '../../facts/happened.js';
import { failureKindOn } from '../../law/ombudsman-words.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeFailureNoticeRequest {
  readonly on: Day;
  readonly kind: string;
  readonly text: string;
  readonly files: readonly File[];
}

/** 8.1(c): a failure in complaint handling that the Housing Ombudsman ordered to be put right, or gave notice of. */
export function mayTakeFailureNotice(c: Case, request: TakeFailureNoticeRequest, context: Context): Decision {
  const { on, kind, text, files } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      failureKindOn(kind, on) !== null
        ? null
        : no('kind-unknown', 'Choose what kind of order or notice it is; notices came into use later.', {
            field: 'kind',
          }),
      written('text', text, 'Write down what it says and asks.'),
    ],
    () => allow([{ what: { type: 'FailureNoticeReceived', kind, words: context.keep(text), files }, on }]),
  );
}
