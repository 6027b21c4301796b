/** The act that a letter carries: sending the letter and doing the act are one (5.12). */
import type { Day } from '../facts/days.js';
import type {
  ExtensionReason,
  HazardId,
  LetterKind,
  PersonId,
  PointId,
  PromiseId,
  RestrictionId,
  StaffId,
  Stage,
} from '../facts/happened.js';
import { changedSinceApproval } from './answer-complete.js';
import type { BehaviourPolicy, BehaviourRecord, Terms } from './behaviour/rules.js';
import type { Case } from './case.js';
import type { LetterOut } from './letter-out.js';
import { mayAcknowledge } from './may/acknowledge.js';
import { mayAskClarification } from './may/ask-clarification.js';
import { mayAskIfDone } from './may/ask-if-done.js';
import { type ExtendRequest, mayExtend } from './may/extend.js';
import { mayGiveUpdate } from './may/give-update.js';
import { mayRespond } from './may/respond.js';
import { mayRespondFinally } from './may/respond-finally.js';
import { mayRestrictContact } from './may/restrict-contact.js';
import { mayReviewRestriction } from './may/review-restriction.js';
import { maySendLetter } from './may/send-letter.js';
import { maySetOutDefinition } from './may/set-out-definition.js';
import { maySummariseHazard } from './may/summarise-hazard.js';
import { mayWarn } from './may/warn.js';
import { type Act, roleMay } from './permitted.js';
import { type Context, type Decision, refuse, refuseAll } from './refusals.js';

/** What the letter is about, as far as the act has to know it. */
export type LetterMatter =
  | { readonly kind: 'acknowledgement' | 'stage-2-acknowledgement' | 'stage-1-response' | 'final-response' }
  | { readonly kind: 'refusal' | 'refusal-to-escalate' }
  | { readonly kind: 'clarification'; readonly points: readonly PointId[]; readonly question: string }
  | { readonly kind: 'update'; readonly stage: 1 | 2; readonly progress: string }
  | {
      readonly kind: 'extension';
      readonly stage: 1 | 2;
      readonly newDate: Day;
      readonly reason: string;
      readonly because?: ExtensionReason | null;
    }
  | { readonly kind: 'promise-kept'; readonly promise: PromiseId }
  | { readonly kind: 'behaviour-warning'; readonly person: PersonId; readonly asks: string }
  | { readonly kind: 'contact-restriction'; readonly restriction: RestrictionId }
  | {
      readonly kind: 'restriction-outcome';
      readonly restriction: RestrictionId;
      readonly outcome: 'kept' | 'changed' | 'lifted';
      readonly terms: Terms;
      readonly reviewOn: Day | null;
      readonly reasons: string;
    }
  | { readonly kind: 'hazard-summary'; readonly hazard: HazardId };

export interface WithLetterRequest {
  readonly on: Day;
  readonly matter: LetterMatter;
  readonly letter: LetterOut;
  readonly involved: readonly StaffId[];
  readonly approvalNeeded: boolean;
  /** Whether the words that go are the ones that were approved: a draft may be written on after it was. */
  readonly wordsApproved: boolean;
  readonly goodReason: ExtendRequest['goodReason'];
  readonly agreed: boolean | null;
  /** For letters about behaviour: whom the landlord has named, and what is on record of the person on any case. */
  readonly behaviour: { readonly policy: BehaviourPolicy; readonly record: BehaviourRecord };
}

/** Sends a letter and does the act that it carries, by someone whose role may do that act; or sends one that is none. */
export function mayDoWithLetter(c: Case, request: WithLetterRequest, context: Context): Decision {
  const { on, matter, letter, approvalNeeded, wordsApproved } = request;
  if (alreadyDone(c, matter.kind)) {
    return maySendLetter(c, { on, kind: matter.kind, stage: stageOfLetter(matter), letter }, context);
  }
  if (!roleMay(context.by.roles, actOf[matter.kind]))
    return refuse(
      'role-may-not',
      'Your role does not let you send this letter. Ask an officer or a manager to send it.',
    );
  const decision = doneWith(c, request, context);
  const answers = matter.kind === 'stage-1-response' || matter.kind === 'final-response';
  return decision.ok && answers && approvalNeeded && !wordsApproved ? refuseAll([changedSinceApproval]) : decision;
}

