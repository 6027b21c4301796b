/** What dashboards are made of: counts by calendar month and service area, added up to whatever period is asked for. */
import type { Day } from '../../facts/days.js';
import type { FigureKey, Period, Unit } from '../measured.js';

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly notYetDue: number;
}

export const noCounts: Counts = { numerator: 0, denominator: 0, unknown: 0, notYetDue: 0 };

/** Which figures are counted by month and area, and which entry of the library of measures each of them is. */
export const monthly = {
  stage1: figure('stage1.count', 'count', 'Stage 1 complaints'),
  stage2: figure('stage2.count', 'count', 'Requests for stage 2'),
  acknowledged: figure('acknowledged-in-time', 'proportion', 'Acknowledged in time'),
  answered1: figure('ch02.1', 'proportion', 'Stage 1 answered in time', 'all', 'with-extensions'),
  answered2: figure('ch02.2', 'proportion', 'Stage 2 answered in time', 'all', 'with-extensions'),
  upheld1: figure('stage1.outcome', 'proportion', 'Upheld', 'upheld'),
  partly1: figure('stage1.outcome', 'proportion', 'Partly upheld', 'partly-upheld'),
  not1: figure('stage1.outcome', 'proportion', 'Not upheld', 'not-upheld'),
  upheld2: figure('stage2.outcome', 'proportion', 'Upheld', 'upheld'),
  partly2: figure('stage2.outcome', 'proportion', 'Partly upheld', 'partly-upheld'),
  not2: figure('stage2.outcome', 'proportion', 'Not upheld', 'not-upheld'),
} as const satisfies Record<string, MonthlyFigure>;

export type Monthly = keyof typeof monthly;
export const monthlyNames = Object.keys(monthly) as Monthly[];

export interface MonthlyFigure extends FigureKey {
  readonly unit: Unit;
  readonly words: string;
}

function figure(
  id: string,
  unit: Unit,
  words: string,
  group: string | null = null,
  reading: string | null = null,
): MonthlyFigure {
  return { id, unit, words, group, reading };
}

/** One calendar month of one area; an area that nobody recorded is null. */
export interface MonthOfArea {
  /** '2026-03'. */
  readonly month: string;
  readonly area: string | null;
  readonly counts: Readonly<Record<Monthly, Counts>>;
}

/** So many answers of the period took so many working days. */
export interface Lengths {
  readonly stage: 1 | 2;
  readonly days: number;
  readonly n: number;
}

export interface Counted {
  readonly months: readonly MonthOfArea[];
  readonly lengths: readonly Lengths[];
  /** The complaints received in the period, and what became of the very same ones. */
  readonly path: {
    readonly received: number;
    readonly answered: number;
    readonly wentFurther: number;
    readonly answeredAgain: number;
  };
  readonly places: readonly {
    readonly label: string;
    readonly longitude: number;
    readonly latitude: number;
    readonly count: number;
  }[];
}

/** The sum of a figure over some months and areas. */
export function sumOf(months: readonly MonthOfArea[], which: Monthly): Counts {
  let [numerator, denominator, unknown, notYetDue] = [0, 0, 0, 0];
  for (const { counts } of months) {
    const one = counts[which];
    numerator += one.numerator;
    denominator += one.denominator;
    unknown += one.unknown;
    notYetDue += one.notYetDue;
  }
  return { numerator, denominator, unknown, notYetDue };
}

/** The months of a period; every period here begins and ends with a month. */
export function within(months: readonly MonthOfArea[], { from, until }: { readonly from: Day; readonly until: Day }) {
  const [first, last] = [from.slice(0, 7), until.slice(0, 7)];
  return months.filter(({ month }) => first <= month && month <= last);
}

/** The months from one to another, both counted: '2026-03'. */
export function monthsBetween(first: string, last: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const [from, to] = [number(first), number(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const n = from + i;
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
}

const names = 'January February March April May June July August September October November December'.split(' ');

/** 'March 2026'. */
export function monthInWords(month: string): string {
  return `${names[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** Whole calendar month as a period. */
export function monthPeriod(month: string): Period {
  const [year, n] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = n === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(n) ? 30 : 31;
  return { name: monthInWords(month), from: `${month}-01` as Day, until: `${month}-${last}` as Day };
}

/** Every monthly figure over all of these months, in the shape of the measures that they must add up to. */
export function asMeasuredMonths(months: readonly MonthOfArea[]): readonly (FigureKey & Counts)[] {
  return monthlyNames.map((name) => {
    const { id, group, reading } = monthly[name];
    return { id, group, reading, ...sumOf(months, name) };
  });
}
