/** Several acts as one: each is decided on the case as the one before leaves it; if one is refused, none is done. */

import type { Entry, Happened } from '../facts/happened.js';
import { after, type Case } from './case.js';
import type { Opening } from './refusals.js';
import { allow, type Context, type Decision } from './refusals.js';

/** Decides each act on the case as the one before leaves it; the first refusal refuses them all. */
export function inTurn(c: Case, context: Context, acts: readonly ((c: Case) => Decision)[]): Decision {
  let now = c;
  const happened: Happened[] = [];
  const opens: Opening[] = [];
  const warnings: string[] = [];
  for (const act of acts) {
    const decision = act(now);
    if (!decision.ok) return decision;
    happened.push(...decision.happened);
    opens.push(...decision.opens);
    warnings.push(...decision.warnings);
    now = whenHappened(now, decision.happened, context);
  }
  return allow(happened, { opens, warnings: [...new Set(warnings)] });
}

/** The case as it would be with these happenings recorded; the instant and the recorder are stand-ins. */
function whenHappened(c: Case, happened: readonly Happened[], context: Context): Case {
  return happened.reduce((now, { what, on }): Case => {
    const entry: Entry = {
      seq: now.version + 1,
      happenedOn: on,
      recordedAt: `${context.today}T12:00:00.000Z`,
      recordedBy: { staff: context.by.staff },
      what,
    };
    return after(now, entry);
  }, c);
}
