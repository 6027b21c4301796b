/** Papers become pages: a PDF as it is, a picture as a page, words as a document. What has no pages goes as the file it is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textDocument } from '../../reports/bundle/documents.js';
import type { Document } from '../../reports/document.js';
import { notePages } from '../../store/bundle-making.js';
import type { Piece } from '../../store/bundles.js';
import { inLandlord } from '../../store/database.js';
import { pathOf, receiveFile } from '../../store/documents.js';
import { type FileLook, looksAt, previewFolder } from '../../store/file-scans.js';
import { documentPdf } from '../document-pdf.js';
import { countPages, keepPages, type ToCount } from './count-pages.js';
import { digestOf, largestMade, PaperFailed, writtenOf } from './made-files.js';
import { type BundlePlace, keepOf, type Making } from './making.js';
import { type Material, writtenPaper } from './written.js';

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
