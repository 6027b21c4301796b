/** The homes that volumes are divided by, and by which kind of home the cases of a period are counted. */
import type { Day } from '../../facts/days.js';
import { inShortWords } from '../../facts/days.js';
import type { Period } from '../../reports/measured.js';
import { financialYear, yearOf } from '../../reports/period.js';
import type { Trx } from '../database.js';
import { listStock } from '../stock.js';

export interface Homes {
  readonly LCRA: number | null;
  readonly LCHO: number | null;
  /** The year end that they are of; null when they were given with the question, or none are known. */
  readonly yearEnd: Day | null;
  /** Said when they are not those of the period's own year end. */
  readonly note: string | null;
}

/** Homes owned at the end of the reporting year in which the period ends; else the last that is known before it. */
export async function homesFor(trx: Trx, period: Pick<Period, 'until'>): Promise<Homes> {
  const yearEnd = financialYear(yearOf(period.until)).until;
  const known = (await listStock(trx)).filter(({ tenure }) => tenure === 'LCRA' || tenure === 'LCHO');
  const own = known.filter((figure) => figure.yearEnd === yearEnd);
  const before = known.find((figure) => figure.yearEnd < yearEnd)?.yearEnd ?? null;
  const used = own.length > 0 ? yearEnd : before;
  const of = (tenure: 'LCRA' | 'LCHO') =>
    known.find((figure) => figure.yearEnd === used && figure.tenure === tenure)?.homes ?? null;
  return {
    LCRA: of('LCRA'),
    LCHO: of('LCHO'),
    yearEnd: used,
    note:
      used === null || used === yearEnd
        ? null
        : `Homes as they were on ${inShortWords(used)}: those of ${inShortWords(yearEnd)} are not known yet.`,
  };
}

export type HomeKind = 'LCRA' | 'LCHO';

/** The only kind of home that is owned; null when there are both or none. */
export function onlyKind(homes: Homes): HomeKind | null {
  const owned = (['LCRA', 'LCHO'] as const).filter((kind) => (homes[kind] ?? 0) > 0);
  return owned.length === 1 ? (owned[0] ?? null) : null;
}

/** Homes of both kinds together; null when neither is known. */
export function allHomes(homes: Homes): number | null {
  return homes.LCRA === null && homes.LCHO === null ? null : (homes.LCRA ?? 0) + (homes.LCHO ?? 0);
}
