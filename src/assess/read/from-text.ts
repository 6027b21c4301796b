/** Plain text and Markdown as blocks: a line with tabs (or bars) is a row of a table, `#` begins a heading, the rest are paragraphs. */
import { isRuler, plain } from './plain.js';
import type { Block, Place, Written } from './shape.js';

/** The most that is looked at; a form of 72 rows with much evidence has a tenth of it. */
export const mostCharacters = 4_000_000;
const mostCells = 40;

/** Cuts a line into its cells; null when it is no row of a table. */
function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) return line.split('\t').slice(0, mostCells);
  const bars = line.trim();
  if (/^\|.*\|$/.test(bars) && bars.length > 2) return bars.slice(1, -1).split('|').slice(0, mostCells);
  return null;
}

/** Reads a text as it lies in a file. */
export function fromText(text: string): Written {
  const blocks: Block[] = [];
  let page: number | null = text.includes('\f') ? 1 : null;
  let line = 0;
  for (const raw of text.slice(0, mostCharacters).split(/\r\n|\n|\r/)) {
    line += 1;
    const pieces = raw.split('\f');
    pieces.forEach((piece, at) => {
      if (at > 0 && page !== null) page += 1;
      const block = blockOf(piece, { page, line, unit: 'line' });
      if (block !== null) blocks.push(block);
    });
  }
  return blocks;
}

function blockOf(raw: string, place: Place): Block | null {
  const cells = cellsOf(raw);
  if (cells !== null) {
    if (isRuler(cells) || cells.every((cell) => cell.trim() === '')) return null;
    return { is: 'row', cells: cells.map(plain), place };
  }
  const heading = /^\s{0,3}(#{1,6})\s+(\S.*)$/.exec(raw);
  const words = plain(heading?.[2] ?? raw.replace(/^\s*[-*]\s+/, '').replace(/^\\\*/, '*'));
  if (words === '' || isRuler([words])) return null;
  return { is: heading ? 'heading' : 'paragraph', text: words, place };
}
