/** A letter from the points and facts of a case, by its kind. */
import { acknowledgement } from './acknowledgement.js';
import { behaviourWarning } from './behaviour-warning.js';
import { clarification } from './clarification.js';
import { contactRestriction } from './contact-restriction.js';
import { extension } from './extension.js';
import { finalResponse } from './final-response.js';
import { hazardSummary } from './hazard-summary.js';
import { promiseKept } from './promise-kept.js';
import { refusal } from './refusal.js';
import { refusalToEscalate } from './refusal-to-escalate.js';
import { restrictionOutcome } from './restriction-outcome.js';
import { stage1Response } from './stage-1-response.js';
import { stage2Acknowledgement } from './stage-2-acknowledgement.js';
import { update } from './update.js';
import type { Letter, LetterInput, Matter } from './words.js';

/** The letter of the kind that its matter names, with every point of its stage (6.7, 6.18). */
export function compose(input: LetterInput): Letter {
  const as = <M extends Matter>(matter: M): LetterInput<M> => ({ ...input, matter });
  const { matter } = input;
  switch (matter.kind) {
    case 'acknowledgement':
      return acknowledgement(as(matter));
    case 'clarification':
      return clarification(as(matter));
    case 'update':
      return update(as(matter));
    case 'extension':
      return extension(as(matter));
    case 'refusal':
      return refusal(as(matter));
    case 'stage-1-response':
      return stage1Response(as(matter));
    case 'stage-2-acknowledgement':
      return stage2Acknowledgement(as(matter));
    case 'refusal-to-escalate':
      return refusalToEscalate(as(matter));
    case 'final-response':
      return finalResponse(as(matter));
    case 'promise-kept':
      return promiseKept(as(matter));
    case 'behaviour-warning':
      return behaviourWarning(as(matter));
    case 'contact-restriction':
      return contactRestriction(as(matter));
    case 'restriction-outcome':
      return restrictionOutcome(as(matter));
    case 'hazard-summary':
      return hazardSummary(as(matter));
    default:
      return matter satisfies never;
  }
}
