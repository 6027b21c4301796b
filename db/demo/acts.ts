/**
 * Each act of a story as the decision of the product that it asks for.
 *
 * This file is longer than 250 lines because it is one switch over all that a story can say.
 */
import { clocks } from '../../src/complaint/clocks.js';
import { isPaid } from '../../src/complaint/compensation.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { mayAgreeUpdates } from '../../src/complaint/may/agree-updates.js';
import { mayAnswerRemedy } from '../../src/complaint/may/answer-remedy.js';
import { mayAnswerRequest } from '../../src/complaint/may/answer-request.js';
import { mayApprove } from '../../src/complaint/may/approve.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayAskInformation } from '../../src/complaint/may/ask-information.js';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayChaseInformation } from '../../src/complaint/may/chase-information.js';
import { mayCompleteRemedy } from '../../src/complaint/may/complete-remedy.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayDeclareConflict } from '../../src/complaint/may/declare-conflict.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayExtend } from '../../src/complaint/may/extend.js';
import { mayGiveUpdate } from '../../src/complaint/may/give-update.js';
import { mayHearPosition } from '../../src/complaint/may/hear-position.js';
import { mayIdentifyHome } from '../../src/complaint/may/identify-home.js';
import { mayIdentifyResident } from '../../src/complaint/may/identify-resident.js';
import { mayJoinGroup } from '../../src/complaint/may/join-group.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayLink } from '../../src/complaint/may/link.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayOfferChoice } from '../../src/complaint/may/offer-choice.js';
import { mayOfferVisit } from '../../src/complaint/may/offer-visit.js';
import { mayOrderWork } from '../../src/complaint/may/order-work.js';
import { mayOverturn } from '../../src/complaint/may/overturn.js';
import { mayRaiseAgain } from '../../src/complaint/may/raise-again.js';
import { mayRaiseComplaint } from '../../src/complaint/may/raise-complaint.js';
import { mayReadBack } from '../../src/complaint/may/read-back.js';
import { mayReceiveInformation } from '../../src/complaint/may/receive-information.js';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { mayRecordSurvey } from '../../src/complaint/may/record-survey.js';
import { mayRefuse } from '../../src/complaint/may/refuse.js';
import { mayRefuseEscalation } from '../../src/complaint/may/refuse-escalation.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { mayRespondFinally } from '../../src/complaint/may/respond-finally.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { maySetOutDefinition } from '../../src/complaint/may/set-out-definition.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { maySplitOffPoint } from '../../src/complaint/may/split-off-point.js';
import { mayTakeComments } from '../../src/complaint/may/take-comments.js';
import { mayTellVulnerability } from '../../src/complaint/may/tell-vulnerability.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { standingPoints } from '../../src/complaint/points.js';
import { addDays, type Day } from '../../src/facts/days.js';
import { placesOf, writeAnswer } from './answers.js';
import type { Beside } from './beside.js';
import { performOnHazard } from './hazards.js';
import { teams } from './landlord.js';
import { letterOut } from './letters.js';
import { byTheOmbudsman } from './ombudsman.js';
import { filled, known, learnPoints, now, pointScript, type Telling, take } from './play.js';
import type { Act, PersonKey, StaffKey } from './script.js';
import { paySum, sendBackSum, workOut } from './sums.js';

