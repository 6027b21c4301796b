/** Who complains: counted for whole reporting years and the whole landlord alone, so that no two figures give a small one away. */
import type { Measured, Period } from '../../reports/measured.js';
import { characteristics, notAsked, suppressed } from '../../reports/measures/equality.js';
import { figureWords, measureOf } from '../../reports/measures/library.js';
import type { Trx } from '../database.js';

export interface Told {
  readonly characteristic: string;
  readonly answer: string;
  readonly complaints: number;
}

/** What people who complained in a year have said; nothing for any other period, or for a part of the landlord. */
export async function whatPeopleSay(trx: Trx, period: Period, area: string | null): Promise<readonly Told[]> {
  if (area !== null || !wholeYear(period)) return [];
  const { rows } = await trx.client.query<Told>({
    text: `select characteristic, answer, count(*)::int as complaints
from figure_equality
where landlord_id = $1 and day between $2 and $3
group by 1, 2`,
    values: [trx.landlordId, period.from, period.until],
  });
  return rows;
}

/** The figures of it, of so many complaints, with small numbers hidden. */
export function equalityFigures(rows: readonly Told[], period: Period, complaints: number): Measured[] {
  return characteristics.flatMap(({ id }) => {
    const measure = measureOf(`equality.${id}`, period);
    const told = rows.filter((row) => row.characteristic === id);
    if (measure === null || told.length === 0) return [];
    const of = (answer: string) => told.find((row) => row.answer === answer)?.complaints ?? 0;
    const said = told.reduce((sum, row) => sum + row.complaints, 0);
    const shown = suppressed(
      new Map(measure.fixedParts.map((part) => [part, part === notAsked ? complaints - said : of(part)])),
    );
    return [...shown].map(([part, n]): Measured => {
      const key = { group: part, reading: null };
      return {
        id: measure.id,
        ...key,
        words: figureWords(measure, key),
        unit: measure.unit,
        value: n,
        numerator: n,
        denominator: null,
        none: false,
        unknown: 0,
        notYetDue: 0,
        note: n === null ? 'Not shown: it is under 5, or another that is could be worked out from it.' : null,
      };
    });
  });
}

function wholeYear({ from, until }: Period): boolean {
  return from.endsWith('-04-01') && until === `${Number(from.slice(0, 4)) + 1}-03-31`;
}
