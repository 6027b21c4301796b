/**
 * Every act with a request made up at random, from the ids that the case holds and a few that it does not. Half of the
 * texts are there, half of the days make sense: so that walks of such acts both get somewhere and run into refusals.
 *
 * This file is longer than 250 lines because it lists every act.
 */
import { chance } from '../../db/demo/chance.js';
import { usualPolicy as policy } from '../../src/complaint/behaviour/rules.js';
import { behaviourIn } from '../../src/complaint/behaviour/steps.js';
import type { Case } from '../../src/complaint/case.js';
import { noFailing } from '../../src/complaint/cause-list.js';
import { possibleHazards } from '../../src/complaint/hazards.js';
import { improvementsOf } from '../../src/complaint/improvements.js';
import type { LetterOut } from '../../src/complaint/letter-out.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAddDocument } from '../../src/complaint/may/add-document.js';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { mayAgreeUpdates } from '../../src/complaint/may/agree-updates.js';
import { mayAnswerMoreTime } from '../../src/complaint/may/answer-more-time.js';
import { mayAnswerOnOrder } from '../../src/complaint/may/answer-on-order.js';
import { mayAnswerRemedy } from '../../src/complaint/may/answer-remedy.js';
import { mayAnswerRequest } from '../../src/complaint/may/answer-request.js';
import { mayAnswerReview } from '../../src/complaint/may/answer-review.js';
import { mayAppealRestriction } from '../../src/complaint/may/appeal-restriction.js';
import { mayApprove } from '../../src/complaint/may/approve.js';
import { mayApproveCompensation } from '../../src/complaint/may/approve-compensation.js';
import { mayAskClarification } from '../../src/complaint/may/ask-clarification.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayAskInformation } from '../../src/complaint/may/ask-information.js';
import { mayAskMoreTime } from '../../src/complaint/may/ask-more-time.js';
import { mayAskReview } from '../../src/complaint/may/ask-review.js';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayBeginHazardWork } from '../../src/complaint/may/begin-hazard-work.js';
import { mayBeginInvestigation } from '../../src/complaint/may/begin-investigation.js';
import { mayChaseInformation } from '../../src/complaint/may/chase-information.js';
import { mayCheckLetter } from '../../src/complaint/may/check-letter.js';
import { mayClarifyPoint } from '../../src/complaint/may/clarify-point.js';
import { mayCloseImprovement } from '../../src/complaint/may/close-improvement.js';
import { mayCompleteRemedy } from '../../src/complaint/may/complete-remedy.js';
import { mayComplyWithOrder } from '../../src/complaint/may/comply-with-order.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayDateFromFirstWords } from '../../src/complaint/may/date-from-first-words.js';
import { mayDateOrder } from '../../src/complaint/may/date-order.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDecideRestriction } from '../../src/complaint/may/decide-restriction.js';
import { mayDeclareConflict } from '../../src/complaint/may/declare-conflict.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayDivideContact } from '../../src/complaint/may/divide-contact.js';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { mayEndAuthority } from '../../src/complaint/may/end-authority.js';
import { mayEndOmbudsmanCase } from '../../src/complaint/may/end-ombudsman-case.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayEraseWords } from '../../src/complaint/may/erase-words.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayExtend } from '../../src/complaint/may/extend.js';
import { mayFindCause } from '../../src/complaint/may/find-cause.js';
import { mayFindNotOurs } from '../../src/complaint/may/find-not-ours.js';
import { mayFindRoutes } from '../../src/complaint/may/find-routes.js';
import { mayGiveOrder } from '../../src/complaint/may/give-order.js';
import { mayGiveUpdate } from '../../src/complaint/may/give-update.js';
import { mayHandOverHazard } from '../../src/complaint/may/hand-over-hazard.js';
import { mayHandOverPromise } from '../../src/complaint/may/hand-over-promise.js';
import { mayHearPosition } from '../../src/complaint/may/hear-position.js';
import { mayIdentifyHome } from '../../src/complaint/may/identify-home.js';
import { mayIdentifyResident } from '../../src/complaint/may/identify-resident.js';
import { mayInvestigateHazard } from '../../src/complaint/may/investigate-hazard.js';
import { mayJoinGroup } from '../../src/complaint/may/join-group.js';
import { mayJoinPoints } from '../../src/complaint/may/join-points.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayLeaveGroup } from '../../src/complaint/may/leave-group.js';
import { mayLink } from '../../src/complaint/may/link.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayMakeHazardSafe } from '../../src/complaint/may/make-hazard-safe.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayNoticeClaim } from '../../src/complaint/may/notice-claim.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayOfferAccommodation } from '../../src/complaint/may/offer-accommodation.js';
import { mayOfferChoice } from '../../src/complaint/may/offer-choice.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayOfferSupport } from '../../src/complaint/may/offer-support.js';
import { mayOfferVisit } from '../../src/complaint/may/offer-visit.js';
import { mayOpenImprovement } from '../../src/complaint/may/open-improvement.js';
import { mayOrderWork } from '../../src/complaint/may/order-work.js';
import { mayOverturn } from '../../src/complaint/may/overturn.js';
import { mayPayCompensation } from '../../src/complaint/may/pay-compensation.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayProposeRestriction } from '../../src/complaint/may/propose-restriction.js';
import { mayPutOffHazardWork } from '../../src/complaint/may/put-off-hazard-work.js';
import { mayRaiseAgain } from '../../src/complaint/may/raise-again.js';
import { mayRaiseComplaint } from '../../src/complaint/may/raise-complaint.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { mayReadBack } from '../../src/complaint/may/read-back.js';
import { mayReceiveInformation } from '../../src/complaint/may/receive-information.js';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRecordSurvey } from '../../src/complaint/may/record-survey.js';
import { mayRefuse } from '../../src/complaint/may/refuse.js';
import { mayRefuseEscalation } from '../../src/complaint/may/refuse-escalation.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { mayRespondFinally } from '../../src/complaint/may/respond-finally.js';
import { mayRestrictContact } from '../../src/complaint/may/restrict-contact.js';
import { mayReturnLetter } from '../../src/complaint/may/return-letter.js';
import { mayReviewAdjustment } from '../../src/complaint/may/review-adjustment.js';
import { mayReviewRestriction } from '../../src/complaint/may/review-restriction.js';
import { mayRuleOutHazard } from '../../src/complaint/may/rule-out-hazard.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { maySendEvidence } from '../../src/complaint/may/send-evidence.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { maySendOrderProof } from '../../src/complaint/may/send-order-proof.js';
import { maySetOutDefinition } from '../../src/complaint/may/set-out-definition.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { mayShareLearning } from '../../src/complaint/may/share-learning.js';
import { maySplitOffPoint } from '../../src/complaint/may/split-off-point.js';
import { maySplitPoint } from '../../src/complaint/may/split-point.js';
import { maySummariseHazard } from '../../src/complaint/may/summarise-hazard.js';
import { mayTakeComments } from '../../src/complaint/may/take-comments.js';
import { mayTakeDetermination } from '../../src/complaint/may/take-determination.js';
import { mayTakeEnquiry } from '../../src/complaint/may/take-enquiry.js';
import { mayTakeEvidenceRequest } from '../../src/complaint/may/take-evidence-request.js';
import { mayTakeFailureNotice } from '../../src/complaint/may/take-failure-notice.js';
import { mayTakeLegalAdvice } from '../../src/complaint/may/take-legal-advice.js';
import { mayTakeOrder } from '../../src/complaint/may/take-order.js';
import { mayTellChange } from '../../src/complaint/may/tell-change.js';
import { mayTellVulnerability } from '../../src/complaint/may/tell-vulnerability.js';
import { mayTestImprovement } from '../../src/complaint/may/test-improvement.js';
import { mayWarn } from '../../src/complaint/may/warn.js';
import { mayWidenEscalation } from '../../src/complaint/may/widen-escalation.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { mayWithdrawPoint } from '../../src/complaint/may/withdraw-point.js';
import { mayWorkOutCompensation } from '../../src/complaint/may/work-out-compensation.js';
import { mayWriteToResident } from '../../src/complaint/may/write-to-resident.js';
import { evidenceWaiting, ordersOf } from '../../src/complaint/ombudsman-case.js';
import type { Act } from '../../src/complaint/permitted.js';
import type { Context, Decision } from '../../src/complaint/refusals.js';
import { staffConcerned } from '../../src/complaint/staff-concerned.js';
import { addDays, type Day } from '../../src/facts/days.js';
import {
  accessOutcomes,
  authorities,
  channels,
  claimKinds,
  compensationHeads,
  endGrounds,
  extensionReasons,
  findings,
  hazardKinds,
  hearers,
  type ImprovementId,
  letterKinds,
  ombudsmen,
  payments,
  refusalGrounds,
  remedyKinds,
  representativeRoles,
  restrictionKinds,
  sendings,
  type TeamId,
} from '../../src/facts/happened.js';

