/**
 * A case while it is being told: how it starts, how its parts are replaced, and where it stands when the telling ends.
 *
 * This file is longer than 250 lines because a case with nothing in it names every field of a case.
 */
import type { Day } from '../facts/days.js';
import type { CaseId, Entry, LetterId, PointId, PromiseId, RemedyId, Stage, Words } from '../facts/happened.js';
import { editionOn } from '../law/in-force.js';
import type { Case, Point, PromiseMade, Remedy, StageRecord, Standing, Worksheet } from './case.js';

/** The case while it is being told: its own lists may grow; what stands in them is replaced, never changed. */
export type Draft = {
  -readonly [K in keyof Case]: Case[K] extends readonly (infer E)[] ? E[] : Case[K];
};

/** A stage that begins on a day, with nothing done in it. */
export const newStage = (stage: Stage, startedOn: Day): StageRecord => ({
  stage,
  startedOn,
  acknowledgedOn: null,
  acknowledgedSeq: null,
  definedOn: null,
  extensions: [],
  updateInterval: null,
  updates: [],
  handler: null,
  team: null,
  handlers: [],
  conflicts: [],
  positions: [],
  findingsShared: [],
  comments: [],
  approvedLetter: null,
  respondedOn: null,
  outcome: null,
  involved: [],
  learning: null,
  deciders: [],
  causes: [],
});

/** A case before its first entry. */
export function start(id: CaseId, reference: string, first: Entry): Draft {
  return {
    id,
    reference,
    version: 0,
    history: [],
    entries: [],
    receivedOn: first.happenedOn,
    channel: 'other',
    firstHeardBy: 'complaints-team',
    words: '' as Words,
    files: [],
    edition: editionOn(first.happenedOn),
    kind: null,
    standing: { is: 'to-triage' },
    choiceToComplain: null,
    loggedOn: null,
    handler: null,
    team: null,
    requestAnswered: null,
    withdrawal: null,
    importTakenBack: false,
    area: null,
    category: null,
    triage: null,
    person: null,
    group: [],
    home: null,
    tenure: 'unknown',
    representatives: [],
    adjustments: [],
    vulnerabilityTold: false,
    points: [],
    stages: { 1: newStage(1, first.happenedOn), 2: null, 3: null },
    refusal: null,
    escalation: null,
    requests: [],
    remedies: [],
    worksheets: [],
    claims: [],
    legalPhrases: [],
    promises: [],
    letters: [],
    hazards: [],
    hazardsSuggested: [],
    hazardsRuledOut: [],
    links: [],
    imported: false,
    untold: [],
    documents: [],
    erased: [],
  };
}

/** A draft that goes on where a case stands. */
export function copyOf(c: Case): Draft {
  return {
    ...c,
    history: [],
    entries: [],
    files: [...c.files],
    group: [...c.group],
    representatives: [...c.representatives],
    adjustments: [...c.adjustments],
    points: [...c.points],
    requests: [...c.requests],
    remedies: [...c.remedies],
    worksheets: [...c.worksheets],
    claims: [...c.claims],
    legalPhrases: [...c.legalPhrases],
    promises: [...c.promises],
    letters: [...c.letters],
    hazards: [...c.hazards],
    hazardsSuggested: [...c.hazardsSuggested],
    hazardsRuledOut: [...c.hazardsRuledOut],
    links: [...c.links],
    untold: [...c.untold],
    documents: [...c.documents],
    erased: [...c.erased],
  };
}

/** Closes the draft: where the case stands follows from what has happened, in whatever order it was recorded. */
export function settle(draft: Draft, version: number, history: readonly Entry[], entries: readonly Entry[]): Case {
  draft.version = version;
  draft.standing = standingOf(draft);
  return Object.assign(draft as Case, { history, entries });
}

