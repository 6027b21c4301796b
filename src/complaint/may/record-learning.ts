import type { Day } from '../../facts/days.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, isComplaint, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { type CauseSaid, causeStands } from './find-cause.js';

export interface RecordLearningRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  /** A theme of the landlord's own list; null says that there is nothing to learn, and `text` why. */
  readonly learning: string | null;
  readonly text: string;
  /** What lay behind it. Null only where this stage has a cause on record. */
  readonly cause: CauseSaid | null;
}

/**
 * 9.1: what lay behind the complaint and what the landlord learns from it, asked together; that there is nothing to learn
 * needs its reason too.
 */
export function mayRecordLearning(c: Case, request: RecordLearningRequest, context: Context): Decision {
  const { on, stage, learning, text, cause } = request;
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
      cause !== null
        ? causeStands(c, stage, cause)
        : c.stages[stage] !== null && c.stages[stage].causes.length === 0
          ? no('cause-missing', 'Choose what lay behind it.', {
              field: 'cause',
              provision: provisionFor(c.edition, 'learning'),
            })
          : null,
    ],
    () =>
      allow([
        ...(cause === null
          ? []
          : [
              {
                what: {
                  type: 'CauseFound' as const,
                  stage,
                  points: cause.points,
                  cause: cause.cause,
                  words: kept(context, cause.text),
                },
                on,
              },
            ]),
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
