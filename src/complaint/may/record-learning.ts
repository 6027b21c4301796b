import type { Day } from '../../facts/days.js';
import type { Case } from '../case.js';
import { dayOfAct, isComplaint, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RecordLearningRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  /** A theme of the landlord's own list; null says that there is nothing to learn, and `text` why. */
  readonly learning: string | null;
  readonly text: string;
}

/** 9.1: what the landlord learns from the case; that there is nothing to learn needs its reason too. */
export function mayRecordLearning(c: Case, request: RecordLearningRequest, context: Context): Decision {
  const { on, stage, learning, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      learning !== null && learning.trim() === ''
        ? no('learning-missing', 'Choose what the learning is about.', { field: 'learning' })
        : null,
      written(
        'text',
        text,
        learning === null ? 'Write down why there is nothing to learn from this.' : 'Write down what you learnt.',
        provisionFor(c.edition, 'learning'),
      ),
    ],
    () =>
      allow([
        {
          what:
            learning === null
              ? { type: 'NoLearningFound', stage, reason: context.keep(text) }
              : { type: 'LearningRecorded', stage, learning, words: context.keep(text) },
          on,
        },
      ]),
  );
}
