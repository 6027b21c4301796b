/** A document as PDF/UA-1: tagged, titled, with its language, its charts described and their tables beside them. */
import type { Chart } from '../reports/chart.js';
import { chartTable } from '../reports/chart-table.js';
import type { Block, Cell, Document, Inline } from '../reports/document.js';
import { documentTemplate } from './document-template.js';
import { isRightToLeft, looseWords, paragraphsSaid, roomOf } from './document-text.js';
import { printable, type Typeset, typeset } from './typesetter.js';
import { typographic } from './typographic.js';

/** Draws a chart as an SVG, or gives null where only its table is wanted. */
export type DrawChart = (chart: Chart) => string | null;

export interface PdfOptions {
  readonly draw?: DrawChart;
  /** Six hex digits after #. */
  readonly colour?: string | null;
  /** Said in a box at the top of every draft: 'Draft: not approved'. */
  readonly draft?: string | null;
}

const plainBrand = '#23566b';

/** The same document twice gives the same bytes. */
export function documentPdf(document: Document, options: PdfOptions = {}): Typeset {
  const draw = options.draw ?? (() => null);
  const headings = document.blocks.filter((b) => b.block === 'heading' && b.level === 2);
  const [lang = 'en', region = ''] = document.language.split('-');
  return typeset(documentTemplate, 'document', {
    title: text(document.title),
    subtitle: text(document.subtitle ?? ''),
    landlord: text(document.landlord),
    foot: text(`${document.landlord}: ${document.title}`),
    status: text(document.status),
    lang: /^[a-z]{2,3}$/.test(lang) ? lang : 'en',
    region: /^[A-Z]{2}$/.test(region) ? region : '',
    colour: /^#[0-9a-f]{6}$/i.test(options.colour ?? '') ? options.colour : plainBrand,
    draft: (options.draft ?? null) !== null,
    'draft-words': text(options.draft ?? ''),
    contents: headings.length >= 3,
    blocks: document.blocks.flatMap((b) => blockData(b, draw)),
    provenance: document.provenance.map(text),
  });
}

function text(words: string): string {
  return looseWords(typographic(printable(words)));
}

/** A link leads somewhere from paper only when it is an address on the web. */
function inline(pieces: readonly Inline[]): unknown[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return text(piece);
    if ('strong' in piece) return { strong: text(piece.strong) };
    return /^(https?:\/\/|mailto:)/.test(piece.href) && piece.text.trim() !== ''
      ? { href: printable(piece.href), text: text(piece.text) }
      : text(piece.text);
  });
}

function cell(c: Cell): unknown {
  return { number: c.number ?? false, text: inline(c.text) };
}

function blockData(b: Block, draw: DrawChart): unknown[] {
  switch (b.block) {
    case 'heading':
      return [{ ...b, text: text(b.text) }];
    case 'paragraph':
      return [{ block: b.block, text: inline(b.text) }];
    case 'list':
      return [{ block: b.block, ordered: b.ordered, items: b.items.map(inline) }];
    case 'table':
      return [table(b.caption, b.head, b.rows, { rowHeads: b.rowHeads, foot: b.foot })];
    case 'chart': {
      const { chart } = b;
      const { head, rows } = chartTable(chart);
      const numbers = table(chart.title, head, rows, { rowHeads: true, foot: null });
      const svg = draw(chart);
      if (svg === null) return b.tabled ? [] : [numbers];
      return [
        { block: 'chart', caption: text(chart.title), alt: text(`${chart.title}. ${chart.description}`), svg },
        { block: 'paragraph', text: [text(chart.description)] },
        ...(b.tabled ? [] : [table(`The numbers: ${chart.title}`, head, rows, { rowHeads: true, foot: null })]),
      ];
    }
    case 'facts':
      return [{ block: b.block, rows: b.rows.map((r) => ({ label: text(r.label), value: inline(r.value) })) }];
    case 'said':
      return [
        {
          block: b.block,
          paragraphs: paragraphsSaid(b.text).map((p) => ({ text: text(p), rtl: isRightToLeft(p) })),
          by: text(`${b.by}, ${b.on}`),
        },
      ];
    case 'missing':
      return [{ block: b.block, text: text(b.text) }];
    default:
      return b satisfies never;
  }
}

function table(
  caption: string,
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  more: { readonly rowHeads: boolean; readonly foot: readonly Cell[] | null },
): unknown {
  const width = Math.max(head.length, ...rows.map((row) => row.length), more.foot?.length ?? 0);
  const whole = (row: readonly Cell[]) => Array.from({ length: width }, (_, i) => cell(row[i] ?? { text: [''] }));
  const numbers = (i: number) => rows.length > 0 && rows.every((row) => row[i]?.number === true);
  return {
    block: 'table',
    caption: text(caption),
    // Numbers take what they need; words share the rest by how much they say.
    columns: roomOf(width, head, rows).map((room, i) => (i > 0 && numbers(i) && width <= 8 ? 0 : room)),
    size: width > 8 ? 8 : width > 5 ? 9 : 10,
    head: whole(head),
    rows: rows.map(whole),
    rowHeads: more.rowHeads,
    foot: more.foot === null ? [] : whole(more.foot),
  };
}
