/**
 * A page of a PDF as blocks. A PDF knows no tables: it holds pieces of text, each at its place. Where lines are ruled,
 * they tell rows and columns; where none are, the head of a table tells its columns and what follows is laid below it.
 */
import { headerOf } from '../assess/read/header.js';
import { plain } from '../assess/read/plain.js';
import { numberIn } from '../assess/read/records.js';
import type { Block } from '../assess/read/shape.js';
import type { Ruled } from './pdf-lines.js';

export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
}

/** Joins pieces of a line: a gap of a third of their height is a space. */
function words(pieces: readonly Piece[]): string {
  let text = '';
  let end: number | null = null;
  for (const piece of pieces) {
    if (end !== null && piece.x - end > piece.height * 0.18 && !/\s$/.test(text) && !/^\s/.test(piece.text))
      text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: { y: number; height: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - piece.y) < Math.max(2, Math.min(last.height, piece.height) * 0.5)) {
      last.pieces.push(piece);
      last.height = Math.max(last.height, piece.height);
    } else lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return lines.map((line) => ({ ...line, pieces: line.pieces.sort((a, b) => a.x - b.x) }));
}

/** A cell's lines as its text: a new paragraph or item begins a line, the rest runs on. */
function cellText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces);
  let text = '';
  lines.forEach((line, at) => {
    const own = words(line.pieces);
    if (own === '') return;
    const before = lines[at - 1];
    const apart = before !== undefined && before.y - line.y > line.height * 1.75;
    text += text === '' ? own : apart || /^[•●▪◦o]\s|^[-–]\s|^[a-z]\)\s/.test(own) ? `\n${own}` : ` ${own}`;
  });
  return plain(text);
}

/** The bands between ruled lines that hold at least two columns. */
function bandsOf({ across, down }: Ruled): Band[] {
  const levels: { y: number; from: number; to: number }[] = [];
  for (const line of [...across].sort((a, b) => b.y - a.y)) {
    const last = levels.at(-1);
    if (last !== undefined && last.y - line.y < 2.5) {
      last.from = Math.min(last.from, line.from);
      last.to = Math.max(last.to, line.to);
    } else levels.push({ ...line });
  }
  const bands: Band[] = [];
  levels.forEach((top, at) => {
    const bottom = levels[at + 1];
    if (bottom === undefined) return;
    const overlap = Math.min(top.to, bottom.to) - Math.max(top.from, bottom.from);
    const [narrow, wide] = [
      Math.min(top.to - top.from, bottom.to - bottom.from),
      Math.max(top.to - top.from, bottom.to - bottom.from),
    ];
    if (overlap < narrow * 0.6 || narrow < wide * 0.15) return;
    const middle = (top.y + bottom.y) / 2;
    const columns: number[] = [];
    for (const { x } of down.filter((one) => one.from - 1 <= middle && one.to + 1 >= middle).sort((a, b) => a.x - b.x))
      if (columns.length === 0 || x - (columns.at(-1) ?? 0) > 4) columns.push(x);
    if (columns.length >= 3) bands.push({ top: top.y, bottom: bottom.y, columns });
  });
  return bands;
}

function rowsOf(band: Band, pieces: readonly Piece[]): { cells: string[]; taken: Piece[] } {
  const taken = pieces.filter(({ x, y, width, height }) => {
    const middle = y + height * 0.3;
    const left = band.columns[0] ?? 0;
    return middle < band.top && middle > band.bottom && x + width / 2 > left && x < (band.columns.at(-1) ?? 0);
  });
  const cells = band.columns.slice(0, -1).map((left, at) => {
    const right = band.columns[at + 1] ?? left;
    return cellText(taken.filter(({ x }) => x + 1.5 >= left && x + 1.5 < right));
  });
  return { cells, taken };
}

type Found = {
  readonly y: number;
  readonly block:
    | Omit<Extract<Block, { is: 'row' }>, 'place'>
    | { readonly is: 'heading' | 'paragraph'; readonly text: string };
};

/** The columns under which rows go on where no lines are ruled: from the page before, too. */
export interface Unruled {
  columns: readonly number[] | null;
}

/** Reads one page. */
export function pageBlocks(pieces: readonly Piece[], ruled: Ruled, page: number, unruled: Unruled): Block[] {
  const found: Found[] = [];
  let left = pieces.filter(({ text }) => text.trim() !== '');
  for (const band of bandsOf(ruled)) {
    const { cells, taken } = rowsOf(band, left);
    if (taken.length === 0) continue;
    const gone = new Set(taken);
    left = left.filter((piece) => !gone.has(piece));
    found.push({ y: band.top, block: { is: 'row', cells } });
  }
  if (found.length > 0) unruled.columns = null;
  found.push(...looseBlocks(left, unruled));
  return found
    .sort((a, b) => b.y - a.y)
    .map(
      ({ block }, at) =>
        ({ ...block, place: { page, line: at + 1, unit: block.is === 'row' ? 'row' : 'paragraph' } }) as Block,
    );
}

