/** A text file's bytes as text, and a CSV as blocks: quotes, commas, semicolons or tabs, cells of several lines. */
import { plain } from '../assess/read/plain.js';
import type { Block, Written } from '../assess/read/shape.js';

/** Text by its mark, as UTF-8, or as the Windows-1252 of older Office programs; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const mostRows = 50_000;
const mostCells = 60;

/** The character that parts cells: the one that most lines have, counted outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** The rows of a CSV. A quote that is never closed ends with its file, and no more than a quote is lost. */
export function csvRows(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const push = () => {
    if (row.length < mostCells) row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length < mostRows; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) push();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      push();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) {
    push();
    rows.push(row);
  }
  return rows;
}

/** A CSV as blocks: a row with words in its first cell alone is a line of text between tables. */
export function fromCsv(text: string): Written {
  const blocks: Block[] = [];
  csvRows(text).forEach((cells, at) => {
    const place = { page: null, line: at + 1, unit: 'row' } as const;
    const words = cells.map(plain);
    const [first, ...rest] = words;
    if (words.every((cell) => cell === '')) return;
    if (first !== undefined && first !== '' && !/^\d$/.test(first) && rest.every((cell) => cell === ''))
      blocks.push({ is: 'paragraph', text: first.replace(/^#+\s*/, ''), place });
    else blocks.push({ is: 'row', cells: words, place });
  });
  return blocks;
}