/** One of so many sides, by chance from a seed. */
export type Dice = (sides: number) => number;

export function diceOf(seed: number): Dice {
  const next = chance(seed);
  return (sides) => Math.floor(next() * sides);
}

export const people = ['ann', 'bo', 'cy'] as never[];
export const staff = ['kim', 'amir', 'lee', 'noor'] as never[];

/** Made up at random for this case; `never` lets it stand for any id. */
function maker(c: Case, context: Context, dice: Dice) {
  const of = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const chance = (percent: number) => dice(100) < percent;
  const on = (): Day => (chance(90) ? context.today : addDays(context.today, dice(12) - 8));
  const ahead = (): Day => addDays(context.today, dice(40) - 5);
  const text = () => (chance(92) ? 'Words' : ' ');
  const maybe = <T>(value: T): T | null => (chance(50) ? value : null);
  const known = <T>(ids: readonly T[]): T => (ids.length > 0 && chance(95) ? of(ids) : ('nowhere' as T));
  const point = () => known(c.points.map((p) => p.id));
  const points = () => (chance(60) ? c.points.filter((p) => p.state === 'defined').map((p) => p.id) : [point()]);
  const stage = (): 1 | 2 => (c.stages[2] !== null && chance(80) ? 2 : chance(90) ? 1 : 2);
  const side = () => (chance(50) ? { person: maybe(of(people)) } : { staff: of(staff) });
  const letter = (): LetterOut | null =>
    maybe({
      id: chance(50) ? context.newId() : known(c.letters.map((l) => l.id)),
      text: text(),
      bytes: null,
      to: [chance(50) && c.person !== null ? c.person : of(people)],
      how: of(sendings),
      missing: chance(5) ? ['Something is missing (6.9).'] : [],
    });
  return { of, chance, on, ahead, text, maybe, known, point, points, stage, side, letter };
}

