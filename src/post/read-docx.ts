/** A Word document as blocks: its headings, paragraphs and the rows of its tables, in their order. Nothing in it is run. */
import mammoth from 'mammoth';
import { plain } from '../assess/read/plain.js';
import type { Block, Written } from '../assess/read/shape.js';

/** Reads a document whose archive has been checked. */
export async function fromDocx(bytes: Buffer): Promise<Written> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      styleMap: ["p[style-name='Title'] => h1:fresh"],
    },
  );
  return fromHtml(value);
}

interface Cell {
  html: string;
  readonly down: number;
}

/** mammoth's own plain HTML as blocks; tables inside a cell become part of its words. */
export function fromHtml(html: string): Written {
  const blocks: Block[] = [];
  let paragraph = 0;
  let rows = 0;
  let depth = 0;
  let cells: Cell[] = [];
  let row: Cell[] | null = null;
  let words = '';
  /** First cells that reach over further rows: a provision for several actions. */
  let carried: { text: string; left: number } | null = null;
  const flush = (heading: boolean) => {
    const text = plain(words);
    words = '';
    if (text === '') return;
    paragraph += 1;
    blocks.push({
      is: heading ? 'heading' : 'paragraph',
      text,
      place: { page: null, line: paragraph, unit: 'paragraph' },
    });
  };
  const endRow = () => {
    if (row === null) return;
    const texts = row.map((cell) => plain(cell.html));
    const [first] = row;
    if (carried !== null && carried.left > 0) {
      texts.unshift(carried.text);
      carried.left -= 1;
    } else if (first !== undefined && first.down > 1) carried = { text: texts[0] ?? '', left: first.down - 1 };
    rows += 1;
    if (texts.some((text) => text !== ''))
      blocks.push({ is: 'row', cells: texts, place: { page: null, line: rows, unit: 'row' } });
    row = null;
  };
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)([a-z0-9]+)/i.exec(token);
    const name = (tag?.[2] ?? '').toLowerCase();
    const closing = tag?.[1] === '/';
    if (name === 'table') {
      depth += closing ? -1 : 1;
      if (depth === (closing ? 0 : 1)) {
        flush(false);
        carried = null;
      }
    } else if (name === 'tr' && depth === 1) {
      if (closing) endRow();
      else row = [];
    } else if ((name === 'td' || name === 'th') && depth === 1 && row !== null) {
      if (closing) {
        row.push(...cells);
        cells = [];
      } else {
        const over = Number(/colspan="(\d{1,2})"/.exec(token)?.[1] ?? 1);
        const down = Number(/rowspan="(\d{1,3})"/.exec(token)?.[1] ?? 1);
        cells = [{ html: '', down }, ...Array.from({ length: Math.max(0, over - 1) }, () => ({ html: '', down: 1 }))];
      }
    } else {
      const text = name === 'input' ? (/checked/i.test(token) ? '☒ ' : '☐ ') : token;
      const [open] = cells;
      if (depth > 0) {
        if (open !== undefined) open.html += text;
      } else if (closing && /^(?:p|li|h[1-6])$/.test(name)) flush(name.startsWith('h'));
      else words += text;
    }
  }
  flush(false);
  return blocks;
}
