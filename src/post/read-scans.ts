/**
 * Reads scanned post that came: a few pages at a time, in a process apart, each noted as it is read, so that whatever dies
 * goes on where it stopped. Which case it may be about is a suggestion; a person decides of each letter.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inLandlord } from '../store/database.js';
import { pathOf } from '../store/documents.js';
import { previewFolder } from '../store/file-scans.js';
import { caseByReferences } from '../store/mail.js';
import {
  notePage,
  type PageRead,
  pagesOfScan,
  type ScanToRead,
  type ScanTrouble,
  settleScan,
  takeScan,
} from '../store/post-scans.js';
import { referencesIn } from '../store/references.js';
import { runApart } from './apart.js';
import type { LookingPlace } from './look-at-files.js';
import { cleanText } from './message-text.js';
import type { ScanHeard } from './scan-apart.js';

/** What the sheet between two letters says in its barcode. */
export const separatorText = 'PUTRIGHT-NEXT-LETTER';

export const scanBounds = { pages: 300, atOnce: 4, milliseconds: 180_000, megabytes: 1_100, attempts: 4 } as const;

/** Reads all that waits. Gives how many scans it took. */
export async function readScans(place: LookingPlace, now: () => Date = () => new Date()): Promise<number> {
  for (let taken = 0; ; taken++) {
    const next = await takeScan(place.db, place.landlordId, now());
    if (next === null) return taken;
    await readScan(place, next, now);
  }
}

async function readScan(place: LookingPlace, scan: ScanToRead, now: () => Date): Promise<void> {
  const trouble = (why: ScanTrouble) =>
    inLandlord(place.db, place.landlordId, (trx) => settleScan(trx, scan.id, { trouble: why }));
  if (scan.scan === 'infected') return trouble('infected');
  if (scan.scan === 'cannot') return trouble('not-scannable');
  if (scan.type !== 'application/pdf') return trouble('not-a-pdf');
  if (scan.attempts > scanBounds.attempts) return trouble('too-large');
  let pages = scan.pages ?? 0;
  let read = scan.pagesRead;
  do {
    let refused: ScanTrouble | null = null;
    const ended = await runApart({
      child: 'scan-apart',
      path: pathOf(place.files, place.landlordId, scan.content),
      told: [String(read + 1), String(read + scanBounds.atOnce)],
      limits: scanBounds,
      threads: true,
      heard: async (message) => {
        const heard = message as ScanHeard;
        if (heard.is === 'refused') refused = heard.why;
        else if (heard.is === 'pages') {
          pages = heard.pages;
          if (pages > scanBounds.pages) refused = 'too-many';
        } else if (refused === null) {
          await keepPicture(place, scan.content, heard.n, heard.picture);
          await note(place, scan.id, pages, heard);
          read = heard.n;
        }
      },
    });
    if (refused !== null) return trouble(refused);
    if (ended === 'too-large' || ended === 'too-long') return trouble(ended);
    if (ended === 'failed')
      return inLandlord(place.db, place.landlordId, (trx) => settleScan(trx, scan.id, { again: now() }));
  } while (read < pages);
  await inLandlord(place.db, place.landlordId, async (trx) => {
    await settleScan(trx, scan.id, { letters: lettersIn(await pagesOfScan(trx, scan.id)) });
  });
}

async function note(
  place: LookingPlace,
  scan: string,
  pages: number,
  page: Extract<ScanHeard, { is: 'page' }>,
): Promise<void> {
  const text = cleanText(page.text).slice(0, 40_000);
  await inLandlord(place.db, place.landlordId, async (trx) => {
    const byBarcode = await caseByReferences(trx, page.barcodes.filter((one) => one !== separatorText).slice(0, 10));
    const byText = byBarcode ?? (await caseByReferences(trx, referencesIn(text).slice(0, 20)));
    await notePage(trx, scan, pages, {
      n: page.n,
      text,
      reference: byText?.reference ?? null,
      foundBy: byBarcode !== null ? 'barcode' : byText !== null ? 'text' : null,
      separator: page.barcodes.includes(separatorText),
      blank: page.blank,
    });
  });
}

/**
 * The pages of each letter as they seem to be: a sheet of ours stands between two letters, and a page whose barcode names
 * another case than the pages before it begins another. Blank pages and our sheets belong to none.
 */
export function lettersIn(pages: readonly PageRead[]): number[][] {
  const letters: number[][] = [[]];
  let about: string | null = null;
  for (const page of pages) {
    const named = page.foundBy === 'barcode' ? page.reference : null;
    if (page.separator || (named !== null && about !== null && named !== about)) {
      letters.push([]);
      about = null;
    }
    about = named ?? about;
    if (!page.separator && !page.blank) letters.at(-1)?.push(page.n);
  }
  return letters.filter((letter) => letter.length > 0);
}

export function pagePicture(place: Pick<LookingPlace, 'files' | 'landlordId'>, content: string, n: number): string {
  return join(place.files, `${previewFolder(place.landlordId, content)}.post`, `${n}.jpg`);
}

async function keepPicture(place: LookingPlace, content: string, n: number, bytes: Uint8Array): Promise<void> {
  const path = pagePicture(place, content, n);
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, bytes, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
