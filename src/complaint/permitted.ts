/**
 * Which roles may do which act, and which acts make sense now. A menu reads this; the decision itself says no with its
 * reasons, whatever a menu showed.
 *
 * This file is longer than 250 lines because the list of acts is one table.
 */
import { peopleIn } from './behaviour/rules.js';
import { behaviourIn } from './behaviour/steps.js';
import type { Case } from './case.js';
import { changeUntold } from './change-told.js';
import { isDeclined, isPaid, moneyOfferedAlone } from './compensation.js';
import { fitsHazard, possibleHazards, waitsForHandOver } from './hazards.js';
import { improvementReviewers, improvementsOf } from './improvements.js';
import { firstWordsToRead } from './may/date-from-first-words.js';
import { readablePoints } from './may/read-back.js';
import { evidenceWaiting, ombudsmanCasesOf } from './ombudsman-case.js';
import { ownPoints, standingPoints } from './points.js';
import { refusalLetterOwed } from './refusal-letter.js';
import type { Context, Role } from './refusals.js';
import { caseWorkers } from './roles.js';
import { staffConcerned } from './staff-concerned.js';
import { hasConflict, whoConsidered } from './who.js';

const desk: readonly Role[] = ['officer', 'manager'];

export type ActGroup =
  | 'Triage'
  | 'People'
  | 'Points'
  | 'Stage'
  | 'Evidence'
  | 'Putting right'
  | 'Stage 2'
  | 'Learning'
  | 'Ombudsman'
  | 'Behaviour'
  | 'Record'
  | 'Hazards';

interface ActFacts {
  /** As a link in a menu says it. */
  readonly words: string;
  readonly group: ActGroup;
  readonly roles: readonly Role[];
}

