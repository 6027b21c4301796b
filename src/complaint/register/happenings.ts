/**
 * From what a row tells to what happened to the case. Nothing is invented: what the row does not tell is named in
 * `Imported.unknown`. Where an entry must stand although its own day is not told (the receipt, the request for stage 2, an
 * outcome without its answer), it stands on the nearest day that the row tells, and its fact is among the unknown.
 */
import type { Day } from '../../facts/days.js';
import type { Happened, HomeId, ImportedFact, PersonId, PointId, RemedyId, Words } from '../../facts/happened.js';
import type { RowFacts } from './row.js';
import { answersBy, lastToldBefore, noWords, stageHappened } from './stage-happenings.js';

/** What comes in by the door with each row. */
export interface Bringing {
  readonly today: Day;
  readonly source: string;
  /** The digest by which the row is known again. */
  readonly rowDigest: string;
  readonly person: PersonId | null;
  readonly home: HomeId | null;
  readonly keep: (text: string) => Words;
  readonly newId: <T extends PointId | RemedyId>() => T;
}

/** The history of a case that a row opens. */
export function openedByRow(facts: RowFacts, b: Bringing): Happened[] {
  const words = facts.summary === null ? noWords : b.keep(facts.summary);
  const on = facts.standsOn;
  const opening: Happened[] = [
    {
      on,
      what: {
        type: 'Received',
        channel: facts.channel ?? 'other',
        firstHeardBy: facts.heardElsewhere ? 'other-staff' : 'complaints-team',
        words,
        files: [],
        person: b.person,
        home: b.home,
        tenure: facts.tenure,
        group: [],
        hazards: [],
      },
    },
    {
      on,
      what: {
        type: 'Logged',
        kind: facts.kind,
        area: facts.area,
        category: facts.category,
        hazards: [],
        triage: null,
      },
    },
  ];
  const point = facts.kind === 'complaint' ? b.newId<PointId>() : null;
  if (point !== null) {
    opening.push({
      on,
      what: { type: 'PointRaised', point, words, since: null, by: b.person, stage: 1 },
    });
  }
  const then = inOrder([
    ...wished(facts, point, words, b),
    ...facts.stages.flatMap((stage) => stageHappened(stage, facts, point)),
    ...endings(facts),
    ...puttingRight(facts, point, b),
    ...beside(facts, b),
  ]);
  return [...opening, ...then, imported(facts, firstStageUntold(facts), b)];
}

/**
 * What a row of a later stage adds to the case of the stage before it. `untold`: what that case did not know. A stage 2 that
 * was answered shows that stage 1 was, also where nobody wrote down when (`firstAnswerUntold`).
 */
export function addedByRow(
  facts: RowFacts,
  untold: readonly ImportedFact[],
  point: PointId | null,
  b: Bringing,
): Happened[] {
  const asked = facts.summary === null ? null : b.keep(facts.summary);
  const then = inOrder([
    ...facts.stages.flatMap((stage) => stageHappened(stage, facts, point, asked)),
    ...endings(facts),
    ...puttingRight(facts, point, b),
    ...beside(facts, b, otherwiseNamed(facts)),
  ]);
  // Of the stages before it the row says nothing: what was told of them stands.
  const own = new Set<ImportedFact>(facts.unknown.filter((fact) => aboutLaterStages.has(fact)));
  return [...then, imported(facts, [...untold.filter((fact) => !aboutLaterStages.has(fact)), ...own], b)];
}

/** Whether a row of a later stage shows that the first was answered on a day that the register does not tell. */
export function firstAnswerUntold(facts: RowFacts, first: { readonly answered: boolean }): boolean {
  if (first.answered) return false;
  return facts.stages.some(
    ({ stage, respondedOn, outcome }) =>
      stage > 1 && (respondedOn !== null || outcome !== null || facts.unknown.includes('stage-2-response')),
  );
}

const aboutLaterStages: ReadonlySet<ImportedFact> = new Set<ImportedFact>([
  'stage-2-request',
  'stage-2-acknowledged',
  'stage-2-extension',
  'stage-2-response',
  'stage-2-outcome',
]);

const firstStage: readonly ImportedFact[] = [
  'received',
  'acknowledged',
  'stage-1-extension',
  'stage-1-response',
  'stage-1-outcome',
];

/** A later stage whose first stage is nowhere to be found: all of the first is unknown. */
function firstStageUntold(facts: RowFacts): ImportedFact[] {
  const later = facts.stages.length > 0 && facts.stages.every((one) => one.stage > 1);
  return later ? [...new Set([...firstStage, ...facts.unknown])] : [...facts.unknown];
}

