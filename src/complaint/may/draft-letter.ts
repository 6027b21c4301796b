import type { Day } from '../../facts/days.js';
import type { LetterId, LetterKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, type Objection, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DraftLetterRequest {
  readonly on: Day;
  readonly letter: LetterId;
  readonly kind: LetterKind;
  readonly stage: 1 | 2 | null;
}

/** A letter is begun, or begun again after a change: from then on an approval given before counts no more. */
export function mayDraftLetter(c: Case, request: DraftLetterRequest, context: Context): Decision {
  const { on, letter, kind, stage } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      fits(c, kind),
      c.letters.some((l) => l.id === letter && l.sentOn !== null)
        ? no('letter-already-sent', 'This letter has already been sent. Start a new one.', { field: 'letter' })
        : null,
    ],
    () => allow([{ what: { type: 'LetterDrafted', letter, kind, stage }, on }]),
  );
}

function fits(c: Case, kind: LetterKind): Objection {
  switch (kind) {
    case 'stage-1-response':
      return c.stages[1]?.respondedOn
        ? no(
            'stage-1-answered',
            'Stage 1 has been answered; there is no second answer at stage 1. Record a request for stage 2.',
            { field: 'kind' },
          )
        : null;
    case 'stage-2-acknowledgement':
    case 'final-response':
    case 'refusal-to-escalate':
      return c.stages[2] === null
        ? no('not-escalated', 'Nobody has asked for stage 2. Record the request first.', { field: 'kind' })
        : null;
    case 'promise-kept':
      return c.promises.length === 0
        ? no('nothing-promised', 'Nothing has been promised in this case.', { field: 'kind' })
        : null;
    case 'acknowledgement':
    case 'clarification':
    case 'update':
    case 'extension':
    case 'refusal':
    // Begun by their own acts, which look at the steps before them.
    case 'behaviour-warning':
    case 'contact-restriction':
    case 'restriction-outcome':
    case 'hazard-summary':
      return null;
  }
}
