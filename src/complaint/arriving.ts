/**
 * What arrives from residents and must be seen by somebody: what each kind is called, what it means in law when it is
 * what it seems to be, which act answers it, and which acts have answered it once they are recorded.
 */
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, Entry, Happening, Words } from '../facts/happened.js';
import { after, type Case, replay } from './case.js';
import { type ClockRules, clocks } from './clocks.js';
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
};

/** The act that answers it, in the order offered; none: looking at it is all. */
export const actsFor: Record<ArrivalKind, readonly Act[]> = {
  emergency: ['notice-hazard', 'log'],
  'possible-stage-2': ['escalate', 'widen-escalation'],
  'stage-2-request': [],
  'chose-to-complain': ['date-from-first-words', 'log'],
  'possible-complaint': ['offer-choice', 'raise-complaint'],
  'offer-to-complain': ['offer-choice'],
  withdrawal: ['withdraw', 'withdraw-point'],
  'contact-change': [],
  'new-authority': ['authorise'],
  'group-leave': ['leave-group'],
  'promise-not-done': ['move-promise', 'end-promise'],
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
]);

/** What an entry that staff recorded has answered. */
export function settledBy(what: Happening): readonly ArrivalKind[] {
  switch (what.type) {
    case 'EscalationRequested':
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
    case 'ActionEnded':
      return ['promise-not-done'];
    case 'RemedyAccepted':
    case 'RemedyDeclined':
    case 'RemedyDone':
      return ['remedy-answer'];
    case 'LetterSent':
      return ['delivery-failed', 'returned-post', 'response-unsent'];
    case 'HazardNoticed':
      return ['emergency'];
    default:
      return [];
  }
}

/**
 * What follows from its day if it is what it seems to be, in one sentence with the date; null when no date follows. The
 * dates are the clocks' own, of the history as it would be.
 */
export function whatFollows(kind: ArrivalKind, c: Case | null, arrivedOn: Day, rules: ClockRules): string | null {
  switch (kind) {
    case 'possible-stage-2': {
      if (c === null) return null;
      if (c.stages[2]?.respondedOn)
        return 'The final response has been sent, so there is no further stage. Give the resident the Ombudsman’s details.';
      const due = c.stages[2] === null ? firstOfStage2(c, arrivedOn, rules) : null;
      return due === null
        ? null
        : `If they ask for stage 2, it was received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'stage-2-request': {
      const due = c === null ? null : firstDue(c, 2, rules);
      return due === null ? null : `Received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'possible-complaint':
    case 'offer-to-complain': {
      const due = c === null ? null : firstDue(asComplaint(c, arrivedOn), 1, rules);
      return due === null
        ? null
        : `If they choose to complain, the complaint was received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'chose-to-complain': {
      const due = c === null ? null : firstDue(c, 1, rules);
      return due === null
        ? null
        : `A complaint, received on ${inWords(c?.receivedOn ?? arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'withdrawal':
      return 'Nothing stops before somebody has seen it. If it is withdrawn, that counts from the day on which they said so.';
    case 'promise-not-done':
      return 'The promise is open again. Say by when it will be done, and tell the resident.';
    case 'emergency':
      return 'Act now: somebody may be in danger.';
    case 'contact-change':
      return 'Nothing is changed before somebody has seen it. Check it with them by a way that was on record before.';
    default:
      return null;
  }
}

function firstOfStage2(c: Case, on: Day, rules: ClockRules) {
  const asked = after(c, {
    seq: c.version + 1,
    happenedOn: on,
    recordedAt: '',
    recordedBy: { system: 'schedule' },
    what: { type: 'EscalationRequested', channel: 'other', from: null, points: 'all', words: null },
  });
  return firstDue(asked, 2, rules);
}

/** The complaint that would be opened from this case, as received on that day. */
function asComplaint(c: Case, on: Day): Case {
  const received: Entry = {
    seq: 1,
    happenedOn: on,
    recordedAt: '',
    recordedBy: { system: 'schedule' },
    what: {
      type: 'Received',
      channel: 'other',
      firstHeardBy: 'complaints-team',
      words: '' as Words,
      files: [],
      person: c.person,
      home: c.home,
      tenure: c.tenure,
      group: c.group,
      hazards: [],
    },
  };
  return replay('' as CaseId, '', [received]);
}

const doing = { acknowledgement: 'acknowledge', response: 'answer' } as const;

function firstDue(c: Case, stage: 1 | 2, rules: ClockRules): { readonly what: string; readonly due: Day } | null {
  // The day of an arrival is the day on which its consequence is told: what was done since does not matter to it.
  const running = clocks(c, rules, c.history.at(-1)?.happenedOn ?? c.receivedOn);
  for (const what of ['acknowledgement', 'response'] as const) {
    const clock = running.find((one) => one.kind === `stage-${stage}-${what}` && one.doneOn === null);
    if (clock !== undefined) return { what: doing[what], due: clock.due };
  }
  return null;
}
