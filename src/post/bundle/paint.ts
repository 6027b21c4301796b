/**
 * Pages as pictures with boxes painted into their dots. What comes out holds the pictures and nothing else: no text, no
 * annotation, no attachment, and nothing that the file said of itself.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import sharp, { type OverlayOptions } from 'sharp';
import { wholePage } from '../../complaint/bundle/choosing.js';
import { openPdf, scaleFor } from '../looking/pdf-pictures.js';
import type { PaintedBox } from './tasks.js';

sharp.concurrency(1);
sharp.cache(false);

/** Dots an inch of paper. */
const perInch = 200;
/** The longer side of a page in dots, whatever it says of itself. */
const longest = 6_000;
const seenLongest = 1_400;

interface Drawn {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** Of the page as it is seen, in points. */
  readonly points: readonly [number, number];
}

/** A page after its rotation, as dots of three colours. */
export async function drawPage(document: PDFiumDocument, n: number, side = longest): Promise<Drawn> {
  const page = document.getPage(n - 1);
  // Drawn, the page is closed.
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(perInch / 72, scaleFor(page, side).scale);
  const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  const { data, info } = await sharp(drawn.data, {
    raw: { width: drawn.width, height: drawn.height, channels: 4 },
  })
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, points: [originalWidth, originalHeight] };
}

const black = 0;
export const white = 255;

/** Fills places in the dots themselves, and never less than was asked: edges are taken outwards. */
export function fillPlaces(
  { data, width, height }: Omit<Drawn, 'points'>,
  boxes: readonly Omit<PaintedBox, 'page'>[],
  shade: number,
): void {
  for (const { x, y, w, h } of boxes) {
    const left = Math.max(0, Math.floor((x * width) / wholePage));
    const right = Math.min(width, Math.ceil(((x + w) * width) / wholePage));
    const top = Math.max(0, Math.floor((y * height) / wholePage));
    const bottom = Math.min(height, Math.ceil(((y + h) * height) / wholePage));
    for (let row = top; row < bottom; row++) data.fill(shade, (row * width + left) * 3, (row * width + right) * 3);
  }
}

/** A document with every page a picture, painted over where it is to be. */
export async function paintPages(
  bytes: Uint8Array,
  boxes: readonly PaintedBox[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (let n = 1; n <= opened.pages; n++) {
    const drawn = await drawPage(opened.document, n);
    fillPlaces(
      drawn,
      boxes.filter(({ page }) => page === n),
      black,
    );
    const picture = await asJpeg(drawn);
    const [width, height] = drawn.points;
    const image = await whole.embedJpg(picture);
    whole.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return { bytes: await whole.save({ updateFieldAppearances: false }), pages: opened.pages };
}

function asJpeg({ data, width, height }: Drawn): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** A page for whoever chooses what is hidden: boxes stand on it in outline, so that what lies under them can be seen. */
export async function pagePicture(
  bytes: Uint8Array,
  about: {
    readonly page: number;
    readonly boxes: readonly PaintedBox[];
    readonly corner: { readonly x: number; readonly y: number } | null;
  },
): Promise<{ readonly bytes: Buffer; readonly width: number; readonly height: number }> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const { data, width, height } = await drawPage(opened.document, about.page, seenLongest);
  const shapes = about.boxes
    .filter(({ page }) => page === about.page)
    .map(
      ({ x, y, w, h }, n) =>
        `<rect x="${(x * width) / wholePage}" y="${(y * height) / wholePage}" width="${(w * width) / wholePage}" height="${(h * height) / wholePage}" fill="#0b0c0c" fill-opacity="0.35" stroke="#d4351c" stroke-width="3"/>` +
        `<text x="${(x * width) / wholePage + 4}" y="${(y * height) / wholePage + 18}" font-size="18" font-family="sans-serif" fill="#d4351c">${n + 1}</text>`,
    );
  if (about.corner !== null) {
    const x = (about.corner.x * width) / wholePage;
    const y = (about.corner.y * height) / wholePage;
    shapes.push(
      `<path d="M ${x - 12} ${y} H ${x + 12} M ${x} ${y - 12} V ${y + 12}" stroke="#d4351c" stroke-width="4" fill="none"/>`,
    );
  }
  const over: OverlayOptions[] =
    shapes.length === 0
      ? []
      : [
          {
            input: Buffer.from(
              `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`,
            ),
            top: 0,
            left: 0,
          },
        ];
  const picture = await sharp(data, { raw: { width, height, channels: 3 } })
    .composite(over)
    .jpeg({ quality: 78 })
    .toBuffer();
  return { bytes: picture, width, height };
}