/** Every act, by the name of its file in may/. */
export const acts = {
  // First, since nothing of a hazard waits for the complaint.
  'notice-hazard': { words: 'Record a hazard', group: 'Hazards', roles: caseWorkers },
  'rule-out-hazard': { words: 'Say that it is no hazard', group: 'Hazards', roles: caseWorkers },
  'hand-over-hazard': { words: 'Hand a hazard over', group: 'Hazards', roles: caseWorkers },
  'investigate-hazard': { words: 'Record the investigation of a hazard', group: 'Hazards', roles: caseWorkers },
  'summarise-hazard': { words: 'Give the written summary', group: 'Hazards', roles: caseWorkers },
  'make-hazard-safe': { words: 'Record that it is made safe', group: 'Hazards', roles: caseWorkers },
  'begin-hazard-work': { words: 'Record that further work has begun', group: 'Hazards', roles: caseWorkers },
  'put-off-hazard-work': { words: 'Record why further work can’t begin yet', group: 'Hazards', roles: caseWorkers },
  'offer-accommodation': { words: 'Offer other accommodation', group: 'Hazards', roles: caseWorkers },

  receive: { words: 'Log a contact', group: 'Triage', roles: caseWorkers },
  'receive-message': { words: 'Record a message', group: 'Record', roles: caseWorkers },
  'write-to-resident': { words: 'Write to the resident', group: 'Record', roles: caseWorkers },
  'offer-choice': { words: 'Offer the choice to complain', group: 'Triage', roles: caseWorkers },
  'divide-contact': { words: 'Divide into several cases', group: 'Triage', roles: desk },
  log: { words: 'Say what this is', group: 'Triage', roles: desk },
  'raise-complaint': { words: 'Raise a complaint', group: 'Triage', roles: caseWorkers },
  'answer-request': { words: 'Answer the request', group: 'Triage', roles: caseWorkers },
  'date-from-first-words': { words: 'Say whether the first words were a complaint', group: 'Triage', roles: desk },
  refuse: { words: 'Refuse the complaint', group: 'Triage', roles: desk },
  overturn: { words: 'Overturn the refusal', group: 'Triage', roles: ['officer', 'reviewer', 'manager'] },

  'identify-resident': { words: 'Say who the resident is', group: 'People', roles: caseWorkers },
  'identify-home': { words: 'Say which home it is', group: 'People', roles: caseWorkers },
  'join-group': { words: 'Add a resident to the group', group: 'People', roles: caseWorkers },
  'leave-group': { words: 'Record that a resident leaves the group', group: 'People', roles: caseWorkers },
  authorise: { words: 'Add a representative', group: 'People', roles: caseWorkers },
  'end-authority': { words: 'End a representative’s authority', group: 'People', roles: caseWorkers },
  'agree-adjustment': { words: 'Agree an adjustment', group: 'People', roles: caseWorkers },
  'review-adjustment': { words: 'Review an adjustment', group: 'People', roles: caseWorkers },
  'name-staff-member': { words: 'Say that it is about a member of staff', group: 'People', roles: caseWorkers },
  'offer-support': { words: 'Record support for a member of staff', group: 'People', roles: caseWorkers },
  'tell-vulnerability': { words: 'Record a disability or vulnerability', group: 'People', roles: caseWorkers },

  'raise-point': { words: 'Raise a further point', group: 'Points', roles: caseWorkers },
  'define-point': { words: 'Define a point', group: 'Points', roles: caseWorkers },
  'ask-clarification': { words: 'Ask what is unclear', group: 'Points', roles: caseWorkers },
  'clarify-point': { words: 'Record what the resident made clear', group: 'Points', roles: caseWorkers },
  'find-not-ours': { words: 'Say that a point is not ours', group: 'Points', roles: caseWorkers },
  'find-routes': { words: 'Say who can look at a point', group: 'Points', roles: caseWorkers },
  'join-points': { words: 'Join points', group: 'Points', roles: caseWorkers },
  'split-point': { words: 'Split a point', group: 'Points', roles: caseWorkers },
  'split-off-point': { words: 'Make a point a case of its own', group: 'Points', roles: desk },
  'withdraw-point': { words: 'Record that a point is withdrawn', group: 'Points', roles: caseWorkers },

  assign: { words: 'Assign', group: 'Stage', roles: ['officer', 'reviewer', 'manager'] },
  'declare-conflict': { words: 'Declare a conflict of interest', group: 'Stage', roles: caseWorkers },
  acknowledge: { words: 'Acknowledge', group: 'Stage', roles: caseWorkers },
  'read-back': { words: 'Read back our understanding', group: 'Points', roles: caseWorkers },
  'set-out-definition': { words: 'Set out our understanding', group: 'Stage', roles: caseWorkers },
  extend: { words: 'Extend', group: 'Stage', roles: caseWorkers },
  'agree-updates': { words: 'Agree how often to update', group: 'Stage', roles: caseWorkers },
  'give-update': { words: 'Give an update', group: 'Stage', roles: caseWorkers },

  'ask-information': { words: 'Ask a team or contractor', group: 'Evidence', roles: caseWorkers },
  'chase-information': { words: 'Chase an answer', group: 'Evidence', roles: caseWorkers },
  'receive-information': { words: 'Record their answer', group: 'Evidence', roles: caseWorkers },
  'hear-position': { words: 'Record a position', group: 'Evidence', roles: caseWorkers },
  'share-findings': { words: 'Share findings', group: 'Evidence', roles: caseWorkers },
  'take-comments': { words: 'Record comments', group: 'Evidence', roles: caseWorkers },
  'add-document': { words: 'Add a document', group: 'Evidence', roles: caseWorkers },

  'decide-point': { words: 'Decide a point', group: 'Stage', roles: caseWorkers },
  'find-cause': { words: 'Record a cause', group: 'Stage', roles: caseWorkers },
  'record-learning': { words: 'Record the cause and what we learnt', group: 'Stage', roles: caseWorkers },
  'open-improvement': { words: 'Open an improvement', group: 'Learning', roles: caseWorkers },
  'test-improvement': { words: 'Review an improvement', group: 'Learning', roles: improvementReviewers },
  'close-improvement': { words: 'Close an improvement', group: 'Learning', roles: improvementReviewers },
  'share-learning': { words: 'Tell others what was learnt', group: 'Learning', roles: ['manager'] },
  approve: { words: 'Approve the answer', group: 'Stage', roles: ['officer', 'reviewer', 'manager'] },
  respond: { words: 'Answer stage 1', group: 'Stage', roles: caseWorkers },

  'offer-remedy': { words: 'Offer a remedy', group: 'Putting right', roles: caseWorkers },
  'work-out-compensation': { words: 'Work out compensation', group: 'Putting right', roles: caseWorkers },
  'approve-compensation': { words: 'Approve compensation', group: 'Putting right', roles: caseWorkers },
  'pay-compensation': { words: 'Record that compensation is paid', group: 'Putting right', roles: caseWorkers },
  'notice-claim': { words: 'Flag an injury or insurance claim', group: 'Putting right', roles: caseWorkers },
  'take-legal-advice': {
    words: 'Record a legal adviser’s reason',
    group: 'Putting right',
    roles: ['reviewer', 'manager'],
  },
  'answer-remedy': { words: 'Record the answer to a remedy', group: 'Putting right', roles: caseWorkers },
  'complete-remedy': { words: 'Record that a remedy is done', group: 'Putting right', roles: caseWorkers },
  'promise-action': { words: 'Promise an action', group: 'Putting right', roles: caseWorkers },
  'move-promise': { words: 'Move a promised date', group: 'Putting right', roles: caseWorkers },
  'keep-promise': { words: 'Record that a promise is done', group: 'Putting right', roles: caseWorkers },
  'order-work': { words: 'Record a job’s number', group: 'Putting right', roles: caseWorkers },
  'offer-visit': { words: 'Record a visit that came to nothing', group: 'Putting right', roles: caseWorkers },
  'hand-over-promise': { words: 'Hand a promise over', group: 'Putting right', roles: caseWorkers },
  'end-promise': { words: 'Ask to end a promise', group: 'Putting right', roles: caseWorkers },
  'decide-end': { words: 'Decide whether a promise may end', group: 'Putting right', roles: ['manager'] },
  'tell-change': { words: 'Record that the resident was told of a change', group: 'Putting right', roles: caseWorkers },
  'ask-if-done': { words: 'Ask the resident whether it was done', group: 'Putting right', roles: caseWorkers },
  'say-if-done': { words: 'Record what the resident says', group: 'Putting right', roles: caseWorkers },
  'record-survey': { words: 'Record a survey', group: 'Putting right', roles: caseWorkers },

  escalate: { words: 'Record a request for stage 2', group: 'Stage 2', roles: caseWorkers },
  'widen-escalation': { words: 'Take more points to stage 2', group: 'Stage 2', roles: caseWorkers },
  'refuse-escalation': { words: 'Refuse stage 2', group: 'Stage 2', roles: desk },
  'respond-finally': { words: 'Send the final response', group: 'Stage 2', roles: ['reviewer', 'officer', 'manager'] },

  'take-enquiry': { words: 'Record what the Ombudsman asks', group: 'Ombudsman', roles: caseWorkers },
  'take-evidence-request': { words: 'Record that evidence is asked for', group: 'Ombudsman', roles: caseWorkers },
  'ask-more-time': { words: 'Ask for more time for the evidence', group: 'Ombudsman', roles: caseWorkers },
  'answer-more-time': { words: 'Record the answer on more time', group: 'Ombudsman', roles: caseWorkers },
  'send-evidence': { words: 'Record that the evidence was sent', group: 'Ombudsman', roles: caseWorkers },
  'begin-investigation': { words: 'Record that the investigation has begun', group: 'Ombudsman', roles: caseWorkers },
  'take-determination': { words: 'Record a determination', group: 'Ombudsman', roles: caseWorkers },
  'take-order': { words: 'Record an order or recommendation', group: 'Ombudsman', roles: caseWorkers },
  'give-order': { words: 'Say who owns an order', group: 'Ombudsman', roles: caseWorkers },
  'date-order': { words: 'Record the date of an order', group: 'Ombudsman', roles: caseWorkers },
  'comply-with-order': { words: 'Record that an order is complied with', group: 'Ombudsman', roles: caseWorkers },
  'send-order-proof': { words: 'Record that proof was sent', group: 'Ombudsman', roles: caseWorkers },
  'answer-on-order': { words: 'Record what the Ombudsman says of an order', group: 'Ombudsman', roles: caseWorkers },
  'ask-review': { words: 'Record that a review is asked for', group: 'Ombudsman', roles: caseWorkers },
  'answer-review': { words: 'Record what came of the review', group: 'Ombudsman', roles: caseWorkers },
  'take-failure-notice': { words: 'Record a failure order or notice', group: 'Ombudsman', roles: caseWorkers },
  'end-ombudsman-case': { words: 'Record that it ended at the Ombudsman', group: 'Ombudsman', roles: caseWorkers },
  'record-incident': { words: 'Record an incident', group: 'Behaviour', roles: caseWorkers },
  warn: { words: 'Warn about behaviour', group: 'Behaviour', roles: caseWorkers },
  'propose-restriction': { words: 'Propose a restriction of contact', group: 'Behaviour', roles: caseWorkers },
  'decide-restriction': { words: 'Decide on a restriction', group: 'Behaviour', roles: caseWorkers },
  'restrict-contact': { words: 'Tell them of the restriction', group: 'Behaviour', roles: caseWorkers },
  'appeal-restriction': { words: 'Record an appeal against a restriction', group: 'Behaviour', roles: caseWorkers },
  'review-restriction': { words: 'Review or lift a restriction', group: 'Behaviour', roles: caseWorkers },

  note: { words: 'Add a note', group: 'Record', roles: caseWorkers },
  'draft-letter': { words: 'Write a letter', group: 'Record', roles: caseWorkers },
  'check-letter': { words: 'Check a letter', group: 'Record', roles: caseWorkers },
  'send-letter': { words: 'Send a letter', group: 'Record', roles: caseWorkers },
  'return-letter': { words: 'Record that a letter did not arrive', group: 'Record', roles: caseWorkers },
  withdraw: { words: 'Record that it is withdrawn', group: 'Record', roles: caseWorkers },
  'raise-again': { words: 'Open a case: raised again', group: 'Record', roles: caseWorkers },
  link: { words: 'Link to another case', group: 'Record', roles: caseWorkers },
  correct: { words: 'Correct an entry', group: 'Record', roles: desk },
  'erase-words': { words: 'Erase words', group: 'Record', roles: ['manager', 'administrator'] },
} as const satisfies Record<string, ActFacts>;

