/**
 * A document (report, pack, return, self-assessment) on a page of the product: contents first, then its blocks, charts
 * with their tables. The page gives the h1; print shows the document alone.
 */
import type { JSX } from 'preact';
import { DocumentBody, DocumentContents } from '../../post/document-body.js';
import type { DrawChart } from '../../post/document-pdf.js';
import type { Chart } from '../../reports/chart.js';
import type { Document } from '../../reports/document.js';
import { Figure } from './chart.js';
import { Scroll } from './scroll.js';

export function DocumentShown({
  document,
  draw = () => null,
  ownLinks = false,
}: {
  readonly document: Document;
  readonly draw?: DrawChart;
  /** Links to screens of the product: for staff, never on a public page. */
  readonly ownLinks?: boolean;
}): JSX.Element {
  // Drawn into the page itself, so that it stands in the page's own typeface; the document's table follows.
  let drawn = 0;
  const chart = (one: Chart) =>
    draw(one) === null ? null : <Figure chart={one} id={`drawn-${++drawn}`} table="none" />;
  const scroll = (label: string, table: JSX.Element) => <Scroll label={label}>{table}</Scroll>;
  return (
    <>
      {document.subtitle === null ? null : <p class="govuk-body-l">{document.subtitle}</p>}
      <p class="app-caption">{document.status}</p>
      <DocumentContents document={document} />
      <DocumentBody document={document} chart={chart} scroll={scroll} ownLinks={ownLinks} />
    </>
  );
}
