/** Whether the cases of a period are taken to be of the only kind of home that is owned, because none of them says. */
import type { Trx } from '../database.js';
import type { BehindAsked } from './behind.js';
import { type HomeKind, homesFor, onlyKind } from './homes.js';

/** Null: they count as they say. */
export async function kindAssumedIn(trx: Trx, { period, homes }: BehindAsked): Promise<HomeKind | null> {
  const known = homes === undefined ? await homesFor(trx, period) : { ...homes, yearEnd: null, note: null };
  const only = onlyKind(known);
  if (only === null) return null;
  const { rows } = await trx.client.query<{ said: boolean }>({
    text: `select exists (
  select from figure_stage
  where landlord_id = $1 and day between $2 and $3 and not undecided and not start_untold and tenure <> 'unknown') as said`,
    values: [trx.landlordId, period.from, period.until],
  });
  return rows[0]?.said === true ? null : only;
}
