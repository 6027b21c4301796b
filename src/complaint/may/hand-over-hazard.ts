import type { Day } from '../../facts/days.js';
import type { HazardId, TeamId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, whenOfHazard } from '../hazard-objections.js';
import { kept } from '../kept.js';
import { unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface HandOverHazardRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  readonly to: TeamId;
  /** To the minute, ISO 8601 in UTC, when it is known. */
  readonly at: string | null;
  /** The number of their job, when it has one already. */
  readonly job: string | null;
  readonly text: string | null;
}

/** A hazard goes to whoever deals with it as soon as anybody knows of it; the complaint is another matter. */
export function mayHandOverHazard(c: Case, request: HandOverHazardRequest, context: Context): Decision {
  const { on, hazard, to, at, job, text } = request;
  return unless([hazardIs(c, hazard), whenOfHazard(c, request, context)], () =>
    allow([
      {
        what: { type: 'HazardHandedOver', hazard, to, at, job: kept(context, job), words: kept(context, text) },
        on,
      },
    ]),
  );
}
