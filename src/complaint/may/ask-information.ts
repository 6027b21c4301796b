import type { Day } from '../../facts/days.js';
import type { RequestId, TeamId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, dayToCome, stageRuns, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskInformationRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly of: TeamId;
  readonly contractor: boolean;
  readonly dueOn: Day;
  readonly text: string;
}

/** 5.4, 5.5: what a team or contractor has to tell us. Their time is within ours, whoever they are. */
export function mayAskInformation(c: Case, request: AskInformationRequest, context: Context): Decision {
  const { on, stage, of, contractor, dueOn, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      written('text', text, 'Write down what you need to know.'),
      dayToCome('dueOn', dueOn, context, { notBefore: on }),
    ],
    () =>
      allow([
        {
          what: {
            type: 'InformationAsked',
            request: context.newId<RequestId>(),
            stage,
            of,
            contractor,
            dueOn,
            words: context.keep(text),
          },
          on,
        },
      ]),
  );
}