type Try = (c: Case, context: Context, dice: Dice) => Decision;
type Made = ReturnType<typeof maker>;

const tried =
  <R>(may: (c: Case, request: R, context: Context) => Decision, request: (m: Made, c: Case) => R): Try =>
  (c, context, dice) =>
    may(c, request(maker(c, context, dice), c), context);

function hazardAndTime(m: Made, c: Case) {
  const on = m.on();
  return { on, hazard: m.known(c.hazards.map((h) => h.id)), at: m.maybe(`${on}T10:00:00.000Z`) };
}

const teams = ['repairs', 'contractor'] as TeamId[];
/** A restriction of this case, at random; and terms for one. */
const restriction = (m: Made, c: Case) => m.known(behaviourIn(c).restrictions.map((r) => r.id));
const recordOf = (m: Made, c: Case) => ({
  incidents: m.chance(90) ? [c.receivedOn] : [],
  warnings: m.chance(80) ? [c.receivedOn] : [],
  restrictions: [],
});
const termsOf = (m: Made) => ({
  kinds: m.chance(90) ? [m.of(restrictionKinds)] : [],
  contact: m.of([...staff, null]),
  channels: [m.of(channels)],
  how: m.text(),
  until: addDays(m.on(), m.of([200, 400])),
});

const triage = { complexity: 'simple', atRisk: false, earlyAnswer: true } as const;

/** A request for evidence of this case, at random. */
const aRequest = (m: Made, c: Case) => m.known(evidenceWaiting(c).map(({ seq }) => seq));