/** The act whose roles may send a letter. */
const actOf: Readonly<Record<LetterKind, Act>> = {
  acknowledgement: 'acknowledge',
  'stage-2-acknowledgement': 'acknowledge',
  clarification: 'ask-clarification',
  update: 'give-update',
  extension: 'extend',
  refusal: 'send-letter',
  'refusal-to-escalate': 'send-letter',
  'stage-1-response': 'respond',
  'final-response': 'respond-finally',
  'promise-kept': 'ask-if-done',
  'behaviour-warning': 'warn',
  'contact-restriction': 'restrict-contact',
  'restriction-outcome': 'review-restriction',
  'hazard-summary': 'summarise-hazard',
};

function doneWith(c: Case, request: WithLetterRequest, context: Context): Decision {
  const { on, matter, letter, involved, approvalNeeded, goodReason, agreed, behaviour } = request;
  const { how } = letter;
  switch (matter.kind) {
    case 'acknowledgement':
    case 'stage-2-acknowledgement': {
      const stage = matter.kind === 'acknowledgement' ? 1 : 2;
      // A call has acknowledged it: the letter then sets out the definition.
      return c.stages[stage]?.acknowledgedOn
        ? maySetOutDefinition(c, { on, stage, letter }, context)
        : mayAcknowledge(
            c,
            { on, stage, how, note: null, definitionSetOut: true, ombudsmanDetails: true, letter },
            context,
          );
    }
    case 'clarification':
      return mayAskClarification(c, { on, points: matter.points, text: matter.question, how, letter }, context);
    case 'update':
      return mayGiveUpdate(c, { on, stage: matter.stage, how, text: matter.progress, letter }, context);
    case 'extension':
      return mayExtend(
        c,
        {
          on,
          stage: matter.stage,
          newDate: matter.newDate,
          reason: matter.reason,
          because: matter.because ?? null,
          inWriting: true,
          ombudsmanDetails: true,
          goodReason,
          agreed,
          letter,
        },
        context,
      );
    case 'stage-1-response':
      return mayRespond(c, { on, how, letter, involved, approvalNeeded }, context);
    case 'final-response':
      return mayRespondFinally(c, { on, how, letter, involved, approvalNeeded }, context);
    case 'promise-kept':
      return mayAskIfDone(c, { on, promise: matter.promise, how, letter }, context);
    case 'behaviour-warning':
      return mayWarn(
        c,
        {
          on,
          person: matter.person,
          text: matter.asks,
          record: behaviour.record,
          letter,
        },
        context,
      );
    case 'contact-restriction':
      return mayRestrictContact(c, { on, restriction: matter.restriction, letter }, context);
    case 'restriction-outcome': {
      const { restriction, outcome, terms, reviewOn, reasons } = matter;
      return mayReviewRestriction(
        c,
        { on, restriction, outcome, terms, reviewOn, text: reasons, policy: behaviour.policy, letter },
        context,
      );
    }
    case 'hazard-summary':
      return maySummariseHazard(c, { on, hazard: matter.hazard, how, text: null, letter }, context);
    case 'refusal':
    case 'refusal-to-escalate':
      return maySendLetter(c, { on, kind: matter.kind, stage: stageOfLetter(matter), letter }, context);
    default:
      return matter satisfies never;
  }
}

/** The stage that a letter belongs to; null when it belongs to none by itself. */
export function stageOfLetter(matter: LetterMatter): 1 | 2 | null {
  switch (matter.kind) {
    case 'acknowledgement':
    case 'stage-1-response':
    case 'refusal':
      return 1;
    case 'stage-2-acknowledgement':
    case 'final-response':
    case 'refusal-to-escalate':
      return 2;
    case 'update':
    case 'extension':
      return matter.stage;
    case 'clarification':
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

/** The act stands already: this is a copy for another resident of a group, or the letter again after it came back. */
function alreadyDone(c: Case, kind: LetterKind): boolean {
  const answered = (stage: Stage) => Boolean(c.stages[stage]?.respondedOn);
  switch (kind) {
    case 'stage-1-response':
      return answered(1);
    case 'final-response':
      return answered(2);
    case 'acknowledgement':
      return Boolean(c.stages[1]?.definedOn);
    case 'stage-2-acknowledgement':
      return Boolean(c.stages[2]?.definedOn);
    default:
      return false;
  }
}
