/** What a survey of perception found, as figures: asked of people, never worked out from cases. */
import type { Measured, Period } from '../../reports/measured.js';
import { figureWords, measureOf } from '../../reports/measures/library.js';
import type { Trx } from '../database.js';
import { perceptionResults } from '../perception.js';

/** TP09 of the period's year; none when the period is no whole year or no result is on record. */
export async function surveyFigures(trx: Trx, period: Period): Promise<Measured[]> {
  const measure = measureOf('tp09', period);
  if (measure === null) return [];
  const results = await perceptionResults(trx, { measure: 'tp09', year: period.name });
  return measure.fixedParts.map((group) => {
    const found = results.find(({ tenure }) => tenure === group);
    const none = found === undefined || found.answered === 0;
    const key = { group, reading: null };
    return {
      id: measure.id,
      ...key,
      words: figureWords(measure, key),
      unit: measure.unit,
      value: none ? null : found.satisfied / found.answered,
      numerator: found?.satisfied ?? null,
      denominator: found?.answered ?? null,
      none,
      unknown: 0,
      notYetDue: 0,
      note: found === undefined ? 'No survey result is on record for this year.' : `${found.source}, ${found.method}.`,
    };
  });
}
