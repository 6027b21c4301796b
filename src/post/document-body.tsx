/**
 * What stands under a document’s title, as HTML: for a screen of the product and for a page that stands alone.
 *
 * It is longer than 250 lines because every kind of block is one member of a union, and they are read together.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { Chart } from '../reports/chart.js';
import { chartTable } from '../reports/chart-table.js';
import type { Block, Cell, Document, Inline } from '../reports/document.js';
import { paragraphsSaid } from './document-text.js';
import { typographic } from './typographic.js';

export interface BodyProps {
  readonly document: Document;
  /** How a chart is shown; its table follows in any case. */
  readonly chart?: (chart: Chart) => ComponentChildren;
  /** A wide table may scroll in a box of the page's own. */
  readonly scroll?: (label: string, table: JSX.Element) => JSX.Element;
  /** Screens of the product are linked for those who may see them, and never on a public page. */
  readonly ownLinks?: boolean;
}

/** Everything under the title. Headings begin at level 2: the page has its h1. */
export function DocumentBody(props: BodyProps): JSX.Element {
  const { document } = props;
  return (
    <div class="app-document" lang={document.language}>
      {document.blocks.map((b) => (
        <BlockOf b={b} props={props} />
      ))}
      {document.provenance.length === 0 ? null : (
        <div class="app-document__provenance">
          {document.provenance.map((line) => (
            <p class="govuk-body-s">{typographic(line)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where each part begins; nothing for a short document. */
export function DocumentContents({ document }: { readonly document: Document }): JSX.Element | null {
  const parts = document.blocks.filter((b) => b.block === 'heading' && b.level === 2);
  if (parts.length < 3) return null;
  return (
    <nav class="app-document__contents" aria-label="Contents">
      <h2 class="govuk-heading-m">Contents</h2>
      <ol class="govuk-list">
        {parts.map((b) =>
          b.block === 'heading' ? (
            <li>
              <a class="govuk-link" href={`#${b.id}`}>
                {typographic(b.text)}
              </a>
            </li>
          ) : null,
        )}
      </ol>
    </nav>
  );
}

function BlockOf({ b, props }: { readonly b: Block; readonly props: BodyProps }): JSX.Element | null {
  switch (b.block) {
    case 'heading': {
      const Tag = `h${b.level}` as 'h2';
      const look = b.level === 2 ? 'govuk-heading-l' : b.level === 3 ? 'govuk-heading-m' : 'govuk-heading-s';
      return (
        <Tag class={look} id={b.id}>
          {typographic(b.text)}
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Pieces all={b.text} props={props} />
        </p>
      );
    case 'list': {
      const items = b.items.map((item) => (
        <li>
          <Pieces all={item} props={props} />
        </li>
      ));
      return b.ordered ? (
        <ol class="govuk-list govuk-list--number">{items}</ol>
      ) : (
        <ul class="govuk-list govuk-list--bullet">{items}</ul>
      );
    }
    case 'table':
      return <TableOf {...b} props={props} />;
    case 'chart': {
      const { chart } = b;
      const { head, rows } = chartTable(chart);
      const drawn = props.chart?.(chart) ?? null;
      const table = (caption: string) => (
        <TableOf caption={caption} head={head} rows={rows} rowHeads foot={null} props={props} />
      );
      if (drawn === null) return b.tabled ? null : table(chart.title);
      return (
        <section class="app-document__chart" aria-label={chart.title}>
          {drawn}
          {b.tabled ? null : table(`The numbers: ${chart.title}`)}
        </section>
      );
    }
    case 'facts':
      return (
        <dl class="govuk-summary-list">
          {b.rows.map((row) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{typographic(row.label)}</dt>
              <dd class="govuk-summary-list__value">
                <Pieces all={row.value} props={props} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'said':
      return (
        <figure class="app-document__said">
          <blockquote>
            {paragraphsSaid(b.text).map((said) => (
              <p class="govuk-body" dir="auto">
                <Lines text={typographic(said)} />
              </p>
            ))}
          </blockquote>
          <figcaption class="govuk-body-s">
            {b.by}, {b.on}
          </figcaption>
        </figure>
      );
    case 'missing':
      return (
        <p class="govuk-body app-document__missing">
          <strong>Still missing:</strong> {typographic(b.text)}
        </p>
      );
    default:
      return b satisfies never;
  }
}

interface TableProps {
  readonly caption: string;
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly rowHeads: boolean;
  readonly foot: readonly Cell[] | null;
  readonly props: BodyProps;
}

function TableOf({ caption, head, rows, rowHeads, foot, props }: TableProps): JSX.Element {
  const table = (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{typographic(caption)}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((c) =>
            isEmpty(c) ? (
              <td class="govuk-table__header" />
            ) : (
              <th scope="col" class={`govuk-table__header${numeric(c, 'header')}`}>
                <Pieces all={c.text} props={props} />
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <Row cells={row} rowHeads={rowHeads} props={props} />
        ))}
      </tbody>
      {foot === null ? null : (
        <tfoot>
          <Row cells={foot} rowHeads={rowHeads} props={props} />
        </tfoot>
      )}
    </table>
  );
  return head.length > 3 && props.scroll ? props.scroll(caption, table) : table;
}

function Row({
  cells,
  rowHeads,
  props,
}: {
  readonly cells: readonly Cell[];
  readonly rowHeads: boolean;
  readonly props: BodyProps;
}): JSX.Element {
  return (
    <tr class="govuk-table__row">
      {cells.map((c, at) =>
        at === 0 && rowHeads ? (
          <th scope="row" class="govuk-table__header">
            <Pieces all={c.text} props={props} />
          </th>
        ) : (
          <td class={`govuk-table__cell${numeric(c, 'cell')}`}>
            <Pieces all={c.text} props={props} />
          </td>
        ),
      )}
    </tr>
  );
}

function isEmpty(c: Cell): boolean {
  return c.text.every((piece) => piece === '');
}

function numeric(c: Cell, what: 'header' | 'cell'): string {
  return c.number ? ` govuk-table__${what}--numeric` : '';
}

function Pieces({ all, props }: { readonly all: readonly Inline[]; readonly props: BodyProps }): JSX.Element {
  return (
    <>
      {all.map((piece) => {
        if (typeof piece === 'string') return <Lines text={typographic(piece)} />;
        if ('strong' in piece) {
          return (
            <strong>
              <Lines text={typographic(piece.strong)} />
            </strong>
          );
        }
        return leads(piece.href, props.ownLinks ?? false) ? (
          <a class="govuk-link" href={piece.href}>
            {typographic(piece.text)}
          </a>
        ) : (
          typographic(piece.text)
        );
      })}
    </>
  );
}

/** What may be followed: an address on the web, a place in this document, a screen of ours where those are linked. */
function leads(href: string, ownLinks: boolean): boolean {
  if (/^(https?:\/\/|mailto:|#)/.test(href)) return true;
  return ownLinks && /^\/(?![/\\])/.test(href);
}

function Lines({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split('\n').map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

/** A chart as a picture that brings everything with it, so that a saved page still shows it. */
export function PictureOf({ chart, svg }: { readonly chart: Chart; readonly svg: string }): JSX.Element {
  return (
    <figure class="app-document__picture">
      <figcaption class="govuk-heading-s">{typographic(chart.title)}</figcaption>
      <img
        src={`data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`}
        alt={`${chart.title}. ${chart.description}`}
      />
      <p class="govuk-body">{typographic(chart.description)}</p>
    </figure>
  );
}
