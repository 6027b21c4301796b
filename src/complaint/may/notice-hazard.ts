import { type Day, inWords } from '../../facts/days.js';
import type { HazardId, HazardKind, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { timeOf } from '../hazard-objections.js';
import { isEmergency, possibleHazards } from '../hazards.js';
import { kept } from '../kept.js';
import { no, notTakenBack, pointsAre, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface NoticeHazardRequest {
  readonly on: Day;
  readonly kind: HazardKind;
  /** Somebody may come to harm at once. What is of the kind 'emergency' always is one. */
  readonly emergency: boolean;
  /** Those of the complaint that tell of it. */
  readonly points: readonly PointId[];
  /** To the minute, ISO 8601 in UTC, when it is known. */
  readonly awareAt: string | null;
  readonly text: string | null;
}

/** Hazards in social housing (SI 2025/1042): the clock runs from when the landlord becomes aware, complaint or none. */
export function mayNoticeHazard(c: Case, request: NoticeHazardRequest, context: Context): Decision {
  const { on, kind, points, awareAt, text } = request;
  const emergency = isEmergency(request);
  return unless(
    [
      notTakenBack(c),
      on > context.today
        ? no('in-the-future', 'The day is in the future. Enter the day it was noticed.', { field: 'on' })
        : null,
      timeOf('awareAt', on, awareAt, context),
      pointsAre(c, points, 'standing'),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'HazardNoticed',
              hazard: context.newId<HazardId>(),
              kind,
              awareAt,
              words: kept(context, text),
              emergency,
              points,
            },
            on,
          },
        ],
        {
          warnings: [
            ...(on < c.receivedOn ? ['The landlord knew of this before the case was received.'] : []),
            ...(on > c.receivedOn && possibleHazards(c).includes(kind)
              ? [
                  `The first words, received on ${inWords(c.receivedOn)}, seemed to tell of it already. If they did, correct the day: the time limits run from then.`,
                ]
              : []),
            'Hand this over at once. It does not wait for the complaint.',
          ],
        },
      ),
  );
}
