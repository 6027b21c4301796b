import { type Day, inWords } from '../../facts/days.js';
import type { HazardId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardClocksOrWhyNot } from '../hazard-clocks.js';
import { hazardIs, hazardOf, whenOfHazard } from '../hazard-objections.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface PutOffHazardWorkRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  readonly text: string;
}

/** Further work can't begin within five working days: why, and what was done towards it. Then it has twelve weeks. */
export function mayPutOffHazardWork(c: Case, request: PutOffHazardWorkRequest, context: Context): Decision {
  const { on, hazard, text } = request;
  const known = hazardOf(c, hazard);
  const counted = hazardClocksOrWhyNot(c, context.rules, { today: context.today, now: null });
  const clocks = counted.ok ? counted.clocks : [];
  const clock = clocks.find((one) => one.hazard === hazard && one.duty === 'further-work');
  return unless(
    [
      hazardIs(c, hazard),
      known !== null && (clock === undefined || known.workBegunOn !== null)
        ? no('no-work-owed', 'No further work waits to begin there. Choose another hazard.', { field: 'hazard' })
        : null,
      whenOfHazard(c, { hazard, on, at: null }, context),
      written('text', text, 'Say why it can’t begin yet, and what was done towards it.'),
    ],
    () =>
      allow([{ what: { type: 'HazardWorkPutOff', hazard, reason: context.keep(text) }, on }], {
        warnings:
          clock !== undefined && known?.workPutOff === null && on > clock.due
            ? [`It was to begin by ${inWords(clock.due)}. Told after that, it moves nothing: the work is late`]
            : [],
      }),
  );
}
