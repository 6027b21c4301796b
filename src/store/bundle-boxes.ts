/** Places on pages that are painted over: who chose them, and why. The paper itself stays as it was. */
import { sql } from 'kysely';
import { mayChoose, nothingToChoose, objectionsToHiding } from '../complaint/bundle/choosing.js';
import type { HideReason } from '../complaint/bundle/kinds.js';
import type { Refusal } from '../complaint/refusals.js';
import type { StaffId } from '../facts/happened.js';
import { holdBundle, raiseVersion } from './bundles.js';
import type { Trx } from './database.js';

export interface Box {
  readonly id: string;
  readonly page: number;
  /** In ten thousandths of the page as it is seen, from its top left. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly reason: HideReason;
  readonly note: string | null;
  readonly by: string;
}

const boxRow = sql`
  select b.id, b.piece_id as piece, b.page, b.x, b.y, b.w, b.h, b.reason, b.note, s.name as "by"
  from bundle_box b join staff s on s.landlord_id = b.landlord_id and s.id = b.made_by`;
const inOrder = sql`order by b.page, b.y, b.x, b.id`;

export async function boxesOf(trx: Trx, bundle: string, piece: string): Promise<Box[]> {
  const { rows } = await sql<Box>`${boxRow}
    where b.landlord_id = ${trx.landlordId} and b.bundle_id::text = ${bundle} and b.piece_id::text = ${piece} ${inOrder}`.execute(
    trx,
  );
  return rows;
}

/** The places of every paper that has some. */
export async function boxesIn(trx: Trx, bundle: string): Promise<ReadonlyMap<string, readonly Box[]>> {
  const { rows } = await sql<Box & { piece: string }>`${boxRow}
    where b.landlord_id = ${trx.landlordId} and b.bundle_id::text = ${bundle} ${inOrder}`.execute(trx);
  return Map.groupBy(rows, ({ piece }) => piece);
}

/** Hides a place; or what speaks against it. */
export async function addBox(
  trx: Trx,
  bundle: string,
  piece: string,
  box: Omit<Box, 'id' | 'by'> & { readonly by: StaffId },
): Promise<readonly Refusal[]> {
  const { page, x, y, w, h, reason, note, by } = box;
  const held = await holdBundle(trx, bundle);
  const { rows } = await sql<{ pages: number | null }>`
    select pages from bundle_piece
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = ${piece}`.execute(trx);
  const refusals = objectionsToHiding(held, { place: box, page, pages: rows[0]?.pages ?? null, reason, note });
  if (refusals.length > 0) return refusals;
  await sql`
    insert into bundle_box (landlord_id, bundle_id, piece_id, page, x, y, w, h, reason, note, made_by)
    values (${trx.landlordId}, ${bundle}, ${piece}, ${page}, ${x}, ${y}, ${w}, ${h}, ${reason}, ${note}, ${by})`.execute(
    trx,
  );
  await raiseVersion(trx, bundle);
  return [];
}

/** Shows a place again; or what speaks against it. */
export async function removeBox(trx: Trx, bundle: string, piece: string, box: string): Promise<readonly Refusal[]> {
  if (!mayChoose(await holdBundle(trx, bundle))) return [nothingToChoose];
  await sql`delete from bundle_box
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and piece_id = ${piece} and id::text = ${box}`.execute(
    trx,
  );
  await raiseVersion(trx, bundle);
  return [];
}
