/** Hazards of a case as lists and screens ask about them: what is still dangerous, what nobody has looked at, what applies. */
import { inWords } from '../facts/days.js';
import { type HazardKind, hazardKinds, type Tenure } from '../facts/happened.js';
import { hazardLawFrom, hazardRegulations, limitsFrom, noPhasesRecorded } from '../law/hazards.js';
import type { Case, Hazard, HazardInvestigation } from './case.js';
import type { ClockRules } from './clocks.js';
import { hazardKindWords } from './standing-words.js';

/** The kinds as people choose among them: what names nothing comes last. */
export const kindsToChoose: readonly HazardKind[] = [...hazardKinds.filter((kind) => kind !== 'other'), 'other'];

/** What of a case its hazards are counted by. */
export type WithHazards = Pick<
  Case,
  | 'hazards'
  | 'hazardsSuggested'
  | 'hazardsRuledOut'
  | 'tenure'
  | 'importTakenBack'
  | 'imported'
  | 'standing'
  | 'receivedOn'
>;

/** The last investigation; null while there was none. */
export function lastInvestigation(hazard: Hazard): HazardInvestigation | null {
  return hazard.investigations.at(-1) ?? null;
}

/** Told of as an emergency, by its kind or beside it. */
export function isEmergency({ kind, emergency }: Pick<Hazard, 'kind' | 'emergency'>): boolean {
  return emergency || kind === 'emergency';
}

/** Told of as an emergency, or found to be one by anybody who looked. */
export function wasEverEmergency(hazard: Hazard): boolean {
  return isEmergency(hazard) || hazard.investigations.some(({ emergency }) => emergency);
}

/** It was looked at, and the last who looked found nothing that may do harm. */
export function foundHarmless(hazard: Hazard): boolean {
  const last = lastInvestigation(hazard);
  return last !== null && !last.emergency && !last.significant;
}

/** Not made safe, and not found harmless. */
export function isUnsafe(hazard: Hazard): boolean {
  return hazard.madeSafeOn === null && !foundHarmless(hazard);
}

/** Nobody who deals with hazards has it yet. */
export function waitsForHandOver(hazard: Hazard): boolean {
  return isUnsafe(hazard) && hazard.handOvers.length === 0;
}

/** What can be done about a hazard that is on record, in the order in which it usually is. */
export const hazardActs = [
  'hand-over-hazard',
  'investigate-hazard',
  'summarise-hazard',
  'make-hazard-safe',
  'begin-hazard-work',
  'put-off-hazard-work',
  'offer-accommodation',
] as const;
export type HazardAct = (typeof hazardActs)[number];

const isLookedInto = ({ investigations }: Hazard): boolean => investigations.length > 0;
const isNotMadeSafe = ({ madeSafeOn }: Hazard): boolean => madeSafeOn === null;

const askOf: Readonly<
  Record<HazardAct, { readonly fits: (hazard: Hazard) => boolean; readonly waits: (hazard: Hazard) => boolean }>
> = {
  'hand-over-hazard': { fits: isUnsafe, waits: waitsForHandOver },
  'investigate-hazard': { fits: () => true, waits: (hazard) => !isLookedInto(hazard) },
  'summarise-hazard': { fits: isLookedInto, waits: (hazard) => isLookedInto(hazard) && hazard.summary === null },
  'make-hazard-safe': { fits: isNotMadeSafe, waits: isUnsafe },
  'begin-hazard-work': { fits: isWorkToBegin, waits: owesFurtherWork },
  'put-off-hazard-work': { fits: owesFurtherWork, waits: owesFurtherWork },
  'offer-accommodation': { fits: isNotMadeSafe, waits: isUnsafe },
};

function isWorkToBegin(hazard: Hazard): boolean {
  return isLookedInto(hazard) && hazard.workBegunOn === null;
}

/** Somebody found that work has to follow, and it has not begun. */
function owesFurtherWork(hazard: Hazard): boolean {
  return isWorkToBegin(hazard) && hazard.investigations.some(({ furtherWork }) => furtherWork);
}

