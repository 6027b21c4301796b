/** Which packs a landlord makes, for whom and when (9.7: the governing body and the member responsible receive them). */
import { addDays, type Day } from '../../facts/days.js';
import type { Period } from '../measured.js';
import { type PeriodKind, periodBefore, periodHolding } from '../period.js';

export const packAudiences = ['managers', 'board', 'panel', 'member-responsible'] as const;
export type PackAudience = (typeof packAudiences)[number];

export const audienceWords: Readonly<Record<PackAudience, string>> = {
  managers: 'Managers',
  board: 'Governing body',
  panel: 'Residents’ panel',
  'member-responsible': 'Member responsible for complaints',
};

export interface PackKind {
  readonly every: PeriodKind;
  readonly audience: PackAudience;
}

/** What stands on the calendar unless the landlord takes it off. */
export const packKinds = [
  { every: 'week', audience: 'managers' },
  { every: 'month', audience: 'managers' },
  { every: 'quarter', audience: 'board' },
  { every: 'quarter', audience: 'panel' },
  { every: 'quarter', audience: 'member-responsible' },
  { every: 'year', audience: 'board' },
] as const satisfies readonly PackKind[];

/** One name for a kind of pack in settings and addresses: 'quarter-board'. */
export const nameOfKind = ({ every, audience }: PackKind): string => `${every}-${audience}`;

const everyWords: Readonly<Record<PeriodKind, string>> = {
  week: 'Weekly',
  month: 'Monthly',
  quarter: 'Quarterly',
  year: 'Yearly',
};

export const kindInWords = ({ every, audience }: PackKind): string =>
  `${everyWords[every]}, for ${audience === 'board' ? 'the governing body' : audience === 'panel' ? 'the residents’ panel' : audience === 'managers' ? 'managers' : 'the member responsible for complaints'}`;

export interface PackDue extends PackKind {
  readonly period: Period;
  /** The day on which it is to be made: the first after its period, or some days later as the landlord has set. */
  readonly on: Day;
}

/**
 * The packs of the periods that ended last, if their day has come. A pack is made once: who keeps them skips those that
 * are there. Nothing is made for periods before the one that ended last, so a landlord's first day brings no flood.
 *
 * @param today London's day
 * @param daysAfter calendar days after the period's end on which a pack is made; 1 is the day after
 */
export function packsDue(today: Day, daysAfter: number, kinds: readonly PackKind[] = packKinds): readonly PackDue[] {
  return kinds.flatMap((kind) => {
    const period = periodBefore(kind.every, periodHolding(kind.every, today));
    const on = addDays(period.until, Math.max(1, daysAfter));
    return on <= today ? [{ ...kind, period, on }] : [];
  });
}
