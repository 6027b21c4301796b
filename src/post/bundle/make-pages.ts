/** Papers become pages: a PDF as it is, a picture as a page, words as a document. What has no pages goes as the file it is. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unseen } from '../../complaint/bundle/as-seen.js';
import { textDocument } from '../../reports/bundle/documents.js';
import type { Document } from '../../reports/document.js';
import { notePages } from '../../store/bundle-making.js';
import type { Piece } from '../../store/bundles.js';
import { canonical } from '../../store/chain.js';
import { inLandlord } from '../../store/database.js';
import { keepFile, pathOf, receiveFile, type Stored } from '../../store/documents.js';
import { type FileLook, looksAt, previewFolder } from '../../store/file-scans.js';
import { documentPdf } from '../document-pdf.js';
import { type BundlePlace, giveUp, keepOf, type Making, mostTries } from './making.js';
import { runTask, type TaskAsked } from './run-task.js';
import { type Material, writtenPaper } from './written.js';

const largestMade = 900_000_000;

export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** The process that does the work was killed from outside, or ran into its limits; or said itself that the file is damaged. */
export class PaperFailed extends Error {
  constructor(
    readonly how: string,
    readonly damaged = false,
  ) {
    super(`a process that puts papers together ended: ${how}`);
  }
}

/** Runs a task that writes a file and takes what it wrote into the landlord's folder. */
export async function written(
  place: BundlePlace,
  asked: TaskAsked,
  name: string,
): Promise<{ stored: Stored; pages: number }> {
  return runTask(
    asked,
    async ({ end, said, out }) => {
      const done = said.find((one) => one.is === 'written');
      if (end !== 'done' || done === undefined)
        throw new PaperFailed(
          end,
          said.some((one) => one.is === 'no-pages'),
        );
      const received = await receiveFile(place.files, place.landlordId, createReadStream(out), {
        name,
        largest: largestMade,
      });
      if (!received.ok) throw new PaperFailed(received.why);
      return { stored: received.stored, pages: done.pages };
    },
    place,
  );
}

/** The same for one paper: tried again where nothing is known of the paper itself, then given up. */
export async function writtenOf(
  place: BundlePlace,
  making: Making,
  piece: Piece,
  asked: TaskAsked,
  name: string,
): Promise<Awaited<ReturnType<typeof written>>> {
  for (let n = 1; ; n++) {
    try {
      return await written(place, asked, name);
    } catch (error) {
      if (!(error instanceof PaperFailed) || error.damaged || place.stop?.aborted === true) throw error;
      if (n >= mostTries) return giveUp(place, making, piece.id);
    }
  }
}

/** Makes pages of what has none yet, or of what has changed since. */
export async function makePages(
  place: BundlePlace,
  making: Making,
  pieces: readonly Piece[],
  material: Material,
  hiddenSeqs: (piece: Piece) => ReadonlySet<number>,
): Promise<void> {
  const looks = await inLandlord(place.db, place.landlordId, (trx) =>
    looksAt(
      trx,
      pieces.flatMap(({ file }) => file ?? []),
    ),
  );
  const toCount: ToCount[] = [];
  for (const piece of pieces) {
    const look = piece.file === null ? undefined : looks.get(piece.file);
    if (look !== undefined && piece.madeFrom === look.content && piece.unseen !== null && !hasWordsAlone(look))
      continue;
    if (look?.type === 'application/pdf') {
      toCount.push({ piece, from: look.content, content: look.content, size: look.size, stored: null });
      continue;
    }
    const written = await pagesOfOne(place, making, piece, look, material, hiddenSeqs(piece));
    if (written !== null && written !== 'noted') toCount.push(written);
  }
  await countPages(place, making, toCount);
}

/** A file that is to become pages, and whose pages are not counted yet. */
interface ToCount {
  readonly piece: Piece;
  readonly from: string;
  readonly content: string;
  readonly size: number;
  /** What was made of it; null where the file itself is the pages. */
  readonly stored: Stored | null;
}

/** PDFs are opened many at a time: each process takes half a second to begin. */
async function countPages(place: BundlePlace, making: Making, all: readonly ToCount[], nth = 1): Promise<void> {
  const atOnce = 40;
  for (let first = 0; first < all.length; first += atOnce) {
    const some = all.slice(first, first + atOnce);
    const files = some.map(({ content }) => pathOf(place.files, place.landlordId, content));
    const { end, said } = await runTask({ do: 'count', files }, async (ran) => ran, place);
    if (end !== 'done' && place.stop?.aborted === true) throw new PaperFailed(end);
    // It was killed, or over one of them it may have died: each is asked alone.
    if (end !== 'done' && some.length > 1) {
      for (const one of some) await countPages(place, making, [one]);
      continue;
    }
    const [only] = some;
    if (end !== 'done' && said.length === 0 && only !== undefined) {
      if (nth >= mostTries) await giveUp(place, making, only.piece.id, only.stored);
      await countPages(place, making, [only], nth + 1);
      continue;
    }
    for (const told of said) {
      const one = told.is === 'counted' || told.is === 'no-pages' ? some[told.n] : undefined;
      if (one === undefined) continue;
      if (told.is === 'no-pages') await noPages(place, making, one, told.why);
      else if (told.is === 'counted') await counted(place, making, one, told);
    }
  }
}