/** Whether an act makes sense for a hazard as it stands; the act itself says no with its reasons. */
export function fitsHazard(act: HazardAct, hazard: Hazard): boolean {
  return askOf[act].fits(hazard);
}

/** Whether a hazard waits for that act. */
export function waitsForAct(act: HazardAct, hazard: Hazard): boolean {
  return askOf[act].waits(hazard);
}

/**
 * What was told, or suggested, and nobody has recorded as a hazard or ruled out. Whoever answered the case has looked at it;
 * a case that was refused or withdrawn was answered by nobody.
 */
export function possibleHazards(c: WithHazards): readonly HazardKind[] {
  if (c.importTakenBack || c.imported || wasAnswered(c)) return [];
  return c.hazardsSuggested.filter(
    (kind) =>
      !c.hazardsRuledOut.includes(kind) &&
      !c.hazards.some((hazard) => hazard.kind === kind || (kind === 'emergency' && hazard.emergency)),
  );
}

function wasAnswered({ standing, receivedOn }: WithHazards): boolean {
  switch (standing.is) {
    case 'answered':
    case 'request-answered':
    case 'answer-not-told':
    case 'escalation-refused':
    case 'import-taken-back':
      return true;
    case 'refused':
    case 'withdrawn':
    case 'noted':
      return receivedOn < hazardLawFrom;
    case 'to-triage':
    case 'request-open':
    case 'to-acknowledge':
    case 'investigating':
      return false;
    default:
      return standing satisfies never;
  }
}

/** Whether the statutory limits apply to a hazard, and why, in sentences. */
export interface Applies {
  readonly emergency: boolean;
  readonly significant: boolean;
  readonly because: readonly string[];
}

/** Held from a social landlord for rent, as far as anybody has recorded; what is not known counts as rented. */
export function isRented(tenure: Tenure): boolean {
  return tenure === 'LCRA' || tenure === 'unknown';
}

/** Renters only, from the day of the law; emergencies of any kind, significant hazards by kind and date. */
export function limitsApply(
  hazard: Pick<Hazard, 'kind' | 'emergency' | 'noticedOn'>,
  tenure: Tenure,
  { hazardPhases = noPhasesRecorded }: Pick<ClockRules, 'hazardPhases'>,
): Applies {
  const none = (why: string): Applies => ({
    emergency: false,
    significant: false,
    because: [why, 'It is flagged all the same, and does not wait for the complaint.'],
  });
  if (!isRented(tenure))
    return none(
      `The limits of ${hazardRegulations} are for homes that are rented from a social landlord, and this one is not recorded as one.`,
    );
  if (hazard.noticedOn < hazardLawFrom)
    return none(
      `The limits of ${hazardRegulations} are for what a landlord came to know of from ${inWords(hazardLawFrom)} on.`,
    );
  const limits = limitsFrom(hazard.kind, hazardPhases);
  const significant = limits !== null && hazard.noticedOn >= limits.from;
  return {
    emergency: true,
    significant,
    because: [
      ...(tenure === 'unknown'
        ? ['Nobody has recorded how the home is held, so the limits are counted as for a rented one.']
        : []),
      ...(significant && limits.recorded && !hazard.emergency
        ? [`Hazards of this kind have statutory limits from ${inWords(limits.from)}, as your landlord recorded.`]
        : []),
      ...(significant || hazard.emergency ? [] : [notYet(hazard.kind, limits)]),
    ],
  };
}

function notYet(kind: HazardKind, limits: ReturnType<typeof limitsFrom>): string {
  const what = `Unless it is an emergency, a hazard of this kind (${hazardKindWords[kind].toLowerCase()})`;
  return limits === null
    ? `${what} has no statutory limit yet.`
    : `${what} has statutory limits from ${inWords(limits.from)}${limits.recorded ? ', as your landlord recorded' : ' on'}, after the day on which we came to know of it.`;
}

/** 'Damp and mould', 'Gas, an emergency'. */
export function hazardWords(hazard: Pick<Hazard, 'kind' | 'emergency'>): string {
  return hazard.emergency && hazard.kind !== 'emergency'
    ? `${hazardKindWords[hazard.kind]}, an emergency`
    : hazardKindWords[hazard.kind];
}
