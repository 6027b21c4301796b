/**
 * Hazards in rented homes: the time limits of the Hazards in Social Housing (Prescribed Requirements) (England)
 * Regulations 2025 (SI 2025/1042), as data. They run from when the landlord became aware, through anyone, and never wait
 * for a complaint. They are counted in a way of their own: a start does not roll (working day one is the first working
 * day after it, also when it fell on a day off), weeks are calendar weeks, and hours run on through nights, weekends and
 * the change of the clocks.
 *
 * Each duty names the regulation that it rests on, as public accounts of the regulations number them. None of the numbers
 * has been read against the text yet, and each clock says so.
 */
import { type Day, day } from '../facts/days.js';
import type { HazardKind, Hazards } from '../facts/happened.js';

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
  // Cold and heat, falls, collapse and explosions, fire, electrics, hygiene and food: 'in 2026'. No day of it stands in a
  // text of the law that we have read, so none is counted until it does, or a landlord has recorded the day on which it came
  // into force. Water is told of with drains, which are of this phase; the supply alone would be of the next.
  {
    from: null,
    kinds: ['heating', 'excess-heat', 'falls', 'structure', 'explosions', 'fire', 'electrics', 'hygiene', 'water'],
  },
  // The rest of the 29 but overcrowding: 'in 2027'.
  { from: null, kinds: ['gas', 'security', 'other'] },
];

/** What public guides give for the second phase: shown to whoever records the day, and counted by nobody. */
export const secondPhaseSaidToBe: Day = day('2026-11-30');

/**
 * The hazards of the Housing Health and Safety Rating System that each kind stands for, in our own words: all 29 but
 * overcrowding, which the regulations leave out.
 */
export const ratedHazards: Readonly<Record<HazardKind, readonly string[]>> = {
  emergency: [],
  'damp-and-mould': ['damp and mould'],
  heating: ['excess cold'],
  'excess-heat': ['excess heat'],
  falls: ['falls in baths and showers', 'falls on the level', 'falls on stairs', 'falls from one level to another'],
  structure: ['collapse and falling elements'],
  explosions: ['explosions'],
  fire: ['fire'],
  electrics: ['electrical hazards'],
  hygiene: ['domestic hygiene, pests and refuse', 'food safety', 'personal hygiene, sanitation and drainage'],
  water: ['water supply'],
  gas: ['carbon monoxide and other products of combustion', 'unburnt gas'],
  security: ['entry by intruders'],
  other: [
    'asbestos and mineral fibres',
    'biocides',
    'lead',
    'radiation',
    'volatile organic compounds',
    'lighting',
    'noise',
    'flames and hot surfaces',
    'collision and entrapment',
    'awkward fittings',
  ],
};

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

/** What is recorded of a hazard. */
export type HazardHappening = Hazards['type'];

export interface HazardDuty {
  readonly name: HazardDutyName;
  /** What has to be done, in a few words. */
  readonly duty: string;
  readonly regulation: string;
  /** Whether its number was read against the text of the regulations. */
  readonly numberRead: boolean;
  /** What the hazard must have been noticed, or found, to be; 'either' for what is owed after every investigation. */
  readonly applies: 'emergency' | 'significant' | 'either';
  readonly from: 'HazardNoticed' | 'HazardInvestigated';
  readonly until: HazardHappening;
  readonly within: Within;
  /** Where it is not possible in that time and the reasons are recorded before it is over. */
  readonly orWithin?: { readonly by: HazardHappening; readonly within: Within };
  /** What a landlord owes where the duty is not done in time. */
  readonly otherwise?: { readonly duty: string; readonly until: HazardHappening };
}

const elsewhere = {
  duty: 'Offer suitable alternative accommodation, at the landlord’s cost, until the home is safe',
  until: 'HazardAccommodationOffered',
} as const;

/** The duty of that name. */
export function hazardDuty(name: HazardDutyName): HazardDuty {
  const found = hazardDuties.find((duty) => duty.name === name);
  if (found === undefined) throw new Error(`no duty about hazards is called ${name}`);
  return found;
}

/** Said wherever a duty names a regulation whose number was not read against the text. */
export const numberToBeChecked =
  'The number of the regulation is as public accounts give it. It has not been read against the text: check it before you rely on it.';

export const hazardDuties: readonly HazardDuty[] = [
  {
    name: 'emergency-investigate',
    duty: 'Investigate the emergency',
    regulation: 'Part 3',
    numberRead: false,
    applies: 'emergency',
    from: 'HazardNoticed',
    until: 'HazardInvestigated',
    within: { hours: 24 },
  },
  {
    name: 'emergency-make-safe',
    duty: 'Make the emergency safe',
    regulation: 'Part 3',
    numberRead: false,
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
    numberRead: false,
    applies: 'significant',
    from: 'HazardNoticed',
    until: 'HazardInvestigated',
    within: { workingDays: 10 },
  },
  {
    name: 'summary',
    duty: 'Give the resident a written summary of what was found',
    regulation: 'regulation 9',
    numberRead: false,
    applies: 'either',
    from: 'HazardInvestigated',
    until: 'HazardSummaryGiven',
    within: { workingDays: 3 },
  },
  {
    name: 'make-safe',
    duty: 'Do the work that makes the home safe',
    regulation: 'regulation 11(2)(a)',
    numberRead: false,
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
    numberRead: false,
    applies: 'either',
    from: 'HazardInvestigated',
    until: 'HazardWorkBegun',
    within: { workingDays: 5 },
    orWithin: { by: 'HazardWorkPutOff', within: { weeks: 12 } },
  },
];
