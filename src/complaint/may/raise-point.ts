import type { Day } from '../../facts/days.js';
import type { Channel, Happened, Hearer, PersonId, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, isComplaint, no, type Objection, unless, written } from '../objections.js';
import { openedFrom } from '../opening.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RaisePointRequest {
  readonly on: Day;
  readonly text: string;
  /** Since when it has been so, when the resident says. */
  readonly since: Day | null;
  readonly by: PersonId | null;
  readonly channel: Channel;
  readonly firstHeardBy: Hearer;
  /** 6.8, asked and never guessed: it joins this complaint, or goes on as a case of its own. Null: not said yet. */
  readonly goes:
    | { readonly where: 'joins' }
    | {
        readonly where: 'new-case';
        readonly because: 'unrelated' | 'response-issued' | 'would-delay';
        readonly reason: string;
      }
    | null;
}

/**
 * 6.8: a related point raised before the stage 1 response joins the complaint. After it, or when the point is unrelated or
 * would delay the answer unreasonably, it becomes a complaint of its own, received on the day it was raised.
 */
export function mayRaisePoint(c: Case, request: RaisePointRequest, context: Context): Decision {
  const { on, text, since, by, goes } = request;
  const provision = provisionFor(c.edition, 'further-points');
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      written('text', text, 'Write the point in the resident’s words.'),
      since !== null && since > on
        ? no('since-later', 'It can’t have begun after it was raised. Check the day.', { field: 'since' })
        : null,
      goes === null
        ? no('where-it-goes', 'Say whether this joins the complaint or becomes a case of its own.', {
            field: 'goes',
            provision,
          })
        : goes.where === 'joins'
          ? canJoin(c, on)
          : written('reason', goes.reason, 'Write down why it becomes a case of its own.', provision),
      goes !== null && goes.where === 'new-case' && goes.because === 'response-issued' && !answered(c, on)
        ? no(
            'response-not-issued',
            'The stage 1 response has not been sent, so that is no reason. Choose another, or let it join.',
            {
              field: 'goes',
              provision,
            },
          )
        : null,
    ],
    () => {
      const point = context.newId<PointId>();
      const words = context.keep(text);
      const raised: Happened = { what: { type: 'PointRaised', point, words, since, by: by ?? c.person, stage: 1 }, on };
      if (goes === null || goes.where === 'joins') return allow([raised], { warnings: setOutAgain(c) });
      const { channel, firstHeardBy } = request;
      // The new case keeps the words under a digest of its own, so that each case can be erased by itself.
      const start = {
        on,
        channel,
        firstHeardBy,
        words: context.keep(text),
        files: [],
        relation: 'split-from',
      } as const;
      const opening = openedFrom(c, start, context);
      const reason = context.keep(goes.reason);
      return allow(
        [raised, { what: { type: 'PointSplitOff', point, to: opening.id, because: goes.because, reason }, on }],
        { opens: [opening] },
      );
    },
  );
}

function answered(c: Case, on: Day): boolean {
  const respondedOn = c.stages[1]?.respondedOn ?? null;
  return respondedOn !== null && on >= respondedOn;
}

function canJoin(c: Case, on: Day): Objection {
  const respondedOn = c.stages[1]?.respondedOn ?? null;
  if (respondedOn === null || on < respondedOn) return null;
  return no(
    'response-issued',
    'Stage 1 has been answered, so a new point becomes a case of its own. If the resident disputes the answer, record a request for stage 2.',
    { field: 'goes', provision: provisionFor(c.edition, 'further-points') },
  );
}

function setOutAgain(c: Case): readonly string[] {
  return c.stages[1]?.definedOn
    ? ['The resident has been told how we understand the complaint: define this point and tell them too.']
    : [];
}