export type Act = keyof typeof acts;

/** Whether one of a person's roles may do an act at all. */
export function roleMay(roles: readonly Role[], act: Act): boolean {
  const permitted: readonly Role[] = acts[act].roles;
  return roles.some((role) => permitted.includes(role));
}

export interface PossibleAct {
  readonly act: Act;
  readonly words: string;
  readonly group: ActGroup;
  /** The stage to which the act would be done, where it has one. */
  readonly stage: 1 | 2 | null;
  /** What the case waits for: these come first. */
  readonly next: boolean;
}

/** The stage that is running: what is done now is done to it. Null when none is. */
export function runningStage(c: Case): 1 | 2 | null {
  return c.standing.is === 'to-acknowledge' || c.standing.is === 'investigating' ? c.standing.stage : null;
}

/** What may happen now to this case, by this person, in the order of the table; what it waits for is marked. */
export function actsPossible(c: Case, context: Context): readonly PossibleAct[] {
  const { staff, roles } = context.by;
  const stage = runningStage(c);
  const barred = new Set<Act>([
    ...(hasConflict(c, staff) ? shaping : []),
    ...(stage === 2 && whoConsidered(c, 1).includes(staff) ? judging : []),
  ]);
  const next = [...nextActs(c), ...promisesWaitFor(c)];
  return (Object.keys(acts) as Act[])
    .filter((act) => roleMay(roles, act) && makesSense(act, c) && !barred.has(act))
    .map((act) => ({
      act,
      words: acts[act].words,
      group: acts[act].group,
      stage: withStage.includes(act) ? (stage ?? lastStage(c)) : null,
      next: next.includes(act),
    }));
}