function standingOf(d: Draft): Standing {
  if (d.importTakenBack) return { is: 'import-taken-back' };
  if (d.withdrawal !== null) return { is: 'withdrawn', on: d.withdrawal.on, during: d.withdrawal.during };
  if (d.refusal !== null && d.refusal.overturnedOn === null)
    return { is: 'refused', on: d.refusal.on, ground: d.refusal.ground };
  if (d.kind === null) return { is: 'to-triage' };
  if (d.kind === 'service-request')
    return d.requestAnswered !== null
      ? { is: 'request-answered', on: d.requestAnswered.on }
      : d.untold.includes('stage-1-response')
        ? { is: 'answer-not-told' }
        : { is: 'request-open' };
  if (d.kind !== 'complaint') return { is: 'noted' };
  const { 1: first, 2: second, 3: third } = d.stages;
  if (third?.respondedOn) return { is: 'answered', stage: 3, on: third.respondedOn };
  if (second !== null) {
    if (second.respondedOn !== null) return { is: 'answered', stage: 2, on: second.respondedOn };
    const refused = d.escalation;
    if (refused === null || refused.refusedOn === null || refused.refusedGround === null)
      return d.untold.includes('stage-2-response')
        ? { is: 'answer-not-told' }
        : second.acknowledgedOn === null
          ? { is: 'to-acknowledge', stage: 2 }
          : { is: 'investigating', stage: 2 };
    // Refused before a stage 1 answer: stage 1 is still owed.
    if (first === null || first.respondedOn !== null)
      return { is: 'escalation-refused', on: refused.refusedOn, ground: refused.refusedGround };
  }
  if (first?.respondedOn) return { is: 'answered', stage: 1, on: first.respondedOn };
  if (d.untold.includes('stage-1-response')) return { is: 'answer-not-told' };
  return first?.acknowledgedOn ? { is: 'investigating', stage: 1 } : { is: 'to-acknowledge', stage: 1 };
}

/** The record of a stage; an imported history may speak of one that was never asked for. */
function stageIn(d: Draft, stage: Stage, on: Day): StageRecord {
  return d.stages[stage] ?? newStage(stage, on);
}

/** Replaces what is told of a stage; one that was never asked for begins on that day. */
export function changeStage(d: Draft, stage: Stage, on: Day, change: (was: StageRecord) => Partial<StageRecord>): void {
  const was = stageIn(d, stage, on);
  d.stages = { ...d.stages, [stage]: { ...was, ...change(was) } };
}

/** Replaces what is told of a point; one that no entry raised changes nothing. */
export function changePoint(d: Draft, id: PointId, change: (was: Point) => Partial<Point>): void {
  const at = d.points.findIndex((p) => p.id === id);
  const was = d.points[at];
  if (was !== undefined) d.points[at] = { ...was, ...change(was) };
}

/** The same for a promised action. */
export function changePromise(d: Draft, id: PromiseId, change: (was: PromiseMade) => Partial<PromiseMade>): void {
  const at = d.promises.findIndex((p) => p.id === id);
  const was = d.promises[at];
  if (was !== undefined) d.promises[at] = { ...was, ...change(was) };
}

/** The same for a remedy. */
export function changeRemedy(d: Draft, id: RemedyId, change: Partial<Remedy>): void {
  const at = d.remedies.findIndex((r) => r.id === id);
  const was = d.remedies[at];
  if (was !== undefined) d.remedies[at] = { ...was, ...change };
}

/** The same for a sum of compensation. */
export function changeWorksheet(d: Draft, id: RemedyId, change: Partial<Worksheet>): void {
  const at = d.worksheets.findIndex((one) => one.remedy === id);
  const was = d.worksheets[at];
  if (was !== undefined) d.worksheets[at] = { ...was, ...change };
}

/** The same for a letter. */
export function changeLetter(d: Draft, id: LetterId, change: Partial<Case['letters'][number]>): void {
  const at = d.letters.findIndex((l) => l.id === id);
  const was = d.letters[at];
  if (was !== undefined) d.letters[at] = { ...was, ...change };
}

/** Adds a point with the next number; one that is there already stays as it is. */
export function addPoint(
  d: Draft,
  point: Pick<Point, 'id' | 'words' | 'since' | 'by' | 'raisedAtStage' | 'escalated'>,
  on: Day,
) {
  if (d.points.some((p) => p.id === point.id)) return;
  d.points.push({
    id: point.id,
    number: d.points.length + 1,
    state: 'raised',
    raisedOn: on,
    raisedAtStage: point.raisedAtStage,
    words: point.words,
    since: point.since,
    by: point.by,
    definition: null,
    clarifications: [],
    whose: 'ours',
    notOursWords: null,
    joinedInto: null,
    movedTo: null,
    about: null,
    routes: null,
    escalated: point.escalated,
    decisions: [],
  });
}

/** The stage that a case is in, by what has been recorded; null for what is no complaint. */
export function stageNow(d: Draft): Stage | null {
  if (d.stages[3] !== null) return 3;
  if (d.stages[2] !== null) return 2;
  return d.stages[1] !== null ? 1 : null;
}

/** The list with one more, each once. */
export function with1<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list : [...list, one];
}
