/** Figures out of the register: all the measures of a period, in as few statements as there are views to read. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Measured, Period } from '../reports/measured.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { assemble, type Material } from './measures/assemble.js';
import { countingsOf } from './measures/countings.js';
import { equalityFigures, whatPeopleSay } from './measures/equality.js';
import { type Homes, homesFor } from './measures/homes.js';
import { daysTaken } from './measures/stages.js';
import { count } from './measures/statement.js';
import { surveyFigures } from './measures/surveys.js';

export interface MeasureFilter {
  /** Only what belongs to this service area. Homes are not known by area, so what is divided by them is then 'none'. */
  readonly area?: string;
  /** Homes given with the question, in the place of those on record. */
  readonly homes?: { readonly LCRA: number | null; readonly LCHO: number | null };
  /** Only the measures of these ids, where not all of them are looked at. */
  readonly only?: readonly string[];
}

/** Every measure of a period, as the register stands and as seen on `today`. */
export async function measure(trx: Trx, period: Period, today: Day, filter: MeasureFilter = {}): Promise<Measured[]> {
  const { area = null, only } = filter;
  const own = countingsOf(only);
  const [counted, homes, surveys, told] = await Promise.all([
    count(trx, [...own, daysTaken[1], daysTaken[2]], { period, today, area, monthly: false }),
    homesOf(trx, period, filter),
    surveyFigures(trx, period),
    only === undefined ? whatPeopleSay(trx, period, area) : [],
  ]);
  const material: Material = { period, homes, countings: own, counted: counted.get('') ?? new Map(), given: surveys };
  const figures = assemble(material);
  const complaints = figures.find(({ id, group }) => id === 'stage1.count' && group === null)?.value ?? 0;
  const all = [...figures, ...equalityFigures(told, period, complaints)];
  return only === undefined ? all : all.filter(({ id }) => only.includes(id));
}

const notByArea = 'Homes are not known by service area, so there is nothing to divide by.';

/** The homes with which the figures of a period are worked out. */
export async function homesOf(trx: Trx, period: Period, filter: MeasureFilter = {}): Promise<Homes> {
  if (filter.area !== undefined) return { LCRA: null, LCHO: null, yearEnd: null, note: notByArea };
  if (filter.homes !== undefined) return { ...filter.homes, yearEnd: null, note: null };
  return homesFor(trx, period);
}

/** The first and the last day on which anything was received; null when nothing was. */
export async function firstAndLastReceipt(trx: Trx): Promise<{ first: Day; last: Day } | null> {
  const { rows } = await sql<{ first: Day | null; last: Day | null }>`
    select min(received_on) as first, max(received_on) as last
    from complaint c
    where c.landlord_id = ${trx.landlordId} and ${notTakenBack}`.execute(trx);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

export { type BehindAsked, type CaseBehind, casesBehind, type FigurePart, figureParts } from './measures/behind.js';
export { type TrendAsked, type TrendMonth, trendOf } from './measures/trend.js';

/** Service areas that any case carries, by name. */
export async function areasOf(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    select distinct c.area from complaint c
    where c.landlord_id = ${trx.landlordId} and c.area is not null and ${notTakenBack}
    order by 1`.execute(trx);
  return rows.map(({ area }) => area);
}