export function perform(telling: Telling, act: Act): void {
  const { world, today: on } = telling;
  const text = (words: string): string => filled(telling, words);
  const textOrNone = (words: string | null): string | null => (words === null ? null : text(words));
  const workingDays = (n: number): Day => world.rules.calendar.addWorkingDays(on, n);
  const points = (keys: readonly string[]) => keys.map((key) => known(telling, telling.points, key));
  const side = (from: { person: PersonKey } | { staff: StaffKey }) =>
    'person' in from ? { person: world.person(from.person).id } : { staff: world.staff(from.staff) };
  const c = telling.now;
  if (c === null) throw new Error(`${telling.story.key} begins with its receipt`);

  switch (act.act) {
    case 'offer-choice': {
      const { answer, how, note } = act;
      take(telling, (x) => mayOfferChoice(c, { on, answer, how, note: textOrNone(note) }, x));
      return;
    }
    case 'log': {
      const { kind, area, category, hazards, triage } = act;
      const raised =
        kind === 'complaint'
          ? Object.values(telling.story.points).map(({ words, sinceDaysBefore }) => ({
              text: words === undefined ? ownWords(telling) : text(words),
              since: sinceDaysBefore === undefined ? null : addDays(c.receivedOn, -sinceDaysBefore),
            }))
          : [];
      const voicesDissatisfaction = c.choiceToComplain !== null;
      take(telling, (x) =>
        mayLog(c, { on, kind, area, category, hazards, triage, voicesDissatisfaction, points: raised }, x),
      );
      learnPoints(telling);
      return;
    }
    case 'identify': {
      const person = world.person(act.person);
      take(telling, (x) => mayIdentifyResident(c, { on, person: person.id }, x));
      const { place } = person;
      if (act.home && place !== null)
        take(telling, (x) => mayIdentifyHome(now(telling), { on, home: place.id, tenure: place.tenure }, x));
      return;
    }
    case 'message': {
      const from = act.from === null ? null : world.person(act.from).id;
      const { channel } = act;
      take(telling, (x) => mayReceiveMessage(c, { on, channel, from, text: text(act.words), files: [] }, x));
      return;
    }
    case 'represent': {
      const { role, authority } = act;
      const person = world.person(act.person).id;
      take(telling, (x) =>
        mayAuthorise(c, { on, person, role, authority, evidence: null, until: null, note: textOrNone(act.note) }, x),
      );
      return;
    }
    case 'adjust': {
      const reviewOn = addDays(on, Math.round(act.reviewInMonths * 30.4));
      take(telling, (x) => mayAgreeAdjustment(c, { on, kind: act.kind, reviewOn, text: text(act.words) }, x));
      return;
    }
    case 'vulnerable':
      take(telling, (x) => mayTellVulnerability(c, { on, text: text(act.words) }, x));
      return;
    case 'hazard':
    case 'hand-over-hazard':
    case 'investigate-hazard':
    case 'summarise-hazard':
    case 'make-hazard-safe':
    case 'put-off-hazard-work':
    case 'begin-hazard-work':
      performOnHazard(telling, act);
      return;
    case 'assign': {
      const team = act.team === null ? null : world.team(act.team);
      take(telling, (x) => mayAssign(c, { on, stage: act.stage, to: world.staff(act.to), team }, x));
      return;
    }
    case 'no-conflict': {
      const { stage, conflict } = act;
      const staff = world.staff(act.staff);
      take(telling, (x) => mayDeclareConflict(c, { on, stage, staff, conflict, text: text(act.words) }, x));
      return;
    }
    case 'acknowledge':
      acknowledge(telling, act);
      return;
    case 'split-off': {
      const point = known(telling, telling.points, act.point);
      const { because } = act;
      take(telling, (x) => maySplitOffPoint(c, { on, point, because, reason: text(act.reason) }, x), act.to);
      return;
    }
    case 'join-group':
      take(telling, (x) => mayJoinGroup(c, { on, person: world.person(act.person).id }, x));
      return;
    case 'extend':
      extend(telling, act);
      return;
    case 'interval': {
      const { stage, every, note } = act;
      take(telling, (x) =>
        mayAgreeUpdates(c, { on, stage, everyWorkingDays: every, agreedWithResident: true, note: textOrNone(note) }, x),
      );
      return;
    }
    case 'update': {
      const { stage, how } = act;
      const words = text(act.words);
      const every = c.stages[stage]?.updateInterval?.everyWorkingDays;
      const nextUpdateOn = every === undefined ? null : workingDays(every);
      const letter =
        how === 'email' || how === 'post'
          ? letterOut(telling, { kind: 'update', stage, progress: words, nextUpdateOn }, how)
          : null;
      take(telling, (x) => mayGiveUpdate(now(telling), { on, stage, how, text: words, letter }, x));
      return;
    }
    case 'ask': {
      const { stage, of } = act;
      const { contractor } = teams[of];
      const dueOn = workingDays(act.dueIn);
      take(telling, (x) =>
        mayAskInformation(c, { on, stage, of: world.team(of), contractor, dueOn, text: text(act.words) }, x),
      );
      learnLast(telling.requests, act.key, now(telling).requests);
      return;
    }
    case 'chase': {
      const request = known(telling, telling.requests, act.key);
      take(telling, (x) => mayChaseInformation(c, { on, request, text: text(act.words) }, x));
      return;
    }
    case 'got': {
      const request = known(telling, telling.requests, act.key);
      take(telling, (x) => mayReceiveInformation(c, { on, request, text: text(act.words), files: [] }, x));
      return;
    }
    case 'hear':
      take(telling, (x) =>
        mayHearPosition(c, { on, stage: act.stage, from: side(act.from), text: text(act.words) }, x),
      );
      return;
    case 'share': {
      const commentsBy = act.commentsIn === null ? null : workingDays(act.commentsIn);
      const shared = { on, stage: act.stage, with: side(act.with), points: points(act.points), commentsBy };
      take(telling, (x) => mayShareFindings(c, { ...shared, text: text(act.words) }, x));
      return;
    }
    case 'comment':
      take(telling, (x) =>
        mayTakeComments(c, { on, stage: act.stage, from: side(act.from), text: text(act.words) }, x),
      );
      return;
    case 'draft-answer':
      writeAnswer(telling, act);
      return;
    case 'approve': {
      const { letter, draft } = known(telling, answersByName(telling), String(act.stage));
      take(telling, (x) => mayApprove(c, { on, stage: act.stage, letter, missing: [] }, x));
      draft.approved = { by: telling.by as StaffKey, at: telling.recordedAt };
      return;
    }
    case 'send-answer': {
      const { stage } = act;
      const { letter: id, script, draft } = known(telling, answersByName(telling), String(stage));
      const how = script.how ?? 'email';
      const letter = letterOut(telling, draft.matter, how, { id, places: placesOf(script) });
      const involved = (script.involved ?? []).map((key) => world.staff(key));
      const request = { on, how, letter, involved, approvalNeeded: true };
      take(telling, (x) => (stage === 1 ? mayRespond(c, request, x) : mayRespondFinally(c, request, x)));
      draft.sent = true;
      for (const { id: remedy, kind, state } of now(telling).remedies) {
        // The letter that goes out is itself the apology.
        if (kind !== 'apology' || state !== 'offered') continue;
        take(telling, (x) =>
          mayCompleteRemedy(now(telling), { on, remedy, proof: 'In the letter sent today.', files: [] }, x),
        );
      }
      return;
    }
    case 'escalate': {
      const wanted = act.points === 'all' ? 'all' : points(act.points);
      const from = c.person;
      take(telling, (x) =>
        mayEscalate(c, { on, channel: act.channel, from, points: wanted, text: text(act.words) }, x),
      );
      return;
    }
    case 'refuse-escalation': {
      const { ground } = act;
      const filedOn = daysBefore(on, act.filedDaysBefore);
      const [circumstances, reasons] = [text(act.circumstances), text(act.reasons)];
      const letter = letterOut(telling, { kind: 'refusal-to-escalate', ground, filedOn, reasons }, 'email');
      take(telling, (x) =>
        mayRefuseEscalation(
          now(telling),
          { on, ground, filedOn, circumstances, reasons, lateWindowOnly: false, letter },
          x,
        ),
      );
      return;
    }
    case 'refuse': {
      const { ground } = act;
      const filedOn = daysBefore(on, act.filedDaysBefore);
      const issueOn = daysBefore(on, act.issueDaysBefore);
      const discretion = textOrNone(act.discretion);
      const [circumstances, reasons] = [text(act.circumstances), text(act.reasons)];
      const letter = letterOut(telling, { kind: 'refusal', ground, filedOn, issueOn, reasons, discretion }, 'post');
      take(telling, (x) =>
        mayRefuse(now(telling), { on, ground, filedOn, issueOn, circumstances, discretion, reasons, letter }, x),
      );
      return;
    }
    case 'overturn':
      take(telling, (x) => mayOverturn(c, { on, by: act.by, reasons: text(act.reasons) }, x));
      return;
    case 'answer-request':
      take(telling, (x) => mayAnswerRequest(c, { on, text: text(act.words), how: act.how }, x));
      return;
    case 'becomes-complaint': {
      const { area, category } = act;
      const triage = { complexity: 'simple', atRisk: false, earlyAnswer: false } as const;
      const request = {
        on,
        channel: 'phone',
        firstHeardBy: 'other-staff',
        text: text(act.words),
        files: [],
        log: { area, category, hazards: [], triage },
      } as const;
      take(telling, (x) => mayRaiseComplaint(c, request, x), act.to);
      return;
    }
    case 'withdraw': {
      const { how, confirmed } = act;
      take(telling, (x) => mayWithdraw(c, { on, how, text: text(act.words), confirmed }, x));
      return;
    }
    case 'raise-again': {
      const request = {
        on,
        channel: act.channel,
        firstHeardBy: 'complaints-team',
        text: text(act.words),
        files: [],
      } as const;
      take(telling, (x) => mayRaiseAgain(c, request, x), act.to);
      return;
    }
    case 'link': {
      const { relation } = act;
      take(telling, (x) => mayLink(c, { on, to: world.caseId(act.to), relation, reason: text(act.reason) }, x));
      return;
    }
    case 'note':
      take(telling, (x) => mayNote(c, { on, text: text(act.words), files: [] }, x));
      return;
    case 'work-out':
      workOut(telling, act.sum);
      return;
    case 'send-back':
      sendBackSum(telling, known(telling, telling.remedies, act.key), act.reason);
      return;
    case 'accept-remedy':
    case 'decline-remedy': {
      const remedy = known(telling, telling.remedies, act.key);
      const answer = act.act === 'accept-remedy' ? 'accepted' : 'declined';
      take(telling, (x) => mayAnswerRemedy(c, { on, remedy, answer, note: textOrNone(act.note) }, x));
      return;
    }
    case 'remedy-done': {
      const remedy = known(telling, telling.remedies, act.key);
      if (isPaid(c, remedy)) {
        paySum(telling, remedy, act.proof);
        return;
      }
      take(telling, (x) => mayCompleteRemedy(c, { on, remedy, proof: text(act.proof), files: [] }, x));
      return;
    }
    case 'move-promise': {
      const promise = known(telling, telling.promises, act.key);
      const newDate = workingDays(act.dueIn);
      take(telling, (x) =>
        mayMovePromise(c, { on, promise, newDate, reason: text(act.reason), residentTold: act.told }, x),
      );
      return;
    }
    case 'promise-done': {
      const promise = known(telling, telling.promises, act.key);
      take(telling, (x) => mayKeepPromise(c, { on, promise, proof: text(act.proof), files: [] }, x));
      return;
    }
    case 'promise-ended': {
      const promise = known(telling, telling.promises, act.key);
      const { ground, replacedBy: by } = act;
      const replacedBy = by === undefined ? null : known(telling, telling.promises, by);
      const reason = text(act.reason);
      take(telling, (x) => mayEndPromise(c, { on, promise, ground, reason, replacedBy }, x));
      return;
    }
    case 'job': {
      const promise = known(telling, telling.promises, act.key);
      take(telling, (x) => mayOrderWork(c, { on, promise, job: act.number }, x));
      telling.beside.jobs.push({ promise, job: act.number });
      return;
    }
    case 'visit': {
      const promise = known(telling, telling.promises, act.key);
      const { how, cameOf } = act;
      take(telling, (x) => mayOfferVisit(c, { on, promise, visitOn: on, how, cameOf, text: textOrNone(act.words) }, x));
      return;
    }
    case 'end-agreed': {
      const promise = known(telling, telling.promises, act.key);
      take(telling, (x) => mayDecideEnd(c, { on, promise, agreed: true, reason: null, residentTold: true }, x));
      return;
    }
    case 'ask-if-done': {
      const promise = known(telling, telling.promises, act.key);
      take(telling, (x) => mayAskIfDone(c, { on, promise, how: act.how, letter: null }, x));
      return;
    }
    case 'said-done':
    case 'said-not-done': {
      const promise = known(telling, telling.promises, act.key);
      const done = act.act === 'said-done';
      take(telling, (x) => maySayIfDone(c, { on, promise, done, text: text(act.words) }, x));
      return;
    }
    case 'arrives': {
      const { kind, channel, proposal } = act;
      const person = world.person(act.from).id;
      const words = text(act.words);
      take(telling, (x) => mayReceiveMessage(c, { on, channel, from: person, text: words, files: [] }, x));
      waits(telling, { kind, person, channel, words, proposal });
      return;
    }
    case 'seen-as': {
      const { kind, channel } = act;
      waits(telling, { kind, person: world.person(act.from).id, channel, words: act.words, proposal: null });
      return;
    }
    case 'survey': {
      const [easy, informed, fair, handled, outcome] = act.answers;
      const answers = { easy, informed, fair, handled, outcome };
      take(telling, (x) => mayRecordSurvey(c, { on, answers, text: textOrNone(act.words) }, x));
      telling.beside.surveys.push({ person: world.person(act.from).id, on });
      return;
    }
    case 'call-back': {
      const { time: bestTime, about, tried } = act;
      const by = world.staff(telling.by as StaffKey);
      const staff = act.who === null ? null : world.staff(act.who);
      telling.beside.calls.push({
        person: world.person(act.person).id,
        staff,
        dueOn: workingDays(act.dueIn),
        bestTime,
        about,
        by,
        tried: tried ? { by: staff ?? by, at: telling.recordedAt } : null,
      });
      return;
    }
    case 'ombudsman':
      byTheOmbudsman(telling, act.step);
      return;
    case 'read-back':
      readBack(telling, act.wrong);
      return;
    default:
      act satisfies never;
  }
}

