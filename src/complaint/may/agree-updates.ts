import type { Day } from '../../facts/days.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, stageRuns, unless } from '../objections.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AgreeUpdatesRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly everyWorkingDays: number;
  readonly agreedWithResident: boolean;
  readonly note: string | null;
}

/** 5.9: where an answer will fall outside the time limits, how often the resident hears from us is agreed with them. */
export function mayAgreeUpdates(c: Case, request: AgreeUpdatesRequest, context: Context): Decision {
  const { on, stage, everyWorkingDays, agreedWithResident, note } = request;
  const provision = provisionFor(c.edition, 'update-interval');
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      Number.isInteger(everyWorkingDays) && everyWorkingDays >= 1 && everyWorkingDays <= 60
        ? null
        : no('interval-out-of-range', 'Enter a whole number of working days from 1 to 60.', {
            field: 'everyWorkingDays',
          }),
      !agreedWithResident && (note === null || note.trim() === '')
        ? no('note-missing', 'Write down how you tried to agree this with the resident.', { field: 'note', provision })
        : null,
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'UpdateIntervalAgreed',
              stage,
              everyWorkingDays,
              agreedWithResident,
              note: kept(context, note),
            },
            on,
          },
        ],
        {
          warnings: agreedWithResident
            ? []
            : [
                `The interval should be agreed with the resident: try again${inBrackets(c.edition, 'update-interval')}.`,
              ],
        },
      ),
  );
}
