/** The pieces of which a DOCX is made here: paragraphs, what stands in them, tables. */
import {
  AlignmentType,
  ExternalHyperlink,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Cell, Inline } from '../reports/document.js';
import { roomOf } from './document-text.js';
import { printable } from './typesetter.js';
import { typographic } from './typographic.js';

/** Of an A4 page, in twentieths of a point. */
export const a4 = { width: 11_906, height: 16_838, side: 1_247, end: 1_134 } as const;
const textWidth = a4.width - 2 * a4.side;

export function text(words: string): string {
  return typographic(printable(words));
}

export function paragraph(
  children: readonly ParagraphChild[],
  more: { readonly rightToLeft?: boolean } = {},
): Paragraph {
  return new Paragraph({
    children,
    spacing: { after: 140 },
    ...(more.rightToLeft ? { bidirectional: true } : {}),
  });
}

export function plain(words: string): Paragraph {
  return paragraph(lines(text(words)));
}

export function quiet(words: string): Paragraph {
  return paragraph([new TextRun({ text: text(words), size: 18, color: '505a5f' })]);
}

/** A single break that somebody typed stays one. */
export function lines(
  words: string,
  look: { readonly bold?: boolean; readonly rightToLeft?: boolean } = {},
): TextRun[] {
  return words.split('\n').map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }));
}

export function inline(pieces: readonly Inline[], bold = false): ParagraphChild[] {
  return pieces.flatMap((piece): ParagraphChild[] => {
    if (typeof piece === 'string') return lines(text(piece), { bold });
    if ('strong' in piece) return lines(text(piece.strong), { bold: true });
    if (!/^(https?:\/\/|mailto:)/.test(piece.href)) return lines(text(piece.text), { bold });
    return [
      new ExternalHyperlink({
        link: printable(piece.href),
        children: [new TextRun({ text: text(piece.text), style: 'Hyperlink', bold })],
      }),
    ];
  });
}

export function captionOf(words: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: text(words), bold: true })],
    spacing: { before: 200, after: 80 },
    keepNext: true,
  });
}

export function table(
  caption: string,
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  more: { readonly rowHeads: boolean; readonly foot: readonly Cell[] | null },
): FileChild[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length), more.foot?.length ?? 0);
  const widths = widthsOf(count, head, rows);
  const row = (cells: readonly Cell[], tableHeader: boolean, bold: (at: number) => boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: widths.map((width, at) => {
        const c = cells[at] ?? { text: [''] };
        return new TableCell({
          width: { size: width, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: [
            new Paragraph({
              children: inline(c.text, bold(at)),
              ...(c.number ? { alignment: AlignmentType.RIGHT } : {}),
            }),
          ],
        });
      }),
    });
  return [
    captionOf(caption),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(head, true, () => true),
        ...rows.map((cells) => row(cells, false, (at) => at === 0 && more.rowHeads)),
        ...(more.foot === null ? [] : [row(more.foot, false, () => true)]),
      ],
    }),
    new Paragraph({ children: [], spacing: { after: 120 } }),
  ];
}

/** By how much each column says. */
function widthsOf(count: number, head: readonly Cell[], rows: readonly (readonly Cell[])[]): number[] {
  const room = roomOf(count, head, rows);
  const all = room.reduce((sum, one) => sum + one, 0);
  return room.map((one) => Math.floor((textWidth * one) / all));
}
