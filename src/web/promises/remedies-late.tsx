/** Remedies whose date has passed, beside the promises that are late: they too were told to the resident (7.3). */
import type { VNode } from 'preact';
import { remedyKindWords } from '../../complaint/standing-words.js';
import { pounds } from '../../facts/money.js';
import type { remediesLate } from '../../store/remedies-late.js';
import type { Staff } from '../../store/staff.js';
import { Due, dueWords } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import type { Visit } from '../visit.js';

export function RemediesLate({
  late: { rows, total },
  staff,
  visit,
}: {
  readonly late: Awaited<ReturnType<typeof remediesLate>>;
  readonly staff: readonly Staff[];
  readonly visit: Visit;
}): VNode | null {
  if (total === 0) return null;
  return (
    <section id="remedies-late">
      <h2 class="govuk-heading-m">Remedies late</h2>
      <p class="govuk-body">
        {total === 1 ? 'One remedy was' : `${total.toLocaleString('en-GB')} remedies were`} told to residents with a
        date that has passed.{total > rows.length ? ` These are the ${rows.length} oldest.` : ''}
      </p>
      <Scroll label="Remedies late">
        <table class="govuk-table app-cases app-cases--fewer">
          <caption class="govuk-table__caption govuk-visually-hidden">Remedies late</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Case', 'Due', 'What'].map((heading) => (
                <th key={heading} scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <tr key={row.remedyId} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={`/cases/${row.reference}/promises`}>
                    {row.reference}
                  </a>
                  <span class="app-cases__home">
                    Case of {staff.find(({ id }) => id === row.handler)?.name ?? 'nobody yet'}
                  </span>
                </th>
                <td class="govuk-table__cell">
                  <Due words={dueWords(row.dueOn, visit.today, visit.rules.calendar)} day={row.dueOn} />
                </td>
                <td class="govuk-table__cell">
                  {remedyKindWords[row.kind]}
                  {row.pence === null ? null : `: ${pounds(row.pence)}`}
                  {row.approved ? <span class="app-cases__home">Approved, not paid</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
