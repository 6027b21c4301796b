/**
 * From a case to the rows that lists and figures read. Nothing here depends on today, so that `rebuild` always finds
 * the same rows in the same history.
 */

import { waitingSince } from '../complaint/asking/did-it-happen.js';
import type { Case, PointState, StageRecord } from '../complaint/case.js';
import { changeUntold } from '../complaint/change-told.js';
import { type Clock, type ClockRules, clocksOrWhyNot } from '../complaint/clocks.js';
import type { HazardClock } from '../complaint/hazard-clocks.js';
import { isUnsafe, possibleHazards } from '../complaint/hazards.js';
import { owedRemedies } from '../complaint/remedies-owed.js';
import type { Day } from '../facts/days.js';
import type { Stage } from '../facts/happened.js';
import { countedStages } from './project-counted.js';
import { answerCounted, figureRows } from './project-figures.js';
import { hazardClocksNow, hazardRows, isHazardous, nextOfHazards } from './project-hazards.js';
import { owedLetter, owedRemedy, soonest } from './project-next.js';
import { once, partyRows } from './project-parties.js';
import { remedyRows } from './project-remedies.js';
import { shownRows } from './project-shown.js';
import { type CaseRows, onceEach, type Row } from './register-tables.js';

/** The rows of one case. The landlord and case lead each of them and are added where they are written. */
export function rowsOf(c: Case, rules: ClockRules): CaseRows {
  // What is stored of a clock is the same on any day, so the last day of the history does for today. A count that leads
  // past the known calendar must not keep anything from being recorded: the case then has no cached clock until the
  // calendar is longer, and its screen says why.
  const counted = clocksOrWhyNot(c, rules, lastDay(c));
  const clocks = counted.ok ? counted.clocks : [];
  const hazards = hazardClocksNow(c, rules, lastDay(c));
  return onceEach({
    complaint: [complaintRow(c, clocks, hazards)],
    stage: stagesOf(c).map(stageRow),
    counted_stage: countedStages(c, rules),
    point: c.points.map((p) => ({
      point_id: p.id,
      number: p.number,
      state: p.state,
      raised_on: p.raisedOn,
      raised_at_stage: p.raisedAtStage,
      area: p.definition?.area ?? null,
      category: p.definition?.category ?? null,
      whose: p.whose,
      escalated: p.escalated,
      finding_1: findingAt(p.decisions, 1),
      finding_2: findingAt(p.decisions, 2),
      finding_3: findingAt(p.decisions, 3),
      answered_1_on: answerCounted(c, p, 1),
      answered_2_on: answerCounted(c, p, 2),
    })),
    promise: c.promises.map((p) => ({
      promise_id: p.id,
      stage: p.stage,
      owner_id: p.owner,
      team_id: p.team,
      promised_on: p.promisedOn,
      first_due_on: p.firstDueOn,
      due_on: p.dueOn,
      moves: p.moves.length,
      state: p.state,
      done_on: p.doneOn,
      resident_says: p.residentSays,
      words: p.words,
      waiting_since: waitingSince(c, p),
      end_asked_on: p.endAsked?.on ?? null,
      end_ground: p.endGround ?? p.endAsked?.ground ?? null,
      untold: changeUntold(p),
      counts: !c.importTakenBack,
    })),
    ...remedyRows(c),
    asked: c.requests.map((r) => ({
      request_id: r.id,
      stage: r.stage,
      team_id: r.of,
      contractor: r.contractor,
      asked_on: r.askedOn,
      due_on: r.dueOn,
      chased: r.chasedOn.length,
      received_on: r.receivedOn,
    })),
    clock: clocks.map((k, i) => ({
      n: i + 1,
      kind: k.kind,
      stage: k.stage,
      provision: k.provision,
      about: k.about,
      from_on: k.from,
      due_on: k.due,
      provisional: k.provisional,
      unextended_due_on: k.unextendedDue,
      done_on: k.doneOn,
      running: runs(k),
      target_on: runs(k) ? (k.target?.due ?? null) : null,
    })),
    link: once(c.links, (l) => `${l.to} ${l.relation}`).map((l) => ({
      to_case_id: l.to,
      relation: l.relation,
      linked_on: l.on,
    })),
    letter: c.letters.map((l) => ({
      letter_id: l.id,
      kind: l.kind,
      stage: l.stage,
      drafted_on: l.draftedOn,
      sent_on: l.sentOn,
      failed: l.failed,
    })),
    party: partyRows(c),
    adjustment: c.adjustments.map((a) => ({
      adjustment_id: a.id,
      kind: a.kind,
      agreed_on: a.agreedOn,
      review_on: a.reviewOn,
      ended_on: a.endedOn,
    })),
    ...hazardRows(c, rules, hazards),
    shown: shownRows(c, clocks),
    ...figureRows(c, clocks),
  });
}

