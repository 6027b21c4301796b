/** The clock of data protection law, beside the Code's: one for a case with a point about personal information. */
import { type Day, earliest } from '../facts/days.js';
import { dataProtectionDays, dataProtectionDue, dataProtectionRule } from '../law/data-protection.js';
import { inFull } from './clock-words.js';
import type { Clock, ClockRules, Counted } from './clocks.js';
import { datedClock } from './own-clocks.js';
import { isDataProtection } from './routes.js';

/** Null where no point is about personal information, or the rule was not in force when it came. */
export function dataProtectionClock(c: Counted, rules: ClockRules, today: Day): Clock | null {
  const about = (c.points ?? []).filter((point) => isDataProtection(point) && point.state !== 'withdrawn');
  const from = earliest(...about.map((point) => point.raisedOn));
  const due = from === null ? null : dataProtectionDue(from, rules.calendar);
  if (from === null || due === null) return null;
  const first = c.stages[1];
  // Whatever told the resident that it came: the acknowledgement, the answer, or a letter that refused the complaint.
  const told = earliest(
    ...[first?.acknowledgedOn, first?.respondedOn, c.stages[2]?.acknowledgedOn, c.refusal?.on].map((on) =>
      on && on >= from ? on : null,
    ),
  );
  return datedClock(
    {
      provision: null,
      kind: 'data-protection',
      stage: 1,
      what: 'Acknowledge the data protection complaint',
      about: null,
      from,
      due,
      doneOn: told,
      endedOn: told === null ? (c.withdrawal?.on ?? null) : null,
    },
    [
      `A point about personal information came on ${inFull(from)}.`,
      `${dataProtectionRule} gives ${dataProtectionDays} calendar days from the day after, to ${inFull(due)}; weekends and bank holidays count, and a last day that is one of them goes to the next working day.`,
      'The Code’s own clocks run beside it.',
    ],
    rules,
    today,
  );
}
