/** A photograph or a scan as one page of paper: turned as its camera held it, and without what the camera said of itself. */
import { createRequire } from 'node:module';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';

const a4: readonly [number, number] = [595.28, 841.89];
const margin = 28;
/** Larger than what paper shows. */
const longest = 3_000;
const mostDots = 200_000_000;

type DecodeHeic = (given: { buffer: Uint8Array }) => Promise<{ width: number; height: number; data: ArrayBufferLike }>;

export async function pictureAsPage(bytes: Buffer, type: string): Promise<Uint8Array> {
  const turned = type.startsWith('image/hei') ? await fromHeic(bytes) : opened(bytes);
  const { data, info } = await turned
    .flatten({ background: '#ffffff' })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  const [short, long] = a4;
  const [width, height] = info.width > info.height ? [long, short] : [short, long];
  const scale = Math.min((width - margin * 2) / info.width, (height - margin * 2) / info.height);
  const whole = await PDFDocument.create({ updateMetadata: false });
  const image = await whole.embedJpg(data);
  const size = { width: info.width * scale, height: info.height * scale };
  whole
    .addPage([width, height])
    .drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
  return whole.save({ updateFieldAppearances: false });
}

function opened(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: mostDots, failOn: 'none', pages: 1 }).autoOrient();
}

async function fromHeic(bytes: Buffer): Promise<Sharp> {
  const decode = createRequire(import.meta.url)('heic-decode') as DecodeHeic;
  const { width, height, data } = await decode({ buffer: bytes });
  return sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } });
}
