/** The pages of one letter as a document of its own, so that a case holds nobody else's letter. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { receiveFile, type Stored } from '../store/documents.js';
import type { LookingPlace } from './look-at-files.js';
import { picturePdf } from './picture-pdf.js';
import { pagePicture } from './read-scans.js';

/** Brings it to the landlord's folder; null when its pictures are not there any more. */
export async function letterOfScan(
  place: Pick<LookingPlace, 'files' | 'landlordId'>,
  content: string,
  pages: readonly number[],
  name: string,
): Promise<Stored | null> {
  const pictures = [];
  for (const n of pages) {
    const bytes = await readFile(pagePicture(place, content, n)).catch(() => null);
    if (bytes === null) return null;
    const { width, height } = await sharp(bytes).metadata();
    pictures.push({ bytes, width, height });
  }
  const received = await receiveFile(place.files, place.landlordId, picturePdf(name, pictures), {
    name: `${name}.pdf`,
    largest: Number.MAX_SAFE_INTEGER,
  });
  return received.ok ? received.stored : null;
}
