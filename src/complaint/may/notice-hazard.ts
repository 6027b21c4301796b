import type { Day } from '../../facts/days.js';
import type { HazardId, HazardKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface NoticeHazardRequest {
  readonly on: Day;
  readonly kind: HazardKind;
  /** To the minute, ISO 8601 in UTC, when it is known. */
  readonly awareAt: string | null;
  readonly text: string | null;
}

/** Hazards in social housing (SI 2025/1042): the clock runs from when the landlord becomes aware, complaint or none. */
export function mayNoticeHazard(c: Case, request: NoticeHazardRequest, context: Context): Decision {
  const { on, kind, awareAt, text } = request;
  return unless(
    [
      on > context.today
        ? no('in-the-future', 'The day is in the future. Enter the day it was noticed.', { field: 'on' })
        : null,
      awareAt !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?)?Z$/.test(awareAt)
        ? no('aware-at-unreadable', 'Enter the time as hours and minutes, or leave it out.', { field: 'awareAt' })
        : null,
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
            },
            on,
          },
        ],
        {
          warnings: [
            ...(on < c.receivedOn ? ['The landlord knew of this before the case was received.'] : []),
            'Hand this over at once. It does not wait for the complaint.',
          ],
        },
      ),
  );
}
