/** Begins a bundle with everything that the record holds, and has it made: once, however often it is asked for at once. */
import { sql } from 'kysely';
import { hasJustBegun } from '../complaint/bundle/just-begun.js';
import type { BundleKind } from '../complaint/bundle/kinds.js';
import type { StaffId } from '../facts/happened.js';
import { gatherPapers } from './bundle-gather.js';
import { askToMake } from './bundle-making.js';
import { type BundleOf, beginBundle, holdBundle, listBundles } from './bundles.js';
import { takeHeads } from './case-store.js';
import type { Trx } from './database.js';
import { recordReading } from './reads.js';
import { isoInstant } from './today.js';

export interface Begun {
  readonly id: string;
  /** False: it is the one that somebody has just begun. */
  readonly isNew: boolean;
}

/** A bundle of the case or the request that is being made from now on; or the one of the same that has just begun. */
export async function beginAndMake(
  trx: Trx,
  about: { readonly of: BundleOf; readonly asked: readonly BundleKind[]; readonly by: StaffId; readonly now: Date },
): Promise<Begun> {
  const { of, by, now } = about;
  await holdSubject(trx, of);
  const [last] = await listBundles(trx, of, 1);
  if (last !== undefined && hasJustBegun({ ...last, begun: new Date(isoInstant(last.madeAt)) }, now))
    return { id: last.id, isNew: false };
  const id = await beginBundle(trx, about);
  await gatherPapers(trx, await holdBundle(trx, id));
  await askToMake(trx, id, now);
  const ofCase = 'caseId' in of ? of : {};
  await recordReading(trx, { staff: by, what: 'export', ...ofCase, about: `bundle ${id}` });
  return { id, isNew: true };
}

/** Whoever begins another one of the same at the same time waits until this transaction is over. */
async function holdSubject(trx: Trx, of: BundleOf): Promise<void> {
  if ('caseId' in of) await takeHeads(trx, [of.caseId]);
  else
    await sql`select from subject_request where landlord_id = ${trx.landlordId} and id = ${of.requestId}
      for no key update`.execute(trx);
}
