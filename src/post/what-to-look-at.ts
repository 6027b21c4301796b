/** What a person is told about a message that joined a case: above all a possible request for stage 2. */
import type { Case } from '../complaint/case.js';
import { inShortWords, inWords } from '../facts/days.js';
import type { Incoming } from './inbound.js';
import { tellsOfEmergency } from './suggest-hazards.js';

/** Why a person should look at a message that joined a case. */
export function whatToLookAt(
  c: Case,
  incoming: Incoming,
  stranger: boolean,
): { looks: string[]; possibleStage2: boolean } {
  const looks: string[] = [];
  let possibleStage2 = false;
  switch (c.standing.is) {
    case 'answered':
      if (c.standing.stage === 1) {
        // Dissatisfaction after a stage 1 response is a request for stage 2, whatever words are used.
        possibleStage2 = incoming.kind.dissatisfied;
        looks.push(
          possibleStage2
            ? `It voices dissatisfaction after the stage 1 response of ${inWords(c.standing.on)}: a possible request for stage 2.`
            : `It came after the stage 1 response of ${inWords(c.standing.on)}: if the resident is not satisfied, it is a request for stage 2.`,
        );
      } else
        looks.push('It came after the final response: see whether the Ombudsman’s details are needed, or a new case.');
      break;
    case 'escalation-refused':
      looks.push('It came after a request for stage 2 was refused.');
      break;
    case 'refused':
      looks.push('It came after the complaint was refused.');
      break;
    case 'withdrawn':
      looks.push('It came after the complaint was withdrawn: if it is raised again, that is a new case.');
      break;
    case 'request-answered':
    case 'noted':
    case 'request-open':
      if (c.standing.is !== 'request-open' || incoming.kind.dissatisfied)
        looks.push('If the resident is dissatisfied, offer the choice to complain.');
      break;
    case 'answer-not-told':
      looks.push('The case came from an old register, which does not say when it was answered: see whether it was.');
      break;
    case 'import-taken-back':
      looks.push('The import of this case was taken back.');
      break;
    case 'to-triage':
    case 'to-acknowledge':
    case 'investigating':
      break;
    default: {
      const never: never = c.standing;
      throw new Error(`a standing that is unknown here: ${String(never)}`);
    }
  }
  if (tellsOfEmergency(incoming.hazards)) looks.push('It may tell of an emergency.');
  if (stranger) looks.push('Nobody on the case is known by this address: see who wrote it.');
  if (incoming.receivedOn < c.receivedOn)
    looks.push(
      `It reached the landlord on ${inShortWords(incoming.receivedOn)}, before the day from which the case counts: see whether that day must be corrected.`,
    );
  looks.push(...incoming.doubts);
  if (incoming.needsALook) looks.push(incoming.needsALook);
  else looks.push(...incoming.damaged.slice(0, 1));
  return { looks, possibleStage2 };
}
