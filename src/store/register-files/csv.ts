/** Rows of a text file with separators: cells in quotation marks may hold separators and new lines. */
import { Stop } from '../stop.js';

export interface RawRow {
  /** The line of the file on which the row begins, or the row of the sheet; from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Places of cells that hold a formula whose value the file does not keep. */
  readonly uncounted?: readonly number[];
}

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

const longestRow = 1_000_000;
const mostCells = 2_000;

interface Found {
  readonly cells: string[];
  readonly next: number;
  /** New lines passed. */
  readonly lines: number;
}

/** The rows of a text that arrives in pieces, a list for each piece. */
export async function* rowsOfText(
  pieces: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<readonly RawRow[]> {
  let text = '';
  let line = 1;
  for await (const piece of pieces) {
    text = text === '' ? piece : text + piece;
    const { rows, at, lines } = parse(text, separator, line, false);
    text = text.slice(at);
    line += lines;
    if (text.length > longestRow) throw tooLong(line);
    if (rows.length > 0) yield rows;
  }
  const { rows } = parse(text, separator, line, true);
  if (rows.length > 0) yield rows;
}

function parse(text: string, separator: Separator, from: number, final: boolean) {
  const rows: RawRow[] = [];
  let at = 0;
  let lines = 0;
  while (at < text.length) {
    const found = oneRow(text, at, separator, final, from + lines);
    if (found === null) break;
    rows.push({ line: from + lines, cells: found.cells });
    at = found.next;
    lines += found.lines;
  }
  return { rows, at, lines };
}

/** The row that begins there; null while its end has not arrived. */
function oneRow(text: string, from: number, separator: Separator, final: boolean, line: number): Found | null {
  const cells: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    if (cells.length >= mostCells)
      throw new Stop(`Line ${line} has more than ${mostCells} cells: that is no register.`);
    if (text[at] === '"') {
      const cell = quotedCell(text, at, final, line);
      if (cell === null) return null;
      let end = cell.next;
      // Something after the closing mark belongs to the cell all the same.
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
      cells.push(end === cell.next ? cell.text : cell.text + text.slice(cell.next, end));
      lines += cell.lines;
      at = end;
    } else {
      const end = endOfCell(text, at, separator);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return final ? { cells, next: at, lines } : null;
    const mark = text[at];
    if (mark === separator) {
      at += 1;
      if (at >= text.length && !final) return null;
      continue;
    }
    // The other half of \r\n may still be on its way.
    if (mark === '\r' && at + 1 >= text.length && !final) return null;
    const next = mark === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
    return { cells, next, lines: lines + 1 };
  }
}

function endOfCell(text: string, from: number, separator: Separator): number {
  const mark = separator.charCodeAt(0);
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === mark || code === 10 || code === 13) return i;
  }
  return text.length;
}

function quotedCell(text: string, from: number, final: boolean, line: number) {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1 || (end + 1 >= text.length && !final)) {
      if (final) throw new Stop(`A quotation mark opens on line ${line} and never closes: close it, or take it out.`);
      if (text.length - from > longestRow) throw tooLong(line);
      return null;
    }
    if (text[end + 1] === '"') {
      cell += text.slice(at, end + 1);
      at = end + 2;
      continue;
    }
    cell += text.slice(at, end);
    return { text: cell, next: end + 1, lines: newLines(text, from, end) };
  }
}

function newLines(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) n += 1;
  return n;
}

function tooLong(line: number): Stop {
  return new Stop(
    `The row on line ${line} does not end: a quotation mark there may never close, or this is no register.`,
  );
}

/** The separator by which the first rows fall into the most, and the most even, cells. */
export function separatorOf(start: string): Separator {
  let best: { separator: Separator; cells: number } = { separator: ',', cells: 0 };
  for (const separator of separators) {
    const counts = countCells(start, separator);
    const cells = counts.filter((n) => n > 1).reduce((sum, n) => sum + n, 0);
    if (cells > best.cells) best = { separator, cells };
  }
  return best.separator;
}

function countCells(start: string, separator: Separator): number[] {
  const counts: number[] = [];
  try {
    let at = 0;
    while (at < start.length && counts.length < 40) {
      const found = oneRow(start, at, separator, false, 1);
      if (found === null) break;
      counts.push(found.cells.length);
      at = found.next;
    }
    if (counts.length === 0) counts.push(start.split(separator).length);
  } catch {
    return [];
  }
  return counts;
}
