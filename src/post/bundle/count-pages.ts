/** Counts the pages of papers and finds what these don't show; what is broken is mended first, where that can be done. */

import type { Unseen } from '../../complaint/bundle/as-seen.js';
import { notePages } from '../../store/bundle-making.js';
import type { Piece } from '../../store/bundles.js';
import { inLandlord } from '../../store/database.js';
import { forgetBytes, keepFile, pathOf, type Stored } from '../../store/documents.js';
import { PaperFailed, taken } from './made-files.js';
import { type BundlePlace, giveUp, keepOf, type Making, mostTries } from './making.js';
import { mended } from './mend.js';
import { runTask } from './run-task.js';
import type { Counted, TaskSays } from './tasks.js';

/** A file that is to become pages, and whose pages are not counted yet. */
export interface ToCount {
  readonly piece: Piece;
  readonly from: string;
  readonly content: string;
  readonly size: number;
  /** What was made of it; null where the file itself is the pages. */
  readonly stored: Stored | null;
}

/** PDFs are opened many at a time: each process takes half a second to begin. */
export async function countPages(place: BundlePlace, making: Making, all: readonly ToCount[], nth = 1): Promise<void> {
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
      if (told.is !== 'counted' && told.is !== 'no-pages') continue;
      const one = some[told.n];
      if (one === undefined) continue;
      if (await countedMended(place, making, one, told)) continue;
      if (told.is === 'no-pages') await noPages(place, making, one, told.why);
      else await counted(place, making, one, told);
    }
  }
}

/** Mends a file whose structure is broken, where this machine can. False where nothing is gained by it. */
async function countedMended(
  place: BundlePlace,
  making: Making,
  one: ToCount,
  told: Extract<TaskSays, { is: 'counted' | 'no-pages' }>,
): Promise<boolean> {
  if (one.stored !== null || (told.is === 'counted' ? told.sound : told.why === 'locked')) return false;
  const stored = await mended(
    pathOf(place.files, place.landlordId, one.content),
    (path) => taken(place, path, 'paper.pdf'),
    place,
  );
  if (stored === null) return false;
  const files = [pathOf(place.files, place.landlordId, stored.content)];
  const { said } = await runTask({ do: 'count', files }, async (ran) => ran, place);
  const [now] = said;
  const { content, size } = stored;
  // No page is given up for a better structure.
  if (now?.is === 'counted' && now.pages >= (told.is === 'counted' ? told.pages : 1)) {
    await counted(place, making, { ...one, content, size, stored }, now);
    return true;
  }
  await inLandlord(place.db, place.landlordId, (trx) => forgetBytes(trx, content));
  return false;
}

function noPages(place: BundlePlace, making: Making, one: ToCount, trouble: string): Promise<void> {
  const { from, size, stored } = one;
  return keepOf(place, making, stored, async (trx) => {
    await notePages(trx, making.id, one.piece.id, { from, file: null, pages: null, size, trouble, unseen: [] });
    if (stored !== null) await forgetBytes(trx, stored.content);
  });
}

async function counted(
  place: BundlePlace,
  making: Making,
  { piece, from, size, stored }: ToCount,
  { pages, unseen }: Counted,
): Promise<void> {
  if (stored !== null) return keepPages(place, making, piece, from, { stored, pages, unseen });
  await keepOf(place, making, null, (trx) =>
    notePages(trx, making.id, piece.id, { from, file: null, pages, size, trouble: null, unseen }),
  );
}

/** Keeps what was made for a paper: its pages are those of another file than its own. */
export async function keepPages(
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
