/** The maladministration rate of the year: the Housing Ombudsman's alone, with its count and what it means beside it. */
import type { VNode } from 'preact';
import type { Measured, Period } from '../../reports/measured.js';
import { measureOf } from '../../reports/measures/library.js';
import { inFigures } from '../../reports/rounding.js';

export const rateId = 'ombudsman.maladministration-rate';

export function TheRate({ rate, year }: { readonly rate: Measured | null; readonly year: Period }): VNode {
  const definition = measureOf(rateId, year)?.definition ?? '';
  return (
    <section aria-labelledby="rate">
      <h2 class="govuk-heading-m" id="rate">
        Maladministration rate, {year.name}
      </h2>
      <p class="govuk-body">
        {rate === null || rate.none ? (
          'None: no finding that is considered was made in this year.'
        ) : (
          <>
            <strong>{inFigures(rate)}</strong> of the findings considered.
          </>
        )}{' '}
        <a class="govuk-link" href={`/figures/measures/${rateId}`}>
          See the cases behind it
        </a>
      </p>
      <p class="govuk-body-s">{definition}</p>
    </section>
  );
}