/** What whoever considered stage 1 leaves to others at stage 2. */
const judging: readonly Act[] = ['decide-point', 'approve', 'respond-finally'];

/** What a person with a conflict of interest leaves to others. */
const shaping: readonly Act[] = [
  ...judging,
  'acknowledge',
  'approve-compensation',
  'work-out-compensation',
  'define-point',
  'extend',
  'find-not-ours',
  'join-points',
  'offer-remedy',
  'promise-action',
  'read-back',
  'refuse',
  'refuse-escalation',
  'respond',
  'set-out-definition',
  'share-findings',
  'split-off-point',
  'split-point',
];

const withStage: readonly Act[] = [
  'define-point',
  'assign',
  'declare-conflict',
  'acknowledge',
  'set-out-definition',
  'extend',
  'agree-updates',
  'give-update',
  'ask-information',
  'hear-position',
  'share-findings',
  'take-comments',
  'decide-point',
  'find-cause',
  'record-learning',
  'approve',
  'offer-remedy',
  'work-out-compensation',
  'promise-action',
];

function lastStage(c: Case): 1 | 2 | null {
  if (c.kind !== 'complaint' || c.loggedOn === null) return null;
  return c.stages[2] === null ? 1 : 2;
}

/** At whatever stage: a manager is asked, or the resident does not know yet why something will not be done. */
function promisesWaitFor(c: Case): readonly Act[] {
  return [
    ...(c.promises.some((p) => p.state === 'open' && p.endAsked !== null) ? (['decide-end'] as const) : []),
    ...(c.promises.some((p) => p.state === 'ended' && changeUntold(p)) ? (['tell-change'] as const) : []),
  ];
}

