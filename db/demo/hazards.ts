/** What the demonstration's staff do about hazards, each through its own decision. */
import { mayBeginHazardWork } from '../../src/complaint/may/begin-hazard-work.js';
import { mayHandOverHazard } from '../../src/complaint/may/hand-over-hazard.js';
import { mayInvestigateHazard } from '../../src/complaint/may/investigate-hazard.js';
import { mayMakeHazardSafe } from '../../src/complaint/may/make-hazard-safe.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayPutOffHazardWork } from '../../src/complaint/may/put-off-hazard-work.js';
import { maySummariseHazard } from '../../src/complaint/may/summarise-hazard.js';
import type { Day } from '../../src/facts/days.js';
import type { HazardId } from '../../src/facts/happened.js';
import { instantOf, londonMinute } from '../../src/facts/instants.js';
import { filled, type Telling, take } from './play.js';
import type { Act } from './script.js';

export type HazardAct = Extract<
  Act,
  {
    act:
      | 'hazard'
      | 'hand-over-hazard'
      | 'investigate-hazard'
      | 'summarise-hazard'
      | 'make-hazard-safe'
      | 'put-off-hazard-work'
      | 'begin-hazard-work';
  }
>;

/** One act about a hazard: the last one of the case. */
export function performOnHazard(telling: Telling, act: HazardAct): void {
  const { world, today: on, now: c } = telling;
  if (c === null) throw new Error(`${telling.story.key} begins with its receipt`);
  const text = 'words' in act ? filled(telling, act.words) : '';
  const hazard = c.hazards.at(-1)?.id ?? ('' as HazardId);
  switch (act.act) {
    case 'hazard': {
      const { kind } = act;
      const since = c.receivedOn;
      const awareAt = instantAt(since, act.emergency);
      const emergency = act.emergency !== undefined;
      take(telling, (x) => mayNoticeHazard(c, { on: since, kind, emergency, points: [], awareAt, text }, x));
      return;
    }
    case 'hand-over-hazard': {
      const to = world.team(act.team);
      take(telling, (x) =>
        mayHandOverHazard(c, { on, hazard, to, at: instantAt(on, act.time), job: act.job, text: null }, x),
      );
      return;
    }
    case 'investigate-hazard':
      take(telling, (x) =>
        mayInvestigateHazard(c, { on, hazard, at: null, found: act.found, furtherWork: act.further, text }, x),
      );
      return;
    case 'summarise-hazard':
      take(telling, (x) => maySummariseHazard(c, { on, hazard, how: act.how, text, letter: null }, x));
      return;
    case 'make-hazard-safe':
      take(telling, (x) => mayMakeHazardSafe(c, { on, hazard, at: instantAt(on, act.time), text }, x));
      return;
    case 'put-off-hazard-work':
      take(telling, (x) => mayPutOffHazardWork(c, { on, hazard, text }, x));
      return;
    case 'begin-hazard-work':
      take(telling, (x) => mayBeginHazardWork(c, { on, hazard, text }, x));
      return;
    default:
      act satisfies never;
  }
}

function instantAt(on: Day, time: string | undefined): string | null {
  const minute = time === undefined ? null : londonMinute(on, time);
  return minute === null ? null : instantOf(minute);
}
