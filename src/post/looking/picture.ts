/** A picture made anew: nothing that the file said of itself, and nothing that stood behind its end, goes with it. */
import { createRequire } from 'node:module';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { readTaken } from './exif.js';
import type { Say, Told } from './found.js';
import { lookLimits } from './limits.js';

sharp.concurrency(1);
sharp.cache(false);

type DecodeHeic = (given: { buffer: Uint8Array }) => Promise<{ width: number; height: number; data: ArrayBufferLike }>;

export async function lookAtPicture(bytes: Buffer, type: string, say: Say): Promise<Told> {
  let about: Metadata;
  try {
    about = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return { because: 'damaged' };
  }
  const { width, height } = about.autoOrient;
  const pixels = width * height;
  const heic = type.startsWith('image/hei');
  const inStrips = type === 'image/jpeg' || type === 'image/png' || type === 'image/tiff';
  const size: Told = { width, height };
  if (pixels > (inStrips ? lookLimits.pixels : lookLimits.pixelsUnpacked)) return { ...size, because: 'too-large' };
  const taken = readTaken(about.exif);
  const told: Told = { ...size, located: taken.located, ...(taken.at === null ? {} : { takenAt: taken.at }) };
  try {
    await make(() => (heic ? fromHeic(bytes) : opened(bytes, 'truncated')), about.hasAlpha, say);
    return told;
  } catch {
    if (heic) return { ...told, because: 'damaged' };
  }
  try {
    // Cut short on its way here: what there is of it is shown.
    await make(() => opened(bytes, 'none'), about.hasAlpha, say);
    return { ...told, because: 'damaged' };
  } catch {
    return { ...told, because: 'damaged' };
  }
}

function opened(bytes: Buffer, failOn: 'truncated' | 'none'): Sharp {
  return sharp(bytes, { limitInputPixels: lookLimits.pixels, failOn, pages: 1, sequentialRead: true }).autoOrient();
}

async function make(source: () => Sharp | Promise<Sharp>, alpha: boolean, say: Say): Promise<void> {
  const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
  const preview = await (await source()).resize(within(lookLimits.previewSide)).webp({ quality: 80 }).toBuffer();
  const whole = (await source()).resize(within(lookLimits.copySide));
  const copy = await (alpha ? whole.png({ compressionLevel: 6 }) : whole.jpeg({ quality: 88 })).toBuffer();
  say({ is: 'picture', bytes: preview });
  say({ is: 'copy', type: alpha ? 'image/png' : 'image/jpeg', bytes: copy });
}

async function fromHeic(bytes: Buffer): Promise<Sharp> {
  const decode = createRequire(import.meta.url)('heic-decode') as DecodeHeic;
  const { width, height, data } = await decode({ buffer: bytes });
  return sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } }).removeAlpha();
}