function noPages(place: BundlePlace, making: Making, one: ToCount, trouble: string): Promise<void> {
  const { from, size, stored } = one;
  return keepOf(place, making, stored, (trx) =>
    notePages(trx, making.id, one.piece.id, { from, file: null, pages: null, size, trouble, unseen: [] }),
  );
}

async function counted(
  place: BundlePlace,
  making: Making,
  { piece, from, size, stored }: ToCount,
  { pages, unseen }: { readonly pages: number; readonly unseen: readonly Unseen[] },
): Promise<void> {
  if (stored !== null) return keepPages(place, making, piece, from, { stored, pages, unseen });
  await keepOf(place, making, null, (trx) =>
    notePages(trx, making.id, piece.id, { from, file: null, pages, size, trouble: null, unseen }),
  );
}

/** Null where nothing has changed; 'noted' where all is said; else what was written and is to be counted. */
async function pagesOfOne(
  place: BundlePlace,
  making: Making,
  piece: Piece,
  look: FileLook | undefined,
  material: Material,
  hidden: ReadonlySet<number>,
): Promise<ToCount | 'noted' | null> {
  const note = (made: Parameters<typeof notePages>[3]) =>
    keepOf(place, making, null, (trx) => notePages(trx, making.id, piece.id, made));
  if (look !== undefined && /^image\/(jpeg|png|gif|webp|tiff|avif|hei[cf])/.test(look.type)) {
    const file = pathOf(place.files, place.landlordId, look.content);
    try {
      const made = await writtenOf(place, making, piece, { do: 'picture', file, type: look.type }, 'picture.pdf');
      await keepPages(place, making, piece, look.content, { ...made, unseen: [] });
    } catch (error) {
      if (!(error instanceof PaperFailed) || !error.damaged) throw error;
      await note({ from: look.content, file: null, pages: null, size: look.size, trouble: 'damaged', unseen: [] });
    }
    return 'noted';
  }
  const document =
    look === undefined
      ? await inLandlord(place.db, place.landlordId, (trx) => writtenPaper(trx, piece, material, hidden))
      : await documentOfWords(place, piece, look, material);
  const from =
    look === undefined
      ? digestOf(document)
      : document === null
        ? look.content
        : digestOf({ wordsOf: look.content, titled: titleOfWords });
  if (piece.madeFrom === from) return null;
  if (document === null) {
    const trouble = look === undefined ? 'erased' : null;
    await note({ from, file: null, pages: null, size: look?.size ?? null, trouble, unseen: [] });
    return 'noted';
  }
  const { bytes } = documentPdf(document);
  const received = await receiveFile(place.files, place.landlordId, bytes, { name: 'paper.pdf', largest: largestMade });
  if (!received.ok) throw new PaperFailed(received.why);
  const { stored } = received;
  return { piece, from, content: stored.content, size: stored.size, stored };
}

async function keepPages(
  place: BundlePlace,
  making: Making,
  piece: Piece,
  from: string,
  { stored, pages, unseen }: { readonly stored: Stored; readonly pages: number; readonly unseen: readonly Unseen[] },
): Promise<void> {
  await keepOf(place, making, stored, async (trx) => {
    const file = await keepFile(trx, place.files, stored, 'ours');
    await notePages(trx, making.id, piece.id, { from, file, pages, size: stored.size, trouble: null, unseen });
  });
}

/** What stands above the words of a file, whatever the file was called: its name may tell of others. */
const titleOfWords = 'Words of a file';

/** A file that becomes pages by its words; what an e-mail says stands in its entry: the message itself goes as a file. */
function hasWordsAlone({ hasText, preview, type }: FileLook): boolean {
  return hasText && preview === 'made' && !/^(image\/|application\/pdf$|message\/rfc822$)/.test(type);
}

/** The words that were read out of a file without pages (a Word document, an Outlook message); null where there are none. */
async function documentOfWords(
  place: BundlePlace,
  piece: Piece,
  look: FileLook,
  material: Material,
): Promise<Document | null> {
  if (!hasWordsAlone(look)) return null;
  const path = join(place.files, previewFolder(place.landlordId, look.content), 'text.txt');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || text.trim() === '') return null;
  const reference = piece.caseId === null ? null : (material.cases.get(piece.caseId)?.case.reference ?? null);
  return textDocument({ landlord: material.landlord, reference }, titleOfWords, text);
}
