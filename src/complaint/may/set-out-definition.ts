import type { Day } from '../../facts/days.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, noConflict, stageRuns, unless } from '../objections.js';
import { standingPoints } from '../points.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { allDefined } from './acknowledge.js';

export interface SetOutDefinitionRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly letter: LetterOut | null;
}

/** 5.6, 5.7: our understanding and the outcomes sought, in writing: after a call that acknowledged, or when they change. */
export function maySetOutDefinition(c: Case, request: SetOutDefinitionRequest, context: Context): Decision {
  const { on, stage, letter } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      allDefined(c, stage),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'DefinitionSetOut',
              stage,
              points: standingPoints(c, stage).map((p) => p.id),
              letter: letter?.id ?? null,
            },
            on,
          },
          ...letterSent(letter, stage === 1 ? 'acknowledgement' : 'stage-2-acknowledgement', stage, on, context),
        ],
        { warnings: notWrittenTo(c, letter) },
      ),
  );
}
