/**
 * Two self-assessments side by side: what became met and how, what fell back, what is new. An answer of another edition is
 * led over by the mapping of the editions, and only ever as what was said then: it answers nothing now.
 */
import type { Day } from '../facts/days.js';
import type { Edition } from '../law/words.js';
import { type Answer, provisionsOf } from './answers.js';

/** Which provisions of the earlier edition a provision of the later one takes up; none when it is new. */
export type Lead = (provision: string) => readonly string[];

export interface Said {
  readonly provision: string;
  readonly answer: Answer;
  readonly evidence: string;
  readonly commentary: string;
  readonly reason: string;
  readonly answeredBy: string | null;
  readonly answeredOn: Day | null;
}

/** What was answered before to what a provision now asks. */
export function saidBefore<S extends Said>(provision: string, before: readonly S[], lead: Lead): readonly S[] {
  const earlier = lead(provision);
  return earlier.flatMap((number) => before.filter((one) => one.provision === number));
}

export type Change =
  /** Not met then, met now. */
  | 'became-met'
  /** Met then, not met now. */
  | 'fell-back'
  | 'still-met'
  | 'still-not-met'
  /** The earlier edition has no such provision. */
  | 'new'
  /** One of the two is not answered, or answered in words alone. */
  | 'cannot-tell';

export const changeWords: Readonly<Record<Change, string>> = {
  'became-met': 'Became met',
  'fell-back': 'Fell back',
  'still-met': 'Met both times',
  'still-not-met': 'Not met either time',
  new: 'New requirement',
  'cannot-tell': 'Can’t be compared',
};

export interface Compared<S extends Said> {
  readonly provision: string;
  readonly section: number;
  readonly sectionTitle: string;
  readonly duty: string;
  readonly before: readonly S[];
  readonly after: S | null;
  readonly change: Change;
}

function met(answer: Answer): boolean | null {
  if (answer === 'yes' || answer === 'na') return true;
  return answer === 'no' || answer === 'partly' ? false : null;
}

/** Several earlier answers are met together only when each of them was. */
function allMet(list: readonly Answer[]): boolean | null {
  const each = list.map(met);
  if (each.includes(false)) return false;
  return each.includes(null) ? null : true;
}

/** Every provision of the later edition, with what was said before and what became of it. */
export function compare<S extends Said>(
  before: readonly S[],
  after: { readonly edition: Edition; readonly answers: readonly S[] },
  lead: Lead,
): readonly Compared<S>[] {
  return provisionsOf(after.edition).map(({ number, section, sectionTitle, provision }) => {
    const earlier = saidBefore(number, before, lead);
    const now = after.answers.find((one) => one.provision === number) ?? null;
    return {
      provision: number,
      section,
      sectionTitle,
      duty: provision.duty,
      before: earlier,
      after: now,
      change: changeOf(lead(number), earlier, now),
    };
  });
}

function changeOf(led: readonly string[], earlier: readonly Said[], now: Said | null): Change {
  if (led.length === 0) return 'new';
  const was = earlier.length === 0 ? null : allMet(earlier.map(({ answer }) => answer));
  const is = now === null ? null : met(now.answer);
  if (was === null || is === null) return 'cannot-tell';
  if (was === is) return is ? 'still-met' : 'still-not-met';
  return is ? 'became-met' : 'fell-back';
}