/** What was recorded last waits for somebody to see it. */
function waits(telling: Telling, arrival: Omit<Beside['arrivals'][number], 'seq' | 'on'>): void {
  telling.beside.arrivals.push({ ...arrival, seq: telling.recorded.length, on: telling.today });
}

/** The points as understood, read back on the phone by whoever acknowledges; the letter is still to follow. */
function readBack(telling: Telling, wrong: Readonly<Record<string, string>>): void {
  const { today: on, world } = telling;
  defineAll(telling, 1);
  const points = [...telling.points].map(([key, point]) => ({
    point,
    said: wrong[key] === undefined ? ('right' as const) : ('wrong' as const),
    text: wrong[key] ?? null,
  }));
  const request = { on, stage: 1, how: 'phone', points, acknowledges: true, ombudsmanDetails: true } as const;
  take(telling, (x) => mayReadBack(now(telling), request, x));
  const by = world.staff(telling.by as StaffKey);
  telling.beside.readBacks.push({ seq: telling.recorded.length, on, by, points });
}

function defineAll(telling: Telling, stage: 1 | 2): void {
  const { today: on, points: keys } = telling;
  for (const [key, point] of keys) {
    const stands = standingPoints(now(telling), stage).find((p) => p.id === point);
    if (stands === undefined || stands.state !== 'raised') continue;
    const { understanding, outcome, area, category, whose } = pointScript(telling, key);
    const definition = { understanding: filled(telling, understanding), outcomeSought: filled(telling, outcome) };
    take(telling, (x) =>
      mayDefinePoint(now(telling), { on, stage, point, ...definition, area, category, whose: whose ?? 'ours' }, x),
    );
  }
}

