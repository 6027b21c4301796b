/** A chart on a page: its words, its drawing, and the table of its numbers, each of which leads to its cases. */
import type { ComponentChildren, VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { chartSvg } from '../../post/charts.js';
import type { Chart } from '../../reports/chart.js';
import { type ChartTable, tableOf } from '../../reports/chart-table.js';
import { Scroll } from './scroll.js';
import { overNumbers, TableHead } from './table-head.js';

export interface FigureParts {
  readonly chart: Chart;
  /** Tells it from the other charts of the page. */
  readonly id: string;
  /** Folded away on screen until asked for; paper always shows it. */
  readonly table?: 'folded' | 'open' | 'none';
  /** Where the table can be had as a file. */
  readonly csv?: string;
  /** What to think of before reading much into it: small numbers, a year that has not ended. */
  readonly warning?: string | null;
  readonly children?: ComponentChildren;
}

export function Figure({ chart, id, table = 'folded', csv, warning, children }: FigureParts): VNode {
  return (
    <figure class={`app-figure app-figure--${chart.chart}`}>
      <figcaption>
        <h3 class="govuk-heading-s app-figure__title">{chart.title}</h3>
        <p class="govuk-body-s app-figure__words">{chart.description}</p>
      </figcaption>
      {drawing(chart, id)}
      {warning ? <p class="govuk-body-s app-figure__warning">{warning}</p> : null}
      {children}
      {table === 'none' ? null : table === 'open' ? (
        <Numbers chart={chart} csv={csv} />
      ) : (
        <details class="govuk-details app-figure__table">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              The numbers<span class="govuk-visually-hidden"> of: {chart.title}</span>
            </span>
          </summary>
          <div class="govuk-details__text">
            <Numbers chart={chart} csv={csv} />
          </div>
        </details>
      )}
    </figure>
  );
}

/** The drawing is made by our own hand and holds no markup of anybody else: every text in it is escaped there. */
function drawing(chart: Chart, id: string) {
  return jsxTemplate([chartSvg(chart, id)]);
}

function Numbers({ chart, csv }: { readonly chart: Chart; readonly csv: string | undefined }): VNode {
  return (
    <>
      <Scroll label={`The numbers of: ${chart.title}`}>
        <ChartNumbers table={tableOf(chart)} />
      </Scroll>
      {csv === undefined ? null : (
        <p class="govuk-body-s app-only-screen">
          <a class="govuk-link" href={csv}>
            Take this table as CSV<span class="govuk-visually-hidden">: {chart.title}</span>
          </a>
        </p>
      )}
    </>
  );
}

export function ChartNumbers({ table }: { readonly table: ChartTable }): VNode {
  const { caption, head, rows } = table;
  return (
    <table class="govuk-table app-figure__numbers">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <TableHead heads={[...head.slice(0, 1), ...overNumbers(head.slice(1))]} />
      <tbody class="govuk-table__body">
        {rows.map(({ label, cells, href }) => (
          <tr key={label} class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {href === null ? (
                label
              ) : (
                <a class="govuk-link" href={href}>
                  {label}
                </a>
              )}
            </th>
            {cells.map((cell, i) => (
              <td key={head[i + 1]} class="govuk-table__cell govuk-table__cell--numeric">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
