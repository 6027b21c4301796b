/**
 * What all charts are drawn on: one width, one set of inks, a scale with round numbers, and the frame that names the
 * drawing for those who can't see it. Inks keep 3 to 1 against white; each has a pattern of its own, so that nothing is
 * told by colour alone. The drawing holds no style sheet and no style attribute: pages refuse them and Typst reads none.
 */
import { at, text, widthOf, wrapped, written } from './chart-text.js';

/** The drawing's own width; a telephone shows it at three quarters of that, paper at a little more. */
export const width = 400;
export const fontSize = 14;
export const small = 12;

export const ink = { text: '#0b0c0c', quiet: '#4a555b', line: '#5a6a72', grid: '#d5dce0', band: '#eaf0f3' } as const;

const inks = ['#1d5169', '#b3541e', '#5b3d8c', '#2f6b3a', '#8a5a00', '#566068'] as const;

const white = 'stroke="#fff" stroke-width="1.6" fill="none"';
const patterns: readonly (string | null)[] = [
  null,
  `<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" ${white}/>`,
  '<circle cx="2" cy="2" r="1.3" fill="#fff"/><circle cx="6" cy="6" r="1.3" fill="#fff"/>',
  `<path d="M0 4h8" ${white}/>`,
  `<path d="M0 0l8 8M8 0l-8 8" ${white}/>`,
  `<path d="M4 0v8" ${white}/>`,
];

/** The inks of one drawing: each series in a colour and a pattern of its own. */
export class Inks {
  private readonly used = new Set<number>();

  constructor(private readonly id: string) {}

  colour(series: number): string {
    return inks[series % inks.length] ?? inks[0];
  }

  fill(series: number): string {
    const pattern = this.patternOf(series);
    if (pattern === null) return `fill="${this.colour(series)}"`;
    this.used.add(series);
    return `fill="url(#${this.id}-ink-${series})" stroke="${this.colour(series)}" stroke-width="1"`;
  }

  private patternOf(series: number): string | null {
    return patterns[(series + Math.floor(series / inks.length)) % patterns.length] ?? null;
  }

  defs(): string {
    return [...this.used]
      .sort((a, b) => a - b)
      .map(
        (series) =>
          `<pattern id="${this.id}-ink-${series}" width="8" height="8" patternUnits="userSpaceOnUse">` +
          `<rect width="8" height="8" fill="${this.colour(series)}"/>${this.patternOf(series) ?? ''}</pattern>`,
      )
      .join('');
  }
}

export interface Drawing {
  readonly height: number;
  readonly body: string;
}

/** The drawing with its names: a title and a description that a screen reader says. */
export function framed(
  about: { readonly id: string; readonly title: string; readonly description: string },
  drawing: Drawing,
  defs: string,
): string {
  const height = at(drawing.height);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-labelledby="${about.id}-title ${about.id}-description" ` +
    `font-family="'Atkinson Hyperlegible Next', 'Noto Sans', sans-serif" font-size="${fontSize}" fill="${ink.text}">` +
    `<title id="${about.id}-title">${written(about.title)}</title>` +
    `<desc id="${about.id}-description">${written(about.description)}</desc>` +
    (defs === '' ? '' : `<defs>${defs}</defs>`) +
    `<rect width="${width}" height="${height}" fill="#fff"/>${drawing.body}</svg>`
  );
}

/** When there is nothing to draw. */
export function nothing(words = 'Nothing to show yet'): Drawing {
  return {
    height: 64,
    body:
      `<rect x="0.5" y="0.5" width="${width - 1}" height="63" fill="none" stroke="${ink.grid}"/>` +
      text(width / 2, 37, words, { anchor: 'middle', colour: ink.quiet }),
  };
}

/** What each ink stands for, in as many lines as it needs. */
export function legend(inks: Inks, names: readonly string[], top: number): Drawing {
  let [x, y] = [0, top];
  let body = '';
  names.forEach((name, series) => {
    const shown = wrapped(name, { width: width - 24, lines: 1, size: small })[0] ?? '';
    const wide = 20 + widthOf(shown, small) + 14;
    if (x > 0 && x + wide > width) [x, y] = [0, y + 20];
    body += `<rect x="${at(x + 0.5)}" y="${at(y + 1.5)}" width="13" height="13" ${inks.fill(series)}/>`;
    body += text(x + 20, y + 12.5, shown, { size: small });
    x += wide;
  });
  return { height: y - top + 26, body };
}

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Round numbers that hold every value. Whole values get whole steps. */
export function roundScale(
  values: readonly number[],
  options: { readonly zero: boolean; readonly steps?: number },
): Scale {
  const finite = values.filter(Number.isFinite);
  let low = Math.min(...finite, ...(options.zero || finite.length === 0 ? [0] : []));
  let high = Math.max(...finite, ...(options.zero || finite.length === 0 ? [0] : []));
  // Values that no drawing could tell apart are one value.
  if (high - low < 1e-9 * Math.max(1, Math.abs(high), Math.abs(low)))
    [low, high] = Math.abs(low) < 1e-9 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)];
  const raw = (high - low) / (options.steps ?? 4);
  const power = 10 ** Math.floor(Math.log10(raw));
  const round = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= raw * 0.999) ?? 10 * power;
  const step = finite.every(Number.isInteger) ? Math.max(1, Math.ceil(round)) : round;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks };
}

export function rect(x: number, y: number, w: number, h: number, look: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(w)}" height="${at(h)}" ${look}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, look = `stroke="${ink.line}"`): string {
  return `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" fill="none" ${look}/>`;
}
