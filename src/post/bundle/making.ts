/** Where a bundle is made, and that nothing of it is kept once it is not wanted any more. */
import { noteFailed, stillMaking } from '../../store/bundle-making.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../../store/database.js';
import { forgetBytes, type Stored } from '../../store/documents.js';

export interface BundlePlace {
  readonly db: Database;
  /** The folder of all landlords' files. */
  readonly files: string;
  readonly landlordId: LandlordId;
  readonly stop?: AbortSignal;
  /** How long one process may take; four minutes unless said. */
  readonly milliseconds?: number;
}

/** One making of one version. */
export interface Making {
  readonly id: string;
  readonly version: number;
  readonly now: () => Date;
}

/** Words were erased, or something was chosen, since it began: what it holds in memory goes nowhere any more. */
export class Overtaken extends Error {}

/** The process over one paper ended without a word, each time: a person sees which paper it is. */
export class GaveUp extends Error {}

/** So often a process that was killed, or took too long, is begun again. */
export const mostTries = 2;

export async function giveUp(
  place: BundlePlace,
  making: Making,
  piece: string,
  stored: Stored | null = null,
): Promise<never> {
  await keepOf(place, making, stored, async (trx) => {
    await noteFailed(trx, making.id, piece);
    if (stored !== null) await forgetBytes(trx, stored.content);
  });
  throw new GaveUp('a paper could not be made into pages');
}

/** Keeps something that is finished, as long as its making is wanted; otherwise the bytes go, and the making is over. */
export async function keepOf(
  place: BundlePlace,
  { id, version, now }: Making,
  stored: Stored | null,
  keep: (trx: Trx) => Promise<void>,
): Promise<void> {
  const wanted = await inLandlord(place.db, place.landlordId, async (trx) => {
    const still = await stillMaking(trx, id, version, now());
    if (still) await keep(trx);
    else if (stored !== null) await forgetBytes(trx, stored.content);
    return still;
  });
  if (!wanted) throw new Overtaken('the bundle was changed while it was being made');
}