function imported(facts: RowFacts, unknown: readonly ImportedFact[], b: Bringing): Happened {
  return {
    on: b.today,
    what: {
      type: 'Imported',
      source: b.source,
      rowDigest: b.rowDigest,
      kindAsWritten: facts.kindAsWritten === null ? null : b.keep(facts.kindAsWritten),
      unknown,
    },
  };
}

function wished(facts: RowFacts, point: PointId | null, words: Words, b: Bringing): Happened[] {
  if (point === null || facts.outcomeSought === null) return [];
  return [
    {
      on: facts.stages[0]?.acknowledgedOn ?? facts.standsOn,
      what: {
        type: 'PointDefined',
        point,
        understanding: words,
        outcomeSought: b.keep(facts.outcomeSought),
        area: facts.area,
        category: facts.category,
        whose: 'ours',
      },
    },
  ];
}

function endings(facts: RowFacts): Happened[] {
  const happened: Happened[] = [];
  const how = answersBy[facts.channel ?? 'other'];
  if (facts.answeredOn !== null)
    happened.push({ on: facts.answeredOn, what: { type: 'ServiceRequestAnswered', words: noWords, how } });
  if (facts.refused !== null) {
    const { on, ground } = facts.refused;
    const common = { ground, filedOn: null, circumstances: noWords, reasons: noWords, letter: null };
    happened.push({
      on,
      what: requestRefused(facts, on)
        ? { type: 'EscalationRefused', ...common }
        : { type: 'ComplaintRefused', ...common, issueOn: null, discretion: null },
    });
  }
  if (facts.withdrawnOn !== null)
    happened.push({ on: facts.withdrawnOn, what: { type: 'Withdrawn', how, words: null, confirmed: false } });
  return happened;
}

/** A complaint that was answered was taken: what is refused once more was asked for is the request for stage 2. */
function requestRefused({ stages }: RowFacts, on: Day): boolean {
  const first = stages.find((one) => one.stage === 1);
  const next = stages.find((one) => one.stage > 1);
  if (first === undefined || next === undefined) return next !== undefined;
  const answered = first.respondedOn !== null || first.outcome !== null;
  return answered && on >= (next.startedOn ?? first.respondedOn ?? on);
}

function puttingRight(facts: RowFacts, point: PointId | null, b: Bringing): Happened[] {
  if (facts.compensationPence === null || facts.kind !== 'complaint') return [];
  const last = facts.stages.at(-1);
  return [
    {
      on: last?.respondedOn ?? lastToldBefore(4, facts),
      what: {
        type: 'RemedyOffered',
        remedy: b.newId<RemedyId>(),
        stage: last?.stage ?? 1,
        kind: 'financial',
        points: point === null ? [] : [point],
        words: noWords,
        pence: facts.compensationPence,
        dueOn: null,
      },
    },
  ];
}

const nothingLearnt = /^(?:none|no|n\/?a|nil|no learning|none identified|no lessons?|not applicable)\.?$/i;

/** Area and category of a later stage: the case keeps those of its first. */
function otherwiseNamed({ area, category, rowKind }: RowFacts): string | null {
  const named = [area, category].filter((name) => name !== null).join(', ');
  return named === '' ? null : `At ${rowKind.replace('-', ' ')} the register names: ${named}`;
}

function beside(facts: RowFacts, b: Bringing, first: string | null = null): Happened[] {
  const happened: Happened[] = [];
  const last = facts.stages.at(-1);
  const on = last?.respondedOn ?? facts.answeredOn ?? lastToldBefore(4, facts);
  if (facts.learning !== null && facts.kind === 'complaint') {
    const words = b.keep(facts.learning);
    const stage = last?.stage ?? 1;
    happened.push({
      on,
      what: nothingLearnt.test(facts.learning)
        ? { type: 'NoLearningFound', stage, reason: words }
        : { type: 'LearningRecorded', stage, learning: 'Something else', words },
    });
  }
  const notes = [first, facts.handler === null ? null : `Dealt with by: ${facts.handler}`, facts.notes]
    .filter((text) => text !== null)
    .join('\n');
  if (notes !== '') happened.push({ on, what: { type: 'NoteMade', words: b.keep(notes), files: [] } });
  return happened;
}

/** In the order of their days; what happened on one day keeps its order. */
function inOrder(happened: readonly Happened[]): Happened[] {
  return [...happened].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