/** What the case waits for. A hazard comes first, and waits for no complaint. */
function nextActs(c: Case): readonly Act[] {
  const hazards: readonly Act[] = c.hazards.some(waitsForHandOver)
    ? ['hand-over-hazard']
    : possibleHazards(c).length > 0
      ? ['notice-hazard', 'rule-out-hazard']
      : [];
  return [...hazards, ...nextOfComplaint(c)];
}

function nextOfComplaint(c: Case): readonly Act[] {
  const stage = runningStage(c);
  switch (c.standing.is) {
    case 'to-triage':
      return ['log', 'offer-choice'];
    case 'request-open':
      return ['answer-request'];
    case 'to-acknowledge':
    case 'investigating': {
      if (stage === null) return [];
      const record = c.stages[stage];
      const undefinedLeft = standingPoints(c, stage).some((p) => p.state === 'raised');
      if (undefinedLeft) return ['define-point'];
      if (record?.acknowledgedOn === null) return record.handler === null ? ['assign', 'acknowledge'] : ['acknowledge'];
      if (record?.definedOn === null) return ['set-out-definition'];
      if (record?.handler === null) return ['assign'];
      const undecided = ownPoints(c, stage).some((p) => !p.decisions.some((d) => d.stage === stage));
      if (undecided) return ['hear-position', 'decide-point'];
      if (record?.learning === null) return ['record-learning'];
      if (record?.causes.length === 0) return ['find-cause'];
      return [stage === 1 ? 'respond' : 'respond-finally'];
    }
    case 'answered':
      return c.promises.some((p) => p.state === 'open') ? ['keep-promise'] : [];
    case 'refused':
    case 'escalation-refused':
      return refusalLetterOwed(c) === null ? [] : ['draft-letter'];
    case 'request-answered':
    case 'noted':
    case 'withdrawn':
    case 'answer-not-told':
    case 'import-taken-back':
      return [];
  }
}

const theirs = (c: Case) => (c.importTakenBack ? [] : ombudsmanCasesOf(c));

