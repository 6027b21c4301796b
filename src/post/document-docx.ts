/**
 * A document as DOCX, for those who edit or listen in a word processor: real headings, tables with header rows that
 * repeat, charts with their description, the language and the title where readers look for them.
 */
import {
  AlignmentType,
  BorderStyle,
  Document as DocxFile,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { chartTable } from '../reports/chart-table.js';
import type { Block, Document } from '../reports/document.js';
import type { DrawChart } from './document-pdf.js';
import { isRightToLeft, paragraphsSaid } from './document-text.js';
import { a4, captionOf, inline, lines, paragraph, plain, quiet, table, text } from './docx-pieces.js';
import { emptyPicture, steady } from './docx-steady.js';

export interface DocxOptions {
  readonly draw?: DrawChart;
  readonly colour?: string | null;
  readonly draft?: string | null;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The same document twice gives the same bytes. */
export async function documentDocx(document: Document, options: DocxOptions = {}): Promise<Buffer> {
  const draw = options.draw ?? (() => null);
  const colour = /^#[0-9a-f]{6}$/i.test(options.colour ?? '') ? (options.colour ?? '').slice(1) : '23566b';
  const lists = { count: 0 };
  const children: FileChild[] = [
    ...(options.draft ? [paragraph([new TextRun({ text: text(options.draft), bold: true })])] : []),
    paragraph([new TextRun({ text: text(document.landlord), bold: true })]),
    heading(document.title, 1),
    ...(document.subtitle === null ? [] : [plain(document.subtitle)]),
    quiet(document.status),
    ...document.blocks.flatMap((b) => blockParts(b, draw, lists)),
    ...document.provenance.map(quiet),
  ];
  const file = new DocxFile({
    title: text(document.title),
    creator: text(document.landlord),
    description: text(document.status),
    styles: styles(colour, document.language),
    numbering: {
      config: Array.from({ length: lists.count }, (_, at) => ({
        reference: `numbered-${at + 1}`,
        levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }],
      })),
    },
    sections: [{ properties: onA4, children }],
  });
  return steady(await Packer.toBuffer(file));
}

const onA4 = {
  page: {
    size: { width: a4.width, height: a4.height },
    margin: { top: a4.end, bottom: a4.end, left: a4.side, right: a4.side },
  },
} satisfies ISectionOptions['properties'];

function styles(colour: string, language: string) {
  const over = (size: number, before: number) => ({
    run: { font: 'Arial', size, bold: true, color: colour },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: 'Arial', size: 22, language: { value: language } } },
      heading1: over(40, 120),
      heading2: over(30, 360),
      heading3: over(25, 280),
      heading4: over(22, 240),
    },
  };
}

function heading(words: string, level: 1 | 2 | 3 | 4): Paragraph {
  const levels = {
    1: HeadingLevel.HEADING_1,
    2: HeadingLevel.HEADING_2,
    3: HeadingLevel.HEADING_3,
    4: HeadingLevel.HEADING_4,
  };
  return new Paragraph({ heading: levels[level], children: [new TextRun(text(words))] });
}

function blockParts(b: Block, draw: DrawChart, lists: { count: number }): FileChild[] {
  switch (b.block) {
    case 'heading':
      return [heading(b.text, b.level)];
    case 'paragraph':
      return [paragraph(inline(b.text))];
    case 'list': {
      if (b.ordered) lists.count += 1;
      const how = b.ordered
        ? { numbering: { reference: `numbered-${lists.count}`, level: 0 } }
        : { bullet: { level: 0 } };
      return b.items.map((item) => new Paragraph({ children: inline(item), spacing: { after: 80 }, ...how }));
    }
    case 'table':
      return table(b.caption, b.head, b.rows, { rowHeads: b.rowHeads, foot: b.foot });
    case 'chart': {
      const { chart } = b;
      const { head, rows } = chartTable(chart);
      const svg = draw(chart);
      const numbers = { rowHeads: true, foot: null };
      if (svg === null) return b.tabled ? [] : table(chart.title, head, rows, numbers);
      return [
        captionOf(chart.title),
        paragraph([picture(svg, chart.title, chart.description)]),
        plain(chart.description),
        ...(b.tabled ? [] : table(`The numbers: ${chart.title}`, head, rows, numbers)),
      ];
    }
    case 'facts':
      return b.rows.map((row) =>
        paragraph([new TextRun({ text: `${text(row.label)}: `, bold: true }), ...inline(row.value)]),
      );
    case 'said':
      return [
        ...paragraphsSaid(b.text).map((said) => {
          const rightToLeft = isRightToLeft(said);
          return new Paragraph({
            children: lines(text(said), { rightToLeft }),
            indent: { left: 300 },
            border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: 'B1B4B6' } },
            spacing: { after: 100 },
            ...(rightToLeft ? { bidirectional: true } : {}),
          });
        }),
        quiet(`${b.by}, ${b.on}`),
      ];
    case 'missing':
      return [paragraph([new TextRun({ text: 'Still missing: ', bold: true }), ...lines(text(b.text))])];
    default:
      return b satisfies never;
  }
}

function picture(svg: string, title: string, description: string): ImageRun {
  const [width, height] = sizeOf(svg);
  const shown = 600;
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg, 'utf8'),
    transformation: { width: shown, height: Math.round((shown * height) / width) },
    fallback: { type: 'png', data: emptyPicture },
    altText: { name: text(title), title: text(title), description: text(description) },
  });
}

function sizeOf(svg: string): readonly [number, number] {
  const box = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg);
  const [width, height] = [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)];
  return width > 0 && height > 0 ? [width, height] : [2, 1];
}
