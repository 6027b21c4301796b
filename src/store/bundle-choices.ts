/** What people say of a bundle, each with their name: what becomes of a paper, that they looked through it, that it may go. */
import { sql } from 'kysely';
import { objectionsToMarking } from '../complaint/bundle/choosing.js';
import { objectionsToCheck, objectionsToLooking } from '../complaint/bundle/going-out.js';
import type { BundleKind, PieceStanding } from '../complaint/bundle/kinds.js';
import type { Refusal } from '../complaint/refusals.js';
import type { StaffId } from '../facts/happened.js';
import { holdBundle, piecesOf, raiseVersion } from './bundles.js';
import type { Trx } from './database.js';

/** Says what becomes of a paper, by whom and why; or what speaks against it. */
export async function markPiece(
  trx: Trx,
  bundle: string,
  piece: string,
  to: {
    readonly standing: PieceStanding;
    readonly kind: BundleKind;
    readonly reason: string | null;
    /** That its pages go as pictures; as it was, where nobody says. */
    readonly asPictures?: boolean;
    readonly by: StaffId;
    readonly now: Date;
  },
): Promise<readonly Refusal[]> {
  const refusals = objectionsToMarking(await holdBundle(trx, bundle), to);
  if (refusals.length > 0) return refusals;
  await sql`
    update bundle_piece set standing = ${to.standing}, kind = ${to.kind}, reason = ${to.reason}, as_pictures = coalesce(${to.asPictures ?? null}, as_pictures),
      marked_by = ${to.by}, marked_at = ${to.now.toISOString()}
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = ${piece}`.execute(trx);
  await raiseVersion(trx, bundle);
  return [];
}

/** That somebody has looked through papers of this version for what is about others; or what speaks against it. */
export async function lookedThrough(
  trx: Trx,
  bundle: string,
  version: number,
  pieces: readonly string[],
  by: StaffId,
  now: Date,
): Promise<readonly Refusal[]> {
  const refusals = objectionsToLooking(await holdBundle(trx, bundle), version);
  if (refusals.length > 0) return refusals;
  // Places on pages that a paper has no more hide nothing, and nobody could take them away.
  await sql`
    delete from bundle_box b using bundle_piece p
    where b.landlord_id = ${trx.landlordId} and b.bundle_id = ${bundle} and b.piece_id = any (${[...pieces]}::uuid[])
      and p.landlord_id = b.landlord_id and p.bundle_id = b.bundle_id and p.id = b.piece_id and b.page > p.pages`.execute(
    trx,
  );
  await sql`
    update bundle_piece set looked_by = ${by}, looked_at = ${now.toISOString()}, trouble = nullif(trouble, 'moved')
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = any (${[...pieces]}::uuid[])`.execute(trx);
  return [];
}

/** What one person answers for: that this version was looked at for others' matters and for lawyers' papers. */
export async function checkBundle(
  trx: Trx,
  bundle: string,
  said: {
    readonly seen: number;
    readonly files: boolean;
    readonly again: boolean;
    readonly by: StaffId;
    readonly now: Date;
  },
): Promise<readonly Refusal[]> {
  const held = await holdBundle(trx, bundle);
  const refusals = objectionsToCheck(held, await piecesOf(trx, bundle), said);
  if (refusals.length > 0) return refusals;
  await sql`
    insert into bundle_check (landlord_id, bundle_id, version, checked_by, checked_at)
    values (${trx.landlordId}, ${bundle}, ${held.version}, ${said.by}, ${said.now.toISOString()})
    on conflict do nothing`.execute(trx);
  return [];
}