/** Pieces parted where the gap between them is wider than words have. */
function spread(line: Line): { x: number; end: number; text: string }[] {
  const groups: Piece[][] = [];
  for (const piece of line.pieces) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && piece.x - (last.x + last.width) < line.height * 1.2) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => {
    const last = group.at(-1);
    return { x: group[0]?.x ?? 0, end: (last?.x ?? 0) + (last?.width ?? 0), text: words(group) };
  });
}

function looseBlocks(pieces: readonly Piece[], unruled: Unruled): Found[] {
  const lines = linesOf(pieces);
  const usual = [...lines].map(({ height }) => height).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  const found: Found[] = [];
  let row: { y: number; last: number; answering: boolean; cells: Piece[][] } | null = null;
  const endRow = () => {
    if (row !== null) found.push({ y: row.y, block: { is: 'row', cells: row.cells.map(cellText), loose: true } });
    row = null;
  };
  let before: Line | null = null;
  let open: { y: number; text: string } | null = null;
  const endParagraph = () => {
    if (open !== null && plain(open.text) !== '')
      found.push({ y: open.y, block: { is: 'paragraph', text: plain(open.text) } });
    open = null;
  };
  for (const line of lines) {
    const groups = spread(line);
    const header = groups.length > 2 ? headerOf(groups.map(({ text }) => text)) : null;
    if (header !== null) {
      endRow();
      endParagraph();
      unruled.columns = groups.map(({ x }) => x);
      found.push({ y: line.y, block: { is: 'row', cells: groups.map(({ text }) => text) } });
    } else if (unruled.columns !== null && belongs(line, unruled.columns, row !== null)) {
      endParagraph();
      const columns = unruled.columns;
      const cells = columns.map((left, at) =>
        line.pieces.filter(({ x }) => x >= left - 4 && x < (columns[at + 1] ?? Number.POSITIVE_INFINITY) - 4),
      );
      const first = words(cells[0] ?? []);
      const apart: boolean = row !== null && row.last - line.y > line.height * 1.9;
      const answers = cells.slice(2).some((one) => one.length > 0);
      // Where no numbers part the rows, an answer that comes after lines without one begins the next.
      const again: boolean = row !== null && answers && !row.answering && words(row.cells[0] ?? []) === '';
      if (row === null || numberIn(first) !== null || apart || again) {
        endRow();
        row = { y: line.y, last: line.y, answering: answers, cells: cells.map((one) => [...one]) };
      } else {
        const current: { last: number; answering: boolean; cells: Piece[][] } = row;
        current.last = line.y;
        current.answering = answers;
        for (const [at, one] of cells.entries()) current.cells[at]?.push(...one);
      }
    } else {
      endRow();
      if (runsAcross(groups, unruled.columns)) unruled.columns = null;
      const text = words(line.pieces);
      const heading = line.height > usual * 1.12 && text.length < 150;
      const goesOn: boolean =
        open !== null &&
        before !== null &&
        !heading &&
        before.y - line.y < line.height * 1.75 &&
        Math.abs(before.height - line.height) < 1 &&
        !/^(?:[•●▪◦]|[-–]\s|\d+\.\s)/.test(text);
      if (goesOn && open !== null) open = { y: open.y, text: `${open.text} ${text}` };
      else {
        endParagraph();
        if (heading) found.push({ y: line.y, block: { is: 'heading', text: plain(text) } });
        else open = { y: line.y, text };
      }
    }
    before = line;
  }
  endRow();
  endParagraph();
  return found;
}

/** Whether a line's words run from the first column over the second: the table has ended. */
function runsAcross(groups: readonly { x: number; end: number }[], columns: readonly number[] | null): boolean {
  const [group] = groups;
  const [first = 0, second = 0] = columns ?? [];
  return columns !== null && group !== undefined && Math.abs(group.x - first) < 6 && group.end > second + 40;
}

/** Whether a line goes on with a table that no lines rule: it begins at one of its columns and holds no running text. */
function belongs(line: Line, columns: readonly number[], inRow: boolean): boolean {
  const groups = spread(line);
  const x = groups[0]?.x ?? 0;
  const [first = 0, second = 0] = columns;
  if (!columns.some((left) => Math.abs(left - x) < 6)) return false;
  if (runsAcross(groups, columns)) return false;
  if (groups.length > 1 || numberIn(words(line.pieces)) !== null) return true;
  return inRow && (Math.abs(x - first) > 6 || (line.pieces.at(-1)?.x ?? 0) < second);
}
