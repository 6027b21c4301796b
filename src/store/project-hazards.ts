/** The rows of a case's hazards: what is known of each, and the statutory limits that run for it. */
import type { Case, Hazard } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import {
  byWhatTime,
  dueMinute,
  type HazardClock,
  hazardClocksOrWhyNot,
  runsStill,
} from '../complaint/hazard-clocks.js';
import { isUnsafe, lastInvestigation, limitsApply, possibleHazards, wasEverEmergency } from '../complaint/hazards.js';
import type { Day } from '../facts/days.js';
import { instantOf } from '../facts/instants.js';
import type { NextDue } from './project-next.js';
import type { CaseRows } from './register-tables.js';

/** As with the clocks of the Code: none where a count leads past the known calendar, and its screen says why. */
export function hazardClocksNow(c: Case, rules: ClockRules, day: Day): readonly HazardClock[] {
  if (c.hazards.length === 0) return [];
  const counted = hazardClocksOrWhyNot(c, rules, { today: day, now: null });
  return counted.ok ? counted.clocks : [];
}

export function hazardRows(
  c: Case,
  rules: ClockRules,
  clocks: readonly HazardClock[],
): Pick<CaseRows, 'hazard' | 'hazard_duty'> {
  return {
    hazard: c.hazards.map((hazard) => ({
      hazard_id: hazard.id,
      kind: hazard.kind,
      noticed_on: hazard.noticedOn,
      made_safe_on: hazard.madeSafeOn,
      emergency: hazard.emergency || hazard.investigations.some(({ emergency }) => emergency),
      unsafe: isUnsafe(hazard) && !c.importTakenBack,
      statutory: isStatutory(c, rules, hazard),
      aware_at: hazard.awareAt,
      handed_over_on: hazard.handOvers.at(-1)?.on ?? null,
      handed_over_to: hazard.handOvers.at(-1)?.to ?? null,
      investigated_on: lastInvestigation(hazard)?.on ?? null,
      found: foundOf(hazard),
      summary_on: hazard.summary?.on ?? null,
      work_begun_on: hazard.workBegunOn,
      moved_on: hazard.accommodation.find(({ answer }) => answer === 'moved')?.on ?? null,
    })),
    hazard_duty: clocks.map((clock) => ({
      hazard_id: clock.hazard,
      duty: clock.duty,
      regulation: clock.regulation,
      from_on: clock.from,
      due_on: clock.due,
      due_at: clock.dueAt,
      due_by: clock.dueAt ?? instantOf(dueMinute(clock)),
      done_on: clock.doneOn,
      ended_on: clock.endedOn,
      running: runsStill(clock),
    })),
  };
}

function isStatutory(c: Case, rules: ClockRules, hazard: Hazard): boolean {
  const applies = limitsApply(hazard, c.tenure, rules);
  return wasEverEmergency(hazard) ? applies.emergency : applies.significant;
}

function foundOf(hazard: Hazard): 'emergency' | 'significant' | 'none' | null {
  const last = lastInvestigation(hazard);
  if (last === null) return null;
  return last.emergency ? 'emergency' : last.significant ? 'significant' : 'none';
}

/** Something dangerous is known, or may be. */
export function isHazardous(c: Case): boolean {
  return c.hazards.some(isUnsafe) || possibleHazards(c).length > 0;
}

/** What of the hazards is due first, as lists show it: with the time, when it runs in hours. */
export function nextOfHazards(clocks: readonly HazardClock[]): NextDue | undefined {
  const first = clocks.filter(runsStill).sort((a, b) => dueMinute(a) - dueMinute(b))[0];
  if (first === undefined) return undefined;
  const by = byWhatTime(first);
  return { due: first.due, kind: `hazard-${first.duty}`, what: by === null ? first.what : `${first.what} ${by}` };
}
