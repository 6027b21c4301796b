/** What the resident is told will follow the investigation of a hazard, and what commonly speaks against it. */
import { type Day, inWords } from '../facts/days.js';
import type { HazardId, Tenure } from '../facts/happened.js';
import type { Case, Hazard } from './case.js';
import { hazardIs, hazardOf, investigatedBy } from './hazard-objections.js';
import { isRented, lastInvestigation } from './hazards.js';
import { given, no, type Objection, unless, written } from './objections.js';
import { allow, type Context, type Decision, type Refusal } from './refusals.js';

/** As the writer of the summary enters it, for the resident to read. */
export interface HazardPlan {
  /** What was looked at, by whom, and what was found. */
  readonly found: string;
  /** The work that makes the home safe; why none is needed, where none is. */
  readonly safety: string;
  readonly safeBy: Day | null;
  /** The work that keeps it from coming back; null where none is needed. */
  readonly further: string | null;
  readonly furtherFrom: Day | null;
  readonly furtherBy: Day | null;
  /** What they can do meanwhile. */
  readonly meanwhile: string;
}

/** What is still to come of a hazard after its last investigation. */
export interface StillOwed {
  /** Work that makes the home safe. */
  readonly safety: boolean;
  /** Work that keeps it from coming back. */
  readonly further: boolean;
  /** That work, still to begin. */
  readonly furtherToBegin: boolean;
  /** Somewhere else to live if it is not safe in time. */
  readonly elsewhere: boolean;
}

/** What a summary has to give a day for. */
export function stillOwed(hazard: Hazard, tenure: Tenure): StillOwed {
  const last = lastInvestigation(hazard);
  const safety = last !== null && (last.emergency || last.significant) && hazard.madeSafeOn === null;
  const further = last?.furtherWork ?? false;
  return {
    safety,
    further,
    furtherToBegin: further && hazard.workBegunOn === null,
    elsewhere: safety && isRented(tenure),
  };
}

/** A plan says all that the regulations ask of it, with days that can still be kept. */
function planIsWhole(plan: HazardPlan, owed: StillOwed, today: Day): readonly Refusal[] {
  return given([
    written('found', plan.found, 'Say what was looked at and what was found, for the resident to read.'),
    written(
      'safety',
      plan.safety,
      owed.safety
        ? 'Say what will be done to make the home safe.'
        : 'Say what was done to make the home safe or, where nothing is needed, why.',
    ),
    owed.safety ? stillToCome('safeBy', plan.safeBy, today, 'Enter the day by which the home is made safe.') : null,
    owed.further ? written('further', plan.further, 'Say what work keeps it from coming back.') : null,
    owed.furtherToBegin
      ? stillToCome('furtherFrom', plan.furtherFrom, today, 'Enter the day on which it begins.')
      : null,
    owed.further ? stillToCome('furtherBy', plan.furtherBy, today, 'Enter the day by which it is finished.') : null,
    plan.furtherFrom !== null && plan.furtherBy !== null && plan.furtherBy < plan.furtherFrom
      ? no('ends-before-it-begins', 'The work would be finished before it begins. Check both days.', {
          field: 'furtherBy',
        })
      : null,
    written('meanwhile', plan.meanwhile, 'Say what the resident can do meanwhile.'),
  ]);
}

function stillToCome(field: string, on: Day | null, today: Day, words: string): Objection {
  if (on === null) return no('day-missing', words, { field });
  return on < today ? no('day-past', `${inWords(on)} is past. Enter a day that can still be kept.`, { field }) : null;
}

export interface PlanHazardSummaryRequest {
  readonly hazard: HazardId;
  readonly plan: HazardPlan;
}

/** A summary may be begun as a letter: somebody has looked into it, and the plan says what the regulations ask. */
export function mayPlanHazardSummary(c: Case, request: PlanHazardSummaryRequest, context: Context): Decision {
  const hazard = hazardOf(c, request.hazard);
  return unless(
    [
      hazardIs(c, request.hazard),
      investigatedBy(c, request.hazard, context.today),
      hazard === null ? null : planIsWhole(request.plan, stillOwed(hazard, c.tenure), context.today),
    ],
    () => allow([]),
  );
}