function makesSense(act: Act, c: Case): boolean {
  const running = runningStage(c);
  const record = running === null ? null : c.stages[running];
  const is = c.standing.is;
  const going = is !== 'withdrawn' && is !== 'refused' && is !== 'import-taken-back';
  const complaint = c.kind === 'complaint' && c.loggedOn !== null && going;
  switch (act) {
    case 'receive':
      return false; // It opens a case; it is not done to one.
    case 'divide-contact':
    case 'log':
      return going && c.loggedOn === null;
    case 'offer-choice':
      return going && c.kind !== 'complaint';
    case 'raise-complaint':
      return going && c.kind !== null && c.kind !== 'complaint';
    case 'date-from-first-words':
      return going && firstWordsToRead(c);
    case 'answer-request':
      return is === 'request-open';
    case 'refuse':
      return going && (c.kind === null || complaint) && !c.stages[1]?.respondedOn && c.stages[2] === null;
    case 'overturn':
      return is === 'refused' || is === 'escalation-refused' || (going && Boolean(c.escalation?.refusedOn));
    case 'identify-resident':
    case 'identify-home':
    case 'authorise':
    case 'agree-adjustment':
    case 'tell-vulnerability':
    case 'receive-message':
    case 'write-to-resident':
    case 'add-document':
    case 'notice-hazard':
    case 'note':
    case 'link':
    case 'correct':
    case 'erase-words':
      return is !== 'import-taken-back';
    case 'record-incident':
      return is !== 'import-taken-back' && peopleIn(c).length > 0;
    case 'warn':
    case 'propose-restriction':
      return is !== 'import-taken-back' && behaviourIn(c).incidents.length > 0;
    case 'decide-restriction':
      return behaviourIn(c).restrictions.some((r) => r.state === 'proposed');
    case 'restrict-contact':
      return behaviourIn(c).restrictions.some((r) => r.state === 'agreed');
    case 'appeal-restriction':
    case 'review-restriction':
      return behaviourIn(c).restrictions.some((r) => r.state === 'in-force');
    case 'rule-out-hazard':
      return possibleHazards(c).length > 0;
    case 'hand-over-hazard':
    case 'investigate-hazard':
    case 'summarise-hazard':
    case 'make-hazard-safe':
    case 'begin-hazard-work':
    case 'put-off-hazard-work':
    case 'offer-accommodation':
      return is !== 'import-taken-back' && c.hazards.some((hazard) => fitsHazard(act, hazard));
    case 'name-staff-member':
      return going;
    case 'offer-support':
      return staffConcerned(c).length > 0;
    case 'join-group':
    case 'notice-claim':
      return going;
    case 'leave-group':
      return going && c.group.length > 0;
    case 'end-authority':
      return c.representatives.some((r) => r.endedOn === null);
    case 'review-adjustment':
      return c.adjustments.some((a) => a.endedOn === null);
    case 'raise-point':
      return complaint;
    case 'define-point':
    case 'ask-clarification':
    case 'clarify-point':
    case 'withdraw-point':
      return running !== null && standingPoints(c, running).length > 0;
    case 'find-not-ours':
      return running !== null && ownPoints(c, running).length > 0;
    case 'find-routes':
      return is !== 'import-taken-back' && standingPoints(c, 1).length > 0;
    case 'join-points':
    case 'split-off-point':
      return running === 1 && ownPoints(c, 1).length > 1;
    case 'split-point':
      return running === 1 && ownPoints(c, 1).length > 0;
    case 'assign':
      return running !== null || is === 'to-triage' || is === 'request-open';
    case 'declare-conflict':
    case 'hear-position':
    case 'ask-information':
      return running !== null;
    case 'acknowledge':
      return running !== null && record?.acknowledgedOn === null && complaint;
    case 'read-back':
      return running !== null && readablePoints(c, running).length > 0;
    case 'set-out-definition':
      return running !== null && record !== null && record.acknowledgedOn !== null;
    case 'extend':
    case 'agree-updates':
      return running !== null && complaint && c.edition !== null;
    case 'give-update':
    case 'offer-remedy':
    case 'work-out-compensation':
    case 'take-legal-advice':
    case 'promise-action':
    case 'find-cause':
    case 'record-learning':
    case 'open-improvement':
      return complaint;
    case 'share-learning':
      return (
        !c.importTakenBack &&
        (improvementsOf(c).length > 0 || [c.stages[1], c.stages[2]].some((stage) => stage?.learning === 'recorded'))
      );
    case 'test-improvement':
    case 'close-improvement':
      return going && improvementsOf(c).some(({ closedOn }) => closedOn === null);
    case 'chase-information':
    case 'receive-information':
      return c.requests.some((r) => r.receivedOn === null);
    case 'share-findings':
    case 'decide-point':
      return running !== null && ownPoints(c, running).some((p) => p.state === 'defined');
    case 'take-comments':
      return (record?.findingsShared.length ?? 0) > 0;
    case 'approve':
      return (
        running !== null &&
        c.letters.some((l) => l.sentOn === null && (l.kind === 'stage-1-response' || l.kind === 'final-response'))
      );
    case 'respond':
      return complaint && c.stages[1] !== null && c.stages[1].respondedOn === null;
    case 'respond-finally':
      return running === 2;
    case 'answer-remedy':
      return c.remedies.some((r) => r.state === 'offered' || r.state === 'declined');
    case 'approve-compensation':
      return c.worksheets.some((w) => w.state === 'waiting');
    case 'pay-compensation':
      return (
        c.worksheets.some((w) => w.state === 'approved' && !isDeclined(c, w.remedy)) ||
        moneyOfferedAlone(c).some((r) => r.state !== 'done' && r.state !== 'declined')
      );
    case 'complete-remedy':
      return c.remedies.some((r) => r.state !== 'done' && !isPaid(c, r.id));
    case 'move-promise':
    case 'keep-promise':
    case 'offer-visit':
    case 'hand-over-promise':
      return c.promises.some((p) => p.state === 'open');
    case 'end-promise':
      return c.promises.some((p) => p.state === 'open' && p.endAsked === null);
    case 'decide-end':
      return c.promises.some((p) => p.state === 'open' && p.endAsked !== null);
    case 'order-work':
      return c.promises.some((p) => p.state !== 'ended');
    case 'tell-change':
      return c.promises.some(changeUntold);
    case 'ask-if-done':
      return c.promises.some((p) => p.state !== 'ended');
    case 'say-if-done':
      return c.promises.length > 0;
    case 'record-survey':
      return complaint && Boolean(c.stages[2]?.respondedOn ?? c.stages[1]?.respondedOn);
    case 'escalate':
      return complaint && (c.stages[2] === null || is === 'escalation-refused');
    case 'widen-escalation':
      return running === 2 && c.points.some((p) => !p.escalated && (p.state === 'raised' || p.state === 'defined'));
    case 'refuse-escalation':
      return running === 2;
    case 'take-enquiry':
    case 'take-evidence-request':
    case 'take-failure-notice':
      return is !== 'import-taken-back' && c.kind !== null;
    case 'begin-investigation':
      return theirs(c).some((one) => one.investigationOn === null);
    case 'take-determination':
    case 'take-order':
      return theirs(c).length > 0;
    case 'end-ombudsman-case':
      return theirs(c).some((one) => one.state !== 'ended');
    case 'ask-more-time':
    case 'answer-more-time':
    case 'send-evidence':
      return evidenceWaiting(c).length > 0;
    case 'ask-review':
      return theirs(c).some((one) => one.determinations.length > 0);
    case 'answer-review':
      return theirs(c).some((one) => one.reviews.some((review) => review.answeredOn === null));
    case 'give-order':
    case 'date-order':
    case 'comply-with-order':
      return theirs(c).some((one) => one.orders.some((order) => order.compliedOn === null));
    case 'send-order-proof':
    case 'answer-on-order':
      return theirs(c).some((one) => one.orders.some((order) => order.compliedOn !== null && order.accepted !== true));
    case 'draft-letter':
      return c.kind === 'complaint' && is !== 'import-taken-back';
    case 'check-letter':
    case 'send-letter':
      return c.letters.some((l) => l.sentOn === null || l.failed);
    case 'return-letter':
      return c.letters.some((l) => l.sentOn !== null && !l.failed);
    case 'withdraw':
      return is === 'to-triage' || is === 'request-open' || running !== null;
    case 'raise-again':
      return is === 'withdrawn';
  }
}
