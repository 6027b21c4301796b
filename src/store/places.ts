/** Where homes stand: told for a ward, a block, a postcode or a home, the nearer one counting more. */
import { sql } from 'kysely';
import type { PlaceGiven } from '../reports/places.js';
import type { Trx } from './database.js';

export interface PlacesNow {
  readonly homes: number;
  readonly placed: number;
  /** Wards of which no home has a place. */
  readonly without: readonly string[];
}

export async function placesNow(trx: Trx): Promise<PlacesNow> {
  const { rows } = await sql<{ homes: number; placed: number }>`
    select count(*)::int as homes, count(longitude)::int as placed from home
    where landlord_id = ${trx.landlordId}`.execute(trx);
  const wards = await sql<{ ward: string }>`
    select ward from home
    where landlord_id = ${trx.landlordId} and ward <> ''
    group by 1
    having count(longitude) = 0
    order by 1
    limit 50`.execute(trx);
  return { homes: rows[0]?.homes ?? 0, placed: rows[0]?.placed ?? 0, without: wards.rows.map(({ ward }) => ward) };
}

/** From far to near: what a home's own line says stands over what its ward's says. */
const nearer = ['lower(h.ward)', 'lower(h.block)', "lower(replace(h.postcode, ' ', ''))", 'lower(h.uprn)'] as const;

/** Gives homes their places. Answers how many homes have one by it, and what matched no home. */
export async function placeHomes(
  trx: Trx,
  places: readonly PlaceGiven[],
): Promise<{ readonly homes: number; readonly unmatched: readonly string[] }> {
  const asked = JSON.stringify(
    places.map((place, n) => ({
      ...place,
      n,
      plain: place.what.toLowerCase(),
      tight: place.what.toLowerCase().replaceAll(' ', ''),
    })),
  );
  const matched = new Set<number>();
  const homes = new Set<string>();
  for (const [far, own] of nearer.entries()) {
    const spelt = far === 2 ? 'tight' : 'plain';
    const { rows } = await sql<{ id: string; n: number }>`
      update home h set longitude = p.longitude, latitude = p.latitude
      from jsonb_to_recordset(${asked}::jsonb)
        as p (n integer, plain text, tight text, longitude double precision, latitude double precision)
      where h.landlord_id = ${trx.landlordId} and ${sql.raw(own)} = ${sql.raw(`p.${spelt}`)}
      returning h.id, p.n`.execute(trx);
    for (const { id, n } of rows) {
      matched.add(n);
      homes.add(id);
    }
  }
  return { homes: homes.size, unmatched: places.filter((_, n) => !matched.has(n)).map(({ what }) => what) };
}
