/**
 * What each entry does to a case, told into its draft.
 *
 * An entry never fails here: what may happen was decided before it was recorded, imported histories hold what no one
 * would decide today, and corrections may leave a history that no one planned. What makes no sense changes nothing.
 *
 * This file is longer than 250 lines because it holds one switch over everything that can happen, ended by `never`.
 */
import type { Day } from '../facts/days.js';
import type { Entry, HappeningOf, RemedyId } from '../facts/happened.js';
import { editionOn } from '../law/in-force.js';
import type { Worksheet } from './case.js';
import {
  addPoint,
  changeLetter,
  changePoint,
  changePromise,
  changeRemedy,
  changeStage,
  changeWorksheet,
  type Draft,
  newStage,
  stageNow,
  with1,
} from './draft.js';
import { tellOfHazard } from './retell-hazards.js';

/** One entry told into the draft. */
export function tell(d: Draft, entry: Entry): void {
  const { what, happenedOn: on, seq } = entry;
  switch (what.type) {
    case 'Received':
      d.receivedOn = on;
      d.edition = editionOn(on);
      d.channel = what.channel;
      d.firstHeardBy = what.firstHeardBy;
      d.words = what.words;
      d.files = [...what.files];
      d.person = what.person;
      d.group = [...what.group];
      d.home = what.home;
      d.tenure = what.tenure;
      d.hazardsSuggested = [...what.hazards];
      changeStage(d, 1, on, () => ({ startedOn: on }));
      return;
    case 'ChoiceToComplainOffered':
      d.choiceToComplain = { answer: what.answer, on };
      return;
    case 'Logged':
      d.kind = what.kind;
      d.loggedOn = on;
      d.area = what.area;
      d.category = what.category;
      d.triage = what.triage;
      for (const hazard of what.hazards) if (!d.hazardsSuggested.includes(hazard)) d.hazardsSuggested.push(hazard);
      if (what.kind !== 'complaint') d.stages = { ...d.stages, 1: null };
      else if (d.stages[1] === null)
        changeStage(d, 1, d.receivedOn, () => ({
          handler: d.handler,
          team: d.team,
          handlers: d.handler === null ? [] : [d.handler],
        }));
      return;
    case 'ComplaintRefused':
      d.refusal = { on, ground: what.ground, overturnedOn: null, overturnedBy: null };
      d.kind ??= 'complaint';
      return;
    case 'RefusalOverturned':
      overturn(d, on, what.by);
      return;
    case 'ServiceRequestAnswered':
      d.requestAnswered = { on, words: what.words };
      return;

    case 'ResidentIdentified':
      d.person = what.person;
      return;
    case 'HomeIdentified':
      d.home = what.home;
      d.tenure = what.tenure;
      return;
    case 'GroupMemberJoined':
      if (!d.group.includes(what.person)) d.group.push(what.person);
      return;
    case 'GroupMemberLeft':
      d.group = d.group.filter((person) => person !== what.person);
      if (d.person === what.person) d.person = d.group.shift() ?? null;
      return;
    case 'RepresentativeAuthorised': {
      const others = d.representatives.filter((r) => r.person !== what.person || r.endedOn !== null);
      const { person, role, authority, until } = what;
      d.representatives = [...others, { person, role, authority, since: on, until, endedOn: null }];
      return;
    }
    case 'AuthorityEnded':
      d.representatives = d.representatives.map((r) =>
        r.person === what.person && r.endedOn === null ? { ...r, endedOn: on } : r,
      );
      return;
    case 'AdjustmentAgreed':
      d.adjustments.push({
        id: what.adjustment,
        kind: what.kind,
        agreedOn: on,
        reviewOn: what.reviewOn,
        endedOn: null,
        words: what.words,
      });
      return;
    case 'AdjustmentReviewed':
      d.adjustments = d.adjustments.map((a) =>
        a.id === what.adjustment
          ? {
              ...a,
              reviewOn: what.reviewOn,
              endedOn: what.outcome === 'ended' ? on : null,
              words: what.words ?? a.words,
            }
          : a,
      );
      return;
    case 'VulnerabilityTold':
      d.vulnerabilityTold = true;
      return;

    case 'PointRaised':
      addPoint(
        d,
        {
          id: what.point,
          words: what.words,
          since: what.since,
          by: what.by,
          raisedAtStage: what.stage,
          escalated: what.stage === 2,
        },
        on,
      );
      return;
    case 'PointDefined':
      changePoint(d, what.point, (was) => ({
        definition: {
          understanding: what.understanding,
          outcomeSought: what.outcomeSought,
          area: what.area,
          category: what.category,
          on,
        },
        whose: what.whose,
        state:
          what.whose !== 'ours'
            ? 'not-ours'
            : was.state === 'raised' || was.state === 'not-ours'
              ? 'defined'
              : was.state,
      }));
      return;
    case 'PointClarified':
      changePoint(d, what.point, (was) => ({ clarifications: [...was.clarifications, what.words] }));
      return;
    case 'PointFoundNotOurs':
      changePoint(d, what.point, () => ({ state: 'not-ours', whose: what.whose, notOursWords: what.words }));
      return;
    case 'PointRoutesFound':
      changePoint(d, what.point, () => ({ about: what.about, routes: what.routes }));
      return;
    case 'PointsJoined':
      for (const joined of what.joined) changePoint(d, joined, () => ({ state: 'joined', joinedInto: what.into }));
      return;
    case 'PointSplit': {
      const was = d.points.find((p) => p.id === what.point);
      if (was === undefined) return;
      changePoint(d, what.point, () => ({ state: 'split' }));
      for (const part of what.into) addPoint(d, { ...was, id: part.point, words: part.words }, was.raisedOn);
      return;
    }
    case 'PointSplitOff':
      changePoint(d, what.point, () => ({ state: 'split-off', movedTo: what.to }));
      return;
    case 'PointWithdrawn':
      changePoint(d, what.point, () => ({ state: 'withdrawn' }));
      return;

    case 'Assigned':
      d.handler = what.to;
      d.team = what.team;
      if (d.stages[what.stage] === null && what.stage === 1 && d.kind !== 'complaint') return;
      changeStage(d, what.stage, on, (was) => ({
        handler: what.to,
        team: what.team,
        handlers: with1(was.handlers, what.to),
      }));
      return;
    case 'ConflictDeclared': {
      const { staff, conflict, words } = what;
      changeStage(d, what.stage, on, (was) => ({
        conflicts: [...was.conflicts, { staff, conflict, on, words }],
      }));
      return;
    }
    case 'Acknowledged':
      changeStage(d, what.stage, on, (was) =>
        was.acknowledgedOn === null ? { acknowledgedOn: on, acknowledgedSeq: seq } : {},
      );
      return;
    case 'DefinitionSetOut':
      changeStage(d, what.stage, on, (was) => (was.definedOn === null ? { definedOn: on } : {}));
      return;
    case 'Extended': {
      const { newDate, reason, goodReason, agreed, ombudsmanDetails, inWriting, because } = what;
      const told = { toldOn: on, seq, newDate, reason, goodReason, agreed, ombudsmanDetails, inWriting, because };
      changeStage(d, what.stage, on, (was) => ({ extensions: [...was.extensions, told] }));
      return;
    }
    case 'UpdateIntervalAgreed': {
      const { everyWorkingDays, agreedWithResident } = what;
      changeStage(d, what.stage, on, () => ({
        updateInterval: { everyWorkingDays, agreedOn: on, agreedWithResident },
      }));
      return;
    }
    case 'UpdateGiven':
      changeStage(d, what.stage, on, (was) => ({ updates: [...was.updates, on] }));
      return;
    case 'InformationAsked':
      d.requests.push({
        id: what.request,
        stage: what.stage,
        of: what.of,
        contractor: what.contractor,
        askedOn: on,
        dueOn: what.dueOn,
        words: what.words,
        chasedOn: [],
        receivedOn: null,
        answer: null,
      });
      return;
    case 'InformationChased':
      d.requests = d.requests.map((r) => (r.id === what.request ? { ...r, chasedOn: [...r.chasedOn, on] } : r));
      return;
    case 'InformationReceived':
      d.requests = d.requests.map((r) =>
        r.id === what.request ? { ...r, receivedOn: r.receivedOn ?? on, answer: what.words } : r,
      );
      return;
    case 'PositionHeard': {
      const { from, words } = what;
      changeStage(d, what.stage, on, (was) => ({ positions: [...was.positions, { from, on, words }] }));
      return;
    }
    case 'FindingsShared': {
      const shared = { with: what.with, on, points: what.points, words: what.words, commentsBy: what.commentsBy };
      changeStage(d, what.stage, on, (was) => ({ findingsShared: [...was.findingsShared, shared] }));
      return;
    }
    case 'CommentsMade': {
      const { from, words } = what;
      changeStage(d, what.stage, on, (was) => ({ comments: [...was.comments, { from, on, words }] }));
      return;
    }
    case 'PointDecided': {
      const { stage, point, finding, reasons, reliedOn } = what;
      const decision = { stage, point, finding, reasons, reliedOn, on };
      changePoint(d, point, (was) => ({ decisions: [...was.decisions, decision] }));
      if ('staff' in entry.recordedBy) {
        const { staff } = entry.recordedBy;
        changeStage(d, stage, on, (was) => ({ deciders: with1(was.deciders, staff) }));
      }
      return;
    }
    case 'ResponseApproved':
      changeStage(d, what.stage, on, () => ({ approvedLetter: { letter: what.letter, by: what.by, on } }));
      return;
    case 'ResponseSent':
      changeStage(d, what.stage, on, (was) =>
        was.respondedOn === null ? { respondedOn: on, outcome: what.outcome, involved: what.involved } : {},
      );
      return;
    case 'EscalationRequested':
      escalate(d, what, on);
      return;
    case 'EscalationWidened':
      for (const point of what.points) changePoint(d, point, () => ({ escalated: true }));
      if (d.escalation !== null)
        d.escalation = { ...d.escalation, points: [...new Set([...d.escalation.points, ...what.points])] };
      return;
    case 'EscalationRefused':
      if (d.escalation !== null) d.escalation = { ...d.escalation, refusedOn: on, refusedGround: what.ground };
      return;

    case 'RemedyOffered': {
      const { remedy: id, stage, kind, points, words, pence, dueOn } = what;
      d.remedies.push({
        id,
        stage,
        kind,
        points,
        words,
        pence,
        dueOn,
        offeredOn: on,
        impact: null,
        state: 'offered',
        doneOn: null,
      });
      return;
    }
    case 'RemedyAccepted':
      changeRemedy(d, what.remedy, { state: 'accepted' });
      return;
    case 'RemedyDeclined':
      changeRemedy(d, what.remedy, { state: 'declined' });
      return;
    case 'RemedyDone':
      changeRemedy(d, what.remedy, { state: 'done', doneOn: on });
      return;
    case 'CompensationWorkedOut':
      workOut(d, what, entry);
      return;
    case 'CompensationApproved':
      changeWorksheet(d, what.remedy, {
        state: 'approved',
        approved: { by: what.by, on },
        sentBack: null,
        approvedBefore: null,
      });
      reoffer(d, what.remedy, what.totalPence);
      return;
    case 'ImpactFound':
      changeRemedy(d, what.remedy, { impact: what.words });
      return;
    case 'ClaimNoticed':
      d.claims.push({ claim: what.claim, on, words: what.words, handedTo: what.handedTo });
      return;
    case 'LegalAdviceGiven':
      for (const phrase of what.about) if (!d.legalPhrases.includes(phrase)) d.legalPhrases.push(phrase);
      return;
    case 'CompensationSentBack':
      sendBack(d, what.remedy, { on, reason: what.reason });
      return;
    case 'CompensationPaid': {
      const { remedy, pence, how, proof } = what;
      changeRemedy(d, remedy, { state: 'done', doneOn: on });
      changeWorksheet(d, remedy, { state: 'paid', paid: { on, pence, how, proof } });
      return;
    }
    case 'ActionPromised': {
      const { promise: id, stage, points, words, owner, team, dueOn } = what;
      d.promises.push({
        id,
        stage,
        points,
        words,
        owner,
        team,
        promisedOn: on,
        firstDueOn: dueOn,
        dueOn,
        agreed: what.agreedWithResident,
        moves: [],
        state: 'open',
        doneOn: null,
        endedOn: null,
        endGround: null,
        endReason: null,
        endToldOn: null,
        endAsked: null,
        endTurnedDown: null,
        jobs: [],
        visits: [],
        proof: null,
        proofFiles: [],
        residentAskedOn: null,
        residentSays: null,
      });
      return;
    }
    case 'ActionMoved': {
      const { newDate, reason, residentTold } = what;
      changePromise(d, what.promise, (was) => ({
        dueOn: newDate,
        moves: [...was.moves, { on, newDate, reason, residentTold }],
        endAsked: null,
      }));
      return;
    }
    case 'ActionDone':
      changePromise(d, what.promise, () => ({
        state: 'done',
        doneOn: on,
        proof: what.proof,
        proofFiles: what.files,
        endAsked: null,
      }));
      return;
    case 'ActionEnded':
      changePromise(d, what.promise, ({ endAsked }) => ({
        state: 'ended',
        endedOn: on,
        endGround: endAsked?.ground ?? null,
        endReason: what.reason,
        endToldOn: what.residentTold ? on : null,
        endAsked: null,
      }));
      return;
    case 'WorkOrdered':
      changePromise(d, what.promise, (was) => ({ jobs: [...was.jobs, what.job] }));
      return;
    case 'AccessOffered': {
      const { visitOn, how, cameOf, words } = what;
      changePromise(d, what.promise, (was) => ({ visits: [...was.visits, { on, visitOn, how, cameOf, words }] }));
      return;
    }
    case 'ActionHandedOver':
      changePromise(d, what.promise, () => ({ owner: what.owner, team: what.team }));
      return;
    case 'ActionEndAsked': {
      const { ground, reason, replacedBy } = what;
      const by = 'staff' in entry.recordedBy ? entry.recordedBy.staff : null;
      changePromise(d, what.promise, () => ({
        endAsked: { on, by, ground, reason, replacedBy },
        endTurnedDown: null,
      }));
      return;
    }
    case 'ActionEndTurnedDown':
      changePromise(d, what.promise, () => ({ endAsked: null, endTurnedDown: { on, reason: what.reason } }));
      return;
    case 'ActionChangeTold':
      changePromise(d, what.promise, (was) => ({
        moves: was.moves.map((move) => ({ ...move, residentTold: true })),
        endToldOn: was.state === 'ended' ? (was.endToldOn ?? on) : null,
      }));
      return;
    case 'ResidentAskedIfDone':
      changePromise(d, what.promise, () => ({ residentAskedOn: on }));
      return;
    case 'ResidentSaidDone':
      changePromise(d, what.promise, () => ({ residentSays: 'done' }));
      return;
    case 'ResidentSaidNotDone':
      // What the resident has not got is not done, whatever our records say.
      changePromise(d, what.promise, (was) => ({
        residentSays: 'not-done',
        ...(was.state === 'done' ? { state: 'open', doneOn: null } : {}),
      }));
      return;

    case 'CauseFound': {
      const found = { cause: what.cause, points: what.points, words: what.words, on };
      changeStage(d, what.stage, on, (was) => ({ causes: [...was.causes, found] }));
      return;
    }
    case 'LearningRecorded':
      changeStage(d, what.stage, on, () => ({ learning: 'recorded' }));
      return;
    case 'NoLearningFound':
      changeStage(d, what.stage, on, (was) => ({ learning: was.learning ?? 'none-with-reason' }));
      return;

    case 'HazardNoticed':
    case 'HazardHandedOver':
    case 'HazardInvestigated':
    case 'HazardSummaryGiven':
    case 'HazardMadeSafe':
    case 'HazardRuledOut':
    case 'HazardWorkBegun':
    case 'HazardWorkPutOff':
    case 'HazardAccommodationOffered':
      tellOfHazard(d, what, on);
      return;

    case 'CaseLinked':
      d.links.push({ to: what.to, relation: what.relation, on });
      return;
    case 'DocumentAdded':
      d.documents.push({ file: what.file, title: what.title, from: what.from, on, points: what.points });
      return;
    case 'LetterDrafted':
      d.letters.push({
        id: what.letter,
        kind: what.kind,
        stage: what.stage,
        draftedOn: on,
        sentOn: null,
        failed: false,
      });
      return;
    case 'LetterSent':
      if (!d.letters.some((l) => l.id === what.letter))
        d.letters.push({
          id: what.letter,
          kind: what.kind,
          stage: what.stage,
          draftedOn: on,
          sentOn: null,
          failed: false,
        });
      changeLetter(d, what.letter, { sentOn: on, failed: false });
      return;
    case 'LetterDeliveryFailed':
    case 'LetterReturned':
      changeLetter(d, what.letter, { failed: true });
      return;
    case 'Withdrawn':
      d.withdrawal = { on, during: d.kind === 'complaint' ? stageNow(d) : null, confirmed: what.confirmed };
      return;
    case 'Imported':
      d.imported = true;
      d.untold = [...what.unknown];
      return;
    case 'ImportTakenBack':
      d.importTakenBack = true;
      return;
    case 'WordsErased':
      d.erased.push(...what.words, ...what.files);
      return;

    // These stand in the history and change nothing in how the case stands.
    case 'EntryCorrected': // Already in its place: entriesThatStand.
    case 'MessageReceived':
    case 'MessageSent':
    case 'ClarificationAsked':
    case 'SurveyAnswered':
    case 'ImprovementOpened':
    case 'ImprovementTested':
    case 'ImprovementClosed':
    case 'LearningShared':
    case 'OmbudsmanEnquired':
    case 'EvidenceAsked':
    case 'EvidenceDateExtended':
    case 'BundleSent':
    case 'OmbudsmanDetermined':
    case 'OrderMade':
    case 'OrderCompliedWith':
    case 'ReviewOfDeterminationAsked':
    case 'FailureNoticeReceived':
    case 'EvidenceExtensionAsked':
    case 'EvidenceExtensionRefused':
    case 'OmbudsmanInvestigationBegun':
    case 'OrderGivenTo':
    case 'OrderDated':
    case 'OrderProofSent':
    case 'OrderComplianceAnswered':
    case 'ReviewOfDeterminationAnswered':
    case 'OmbudsmanCaseEnded':
    case 'BehaviourIncidentRecorded':
    case 'BehaviourWarned':
    case 'ContactRestricted':
    case 'RestrictionAppealed':
    case 'RestrictionReviewed':
    case 'RestrictionLifted':
    case 'RestrictionProposed':
    case 'RestrictionAgreed':
    case 'RestrictionNotAgreed':
    case 'RestrictionChanged':
    case 'StaffMemberNamed':
    case 'SupportOffered':
    case 'NoteMade':
    case 'LetterChecked':
      return;
    default:
      unknown(what);
  }
}

