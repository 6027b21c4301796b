/**
 * The clocks as they will stand once the act that a letter carries has been recorded: an acknowledgement starts the
 * clock of the answer, so the date that it gives can't be read from the case before it.
 */
import { after, type Case } from '../complaint/case.js';
import { type Clock, type ClockRules, clocks } from '../complaint/clocks.js';
import type { Day } from '../facts/days.js';
import type { Happening, Words } from '../facts/happened.js';
import type { Matter } from './words.js';

/** The clocks of the case as they are when this letter has gone out today. */
export function clocksOnceSent(c: Case, matter: Matter, rules: ClockRules, today: Day): readonly Clock[] {
  const what = actOf(c, matter);
  if (what === null) return clocks(c, rules, today);
  const entry = {
    seq: c.version + 1,
    happenedOn: today,
    recordedAt: `${today}T12:00:00.000Z`,
    recordedBy: { system: 'schedule' as const },
    what,
  };
  return clocks(after(c, entry), rules, today);
}

function actOf(c: Case, matter: Matter): Happening | null {
  const acknowledgement = (stage: 1 | 2): Happening | null =>
    // One by telephone has started the clock already: the letter then only sets out the definition.
    c.stages[stage]?.acknowledgedOn
      ? null
      : { type: 'Acknowledged', stage, how: 'post', letter: null, note: null, ombudsmanDetails: true };
  switch (matter.kind) {
    case 'acknowledgement':
      return acknowledgement(1);
    case 'stage-2-acknowledgement':
      return acknowledgement(2);
    case 'extension':
      return {
        type: 'Extended',
        stage: matter.stage,
        newDate: matter.newDate,
        reason: matter.reason as Words,
        goodReason: null,
        agreed: null,
        ombudsmanDetails: true,
        inWriting: true,
        letter: null,
        because: matter.because ?? null,
      };
    case 'stage-1-response':
    case 'final-response':
      return {
        type: 'ResponseSent',
        stage: matter.kind === 'final-response' ? 2 : 1,
        how: 'post',
        letter: null,
        involved: [],
        outcome: null,
      };
    case 'clarification':
    case 'update':
    case 'refusal':
    case 'refusal-to-escalate':
    case 'promise-kept':
    case 'behaviour-warning':
    case 'contact-restriction':
    case 'restriction-outcome':
    case 'hazard-summary':
      return null;
    default:
      return matter satisfies never;
  }
}
