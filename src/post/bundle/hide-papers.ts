/**
 * Papers whose pages go as pictures: what is to be hidden is painted over, then words are read off the painted pictures and
 * laid over them unseen, so that the pages can be searched and read aloud. Nothing that is read comes from the paper itself.
 */
import { goesAsPictures } from '../../complaint/bundle/as-seen.js';
import type { Trouble } from '../../complaint/bundle/trouble-words.js';
import type { Box } from '../../store/bundle-boxes.js';
import { noteHidden } from '../../store/bundle-making.js';
import { noteFar } from '../../store/bundle-steps.js';
import type { Piece } from '../../store/bundles.js';
import { inLandlord } from '../../store/database.js';
import { forgetBytes, keepFile, pathOf, type Stored } from '../../store/documents.js';
import { digestOf, PaperFailed, written, writtenOf } from './made-files.js';
import { type BundlePlace, keepOf, type Making } from './making.js';
import { pagesFile, type Source, sourcesOf } from './paper-source.js';
import { readPages } from './read-pages.js';
import type { PaintedBox } from './tasks.js';

/** Raised when pages of pictures are made another way: those that are there are made anew. */
const way = 2;

interface ToPaint {
  readonly piece: Piece;
  readonly pages: number;
  readonly source: Source;
  readonly boxes: readonly PaintedBox[];
  readonly from: string;
}

/** What is wrong where a paper with places to hide has not the pages to paint on. */
export async function hidePapers(
  place: BundlePlace,
  making: Making,
  pieces: readonly Piece[],
  boxesOn: ReadonlyMap<string, readonly Box[]>,
): Promise<Trouble | null> {
  const bundle = making.id;
  const sources = await sourcesOf(
    place,
    pieces.flatMap((piece) => (goesAsPictures(piece) ? (pagesFile(piece) ?? []) : [])),
  );
  const all: ToPaint[] = [];
  for (const piece of pieces) {
    if (!goesAsPictures(piece)) {
      if (piece.hiddenFile !== null)
        await keepOf(place, making, null, (trx) => noteHidden(trx, bundle, piece.id, null));
      continue;
    }
    const source = sources.get(pagesFile(piece) ?? '');
    const { pages } = piece;
    if (pages === null && piece.boxes === 0) continue;
    if (pages === null || source === undefined) return 'not-drawable';
    const boxes = (boxesOn.get(piece.id) ?? []).map(({ page, x, y, w, h }) => ({ page, x, y, w, h }));
    if (boxes.some(({ page }) => page > pages)) return 'changed-under-boxes';
    const from = digestOf({ source: source.content, boxes, way });
    if (piece.hiddenFrom !== from) all.push({ piece, pages, source, boxes, from });
  }
  const of = all.reduce((sum, { pages }) => sum + pages, 0);
  let done = 0;
  const tell = () => keepOf(place, making, null, (trx) => noteFar(trx, bundle, 'hiding', { done, of }));
  const onPage = (): Promise<void> => {
    done += 1;
    return tell();
  };
  if (of > 0) await tell();
  for (const one of all) {
    const painted = await paint(place, making, one, onPage);
    if (painted === null) return 'not-drawable';
    await keepOf(place, making, painted, async (trx) => {
      const file = await keepFile(trx, place.files, painted, 'ours');
      await noteHidden(trx, bundle, one.piece.id, { from: one.from, file, size: painted.size });
    });
  }
  return null;
}

/** The pages as pictures with their words; as pictures alone where nothing can be read. Null where pages are missing. */
async function paint(
  place: BundlePlace,
  making: Making,
  { piece, source, boxes, pages }: ToPaint,
  onPage: () => Promise<void>,
): Promise<Stored | null> {
  const pictures = await writtenOf(place, making, piece, { do: 'hide', file: source.path, boxes }, 'paper.pdf');
  const { stored } = pictures;
  const forget = () => inLandlord(place.db, place.landlordId, (trx) => forgetBytes(trx, stored.content));
  try {
    if (pictures.pages !== pages) {
      await forget();
      return null;
    }
    const file = pathOf(place.files, place.landlordId, stored.content);
    const words = await readPages({ ...place, file, pages, boxes, onPage });
    if (words.every((of) => of.length === 0)) return stored;
    const laid = await written(place, { do: 'words', file, words }, 'paper.pdf');
    await forget();
    return laid.stored;
  } catch (error) {
    if (error instanceof PaperFailed && place.stop?.aborted !== true) return stored;
    await forget();
    throw error;
  }
}