function unknown(what: never): never {
  throw new Error(`no telling of ${JSON.stringify(what)}`);
}

/**
 * Another amount than the one that was answered is another offer, to be answered anew; a day to pay by that was approved
 * with it takes the place of the one before.
 */
function reoffer(d: Draft, id: RemedyId, pence: number): void {
  const was = d.remedies.find((one) => one.id === id);
  if (was === undefined) return;
  const dueOn = d.worksheets.find((one) => one.remedy === id)?.offer?.dueOn ?? was.dueOn;
  const anew = was.pence !== pence && was.state !== 'done';
  changeRemedy(d, id, { pence, dueOn, ...(anew ? { state: 'offered' } : {}) });
}

/** What was approved stays approved when a later version is sent back: it is still offered, and still to be paid. */
function sendBack(d: Draft, id: RemedyId, sentBack: Worksheet['sentBack']): void {
  const was = d.worksheets.find((one) => one.remedy === id);
  const stands = was?.approvedBefore ?? null;
  if (was === undefined || stands === null) {
    changeWorksheet(d, id, { state: 'sent-back', approved: null, sentBack });
    return;
  }
  const others = was.workedOutBy.filter((staff) => !stands.workedOutBy.includes(staff));
  changeWorksheet(d, id, { ...stands, workedOutBy: [...others, ...stands.workedOutBy], sentBack });
}

