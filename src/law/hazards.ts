/**
 * Hazards in rented homes: the time limits of the Hazards in Social Housing (Prescribed Requirements) (England)
 * Regulations 2025 (SI 2025/1042), as data. They run from when the landlord became aware, through anyone, and never wait
 * for a complaint. They are counted in a way of their own: a start does not roll (working day one is the first working
 * day after it, also when it fell on a day off), weeks are calendar weeks, and hours run on through nights, weekends and
 * the change of the clocks.
 *
 * Each duty names the regulation that it rests on, as public accounts of the regulations number them: read them against
 * the text before relying on a number.
 */
import { type Day, day } from '../facts/days.js';
import type { HappeningType, HazardKind } from '../facts/happened.js';

export const hazardRegulations = 'SI 2025/1042';

/** From when significant hazards of some kinds have limits. Emergencies have theirs whatever their kind, from the first. */
export interface HazardPhase {
  /** Null: the law has not set a day yet, so nothing is counted. */
  readonly from: Day | null;
  readonly kinds: readonly HazardKind[];
}

export const hazardLawFrom: Day = day('2025-10-27');

export const hazardPhases: readonly HazardPhase[] = [
  { from: hazardLawFrom, kinds: ['damp-and-mould'] },
  // Cold and heat, falls, collapse, fire, electrics, hygiene and food: 'in 2026'. No day of it stands in a text of the law
  // that we have read, so none is counted until it does, or a landlord has recorded the day on which it came into force.
  { from: null, kinds: ['heating', 'structure', 'fire', 'electrics', 'water'] },
  // The rest of the 29 but overcrowding: 'in 2027'.
  { from: null, kinds: ['gas', 'security', 'other'] },
];

/** From when a later phase counts, and where that stands: as a landlord recorded it. */
export interface PhaseRecorded {
  readonly from: Day;
  readonly source: string;
}

/** What a landlord has recorded of the phases whose day the product does not know. */
export interface PhasesRecorded {
  readonly second: PhaseRecorded | null;
  readonly third: PhaseRecorded | null;
}

export const noPhasesRecorded: PhasesRecorded = { second: null, third: null };

/** The day from which a significant hazard of a kind has limits, and whether the landlord recorded it; null while none is set. */
export function limitsFrom(
  kind: HazardKind,
  recorded: PhasesRecorded,
): { readonly from: Day; readonly recorded: boolean } | null {
  const at = hazardPhases.findIndex((phase) => phase.kinds.includes(kind));
  const from = hazardPhases[at]?.from ?? null;
  if (from !== null) return { from, recorded: false };
  const own = at === 1 ? recorded.second : at === 2 ? recorded.third : null;
  return own === null ? null : { from: own.from, recorded: true };
}

const hazardDutyNames = [
  'emergency-investigate',
  'emergency-make-safe',
  'investigate',
  'summary',
  'make-safe',
  'further-work',
] as const;
export type HazardDutyName = (typeof hazardDutyNames)[number];

export type Within = { readonly hours: number } | { readonly workingDays: number } | { readonly weeks: number };

export interface HazardDuty {
  readonly name: HazardDutyName;
  /** What has to be done, in a few words. */
  readonly duty: string;
  readonly regulation: string;
  /** What the hazard must have been noticed, or found, to be; 'either' for what is owed after every investigation. */
  readonly applies: 'emergency' | 'significant' | 'either';
  readonly from: HappeningType;
  readonly until: HappeningType;
  readonly within: Within;
  /** Where it is not possible in that time and the reasons are recorded before it is over. */
  readonly orWithin?: { readonly by: HappeningType; readonly within: Within };
  /** What a landlord owes where the duty is not done in time. */
  readonly otherwise?: { readonly duty: string; readonly until: HappeningType };
}

const elsewhere = {
  duty: 'Offer suitable alternative accommodation, at the landlord’s cost, until the home is safe',
  until: 'HazardAccommodationOffered',
} as const;

export const hazardDuties: readonly HazardDuty[] = [
  {
    name: 'emergency-investigate',
    duty: 'Investigate the emergency',
    regulation: 'Part 3',
    applies: 'emergency',
    from: 'HazardNoticed',
    until: 'HazardInvestigated',
    within: { hours: 24 },
  },
  {
    name: 'emergency-make-safe',
    duty: 'Make the emergency safe',
    regulation: 'Part 3',
    applies: 'emergency',
    from: 'HazardNoticed',
    until: 'HazardMadeSafe',
    within: { hours: 24 },
    otherwise: elsewhere,
  },
  {
    name: 'investigate',
    duty: 'Investigate the hazard',
    regulation: 'regulation 6',
    applies: 'significant',
    from: 'HazardNoticed',
    until: 'HazardInvestigated',
    within: { workingDays: 10 },
  },
  {
    name: 'summary',
    duty: 'Give the resident a written summary of what was found',
    regulation: 'regulation 9',
    applies: 'either',
    from: 'HazardInvestigated',
    until: 'HazardSummaryGiven',
    within: { workingDays: 3 },
  },
  {
    name: 'make-safe',
    duty: 'Do the work that makes the home safe',
    regulation: 'regulation 11(2)(a)',
    applies: 'significant',
    from: 'HazardInvestigated',
    until: 'HazardMadeSafe',
    within: { workingDays: 5 },
    otherwise: elsewhere,
  },
  {
    name: 'further-work',
    duty: 'Begin the work that keeps it from coming back',
    regulation: 'Part 5',
    applies: 'either',
    from: 'HazardInvestigated',
    until: 'HazardWorkBegun',
    within: { workingDays: 5 },
    orWithin: { by: 'HazardWorkPutOff', within: { weeks: 12 } },
  },
];
