/** A bundle for whoever may see every case in it. Null for others, as if there were none. */

import type { CaseId } from '../../facts/happened.js';
import { type Bundle, casesIn, type Piece, piecesOf, readBundle } from '../../store/bundles.js';
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
  return (await mayOpen(trx, visit, bundle)) ? { bundle, pieces: await piecesOf(trx, bundle.id) } : null;
}

/** Whether this person may see every case in it: lists leave out the others. */
export async function mayOpen(trx: Trx, visit: Visit, { id, caseId }: Bundle): Promise<boolean> {
  return maySeeAll(trx, visit, [...(caseId === null ? [] : [caseId]), ...(await casesIn(trx, id))]);
}

export async function maySeeAll(trx: Trx, visit: Visit, cases: readonly CaseId[]): Promise<boolean> {
  for (const caseId of new Set(cases)) if (!(await maySeeCase(trx, visit, caseId))) return false;
  return true;
}

/** Nothing is chosen any more in a bundle that is being made, or that was put aside. */
export function mayChoose({ state }: Bundle): boolean {
  return state !== 'making' && state !== 'put-aside';
}
