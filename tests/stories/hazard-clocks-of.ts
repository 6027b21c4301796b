/** The hazards of a story and their clocks. */
import assert from 'node:assert/strict';
import { type HazardClock, hazardClocks } from '../../src/complaint/hazard-clocks.js';
import type { HazardId } from '../../src/facts/happened.js';
import type { HazardDutyName } from '../../src/law/hazards.js';
import type { Story } from './story.js';

/** A hazard as it is noticed, but for its kind. */
export const noticed = { emergency: false, points: [], awareAt: null, text: null } as const;

export function clocksOf(s: Story, now: string | null = null): HazardClock[] {
  return hazardClocks(s.case, s.rules, { today: s.today, now });
}

/** The clock of one duty, which has to be there. */
export function clockOf(s: Story, duty: HazardDutyName, now: string | null = null): HazardClock {
  const found = clocksOf(s, now).find((one) => one.duty === duty);
  assert.ok(found, `no ${duty} of ${clocksOf(s).map((one) => one.duty)}`);
  return found;
}

/** The hazard that was noticed first. */
export function firstHazard(s: Story): HazardId {
  const [hazard] = s.case.hazards;
  assert.ok(hazard);
  return hazard.id;
}