/** What was ended is not over until the resident knows why. */
function endedInSilence(c: Case): boolean {
  return c.promises.some((p) => p.state === 'ended' && changeUntold(p));
}

const livePoints: ReadonlySet<PointState> = new Set(['raised', 'defined']);

function complaintRow(c: Case, clocks: readonly Clock[], hazards: readonly HazardClock[]): Row {
  const open = isOpen(c);
  const running = clocks.filter(runs).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const next = soonest(nextOfHazards(hazards), running[0], owedLetter(c), owedRemedy(c));
  const stage = stageNow(c);
  const asked = c.requests
    .filter((r) => r.receivedOn === null)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
  return {
    reference: c.reference,
    version: c.version,
    kind: c.kind,
    standing: c.standing.is,
    standing_on: 'on' in c.standing ? c.standing.on : null,
    stage,
    received_on: c.receivedOn,
    channel: c.channel,
    edition: c.edition,
    logged_on: c.loggedOn,
    person_id: c.person,
    home_id: c.home,
    tenure: c.tenure,
    area: c.area,
    category: c.category,
    team_id: c.team,
    handler_id: c.handler,
    points: c.points.filter((p) => livePoints.has(p.state)).length,
    group_size: c.group.length,
    complexity: c.triage?.complexity ?? null,
    at_risk: c.triage?.atRisk ?? false,
    hazard: isHazardous(c),
    hazard_possible: possibleHazards(c).length > 0,
    vulnerable: c.vulnerabilityTold,
    adjusted: c.adjustments.some((a) => a.endedOn === null),
    represented: c.representatives.some((r) => r.endedOn === null),
    imported: c.imported,
    untold: c.untold.join(' '),
    refused_on: c.refusal?.on ?? null,
    refused_ground: c.refusal?.ground ?? null,
    refusal_overturned_on: c.refusal?.overturnedOn ?? null,
    escalation_requested_on: c.escalation?.requestedOn ?? null,
    escalation_refused_on: c.escalation?.refusedOn ?? null,
    escalation_refused_ground: c.escalation?.refusedGround ?? null,
    withdrawn_on: c.withdrawal?.on ?? null,
    open,
    live:
      (open || next !== undefined || endedInSilence(c) || owedRemedies(c).length > 0 || c.hazards.some(isUnsafe)) &&
      c.standing.is !== 'import-taken-back',
    next_due_on: next?.due ?? null,
    next_kind: next?.kind ?? null,
    next_what: next?.what ?? null,
    asked_due_on: asked?.dueOn ?? null,
    asked_team_id: asked?.of ?? null,
    last_on: lastDay(c),
  };
}

function lastDay(c: Case): Day {
  return c.history.reduce<Day>((last, entry) => (entry.happenedOn > last ? entry.happenedOn : last), c.receivedOn);
}

/** Whether somebody at the landlord still has to answer. */
export function isOpen(c: Case): boolean {
  switch (c.standing.is) {
    case 'to-triage':
    case 'request-open':
    case 'to-acknowledge':
    case 'investigating':
      return true;
    case 'request-answered':
    case 'noted':
    case 'answered':
    case 'refused':
    case 'escalation-refused':
    case 'withdrawn':
    case 'answer-not-told':
    case 'import-taken-back':
      return false;
    default:
      return c.standing satisfies never;
  }
}

function runs(k: Clock): boolean {
  return k.state === 'running' || k.state === 'overdue';
}

function stagesOf(c: Case): StageRecord[] {
  return [c.stages[1], c.stages[2], c.stages[3]].filter((s) => s !== null);
}

function stageNow(c: Case): Stage | null {
  return stagesOf(c).at(-1)?.stage ?? null;
}

function stageRow(s: StageRecord): Row {
  return {
    stage: s.stage,
    started_on: s.startedOn,
    acknowledged_on: s.acknowledgedOn,
    defined_on: s.definedOn,
    extended_to: s.extensions.at(-1)?.newDate ?? null,
    responded_on: s.respondedOn,
    outcome: s.outcome,
    handler_id: s.handler,
    team_id: s.team,
    learning: s.learning,
  };
}

function findingAt(decisions: Case['points'][number]['decisions'], stage: Stage): string | null {
  return decisions.findLast((d) => d.stage === stage)?.finding ?? null;
}
