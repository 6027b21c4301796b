/** A case's clocks as decisions look at them: none where they can't be worked out, which stops no act that needs no date. */
import type { Case } from './case.js';
import { type Clock, type ClockKind, clocksOrWhyNot } from './clocks.js';
import type { Context } from './refusals.js';

/** Every clock of the case as of today; an empty list where they can’t be worked out. */
export function clocksNow(c: Case, context: Context): readonly Clock[] {
  const now = clocksOrWhyNot(c, context.rules, context.today);
  return now.ok ? now.clocks : [];
}

/** The clock of one kind as of today; null where there is none. */
export function clockOf(c: Case, kind: ClockKind, context: Context): Clock | null {
  return clocksNow(c, context).find((clock) => clock.kind === kind) ?? null;
}