/** Defines what is not defined yet and sets it out; by telephone the letter follows the call. */
function acknowledge(telling: Telling, act: Extract<Act, { act: 'acknowledge' }>): void {
  const { today: on } = telling;
  const { stage, how, opening } = act;
  defineAll(telling, stage);
  const kind = stage === 1 ? 'acknowledgement' : 'stage-2-acknowledgement';
  const places = opening === null ? {} : { opening };
  const spoken = how === 'phone';
  if (spoken) {
    const note = act.note === null ? null : filled(telling, act.note);
    const said = { on, stage, how, note, definitionSetOut: false, ombudsmanDetails: false, letter: null } as const;
    take(telling, (x) => mayAcknowledge(now(telling), said, x));
    const letter = letterOut(telling, { kind }, 'post', { places });
    take(telling, (x) => maySetOutDefinition(now(telling), { on, stage, letter }, x));
    return;
  }
  const letter = letterOut(telling, { kind }, how, { places });
  const written = { on, stage, how, note: null, definitionSetOut: true, ombudsmanDetails: true, letter } as const;
  take(telling, (x) => mayAcknowledge(now(telling), written, x));
}

/** Told in time, with its letter; told late, it is recorded as it happened and moves nothing. */
function extend(telling: Telling, act: Extract<Act, { act: 'extend' }>): void {
  const { world, today: on } = telling;
  const { stage, by, goodReason } = act;
  const { rules } = world;
  const due = clocks(now(telling), rules, on).find((clock) => clock.kind === `stage-${stage}-response`)?.due;
  if (due === undefined) throw new Error(`${telling.story.key}: there is no date to extend`);
  const newDate = rules.calendar.addWorkingDays(due, by);
  const reason = filled(telling, act.reason);
  const letter =
    on > due ? null : letterOut(telling, { kind: 'extension', stage, newDate, reason, dueBefore: due }, 'email');
  const approved =
    goodReason === null
      ? null
      : {
          text: filled(telling, goodReason.words),
          approvedBy: { staff: world.staff(goodReason.approvedBy), roles: ['manager'] as const },
        };
  const request = {
    on,
    stage,
    newDate,
    reason,
    because: stage === 2 ? ('complex' as const) : ('waiting-for-inspection' as const),
    inWriting: true,
    ombudsmanDetails: true,
    goodReason: approved,
    agreed: null,
    letter,
  };
  take(telling, (x) => mayExtend(now(telling), request, x));
}

function ownWords(telling: Telling): string {
  const found = telling.words.get(now(telling).words);
  if (found === undefined) throw new Error(`${telling.story.key} has lost its words`);
  return found.text;
}

function daysBefore(on: Day, days: number | undefined): Day | null {
  return days === undefined ? null : addDays(on, -days);
}

function learnLast<T extends { readonly id: unknown }>(
  map: Map<string, T['id']>,
  key: string,
  all: readonly T[],
): void {
  map.set(key, all.at(-1)?.id);
}

function answersByName(telling: Telling) {
  return new Map([...telling.answers].map(([stage, answer]) => [String(stage), answer]));
}
