/** A document's blocks written as PDF, Word, CSV and text: the same self-assessment as landlords send it. */

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Block, Written } from '../../src/assess/read/shape.js';

type Group = { is: 'text'; block: Exclude<Block, { is: 'row' }> } | { is: 'table'; rows: (readonly string[])[] };

/** Rows that follow each other as one table. */
function grouped(written: Written): Group[] {
  const groups: Group[] = [];
  for (const block of written) {
    if (block.is !== 'row') {
      groups.push({ is: 'text', block });
      continue;
    }
    const last = groups.at(-1);
    if (last?.is === 'table' && last.rows[0]?.length === block.cells.length) last.rows.push(block.cells);
    else groups.push({ is: 'table', rows: [block.cells] });
  }
  return groups;
}

export async function asDocx(written: Written): Promise<Buffer> {
  const children = grouped(written).map((group) =>
    group.is === 'text'
      ? new Paragraph({
          ...(group.block.is === 'heading' ? { heading: HeadingLevel.HEADING_2 } : {}),
          children: [new TextRun(group.block.text)],
        })
      : new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: group.rows.map(
            (cells) =>
              new TableRow({
                children: cells.map(
                  (cell) => new TableCell({ children: cell.split('\n').map((line) => new Paragraph(line)) }),
                ),
              }),
          ),
        }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

export function asCsv(written: Written): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return written.map((block) => (block.is === 'row' ? block.cells.map(cell).join(',') : cell(block.text))).join('\r\n');
}

const template = (ruled: boolean) => `
#set page(margin: 1.8cm, width: 29.7cm, height: 21cm)
#set text(size: 9pt)
#let doc = json(bytes(sys.inputs.doc))
#for group in doc {
  if group.is == "table" {
    let n = group.rows.at(0).len()
    let widths = range(n).map(i => if i == 0 { 3.4em } else if n > 3 and i == 1 { 3fr } else if group.narrow.contains(i) { 6em } else { 2fr })
    table(columns: widths, inset: 4pt, stroke: ${ruled ? '0.5pt' : 'none'}, ..group.rows.flatten().map(c => [#c.split("\\n").map(l => [#l]).join(parbreak())]))
  } else if group.heading { text(size: 12pt, weight: "bold", group.text); parbreak() }
  else { group.text; parbreak() }
}`;

/** A PDF with its tables ruled as Word rules them, or without any lines. */
export function asPdf(written: Written, ruled = true): Buffer {
  const doc = grouped(written).map((group) =>
    group.is === 'table'
      ? {
          is: 'table',
          rows: group.rows,
          narrow: (group.rows[0] ?? []).flatMap((_, at) =>
            group.rows.every((cells) => (cells[at] ?? '').length < 30) ? [at] : [],
          ),
        }
      : { is: 'text', heading: group.block.is === 'heading', text: group.block.text },
  );
  const compiler = NodeCompiler.create({});
  return compiler.pdf({ mainFileContent: template(ruled), inputs: { doc: JSON.stringify(doc) } });
}
