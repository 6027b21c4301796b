/**
 * What arrives from residents and must be seen by somebody: what each kind is called, which act answers it, and which acts
 * have answered it once they are recorded. What it means in law, with its dates, is in arrival-follows.ts.
 */
import type { Happening } from '../facts/happened.js';
import type { Case } from './case.js';
import type { Act } from './permitted.js';

export const arrivalKinds = [
  'emergency',
  'possible-stage-2',
  'stage-2-request',
  'chose-to-complain',
  'possible-complaint',
  'offer-to-complain',
  'withdrawal',
  'contact-change',
  'new-authority',
  'group-leave',
  'promise-not-done',
  'remedy-answer',
  'comments',
  'message',
  'evidence',
  'sender-not-known',
  'delivery-failed',
  'returned-post',
  'response-unsent',
  'no-way',
  'infected-file',
  'call-back',
  'restriction-appeal',
] as const;
export type ArrivalKind = (typeof arrivalKinds)[number];

/** What staff read in a list, and what is to be done with it. */
export const arrivalWords: Record<ArrivalKind, string> = {
  emergency: 'Emergency',
  'possible-stage-2': 'Perhaps a request for stage 2',
  'stage-2-request': 'Stage 2 asked for',
  'chose-to-complain': 'Chose to complain',
  'possible-complaint': 'Perhaps a complaint',
  'offer-to-complain': 'Offer the choice to complain',
  withdrawal: 'Wants to withdraw',
  'contact-change': 'New contact details',
  'new-authority': 'Somebody to act for them',
  'group-leave': 'Wants to leave the group',
  'promise-not-done': 'A promise was not kept',
  'remedy-answer': 'Answer to a remedy',
  comments: 'Comments on findings',
  message: 'Message',
  evidence: 'Evidence',
  'sender-not-known': 'Sender not known',
  'delivery-failed': 'Not delivered',
  'returned-post': 'Post came back',
  'response-unsent': 'Answer still not sent',
  'no-way': 'No way to send',
  'infected-file': 'Infected file',
  'call-back': 'Call back',
  'restriction-appeal': 'Appeal against a restriction',
};

/** The act that answers it, in the order offered; none: looking at it is all. */
export const actsFor: Record<ArrivalKind, readonly Act[]> = {
  emergency: ['notice-hazard', 'log'],
  'possible-stage-2': ['escalate', 'widen-escalation'],
  'stage-2-request': [],
  'chose-to-complain': ['date-from-first-words', 'log'],
  'possible-complaint': ['offer-choice', 'raise-complaint'],
  'offer-to-complain': ['offer-choice', 'escalate'],
  withdrawal: ['withdraw', 'withdraw-point'],
  'contact-change': [],
  'new-authority': ['authorise'],
  'group-leave': ['leave-group'],
  'promise-not-done': ['say-if-done', 'move-promise', 'end-promise', 'promise-action'],
  'remedy-answer': ['answer-remedy', 'complete-remedy'],
  comments: ['write-to-resident'],
  message: ['write-to-resident'],
  evidence: [],
  'sender-not-known': [],
  'delivery-failed': ['send-letter'],
  'returned-post': ['return-letter', 'send-letter'],
  'response-unsent': ['send-letter'],
  'no-way': ['give-update'],
  'infected-file': [],
  'call-back': [],
  'restriction-appeal': ['review-restriction'],
};

/**
 * What a message from somebody outside is to the officer who sees it, given whether its words voice dissatisfaction: after
 * a stage 1 answer perhaps a request for stage 2 (10.17), about what is no complaint perhaps a complaint (1.3).
 */
export function kindOfMessage(c: Case, dissatisfied: boolean): ArrivalKind {
  if (!dissatisfied) return 'message';
  const stage2 = c.stages[2] === null || c.standing.is === 'escalation-refused';
  if (c.kind === 'complaint' && c.stages[1]?.respondedOn && stage2 && c.withdrawal === null) return 'possible-stage-2';
  if (c.kind !== null && c.kind !== 'complaint') return 'possible-complaint';
  return 'message';
}

/** Kinds that may be put aside only with a reason: the law hangs on what they are. */
export const needReason: ReadonlySet<ArrivalKind> = new Set([
  'possible-stage-2',
  'possible-complaint',
  'withdrawal',
  'contact-change',
  'new-authority',
  'group-leave',
  'chose-to-complain',
  'restriction-appeal',
]);

/** What an entry that staff recorded has answered. */
export function settledBy(what: Happening): readonly ArrivalKind[] {
  switch (what.type) {
    case 'EscalationRequested':
      return ['possible-stage-2', 'offer-to-complain'];
    case 'EscalationWidened':
      return ['possible-stage-2'];
    case 'EscalationRefused':
      return ['possible-stage-2', 'stage-2-request'];
    case 'Acknowledged':
      return what.stage === 2 ? ['stage-2-request'] : [];
    case 'Logged':
      return ['possible-complaint'];
    case 'MessageSent':
      return ['message'];
    case 'ChoiceToComplainOffered':
      return ['offer-to-complain', 'possible-complaint'];
    case 'CaseLinked':
      return what.relation === 'complaint-about-this-request' ? ['possible-complaint', 'offer-to-complain'] : [];
    case 'Withdrawn':
    case 'PointWithdrawn':
      return ['withdrawal'];
    case 'RepresentativeAuthorised':
    case 'AuthorityEnded':
      return ['new-authority'];
    case 'GroupMemberLeft':
      return ['group-leave'];
    case 'ActionMoved':
    case 'ActionDone':
    case 'ActionEndAsked':
    case 'ActionEnded':
      return ['promise-not-done'];
    case 'RemedyAccepted':
    case 'RemedyDeclined':
    case 'RemedyDone':
      return ['remedy-answer'];
    case 'LetterSent':
      return ['delivery-failed', 'returned-post', 'response-unsent'];
    case 'RestrictionReviewed':
    case 'RestrictionLifted':
      return ['restriction-appeal'];
    case 'HazardNoticed':
    case 'HazardHandedOver':
    case 'HazardRuledOut':
      return ['emergency'];
    default:
      return [];
  }
}

/** The acts that answer it: what is on record already is not recorded again. */
export function actsAnswering(kind: ArrivalKind, c: Case, seq: number | null): readonly Act[] {
  const recorded = c.history.find((entry) => entry.seq === seq)?.what.type === 'ResidentSaidNotDone';
  return actsFor[kind].filter((act) => act !== 'say-if-done' || !recorded);
}
