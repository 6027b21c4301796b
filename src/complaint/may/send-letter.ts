import type { Day } from '../../facts/days.js';
import type { LetterKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SendLetterRequest {
  /** The day it went out, or was put in the post. */
  readonly on: Day;
  readonly kind: LetterKind;
  readonly stage: 1 | 2 | null;
  readonly letter: LetterOut;
}

/** These letters are acts, and go out with their act: else a letter could say what never happened to the case. */
const withTheirAct: Partial<Record<LetterKind, string>> = {
  acknowledgement: 'acknowledging',
  'stage-2-acknowledgement': 'acknowledging stage 2',
  extension: 'extending',
  refusal: 'refusing',
  'refusal-to-escalate': 'refusing stage 2',
  'stage-1-response': 'answering stage 1',
  'final-response': 'answering finally',
  'behaviour-warning': 'warning about behaviour',
  'contact-restriction': 'restricting contact',
  'restriction-outcome': 'reviewing the restriction',
  'hazard-summary': 'giving the summary of the hazard',
};

/** 5.12: a letter goes out: as it stands, or again after it was not delivered. */
export function maySendLetter(c: Case, request: SendLetterRequest, context: Context): Decision {
  const { on, kind, stage, letter } = request;
  const act = withTheirAct[kind];
  const sentBefore = c.letters.some((l) => l.id === letter.id && l.sentOn !== null);
  return unless(
    [
      dayOfAct(c, on, context),
      act !== undefined && !sentBefore && !actStands(c, kind)
        ? no('goes-with-its-act', `This letter goes out by ${act}. Do that instead.`, { field: 'kind' })
        : null,
      letter.to.length === 0 ? no('to-missing', 'Choose whom the letter is for.', { field: 'letter' }) : null,
      letterIsWhole(c, letter),
    ],
    () => allow(letterSent(letter, kind, stage, on, context), { warnings: notWrittenTo(c, letter) }),
  );
}

/** The act has happened: a further copy, or a resident of the group who was left out. */
function actStands(c: Case, kind: LetterKind): boolean {
  switch (kind) {
    case 'acknowledgement':
      return Boolean(c.stages[1]?.acknowledgedOn);
    case 'stage-2-acknowledgement':
      return Boolean(c.stages[2]?.acknowledgedOn);
    case 'extension':
      return ([1, 2] as const).some((stage) => (c.stages[stage]?.extensions.length ?? 0) > 0);
    case 'refusal':
      return c.refusal !== null;
    case 'refusal-to-escalate':
      return Boolean(c.escalation?.refusedOn);
    case 'stage-1-response':
      return Boolean(c.stages[1]?.respondedOn);
    case 'final-response':
      return Boolean(c.stages[2]?.respondedOn);
    case 'behaviour-warning':
    case 'contact-restriction':
    case 'restriction-outcome':
    case 'hazard-summary':
      return false;
    case 'clarification':
    case 'update':
    case 'promise-kept':
      return true;
  }
}
