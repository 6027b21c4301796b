/** Figures as a table, each row with its bar: the number stands beside it, so the drawing says nothing new. */
import type { VNode } from 'preact';
import { Scroll } from './scroll.js';
import { overNumbers, TableHead } from './table-head.js';

export interface Bar {
  readonly label: string;
  /** What is written in the columns, in their order. */
  readonly cells: readonly string[];
  /** What the bar draws: so many of so many. */
  readonly of: { readonly n: number; readonly whole: number };
}

export function BarTable({
  title,
  about,
  heads,
  rows,
  drawn,
}: {
  readonly title: string;
  /** What is counted, when the title does not say it all. */
  readonly about?: string;
  /** The first names the rows, the others the cells. */
  readonly heads: readonly string[];
  readonly rows: readonly Bar[];
  /** What the bars show: 'the share answered in time'. */
  readonly drawn: string;
}): VNode {
  return (
    <div>
      {/* Above the box that scrolls, so that it is read whole on a phone. */}
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
      {about === undefined ? null : <p class="govuk-body-s">{about}</p>}
      {rows.length === 0 ? (
        <p class="govuk-body">None.</p>
      ) : (
        <Scroll label={title}>
          <table class="govuk-table app-bars">
            <caption class="govuk-visually-hidden">{title}</caption>
            <TableHead heads={[...heads.slice(0, 1), ...overNumbers(heads.slice(1))]}>
              <th scope="col" class="govuk-table__header app-bars__drawing">
                <span class="govuk-visually-hidden">Drawn: {drawn}</span>
              </th>
            </TableHead>
            <tbody class="govuk-table__body">
              {rows.map(({ label, cells, of }) => (
                <tr key={label} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {label}
                  </th>
                  {cells.map((cell, i) => (
                    <td key={heads[i + 1]} class="govuk-table__cell govuk-table__cell--numeric">
                      {cell}
                    </td>
                  ))}
                  <td class="govuk-table__cell app-bars__drawing">
                    <BarDrawn label={`${label}: ${drawn}, ${of.n} of ${of.whole}`} n={of.n} whole={of.whole} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}

function BarDrawn({ label, n, whole }: { readonly label: string; readonly n: number; readonly whole: number }): VNode {
  const width = whole === 0 ? 0 : Math.round((Math.min(n, whole) / whole) * 1000) / 10;
  return (
    <svg class="app-bars__svg" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="app-bars__whole" x="0" y="0" width="100" height="10" />
      <rect class="app-bars__part" x="0" y="0" width={width} height="10" />
    </svg>
  );
}
