import type { Day } from '../../facts/days.js';
import type { HazardId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, hazardOf, whenOfHazard } from '../hazard-objections.js';
import { wasEverEmergency } from '../hazards.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface InvestigateHazardRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  /** When it ended, to the minute, ISO 8601 in UTC, when it is known. */
  readonly at: string | null;
  readonly found: 'emergency' | 'significant' | 'none';
  /** Work has to follow so that it does not come back. */
  readonly furtherWork: boolean;
  readonly text: string;
}

/** What was found when the hazard was looked into. What an emergency asks for is counted to the minute. */
export function mayInvestigateHazard(c: Case, request: InvestigateHazardRequest, context: Context): Decision {
  const { on, hazard, at, found, text } = request;
  const known = hazardOf(c, hazard);
  const hours = found === 'emergency' || (known !== null && wasEverEmergency(known));
  return unless(
    [
      hazardIs(c, hazard),
      whenOfHazard(c, request, context),
      hours && at === null
        ? no('time-missing', 'Enter the time at which it ended: for an emergency the hours count.', { field: 'at' })
        : null,
      written('text', text, 'Say what was looked at and what was found.'),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'HazardInvestigated',
              hazard,
              emergency: found === 'emergency',
              significant: found === 'significant',
              words: context.keep(text),
              at,
              furtherWork: request.furtherWork && found !== 'none',
            },
            on,
          },
        ],
        { warnings: ['The resident is owed a written summary of what was found'] },
      ),
  );
}
