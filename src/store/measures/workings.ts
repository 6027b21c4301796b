/** How a figure was worked out: its words, the query with its values, its counts, when, and from which history. */
import type { Day } from '../../facts/days.js';
import type { FigureKey, Measured, Period } from '../../reports/measured.js';
import { figureWords, measureOf } from '../../reports/measures/library.js';
import type { LibraryMeasure } from '../../reports/measures/shape.js';
import type { Trx } from '../database.js';
import { type HistoryHead, historyHead } from '../history-head.js';
import { type MeasureFilter, measure } from '../measures.js';
import { type PastTotal, pastTotals } from '../past-totals.js';
import { kindAssumedIn } from './assumed.js';
import { queryOf } from './behind.js';
import { countingOf } from './countings.js';

export interface Workings {
  readonly measure: LibraryMeasure;
  readonly words: string;
  readonly figure: Measured;
  readonly period: Period;
  /** The day of the calculation. */
  readonly today: Day;
  readonly area: string | null;
  /** What was asked of the database; null for what a survey gave. */
  readonly query: string | null;
  /** The view that it reads, which opens with the question it answers. */
  readonly view: string | null;
  readonly head: HistoryHead;
  /** Totals that were given for the same figure and period: beside what was counted, never in it. */
  readonly given: readonly PastTotal[];
}

/** Null when there is no such figure in that period. */
export async function workingsOf(
  trx: Trx,
  key: FigureKey,
  period: Period,
  today: Day,
  filter: MeasureFilter = {},
): Promise<Workings | null> {
  const library = measureOf(key.id, period);
  if (library === null) return null;
  const figures = await measure(trx, period, today, filter);
  const figure = figures.find((one) => one.id === key.id && one.group === key.group && one.reading === key.reading);
  if (figure === undefined) return null;
  const counting = countingOf(key);
  const asked = {
    period,
    today,
    ...(filter.area === undefined ? {} : { area: filter.area }),
    ...(filter.homes === undefined ? {} : { homes: filter.homes }),
  };
  const assumed = counting?.by?.column === 'tenure' ? (await kindAssumedIn(trx, asked)) === key.group : false;
  const totals = await pastTotals(trx, { id: key.id, within: period });
  return {
    measure: library,
    words: figureWords(library, key),
    figure,
    period,
    today,
    area: filter.area ?? null,
    query: queryOf(key, asked, assumed),
    view: counting?.from ?? null,
    head: await historyHead(trx),
    given: totals.filter(
      (total) =>
        total.group === key.group &&
        total.reading === key.reading &&
        total.period.from === period.from &&
        total.period.until === period.until,
    ),
  };
}
