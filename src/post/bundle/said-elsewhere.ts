/** Looks, once all is made, on which pages words stand that are hidden on another, and notes it for whoever checks. */
import { noteSaidAgain } from '../../store/bundle-again.js';
import type { Box } from '../../store/bundle-boxes.js';
import { type Kept, madeOf, sameThing } from '../../store/bundle-making.js';
import { noteStep } from '../../store/bundle-steps.js';
import type { Piece } from '../../store/bundles.js';
import { inLandlord } from '../../store/database.js';
import { pathOf } from '../../store/documents.js';
import { type BundlePlace, keepOf, type Making } from './making.js';
import { pagesFile, sourcesOf } from './paper-source.js';
import { runTask } from './run-task.js';

export async function lookForHiddenWords(
  place: BundlePlace,
  making: Making,
  about: {
    /** Those that go. */
    readonly ready: readonly Piece[];
    readonly boxes: ReadonlyMap<string, readonly Box[]>;
    readonly kept: readonly Kept[];
  },
): Promise<void> {
  const { ready, boxes, kept } = about;
  const hiding = ready.filter((piece) => piece.boxes > 0);
  const inTrx = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(place.db, place.landlordId, work);
  let found: ReadonlyMap<string, readonly number[]> = new Map();
  if (hiding.length > 0) {
    await inTrx((trx) => noteStep(trx, making.id, 'again'));
    const sources = await sourcesOf(
      place,
      hiding.flatMap((piece) => pagesFile(piece) ?? []),
    );
    const made = (await inTrx((trx) => madeOf(trx, making.id))).filter(
      (one) => (one.what === 'volume' || one.what === 'index') && kept.some((mine) => sameThing(one, mine)),
    );
    found = await runTask(
      {
        do: 'again',
        hidden: hiding.flatMap((piece) => {
          const source = sources.get(pagesFile(piece) ?? '');
          return source === undefined ? [] : [{ paper: piece.id, file: source.path, boxes: boxes.get(piece.id) ?? [] }];
        }),
        made: made.map(({ content, firstPage }) => ({
          file: pathOf(place.files, place.landlordId, content),
          first: firstPage ?? 0,
        })),
      },
      async ({ end, said }) =>
        new Map(end === 'done' ? said.flatMap((one) => (one.is === 'again' ? [[one.paper, one.pages]] : [])) : []),
      place,
    );
  }
  const looked = [...found].map(([paper, pages]) => ({ paper, pages }));
  await keepOf(place, making, null, (trx) => noteSaidAgain(trx, making.id, looked));
}
