import { type Day, inWords } from '../../facts/days.js';
import type { Channel, PersonId, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, isComplaint, no, type Objection, pointsAre, unless } from '../objections.js';
import { ownPoints } from '../points.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { actingFor, residentsOf } from '../who.js';

export interface EscalateRequest {
  readonly on: Day;
  readonly channel: Channel;
  readonly from: PersonId | null;
  readonly points: 'all' | readonly PointId[];
  /** Why they are not satisfied, when they say; no reason is needed (6.12). */
  readonly text: string | null;
}

/** 6.10, 6.12: what the resident is not satisfied with goes to stage 2: any way of asking, no reason, some points or all. */
export function mayEscalate(c: Case, request: EscalateRequest, context: Context): Decision {
  const { on, channel, from, points, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      alreadyAtStage2(c),
      points !== 'all' && points.length === 0
        ? no('points-missing', 'Choose the points that go to stage 2, or all of them.', { field: 'points' })
        : null,
      points === 'all' ? null : pointsAre(c, points, 'standing'),
      points === 'all' && ownPoints(c, 1).length === 0
        ? no('no-points', 'The complaint has no points of ours yet. Raise them first.', { field: 'points' })
        : null,
    ],
    () =>
      allow([{ what: { type: 'EscalationRequested', channel, from, points, words: kept(context, text) }, on }], {
        warnings: [
          ...tooEarly(c, on),
          ...withoutAuthority(c, from, on),
          ...(text === null
            ? [
                `Ask, where you can, why the resident remains unhappy. Do not wait for it${inBrackets(c.edition, 'no-reason-needed')}.`,
              ]
            : []),
        ],
      }),
  );
}

function alreadyAtStage2(c: Case): Objection {
  const stage2 = c.stages[2];
  if (stage2 === null) return null;
  if (stage2.respondedOn !== null)
    return no(
      'stage-2-answered',
      `The final response was sent on ${inWords(stage2.respondedOn)}. There is no further stage: give the resident the Ombudsman’s details.`,
      { provision: provisionFor(c.edition, 'final-response') },
    );
  return c.escalation !== null && c.escalation.refusedOn !== null
    ? null
    : no('already-escalated', 'Stage 2 has been asked for already. Add the further points to that request.', {
        field: 'points',
      });
}

/** 3.6: the request is not turned away; that the resident wants it is asked meanwhile. */
function withoutAuthority(c: Case, from: PersonId | null, on: Day): readonly string[] {
  if (from === null || residentsOf(c).includes(from) || actingFor(c, on).some(({ person }) => person === from))
    return [];
  return [
    `The resident has not said yet that this person may act for them. The request stands: ask the resident${inBrackets(c.edition, 'representative')}.`,
  ];
}

function tooEarly(c: Case, on: Day): readonly string[] {
  const answered = c.stages[1]?.respondedOn ?? null;
  if (answered !== null && on >= answered) return [];
  return provisionFor(c.edition, 'after-stage-1') !== null
    ? [
        `Stage 1 has not been answered. The ${c.edition} Code has stage 2 follow the end of stage 1${inBrackets(c.edition, 'after-stage-1')}.`,
      ]
    : ['Stage 1 has not been answered. The request stands and its clocks run; the stage 1 answer is still owed.'];
}
