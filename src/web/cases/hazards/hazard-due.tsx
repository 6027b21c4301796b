/** When something about a hazard is due, in words: to the hour and minute where the law counts hours. */
import type { VNode } from 'preact';
import { dueMinute, type HazardClock } from '../../../complaint/hazard-clocks.js';
import { londonTimeOf, minuteOf } from '../../../facts/instants.js';
import { DayText, type DueWords, dueWords } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';

type Due = Pick<HazardClock, 'due' | 'dueAt' | 'state' | 'lateBy'>;

/** '3 hours late', 'Due in 5 hours', 'Due tomorrow', 'Done in time'. */
function hazardDueWords(clock: Due, visit: Pick<Visit, 'today' | 'now' | 'rules'>): DueWords {
  switch (clock.state) {
    case 'overdue':
      return { words: `${clock.lateBy ?? 'It is'} late`, tone: 'late' };
    case 'late':
      return { words: `Done ${clock.lateBy ?? ''} late`, tone: 'late' };
    case 'met':
      return { words: 'Done in time', tone: 'met' };
    case 'ended':
      return { words: 'Ended', tone: 'ended' };
    case 'running':
      return clock.dueAt === null
        ? dueWords(clock.due, visit.today, visit.rules.calendar)
        : { words: `Due in ${leftWords(dueMinute(clock) - minuteOf(visit.now))}`, tone: 'soon' };
    default:
      return clock.state satisfies never;
  }
}

function leftWords(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** Words first, then the day, and the time where it counts. */
export function HazardDue({
  clock,
  visit,
}: {
  readonly clock: Due;
  readonly visit: Pick<Visit, 'today' | 'now' | 'rules'>;
}): VNode {
  const { words, tone } = hazardDueWords(clock, visit);
  return (
    <span class={`app-due app-due--${tone}`}>
      <span class="app-due__words">{words}</span>
      <span class="app-due__day">
        {words.startsWith('Due') ? '' : 'due '}
        <DayText day={clock.due} />
        {clock.dueAt === null ? '' : ` at ${londonTimeOf(minuteOf(clock.dueAt))}`}
      </span>
    </span>
  );
}
