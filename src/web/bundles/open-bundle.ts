/** A bundle for whoever may see every case in it. Null for others, as if there were none. */

import { casesNaming } from '../../store/bundle-gather.js';
import { type Bundle, casesIn, type Piece, piecesOf, readBundle } from '../../store/bundles.js';
import type { Trx } from '../../store/database.js';
import { casesOpenTo } from '../cases/case-shown.js';
import type { Visit } from '../visit.js';

export interface OpenBundle {
  readonly bundle: Bundle;
  readonly pieces: readonly Piece[];
}

export async function openBundle(trx: Trx, visit: Visit): Promise<OpenBundle | null> {
  const bundle = await readBundle(trx, visit.params.id ?? '');
  if (bundle === null) return null;
  const [open] = await bundlesOpenTo(trx, visit, [bundle]);
  return open === undefined ? null : { bundle, pieces: await piecesOf(trx, bundle.id) };
}

/** Of these bundles, those of which this person may see every case: lists leave out the others. */
export async function bundlesOpenTo(trx: Trx, visit: Visit, bundles: readonly Bundle[]): Promise<readonly Bundle[]> {
  const ids = bundles.map(({ id }) => id);
  const papers = await casesIn(trx, ids);
  // What is held of a person names every case that names them, also one that joined since the papers were gathered.
  const naming = await casesNaming(
    trx,
    bundles.flatMap(({ person }) => (person === null ? [] : [person])),
  );
  const casesOf = ({ id, caseId, person }: Bundle) => [
    ...(caseId === null ? [] : [caseId]),
    ...(papers.get(id) ?? []),
    ...(person === null ? [] : (naming.get(person) ?? [])),
  ];
  const open = await casesOpenTo(trx, visit, bundles.flatMap(casesOf));
  return bundles.filter((bundle) => casesOf(bundle).every((caseId) => open.has(caseId)));
}
