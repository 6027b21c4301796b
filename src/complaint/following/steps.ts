/** The steps of a case as its people follow them: what was done and when, what comes next and by when, what is late. */
import type { Day } from '../../facts/days.js';
import type { Clock } from '../clocks.js';
import type { SeenCase, SeenStage } from './seen-by-resident.js';

export type StepName =
  | 'received'
  | 'decided'
  | 'request-answered'
  | 'noted'
  | 'acknowledged'
  | 'answered'
  | 'stage-2-asked'
  | 'stage-2-acknowledged'
  | 'stage-2-answered'
  | 'stage-2-refused'
  | 'refused'
  | 'withdrawn';

export interface Step {
  readonly name: StepName;
  readonly state: 'done' | 'now' | 'late' | 'to-come';
  /** When it was done; null when it was not. */
  readonly on: Day | null;
  readonly due: Day | null;
  /** The date hangs on a step before it. */
  readonly provisional: boolean;
  /** Working days after its date, done or not. */
  readonly workingDaysLate: number;
  /** Why the date is what it is. */
  readonly because: readonly string[];
}

const done = (name: StepName, on: Day): Step => ({
  name,
  state: 'done',
  on,
  due: null,
  provisional: false,
  workingDaysLate: 0,
  because: [],
});

/** In their order; the last ones may be still to come. */
export function stepsOf(seen: SeenCase): readonly Step[] {
  const first = done('received', seen.receivedOn);
  if (seen.kind !== null && seen.kind !== 'complaint') return [first, ...ofRequest(seen)];
  const [stage1, stage2] = [1, 2].map((n) => seen.stages.find(({ stage }) => stage === n) ?? null);
  const logged: Step[] =
    seen.loggedOn === null ? [] : seen.kind === 'complaint' ? [done('decided', seen.loggedOn)] : [];
  const stages = inTurn([
    ...(stage1 == null ? [] : [timed('acknowledged', stage1.acknowledgement, stage1.acknowledgedOn)]),
    ...(stage1 == null ? [] : [timed('answered', stage1.response, stage1.respondedOn)]),
    ...(stage2 == null ? [] : atStage2(stage2)),
  ]);
  return [first, ...logged, ...ended(seen, stages)];
}

function ofRequest(seen: SeenCase): readonly Step[] {
  const { standing } = seen;
  const logged = done('decided', seen.loggedOn ?? seen.receivedOn);
  if (standing.is === 'withdrawn') return [logged, done('withdrawn', standing.on)];
  if (standing.is === 'request-answered') return [logged, done('request-answered', standing.on)];
  if (standing.is === 'noted') return [logged];
  return [logged, { ...done('request-answered', seen.receivedOn), state: 'now', on: null }];
}

function atStage2(stage: SeenStage): readonly Step[] {
  return [
    done('stage-2-asked', stage.startedOn),
    ...(stage.acknowledgement === null && stage.acknowledgedOn === null
      ? []
      : [timed('stage-2-acknowledged', stage.acknowledgement, stage.acknowledgedOn)]),
    timed('stage-2-answered', stage.response, stage.respondedOn),
  ];
}

function timed(name: StepName, clock: Clock | null, on: Day | null): Step {
  return {
    name,
    state: on === null ? (clock?.state === 'overdue' ? 'late' : 'now') : 'done',
    on,
    due: clock?.due ?? null,
    provisional: clock?.provisional ?? false,
    workingDaysLate: clock?.workingDaysLate ?? 0,
    because: clock?.because ?? [],
  };
}

/** Of what is not done, only the first is being done; what is late is late, whatever stands before it. */
function inTurn(steps: readonly Step[]): readonly Step[] {
  const now = steps.findIndex(({ state }) => state === 'now' || state === 'late');
  return steps.map((step, i) => (step.state === 'now' && i > now ? { ...step, state: 'to-come' } : step));
}

/** A case that was stopped goes no further: what was still to come is left out. */
function ended({ standing }: SeenCase, steps: readonly Step[]): readonly Step[] {
  const reached = steps.filter(({ state }) => state === 'done');
  switch (standing.is) {
    case 'withdrawn':
      return [...reached, done('withdrawn', standing.on)];
    case 'refused':
      return [...reached, done('refused', standing.on)];
    case 'escalation-refused':
      return [...reached, done('stage-2-refused', standing.on)];
    case 'answer-not-told':
      return reached;
    default:
      return steps;
  }
}

/** What is being done now, with the date by which; null when nothing is to come. */
export function nextStep(steps: readonly Step[]): Step | null {
  return steps.find(({ state }) => state === 'now' || state === 'late') ?? null;
}
