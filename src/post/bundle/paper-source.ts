/** Where the pages of a paper lie before anything is hidden. */
import type { File } from '../../facts/happened.js';
import type { Piece } from '../../store/bundles.js';
import { inLandlord } from '../../store/database.js';
import { pathOf } from '../../store/documents.js';
import { type FileLook, looksAt, scanStateOf } from '../../store/file-scans.js';
import type { BundlePlace } from './making.js';

export interface Source {
  readonly path: string;
  readonly content: string;
}

/** The file of a paper's pages before anything is hidden. */
export function pagesFile({ madeFile, file }: Piece): File | null {
  return madeFile ?? file;
}

/** The pages of one paper. */
export async function sourceOf(place: BundlePlace, piece: Piece): Promise<Source | null> {
  const file = pagesFile(piece);
  if (file === null) return null;
  const look = await inLandlord(place.db, place.landlordId, (trx) => scanStateOf(trx, file));
  return look === null ? null : sourceAt(place, look);
}

export async function sourcesOf(place: BundlePlace, files: readonly File[]): Promise<ReadonlyMap<string, Source>> {
  const looks = await inLandlord(place.db, place.landlordId, (trx) => looksAt(trx, files));
  return new Map([...looks].map(([file, look]) => [file, sourceAt(place, look)]));
}

function sourceAt(place: BundlePlace, { content }: FileLook): Source {
  return { path: pathOf(place.files, place.landlordId, content), content };
}
