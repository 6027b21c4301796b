/**
 * Hazards in rented homes: the time limits of the Hazards in Social Housing (Prescribed Requirements) (England)
 * Regulations 2025 (SI 2025/1042), as data. They run from the day on which the landlord became aware, through anyone,
 * and never wait for a complaint. They are counted in a way of their own: a start does not roll (working day one is the
 * first working day after it), weeks are calendar weeks, and hours run on through nights and weekends.
 */
import { type Day, day } from '../facts/days.js';
import type { HappeningType, HazardKind } from '../facts/happened.js';

export const hazardLawFrom: Day = day('2025-10-27');

/** The kinds that have statutory limits since then; others are flagged without a clock. */
export const hazardsWithLimits: readonly HazardKind[] = ['emergency', 'damp-and-mould'];

export interface HazardDuty {
  readonly duty: string;
  readonly applies: 'emergency' | 'significant';
  readonly from: HappeningType;
  readonly until: HappeningType;
  readonly within: { readonly hours: number } | { readonly workingDays: number } | { readonly weeks: number };
}

export const hazardDuties: readonly HazardDuty[] = [
  {
    duty: 'Investigate an emergency hazard and make it safe.',
    applies: 'emergency',
    from: 'HazardNoticed',
    until: 'HazardMadeSafe',
    within: { hours: 24 },
  },
  {
    duty: 'Investigate a significant hazard.',
    applies: 'significant',
    from: 'HazardNoticed',
    until: 'HazardInvestigated',
    within: { workingDays: 10 },
  },
  {
    duty: 'Give the resident a written summary of what was found.',
    applies: 'significant',
    from: 'HazardInvestigated',
    until: 'HazardSummaryGiven',
    within: { workingDays: 3 },
  },
  {
    duty: 'Do the work that makes the home safe.',
    applies: 'significant',
    from: 'HazardInvestigated',
    until: 'HazardMadeSafe',
    within: { workingDays: 5 },
  },
  {
    duty: 'Begin further preventative work: within five working days or, where that is not possible, twelve weeks.',
    applies: 'significant',
    from: 'HazardInvestigated',
    until: 'HazardMadeSafe',
    within: { weeks: 12 },
  },
];
