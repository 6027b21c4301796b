/** Dates with what they mean now, in words: 'Due tomorrow', '3 working days late'. Never by colour alone. */
import type { VNode } from 'preact';
import type { Clock } from '../../complaint/clocks.js';
import type { Calendar } from '../../facts/calendar.js';
import { addDays, type Day, dayNumber, inShortWords, inWords } from '../../facts/days.js';

export type Tone = 'late' | 'soon' | 'later' | 'met' | 'ended';

export interface DueWords {
  readonly words: string;
  readonly tone: Tone;
}

export function workingDays(n: number): string {
  return n === 1 ? '1 working day' : `${n} working days`;
}

/** A day that was taken down before its year was checked, or before the calendar begins: nobody knows its working days. */
function dueInDays(due: Day, today: Day): DueWords {
  const days = Math.abs(dayNumber(due) - dayNumber(today)).toLocaleString('en-GB');
  return due < today ? { words: `${days} days late`, tone: 'late' } : { words: `Due in ${days} days`, tone: 'later' };
}

/** Something that is still to be done by `due`; in plain days where the calendar does not know the working days. */
export function dueWords(due: Day, today: Day, calendar: Calendar): DueWords {
  if (!calendar.knows(due)) return dueInDays(due, today);
  if (due < today) {
    // Late on a day off counts to the next working day, so late is at least 1.
    const late = Math.max(1, calendar.workingDaysBetween(due, calendar.nextWorkingDay(today)));
    return { words: `${workingDays(late)} late`, tone: 'late' };
  }
  if (due === today) return { words: 'Due today', tone: 'soon' };
  if (due === addDays(today, 1)) return { words: 'Due tomorrow', tone: 'soon' };
  const left = calendar.workingDaysBetween(today, due);
  // A promise may fall on a Sunday.
  if (left === 0) return { words: `Due in ${dayNumber(due) - dayNumber(today)} days`, tone: 'soon' };
  return { words: `Due in ${workingDays(left)}`, tone: left <= 2 ? 'soon' : 'later' };
}

/** The same of a clock, done or not. */
export function clockWords(
  clock: Pick<Clock, 'state' | 'due' | 'doneOn' | 'workingDaysLate'>,
  today: Day,
  calendar: Calendar,
): DueWords {
  switch (clock.state) {
    case 'running':
    case 'overdue': {
      const words = dueWords(clock.due, today, calendar);
      return clock.state === 'overdue' ? { words: `${workingDays(clock.workingDaysLate)} late`, tone: 'late' } : words;
    }
    case 'met':
      return { words: 'Done in time', tone: 'met' };
    case 'late':
      // A case that was withdrawn or refused too late has ended; nothing was done.
      return {
        words: `${clock.doneOn === null ? 'Ended,' : 'Done'} ${workingDays(clock.workingDaysLate)} late`,
        tone: 'late',
      };
    case 'ended':
      return { words: 'Ended', tone: 'ended' };
    default:
      return clock.state satisfies never;
  }
}

/** Words first, the date under them. */
export function Due({ words, day }: { readonly words: DueWords; readonly day: Day }): VNode {
  return (
    <span class={`app-due app-due--${words.tone}`}>
      <span class="app-due__words">{words.words}</span>
      <span class="app-due__day">
        {words.words.startsWith('Due') ? '' : 'due '}
        <DayText day={day} />
      </span>
    </span>
  );
}

export function DayText({
  day,
  short = false,
  ...rest
}: {
  readonly day: Day;
  readonly short?: boolean;
  readonly class?: string;
}): VNode {
  return (
    <time dateTime={day} class={rest.class}>
      {short ? inShortWords(day) : inWords(day)}
    </time>
  );
}

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'full', timeStyle: 'short' });

/** An instant, as London's clocks showed it: 'Friday 10 April 2026 at 14:05'. */
export function InstantText({ at }: { readonly at: string }): VNode {
  return <time dateTime={at}>{london.format(new Date(at)).replace(',', '')}</time>;
}
