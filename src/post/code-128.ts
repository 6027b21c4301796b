/**
 * Code 128, the barcode of the references on our letters: drawn as bars, and read again from a scanned page. It carries its
 * own check, so that a reference is read rightly or not at all.
 */

/** The widths of bars and gaps of each symbol, by its value; 103 to 105 begin, 106 ends. */
const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');
const valueByWidths = new Map(symbols.map((widths, value) => [widths, value]));

const startB = 104;
const stop = 106;

/** Whether a text can be drawn: the plain characters of a keyboard. */
export function canBeDrawn(text: string): boolean {
  return /^[\x20-\x7e]{1,40}$/.test(text);
}

export interface Bars {
  /** In modules, the quiet edges left out. */
  readonly width: number;
  readonly bars: readonly { readonly at: number; readonly width: number }[];
}

/** The bars of a text. */
export function code128(text: string): Bars {
  if (!canBeDrawn(text)) throw new Error('a barcode holds the plain characters of a keyboard');
  const values = [...text].map((character) => (character.codePointAt(0) ?? 32) - 32);
  const check = values.reduce((sum, value, n) => sum + value * (n + 1), startB) % 103;
  const bars: { at: number; width: number }[] = [];
  let at = 0;
  for (const value of [startB, ...values, check, stop]) {
    for (const [n, digit] of [...(symbols[value] ?? '')].entries()) {
      const width = Number(digit);
      if (n % 2 === 0) bars.push({ at, width });
      at += width;
    }
  }
  return { width: at, bars };
}

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** One byte for each dot, 0 black. */
  readonly data: Uint8Array;
}

/** Every barcode on a page, whichever way up or round it lies: lines across it are read both ways. */
export function readCode128(page: Grey): readonly string[] {
  const found = new Set<string>();
  const { width, height, data } = page;
  const lines = (count: number, length: number, dot: (line: number, n: number) => number): void => {
    const step = Math.max(1, Math.floor(count / 400));
    for (let line = 0; line < count; line += step) {
      const runs = runsOf(length, (n) => dot(line, n));
      for (const text of [...readRuns(runs), ...readRuns([...runs].reverse())]) found.add(text);
    }
  };
  lines(height, width, (y, x) => data[y * width + x] ?? 255);
  lines(width, height, (x, y) => data[y * width + x] ?? 255);
  return [...found];
}

/** The lengths of dark and light along a line, a light one first, and a light one last. */
function runsOf(length: number, dot: (n: number) => number): number[] {
  const runs: number[] = [];
  let dark = false;
  let run = 0;
  for (let n = 0; n < length; n++) {
    const is = dot(n) < 128;
    if (is === dark) run += 1;
    else {
      runs.push(run);
      dark = is;
      run = 1;
    }
  }
  runs.push(run);
  if (runs.length % 2 === 0) runs.push(0);
  return runs;
}

function readRuns(runs: readonly number[]): string[] {
  const found: string[] = [];
  // Dark runs stand at odd places.
  for (let at = 1; at + 19 < runs.length; at += 2) {
    if (valueAt(runs, at) !== startB) continue;
    const text = readFrom(runs, at + 6);
    if (text !== null) found.push(text);
  }
  return found;
}

function readFrom(runs: readonly number[], from: number): string | null {
  const values: number[] = [];
  for (let at = from; at + 6 < runs.length && values.length <= 42; at += 6) {
    const value = valueAt(runs, at);
    if (value === null) return null;
    if (value !== stop) {
      values.push(value);
      continue;
    }
    const check = values.pop();
    const sum = values.reduce((all, one, n) => all + one * (n + 1), startB) % 103;
    if (check !== sum || values.length === 0 || values.some((one) => one > 94)) return null;
    return values.map((one) => String.fromCodePoint(one + 32)).join('');
  }
  return null;
}

/** What stands before the last bar of the end. */
const closing = '233111';

/** The symbol whose six runs stand here; the end has a seventh, which is not needed to know it. */
function valueAt(runs: readonly number[], at: number): number | null {
  const six = runs.slice(at, at + 6);
  const sum = six.reduce((all, one) => all + one, 0);
  if (six.length < 6 || sum < 11) return null;
  const widths = six.map((run) => Math.round((run * 11) / sum)).join('');
  return widths === closing ? stop : (valueByWidths.get(widths) ?? null);
}
