/** A bundle for whoever may see every case in it. Null for others, as if there were none. */
import { type Bundle, type Piece, piecesOf, readBundle } from '../../store/bundles.js';
import type { Trx } from '../../store/database.js';
import { maySeeCase } from '../cases/case-shown.js';
import type { Visit } from '../visit.js';

export interface OpenBundle {
  readonly bundle: Bundle;
  readonly pieces: readonly Piece[];
}

export async function openBundle(trx: Trx, visit: Visit): Promise<OpenBundle | null> {
  const bundle = await readBundle(trx, visit.params.id ?? '');
  if (bundle === null) return null;
  const pieces = await piecesOf(trx, bundle.id);
  const cases = new Set([bundle.caseId, ...pieces.map(({ caseId }) => caseId)].filter((one) => one !== null));
  for (const caseId of cases) if (!(await maySeeCase(trx, visit, caseId))) return null;
  return { bundle, pieces };
}

/** Nothing is chosen any more in a bundle that is being made, or that was put aside. */
export function mayChoose({ state }: Bundle): boolean {
  return state !== 'making' && state !== 'put-aside';
}
