/** A document as a page that stands alone: sent, saved, or put on a website as it is. */
import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Chart } from '../reports/chart.js';
import type { Document } from '../reports/document.js';
import { DocumentBody, DocumentContents, PictureOf } from './document-body.js';
import type { DrawChart } from './document-pdf.js';
import { typographic } from './typographic.js';

export interface HtmlOptions {
  readonly draw?: DrawChart;
  readonly colour?: string | null;
  readonly draft?: string | null;
}

/** A whole page that needs nothing beside itself: no script, no font from elsewhere. */
export function documentHtml(document: Document, options: HtmlOptions = {}): string {
  const draw = options.draw ?? (() => null);
  const chart = (one: Chart) => {
    const svg = draw(one);
    return svg === null ? null : <PictureOf chart={one} svg={svg} />;
  };
  const page = (
    <html lang={document.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${typographic(document.title)} – ${document.landlord}`}</title>
        <style>{style(options.colour ?? null)}</style>
      </head>
      <body>
        <main>
          {options.draft ? <p class="draft">{options.draft}</p> : null}
          <p class="landlord">{document.landlord}</p>
          <h1>{typographic(document.title)}</h1>
          {document.subtitle === null ? null : <p class="subtitle">{typographic(document.subtitle)}</p>}
          <p class="status">{typographic(document.status)}</p>
          <DocumentContents document={document} />
          <DocumentBody document={document} chart={chart} scroll={scrolled} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

function scrolled(label: string, table: JSX.Element): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section class="scroll" tabIndex={0} aria-label={label}>
      {table}
    </section>
  );
}

/** The colour goes into a stylesheet, so it is held to its form. */
function style(given: string | null): string {
  const colour = /^#[0-9a-f]{6}$/i.test(given ?? '') ? given : '#23566b';
  return [
    'body{font:1.125rem/1.5 "Atkinson Hyperlegible Next",Verdana,Arial,sans-serif;color:#0b0c0c;background:#fff;max-width:48em;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}',
    `.landlord{font-weight:bold}h1,h2{color:${colour};line-height:1.2}h2{margin-top:2em}`,
    '.draft,.app-document__missing{border:2px dashed #9b1c1c;padding:.6em}.status,.app-document__provenance{color:#484949}',
    'table{border-collapse:collapse;width:100%;margin:0 0 1.5em}caption{text-align:left;font-weight:bold;margin-bottom:.4em}',
    'th,td{text-align:left;vertical-align:top;padding:.35em .6em .35em 0;border-bottom:1px solid #b1b4b6}',
    '[class$=numeric]{text-align:right}tfoot{font-weight:bold}.scroll{overflow-x:auto}img{max-width:100%;height:auto}figure{margin:0 0 1.5em}',
    `blockquote{margin:0;padding-left:1em;border-left:4px solid ${colour}}dt{font-weight:bold}dd{margin:0 0 .6em}`,
    '@media print{body{max-width:none;margin:0}thead{display:table-header-group}tr,figure{break-inside:avoid}h2,h3,h4{break-after:avoid}}',
  ].join('');
}