/** All acts but `receive`, which opens a case and is not done to one. */
export const everyAct: Record<Exclude<Act, 'receive'>, Try> = {
  'receive-message': tried(mayReceiveMessage, (m) => ({
    on: m.on(),
    channel: m.of(channels),
    from: null,
    text: m.text(),
    files: [],
  })),
  'write-to-resident': tried(mayWriteToResident, (m, c) => ({
    on: m.on(),
    to: [m.known(c.person === null ? [] : [c.person])],
    text: m.text(),
    files: [],
  })),
  'date-from-first-words': tried(mayDateFromFirstWords, (m, c) => ({
    on: m.on(),
    voiced: m.chance(50),
    firstWordsOn: c.receivedOn,
    reason: m.text(),
  })),
  'offer-choice': tried(mayOfferChoice, (m) => ({
    on: m.on(),
    answer: m.of(['complain', 'complain', 'not-complain', 'no-answer-yet'] as const),
    how: m.of(sendings),
    note: null,
  })),
  'divide-contact': tried(mayDivideContact, (m) => ({ on: m.on(), others: [{ text: m.text() }] })),
  log: tried(mayLog, (m) => ({
    on: m.on(),
    kind: m.of([
      'complaint',
      'complaint',
      'complaint',
      'complaint',
      'service-request',
      'mp-enquiry',
      'comment',
    ] as const),
    area: null,
    category: null,
    hazards: m.chance(20) ? [m.of(hazardKinds)] : [],
    triage: m.chance(90) ? triage : null,
    voicesDissatisfaction: m.chance(50),
    points: m.chance(50)
      ? []
      : [
          { text: m.text(), since: null },
          { text: 'Two', since: m.maybe(m.on()) },
        ],
  })),
  'raise-complaint': tried(mayRaiseComplaint, (m) => ({
    on: m.on(),
    channel: m.of(channels),
    firstHeardBy: m.of(hearers),
    text: m.text(),
    files: [],
    log: m.maybe({ area: null, category: null, hazards: [], triage }),
  })),
  'answer-request': tried(mayAnswerRequest, (m) => ({ on: m.on(), text: m.text(), how: m.of(sendings) })),
  refuse: tried(mayRefuse, (m) => ({
    on: m.on(),
    ground: m.of(refusalGrounds),
    filedOn: m.maybe(m.on()),
    issueOn: m.maybe(addDays(m.on(), -300)),
    circumstances: m.text(),
    discretion: m.maybe(m.text()),
    reasons: m.text(),
    letter: m.letter(),
  })),
  overturn: tried(mayOverturn, (m) => ({
    on: m.on(),
    by: m.of(['landlord', 'ombudsman'] as const),
    reasons: m.text(),
  })),
  'identify-resident': tried(mayIdentifyResident, (m) => ({ on: m.on(), person: m.of(people) })),
  'identify-home': tried(mayIdentifyHome, (m) => ({
    on: m.on(),
    home: 'home' as never,
    tenure: m.of(['LCRA', 'LCHO'] as const),
  })),
  'join-group': tried(mayJoinGroup, (m) => ({ on: m.on(), person: m.of(people) })),
  'leave-group': tried(mayLeaveGroup, (m) => ({ on: m.on(), person: m.of(people), text: m.maybe(m.text()) })),
  authorise: tried(mayAuthorise, (m) => ({
    on: m.on(),
    person: m.of(people),
    role: m.of(representativeRoles),
    authority: m.of(authorities),
    evidence: null,
    until: m.maybe(m.ahead()),
    note: m.maybe(m.text()),
  })),
  'end-authority': tried(mayEndAuthority, (m, c) => ({
    on: m.on(),
    person: m.known(c.representatives.map((r) => r.person)),
    reason: m.text(),
  })),
  'agree-adjustment': tried(mayAgreeAdjustment, (m) => ({
    on: m.on(),
    kind: m.of(['large-print', 'no-phone', 'other'] as const),
    reviewOn: m.ahead(),
    text: m.maybe(m.text()),
  })),
  'review-adjustment': tried(mayReviewAdjustment, (m, c) => ({
    on: m.on(),
    adjustment: m.known(c.adjustments.map((a) => a.id)),
    outcome: m.of(['kept', 'changed', 'ended'] as const),
    reviewOn: m.maybe(m.ahead()),
    text: m.maybe(m.text()),
  })),
  'tell-vulnerability': tried(mayTellVulnerability, (m) => ({ on: m.on(), text: m.text() })),
  'raise-point': tried(mayRaisePoint, (m) => ({
    on: m.on(),
    text: m.text(),
    since: null,
    by: null,
    channel: m.of(channels),
    firstHeardBy: m.of(hearers),
    goes: m.of([
      null,
      { where: 'joins' },
      { where: 'new-case', because: m.of(['unrelated', 'response-issued', 'would-delay'] as const), reason: m.text() },
    ] as const),
  })),
  'define-point': tried(mayDefinePoint, (m) => ({
    on: m.on(),
    stage: m.stage(),
    point: m.point(),
    understanding: m.text(),
    outcomeSought: m.text(),
    area: null,
    category: null,
    whose: m.of(['ours', 'ours', 'ours', 'ours', 'lgsco'] as const),
  })),
  'ask-clarification': tried(mayAskClarification, (m) => ({
    on: m.on(),
    points: [m.point()],
    text: m.text(),
    how: m.of(sendings),
    letter: m.letter(),
  })),
  'clarify-point': tried(mayClarifyPoint, (m) => ({ on: m.on(), point: m.point(), text: m.text() })),
  'find-not-ours': tried(mayFindNotOurs, (m) => ({
    on: m.on(),
    point: m.point(),
    whose: m.of(['lgsco', 'tribunal'] as const),
    text: m.text(),
  })),
  'join-points': tried(mayJoinPoints, (m) => ({ on: m.on(), into: m.point(), joined: [m.point()], reason: m.text() })),
  'split-point': tried(maySplitPoint, (m) => ({
    on: m.on(),
    point: m.point(),
    into: [{ text: m.text() }, { text: 'b' }],
    reason: m.text(),
  })),
  'split-off-point': tried(maySplitOffPoint, (m) => ({
    on: m.on(),
    point: m.point(),
    because: m.of(['unrelated', 'would-delay'] as const),
    reason: m.text(),
  })),
  'withdraw-point': tried(mayWithdrawPoint, (m) => ({ on: m.on(), point: m.point(), text: m.text() })),
  assign: tried(mayAssign, (m) => ({ on: m.on(), stage: m.stage(), to: m.of(staff), team: m.maybe(m.of(teams)) })),
  'declare-conflict': tried(mayDeclareConflict, (m) => ({
    on: m.on(),
    stage: m.stage(),
    staff: m.of(staff),
    conflict: m.chance(20),
    text: m.maybe(m.text()),
  })),
  acknowledge: tried(mayAcknowledge, (m) => ({
    on: m.on(),
    stage: m.stage(),
    how: m.of(sendings),
    note: m.maybe(m.text()),
    definitionSetOut: m.chance(70),
    ombudsmanDetails: m.chance(80),
    letter: m.letter(),
  })),
  'read-back': tried(mayReadBack, (m, c) => ({
    on: m.on(),
    stage: m.stage(),
    how: m.of(['phone', 'phone', 'by-hand'] as const),
    points: c.points
      .filter((p) => p.state === 'defined')
      .map((p) => ({ point: p.id, said: m.of(['right', 'right', 'wrong'] as const), text: m.text() })),
    acknowledges: m.chance(40),
    ombudsmanDetails: m.chance(80),
  })),
  'set-out-definition': tried(maySetOutDefinition, (m) => ({ on: m.on(), stage: m.stage(), letter: m.letter() })),
  extend: tried(mayExtend, (m) => ({
    on: m.on(),
    stage: m.stage(),
    newDate: m.ahead(),
    reason: m.text(),
    because: m.maybe(m.of(extensionReasons)),
    inWriting: m.chance(80),
    ombudsmanDetails: m.chance(80),
    goodReason: m.maybe({
      text: m.text(),
      approvedBy: m.maybe({ staff: m.of(staff), roles: m.of([['manager'], ['officer']] as const) }),
    }),
    agreed: m.maybe(m.chance(50)),
    letter: m.letter(),
  })),
  'agree-updates': tried(mayAgreeUpdates, (m) => ({
    on: m.on(),
    stage: m.stage(),
    everyWorkingDays: m.of([0, 5, 10, 1.5]),
    agreedWithResident: m.chance(70),
    note: m.maybe(m.text()),
  })),
  'give-update': tried(mayGiveUpdate, (m) => ({
    on: m.on(),
    stage: m.stage(),
    how: m.of(sendings),
    text: m.text(),
    letter: m.letter(),
  })),
  'ask-information': tried(mayAskInformation, (m) => ({
    on: m.on(),
    stage: m.stage(),
    of: m.of(teams),
    contractor: m.chance(50),
    dueOn: m.ahead(),
    text: m.text(),
  })),
  'chase-information': tried(mayChaseInformation, (m, c) => ({
    on: m.on(),
    request: m.known(c.requests.map((r) => r.id)),
    text: m.maybe(m.text()),
  })),
  'receive-information': tried(mayReceiveInformation, (m, c) => ({
    on: m.on(),
    request: m.known(c.requests.map((r) => r.id)),
    text: m.text(),
    files: [],
  })),
  'hear-position': tried(mayHearPosition, (m) => ({ on: m.on(), stage: m.stage(), from: m.side(), text: m.text() })),
  'share-findings': tried(mayShareFindings, (m) => ({
    on: m.on(),
    stage: m.stage(),
    with: m.side(),
    points: [m.point()],
    text: m.text(),
    commentsBy: m.maybe(m.ahead()),
  })),
  'take-comments': tried(mayTakeComments, (m) => ({ on: m.on(), stage: m.stage(), from: m.side(), text: m.text() })),
  'add-document': tried(mayAddDocument, (m) => ({
    on: m.on(),
    file: m.of(['f1', 'f2', 'f3']) as never,
    title: m.text(),
    from: 'staff' as const,
    points: [],
  })),
  'notice-hazard': tried(mayNoticeHazard, (m) => ({
    on: m.on(),
    kind: m.of(hazardKinds),
    emergency: m.chance(30),
    points: m.chance(50) ? [] : m.points(),
    awareAt: m.maybe('2026-03-02T09:00:00.000Z'),
    text: null,
  })),
  'find-routes': tried(mayFindRoutes, (m) => ({
    on: m.on(),
    point: m.point(),
    about: m.of(['repairs', 'personal-data', 'transfer-both', 'odd']),
    also: [],
  })),
  'take-enquiry': tried(mayTakeEnquiry, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    caseNumber: m.of([null, '202600001', 'no number']),
    text: m.text(),
    files: [],
  })),
  'take-evidence-request': tried(mayTakeEvidenceRequest, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    caseNumber: null,
    dueOn: m.ahead(),
    text: m.text(),
    files: [],
  })),
  'ask-more-time': tried(mayAskMoreTime, (m, c) => ({
    on: m.on(),
    request: m.maybe(aRequest(m, c)),
    newDate: m.ahead(),
    reason: m.text(),
  })),
  'answer-more-time': tried(mayAnswerMoreTime, (m, c) => ({
    on: m.on(),
    request: m.maybe(aRequest(m, c)),
    agreed: m.chance(60),
    newDate: m.maybe(m.ahead()),
    text: m.text(),
  })),
  'send-evidence': tried(maySendEvidence, (m, c) => ({
    on: m.on(),
    answers: m.chance(50) ? [] : [aRequest(m, c)],
    pages: m.of([0, 12, 400]),
    files: [],
  })),
  'begin-investigation': tried(mayBeginInvestigation, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    caseNumber: m.of(['202600001', ' ']),
    text: null,
    files: [],
  })),
  'take-determination': tried(mayTakeDetermination, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    caseNumber: '202600001',
    issues: m.chance(20)
      ? []
      : [{ points: m.points(), finding: m.of(['redress', 'lgsco-upheld', 'odd']), text: m.text() }],
    files: [],
  })),
  'take-order': tried(mayTakeOrder, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    kind: m.of(['order', 'wider-order', 'recommendation'] as const),
    text: m.text(),
    dueOn: m.maybe(m.ahead()),
    statesNoDate: m.chance(50),
    pence: m.of([null, 10_000, -1]),
    owner: m.maybe(m.of(staff)),
  })),
  'give-order': tried(mayGiveOrder, (m, c) => ({
    on: m.on(),
    order: m.known(ordersOf(c).map(({ id }) => id)),
    owner: m.of(staff),
  })),
  'date-order': tried(mayDateOrder, (m, c) => ({
    on: m.on(),
    order: m.known(ordersOf(c).map(({ id }) => id)),
    dueOn: m.ahead(),
    text: m.text(),
  })),
  'comply-with-order': tried(mayComplyWithOrder, (m, c) => ({
    on: m.on(),
    order: m.known(ordersOf(c).map(({ id }) => id)),
    proof: m.text(),
    payment: m.maybe({ how: m.of(payments), reference: m.text() }),
    files: [],
  })),
  'send-order-proof': tried(maySendOrderProof, (m, c) => ({
    on: m.on(),
    order: m.known(ordersOf(c).map(({ id }) => id)),
    text: m.text(),
    files: [],
  })),
  'answer-on-order': tried(mayAnswerOnOrder, (m, c) => ({
    on: m.on(),
    order: m.known(ordersOf(c).map(({ id }) => id)),
    accepted: m.chance(50),
    text: m.text(),
  })),
  'ask-review': tried(mayAskReview, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    by: m.of(['resident', 'landlord'] as const),
    text: m.text(),
  })),
  'answer-review': tried(mayAnswerReview, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    changed: m.chance(30),
    text: m.text(),
  })),
  'take-failure-notice': tried(mayTakeFailureNotice, (m) => ({
    on: m.on(),
    kind: m.of(['type-1', 'type-3', 'odd']),
    text: m.text(),
    files: [],
  })),
  'end-ombudsman-case': tried(mayEndOmbudsmanCase, (m) => ({
    on: m.on(),
    ombudsman: m.of(ombudsmen),
    text: m.text(),
  })),
  'rule-out-hazard': tried(mayRuleOutHazard, (m, c) => ({
    on: m.on(),
    kinds: m.chance(90) ? possibleHazards(c) : [m.of(hazardKinds)],
    text: m.text(),
  })),
  'hand-over-hazard': tried(mayHandOverHazard, (m, c) => ({
    ...hazardAndTime(m, c),
    to: m.of(teams),
    job: m.maybe('J-17'),
    text: null,
  })),
  'investigate-hazard': tried(mayInvestigateHazard, (m, c) => ({
    ...hazardAndTime(m, c),
    found: m.of(['emergency', 'significant', 'none'] as const),
    furtherWork: m.chance(50),
    text: m.text(),
  })),
  'summarise-hazard': tried(maySummariseHazard, (m, c) => ({
    ...hazardAndTime(m, c),
    how: m.of(sendings),
    text: m.text(),
    letter: m.letter(),
  })),
  'make-hazard-safe': tried(mayMakeHazardSafe, (m, c) => ({ ...hazardAndTime(m, c), text: m.text() })),
  'begin-hazard-work': tried(mayBeginHazardWork, (m, c) => ({ ...hazardAndTime(m, c), text: m.text() })),
  'put-off-hazard-work': tried(mayPutOffHazardWork, (m, c) => ({ ...hazardAndTime(m, c), text: m.text() })),
  'offer-accommodation': tried(mayOfferAccommodation, (m, c) => ({
    ...hazardAndTime(m, c),
    answer: m.of(['moved', 'declined', 'no-answer-yet'] as const),
    text: m.text(),
  })),
  'decide-point': tried(mayDecidePoint, (m) => ({
    on: m.on(),
    stage: m.stage(),
    point: m.point(),
    finding: m.of(findings),
    reasons: m.text(),
    reliedOn: m.chance(50) ? [] : [{ kind: 'law' as const, text: m.text() }],
  })),
  'find-cause': tried(mayFindCause, (m) => ({ on: m.on(), stage: m.stage(), points: [], cause: m.text(), text: null })),
  'record-learning': tried(mayRecordLearning, (m) => ({
    on: m.on(),
    stage: m.stage(),
    learning: m.maybe(m.text()),
    text: m.text(),
    cause: m.maybe({ cause: m.chance(50) ? noFailing : m.text(), points: [], text: m.maybe(m.text()) }),
  })),
  'open-improvement': tried(mayOpenImprovement, (m) => ({
    on: m.on(),
    improvement: `improvement-${m.of([1, 2, 3])}` as ImprovementId,
    owner: m.of(staff),
    dueOn: m.ahead(),
    text: m.text(),
  })),
  'test-improvement': tried(mayTestImprovement, (m, c) => ({
    on: m.on(),
    improvement: m.known(improvementsOf(c).map(({ id }) => id)),
    worked: m.chance(50),
    text: m.text(),
  })),
  'close-improvement': tried(mayCloseImprovement, (m, c) => ({
    on: m.on(),
    improvement: m.known(improvementsOf(c).map(({ id }) => id)),
    text: m.text(),
  })),
  'share-learning': tried(mayShareLearning, (m) => ({
    on: m.on(),
    with: m.of(['residents', 'staff', 'panel', 'governing-body', 'public'] as const),
    where: m.of(['site', 'newsletter']),
  })),
  approve: tried(mayApprove, (m, c) => ({
    on: m.on(),
    stage: m.stage(),
    letter: m.known(c.letters.map((l) => l.id)),
    missing: [],
  })),
  respond: tried(mayRespond, (m) => ({
    on: m.on(),
    how: m.of(sendings),
    letter: m.letter(),
    involved: [m.of(staff)],
    approvalNeeded: m.chance(10),
  })),
  'respond-finally': tried(mayRespondFinally, (m) => ({
    on: m.on(),
    how: m.of(sendings),
    letter: m.letter(),
    involved: m.chance(90) ? [m.of(staff)] : [],
    approvalNeeded: m.chance(10),
  })),
  'offer-remedy': tried(mayOfferRemedy, (m) => ({
    on: m.on(),
    stage: m.stage(),
    kind: m.of(remedyKinds),
    points: m.points(),
    text: m.text(),
    pence: m.maybe(m.of([500, 0, 1.5])),
    dueOn: m.maybe(m.ahead()),
    impact: m.maybe(m.text()),
  })),
  'work-out-compensation': tried(mayWorkOutCompensation, (m, c) => ({
    on: m.on(),
    remedy: m.chance(70) ? null : m.known(c.worksheets.map((w) => w.remedy)),
    stage: m.stage(),
    points: m.points(),
    text: m.text(),
    heads: [
      {
        head: m.of(compensationHeads),
        working: m.of([
          { is: 'sum', pence: 15_000 },
          { is: 'times', pence: 1_000, times: 3 },
          { is: 'receipts', pence: [1_250, -3] },
          { is: 'right-to-repair', days: 4 },
        ] as const),
        note: m.maybe(m.text()),
      },
    ],
    borneBy: m.of(['landlord', ...teams] as const),
    dueOn: m.maybe(m.ahead()),
    landlord: null,
    setOff: m.chance(90)
      ? null
      : {
          pence: 500,
          disputed: m.chance(20),
          ordered: m.chance(20),
          orderSaysSo: m.chance(50),
          notOrdered: m.chance(50) ? m.text() : null,
          reason: m.text(),
          impact: m.text(),
          consent: m.text(),
        },
    files: [],
  })),
  'approve-compensation': tried(mayApproveCompensation, (m, c) => ({
    on: m.on(),
    remedy: m.known(c.worksheets.map((w) => w.remedy)),
    answer: m.of(['approved', 'approved', 'sent-back'] as const),
    reason: m.maybe(m.text()),
    limits: { manager: m.chance(80) ? null : 100 },
  })),
  'pay-compensation': tried(mayPayCompensation, (m, c) => ({
    on: m.on(),
    remedy: m.known([...c.worksheets.map((w) => w.remedy), ...c.remedies.map((r) => r.id)]),
    how: m.of(payments),
    reference: m.text(),
  })),
  'notice-claim': tried(mayNoticeClaim, (m) => ({
    on: m.on(),
    claim: m.of(claimKinds),
    text: m.text(),
    handedTo: m.maybe(m.text()),
  })),
  'take-legal-advice': tried(mayTakeLegalAdvice, (m) => ({
    on: m.on(),
    about: m.chance(90) ? ['full-and-final' as const] : [],
    adviser: m.text(),
    reason: m.text(),
  })),
  'answer-remedy': tried(mayAnswerRemedy, (m, c) => ({
    on: m.on(),
    remedy: m.known(c.remedies.map((r) => r.id)),
    answer: m.of(['accepted', 'declined'] as const),
    note: null,
  })),
  'complete-remedy': tried(mayCompleteRemedy, (m, c) => ({
    on: m.on(),
    remedy: m.known(c.remedies.map((r) => r.id)),
    proof: m.maybe(m.text()),
    files: [],
  })),
  'promise-action': tried(mayPromiseAction, (m) => ({
    on: m.on(),
    stage: m.stage(),
    points: [],
    text: m.text(),
    owner: m.maybe(m.of(staff)),
    team: m.maybe(m.of(teams)),
    dueOn: m.ahead(),
    agreedWithResident: true,
  })),
  'move-promise': tried(mayMovePromise, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    newDate: m.ahead(),
    reason: m.text(),
    residentTold: m.chance(50),
  })),
  'keep-promise': tried(mayKeepPromise, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    proof: m.text(),
    files: [],
  })),
  'end-promise': tried(mayEndPromise, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    ground: m.of(endGrounds),
    replacedBy: m.maybe(m.known(c.promises.map((p) => p.id))),
    reason: m.text(),
  })),
  'decide-end': tried(mayDecideEnd, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.filter((p) => p.endAsked !== null).map((p) => p.id)),
    agreed: m.chance(50),
    reason: m.maybe(m.text()),
    residentTold: m.chance(50),
  })),
  'order-work': tried(mayOrderWork, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    job: m.text(),
  })),
  'offer-visit': tried(mayOfferVisit, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    visitOn: m.on(),
    how: m.of(sendings),
    cameOf: m.of(accessOutcomes),
    text: m.maybe(m.text()),
  })),
  'hand-over-promise': tried(mayHandOverPromise, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    owner: m.maybe(m.of(staff)),
    team: m.maybe(m.of(teams)),
  })),
  'tell-change': tried(mayTellChange, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    how: m.of(sendings),
  })),
  'ask-if-done': tried(mayAskIfDone, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    how: m.of(sendings),
    letter: m.letter(),
  })),
  'say-if-done': tried(maySayIfDone, (m, c) => ({
    on: m.on(),
    promise: m.known(c.promises.map((p) => p.id)),
    done: m.chance(50),
    text: null,
  })),
  'record-survey': tried(mayRecordSurvey, (m) => ({
    on: m.on(),
    answers: {
      easy: m.maybe(1 as const),
      informed: m.maybe(5 as const),
      fair: null,
      handled: m.maybe(3 as const),
      outcome: m.maybe(2 as const),
    },
    text: m.maybe(m.text()),
  })),
  escalate: tried(mayEscalate, (m) => ({
    on: m.on(),
    channel: m.of(channels),
    from: null,
    points: m.chance(40) ? ('all' as const) : [m.point()],
    text: m.maybe(m.text()),
  })),
  'widen-escalation': tried(mayWidenEscalation, (m, c) => ({
    on: m.on(),
    points: [m.known(c.points.filter((p) => !p.escalated).map((p) => p.id))],
    text: null,
  })),
  'refuse-escalation': tried(mayRefuseEscalation, (m) => ({
    on: m.on(),
    ground: m.of(refusalGrounds),
    filedOn: m.maybe(m.on()),
    circumstances: m.text(),
    reasons: m.text(),
    lateWindowOnly: m.chance(30),
    letter: m.letter(),
  })),
  'name-staff-member': tried(mayNameStaffMember, (m) => ({ on: m.on(), staff: m.of(staff), text: m.text() })),
  'offer-support': tried(mayOfferSupport, (m, c) => ({
    on: m.on(),
    staff: m.known(staffConcerned(c)),
    text: m.text(),
  })),
  'record-incident': tried(mayRecordIncident, (m, c) => ({
    on: m.on(),
    person: m.known(c.person === null ? [] : [c.person]),
    text: m.text(),
    files: [],
  })),
  warn: tried(mayWarn, (m, c) => ({
    on: m.on(),
    person: m.known(c.person === null ? [] : [c.person]),
    text: m.text(),
    record: recordOf(m, c),
    letter: m.letter(),
  })),
  'propose-restriction': tried(mayProposeRestriction, (m, c) => ({
    ...termsOf(m),
    on: m.on(),
    person: m.known(c.person === null ? [] : [c.person]),
    reasons: m.text(),
    equality: m.text(),
    adjustments: m.text(),
    reviewOn: m.maybe(addDays(m.on(), 90)),
    record: recordOf(m, c),
    policy,
  })),
  'decide-restriction': tried(mayDecideRestriction, (m, c) => ({
    on: m.on(),
    restriction: restriction(m, c),
    agreed: m.chance(80),
    text: m.text(),
    policy,
  })),
  'restrict-contact': tried(mayRestrictContact, (m, c) => ({
    on: m.on(),
    restriction: restriction(m, c),
    letter: m.letter(),
  })),
  'appeal-restriction': tried(mayAppealRestriction, (m, c) => ({
    on: m.on(),
    restriction: restriction(m, c),
    from: null,
    text: m.text(),
  })),
  'review-restriction': tried(mayReviewRestriction, (m, c) => {
    const id = restriction(m, c);
    // What restricts more than what holds is refused, so mostly it is no more.
    const held = m.chance(80) ? behaviourIn(c).restrictions.find((r) => r.id === id) : undefined;
    return {
      on: m.on(),
      restriction: id,
      outcome: m.of(['kept', 'changed', 'lifted'] as const),
      terms: { ...termsOf(m), ...(held === undefined ? {} : { kinds: held.kinds, channels: held.channels }) },
      reviewOn: m.chance(90) ? addDays(m.on(), 90) : null,
      text: m.text(),
      policy,
      letter: m.letter(),
    };
  }),
  note: tried(mayNote, (m) => ({ on: m.on(), text: m.text(), files: [] })),
  'draft-letter': tried(mayDraftLetter, (m) => ({
    on: m.on(),
    letter: m.of(['la', 'lb', 'lc']) as never,
    // Answers more often than the rest: they are what is approved.
    kind: m.chance(50) ? ('stage-1-response' as const) : m.of(letterKinds),
    stage: m.stage(),
  })),
  'check-letter': tried(mayCheckLetter, (m, c) => ({
    on: m.on(),
    letter: m.known(c.letters.map((l) => l.id)),
    missing: [],
    readingEase: 70.4,
  })),
  'send-letter': tried(maySendLetter, (m) => ({
    on: m.on(),
    kind: m.of(letterKinds),
    stage: m.stage(),
    letter: m.letter() ?? { id: 'la' as never, text: 'x', bytes: null, to: [], how: 'post', missing: [] },
  })),
  'return-letter': tried(mayReturnLetter, (m, c) => ({
    on: m.on(),
    letter: m.known(c.letters.map((l) => l.id)),
    what: m.of(['delivery-failed', 'returned'] as const),
    text: null,
  })),
  withdraw: tried(mayWithdraw, (m) => ({ on: m.on(), how: m.of(sendings), text: null, confirmed: m.chance(50) })),
  'raise-again': tried(mayRaiseAgain, (m) => ({
    on: m.on(),
    channel: m.of(channels),
    firstHeardBy: m.of(hearers),
    text: m.text(),
    files: [],
  })),
  link: tried(mayLink, (m) => ({
    on: m.on(),
    to: m.of(['other', 'case']) as never,
    relation: m.of(['same-matter', 'request-behind-this-complaint'] as const),
    reason: m.maybe(m.text()),
  })),
  correct: tried(mayCorrect, (m, c) => {
    const entry = m.of(c.entries);
    return {
      seq: entry.seq,
      reason: m.text(),
      becomes: m.chance(40) ? null : { what: m.chance(90) ? entry.what : m.of(c.entries).what, happenedOn: m.on() },
    };
  }),
  'erase-words': tried(mayEraseWords, (m) => ({ on: m.on(), words: [m.text() as never], files: [], ground: m.text() })),
};
