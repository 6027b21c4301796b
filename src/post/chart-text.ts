/** Text in a drawing: how wide it is in the product's typeface, where it breaks, and how it is written. */

/** Widths of the signs from space to tilde in hundredths of the size, as Atkinson Hyperlegible Next has them (bold). */
const widths = (
  '31 30 39 77 61 97 73 21 34 34 49 60 27 37 27 44 66 44 58 60 62 61 63 54 62 57 27 27 57 61 57 55 78 68 64 66 69 60 57 ' +
  '72 70 42 56 66 55 86 72 75 63 76 65 61 61 69 64 89 69 65 62 34 44 34 58 40 29 55 60 51 60 56 37 59 57 30 26 56 32 88 ' +
  '57 58 60 60 38 51 38 57 53 74 54 52 51 38 25 38 54'
)
  .split(' ')
  .map(Number);

export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    sum += widths[code - 32] ?? (code < 0x2e80 ? 63 : 100);
  }
  return (sum * size) / 100;
}

/** Lines that fit a width, at most so many; what is cut ends in an ellipsis. The whole text stands in the table. */
export function wrapped(text: string, most: { readonly width: number; readonly lines: number; readonly size: number }) {
  const fits = (line: string) => widthOf(line, most.size) <= most.width;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((one) => broken(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most.lines) return lines;
  const last = [...(lines[most.lines - 1] ?? '')];
  while (last.length > 1 && !fits(`${last.join('')}…`)) last.pop();
  return [...lines.slice(0, most.lines - 1), `${last.join('').trimEnd()}…`];
}

/** A word too long for its line is broken where the line ends. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && !fits(part + sign)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As text or attribute of the drawing; what XML can't hold is left out. */
export function written(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

export interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** A white edge, so that it is read over lines. */
  readonly edge?: boolean;
}

export function text(x: number, y: number, words: string, look: TextLook = {}): string {
  const { anchor = 'start', size, bold = false, colour, edge = false } = look;
  return (
    `<text x="${at(x)}" y="${at(y)}"` +
    (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) +
    (size === undefined ? '' : ` font-size="${size}"`) +
    (bold ? ' font-weight="700"' : '') +
    (colour === undefined ? '' : ` fill="${colour}"`) +
    (edge ? ' stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' : '') +
    `>${written(words)}</text>`
  );
}

/** A place in the drawing, to a tenth: the same bytes on every machine. */
export function at(n: number): string {
  const tenth = Math.round(n * 10) / 10;
  return String(Object.is(tenth, -0) ? 0 : tenth);
}