/** A sum worked out anew takes the place of what stood, and waits for approval again. */
function workOut(d: Draft, what: HappeningOf<'CompensationWorkedOut'>, { happenedOn, recordedBy }: Entry): void {
  const { remedy, heads, totalPence, borneBy, offer, setOff, files } = what;
  const before = d.worksheets.find((one) => one.remedy === remedy);
  const by = before?.workedOutBy ?? [];
  const worksheet: Worksheet = {
    remedy,
    state: 'waiting',
    heads,
    totalPence,
    borneBy,
    offer,
    setOff,
    files,
    workedOutOn: happenedOn,
    workedOutBy: 'staff' in recordedBy ? [...by.filter((staff) => staff !== recordedBy.staff), recordedBy.staff] : by,
    approved: null,
    sentBack: null,
    approvedBefore: before?.state === 'approved' ? before : (before?.approvedBefore ?? null),
    paid: null,
  };
  d.worksheets = [...d.worksheets.filter((one) => one.remedy !== remedy), worksheet];
}

/** 2.4, decision 10.20: receipt and edition stay; the acknowledgement is owed again from that day. */
function overturn(d: Draft, on: Day, by: 'landlord' | 'ombudsman'): void {
  const again = { startedOn: on, acknowledgedOn: null, acknowledgedSeq: null, definedOn: null, extensions: [] };
  if (d.refusal !== null && d.refusal.overturnedOn === null) {
    d.refusal = { ...d.refusal, overturnedOn: on, overturnedBy: by };
    changeStage(d, 1, on, () => again);
  } else if (d.escalation !== null && d.escalation.refusedOn !== null) {
    const { refusedOn } = d.escalation;
    d.escalation = { ...d.escalation, refusedOn: null, refusedGround: null, overturned: { refusedOn, on, by } };
    changeStage(d, 2, on, () => again);
  }
}

/** 6.10: what the resident is not satisfied with goes to stage 2; asked anew after a refusal, it starts anew. */
function escalate(d: Draft, what: HappeningOf<'EscalationRequested'>, on: Day): void {
  const own = d.points.filter((p) => p.state === 'raised' || p.state === 'defined');
  const points = what.points === 'all' ? own.map((p) => p.id) : what.points;
  for (const point of points) changePoint(d, point, () => ({ escalated: true }));
  const again = d.escalation !== null && d.escalation.refusedOn !== null;
  d.escalation = {
    requestedOn: on,
    channel: what.channel,
    points,
    words: what.words,
    refusedOn: null,
    refusedGround: null,
    overturned: null,
  };
  if (again || d.stages[2] === null) d.stages = { ...d.stages, 2: newStage(2, on) };
}
