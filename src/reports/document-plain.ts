/** A document as plain text: for a terminal, and to hold a whole report against what it should say. */
import { chartTable } from './chart-table.js';
import type { Block, Cell, Document, Inline } from './document.js';

/** Headings stand under marks, tables with their cells parted by a bar, charts as their table. */
export function plainDocument(document: Document): string {
  return [
    document.landlord,
    `# ${document.title}`,
    ...(document.subtitle === null ? [] : [document.subtitle]),
    document.status,
    ...document.blocks.map(plainBlock),
    ...document.provenance,
  ]
    .join('\n\n')
    .concat('\n');
}

function plainBlock(b: Block): string {
  switch (b.block) {
    case 'heading':
      return `${'#'.repeat(b.level)} ${b.text}`;
    case 'paragraph':
      return plain(b.text);
    case 'list':
      return b.items.map((item, at) => `${b.ordered ? `${at + 1}.` : '-'} ${plain(item)}`).join('\n');
    case 'table':
      return table(b.caption, b.head, [...b.rows, ...(b.foot === null ? [] : [b.foot])]);
    case 'chart': {
      if (b.tabled) return `Chart: ${b.chart.title}. ${b.chart.description}`;
      const { head, rows } = chartTable(b.chart);
      return table(`Chart: ${b.chart.title}. ${b.chart.description}`, head, rows);
    }
    case 'facts':
      return b.rows.map((row) => `${row.label}: ${plain(row.value)}`).join('\n');
    case 'said':
      return `${b.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}\n(${b.by}, ${b.on})`;
    case 'missing':
      return `[STILL MISSING: ${b.text}]`;
    default:
      return b satisfies never;
  }
}

function table(caption: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => cells.map((c) => plain(c.text).replaceAll('\n', '; ')).join(' | ');
  return [`${caption}`, line(head), ...rows.map(line)].join('\n');
}

function plain(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.text))
    .join('');
}
