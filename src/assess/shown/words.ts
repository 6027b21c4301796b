/**
 * The words in which a rule is written that reads from one case whether a provision was kept. A rule never depends on today:
 * what is overdue and not done comes from the running clocks, at reading.
 */
import type { Case } from '../../complaint/case.js';
import type { Clock, ClockKind } from '../../complaint/clocks.js';
import type { Day } from '../../facts/days.js';
import type { Entry, HappeningOf, HappeningType } from '../../facts/happened.js';
import type { Why } from './why.js';

export const verdicts = ['met', 'exception', 'unknown'] as const;
/** `unknown`: the case is one that could show it, and what it would show is not on record. */
export type Verdict = (typeof verdicts)[number];

/** What one case shows of one provision; null when it shows nothing about it. `on` decides the year it counts in. */
export type Seen =
  | null
  | { readonly verdict: 'met' | 'unknown'; readonly on: Day }
  | { readonly verdict: 'exception'; readonly on: Day; readonly why: Why };

/** By which day a case counts in a year. */
export const countedBy = {
  receipt: 'the day of receipt',
  request: 'the day on which stage 2 was asked for',
  'stage-1-answer': 'the day of the stage 1 answer',
  'final-answer': 'the day of the final answer',
  answer: 'the day of the answer',
  refusal: 'the day of the refusal',
  extension: 'the day on which the extension was told',
  offer: 'the day of the offer or promise',
  'that-day': 'the day on which it happened',
} as const;
export type CountedBy = keyof typeof countedBy;

/** What can be running late today: read from what is still to be done when the page is asked for, never kept. */
export type StillToDo =
  | ClockKind
  | 'promise-at-stage-1'
  | 'promise-at-stage-2'
  | 'adjustment-review'
  | 'restriction-review'
  | 'order';

export interface Rule {
  /** Which cases can show it: 'complaints answered at stage 1'. */
  readonly among: string;
  /** What those that kept it did, after their number: 'were answered in time'. */
  readonly did: string;
  /** The part of the provision that this shows, and what stays for a person; null when it shows the whole. */
  readonly showsOnly: string | null;
  readonly by: CountedBy;
  /** What an exception can be. Empty: the cases can show that it was kept and nothing else. */
  readonly whys: readonly Why[];
  /** Runs late at reading when one of these is past its day. */
  readonly late: readonly StillToDo[];
  readonly of: (told: Told) => Seen;
}

export type Rules = Readonly<Record<string, Rule>>;

/** A case as rules read it: with its clocks, and its history by what happened. */
export interface Told {
  readonly c: Case;
  readonly clock: (kind: ClockKind) => Clock | undefined;
  readonly clocks: readonly Clock[];
  readonly happened: <T extends HappeningType>(type: T) => readonly Entry<HappeningOf<T>>[];
}

/** A case made ready for rules. */
export function told(c: Case, clocks: readonly Clock[]): Told {
  const byType = Map.groupBy(c.history, (entry) => entry.what.type);
  return {
    c,
    clocks,
    clock: (kind) => clocks.find((k) => k.kind === kind),
    happened: <T extends HappeningType>(type: T) => (byType.get(type) ?? []) as unknown as Entry<HappeningOf<T>>[],
  };
}

/** Kept. */
export const met = (on: Day): Seen => ({ verdict: 'met', on });
/** One that could show it, with the facts not on record. */
export const unknown = (on: Day): Seen => ({ verdict: 'unknown', on });
/** Not kept, and why. */
export const exception = (on: Day, why: Why): Seen => ({ verdict: 'exception', on, why });

const weight: Readonly<Record<Verdict, number>> = { met: 0, unknown: 1, exception: 2 };

/** Of several things that one case shows, the one that counts: an exception before what is unknown before what was kept. */
export function worst(...all: readonly Seen[]): Seen {
  let found: Seen = null;
  for (const seen of all)
    if (seen !== null && (found === null || weight[seen.verdict] > weight[found.verdict])) found = seen;
  return found;
}

/** Logged as a complaint, and counted at all. */
export function isComplaint({ c }: Told): boolean {
  return c.kind === 'complaint';
}

/** A stage's answer, when it was given. */
export function answeredOn({ c }: Told, stage: 1 | 2): Day | null {
  return c.stages[stage]?.respondedOn ?? null;
}

/** What an old register does not tell is unknown; what a case of ours lacks is an exception. */
export function lacking({ c }: Told, on: Day, why: Why): Seen {
  return c.imported ? unknown(on) : exception(on, why);
}
