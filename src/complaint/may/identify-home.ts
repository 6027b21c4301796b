import type { Day } from '../../facts/days.js';
import type { HomeId, Tenure } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface IdentifyHomeRequest {
  readonly on: Day;
  readonly home: HomeId;
  readonly tenure: Tenure;
}

/** The home and how it is held: the measures are drawn by tenure. */
export function mayIdentifyHome(c: Case, request: IdentifyHomeRequest, context: Context): Decision {
  const { on, home, tenure } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      c.home === home && c.tenure === tenure
        ? no('already-known', 'The case already names this home with this tenure.', { field: 'home' })
        : null,
    ],
    () => allow([{ what: { type: 'HomeIdentified', home, tenure }, on }]),
  );
}
