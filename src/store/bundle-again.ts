/** What is known, once a bundle is made, of words that are hidden on one paper and stand on another. */
import { sql } from 'kysely';
import type { Trx } from './database.js';

/** Which papers do not go because they would say again what is hidden on others. */
export async function noteHeldBack(trx: Trx, bundle: string, papers: ReadonlySet<string>): Promise<void> {
  await sql`
    update bundle_piece set trouble = case when id = any (${[...papers]}::uuid[]) then 'said-again' end
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle}
      and (trouble = 'said-again' or (trouble is null and id = any (${[...papers]}::uuid[])))`.execute(trx);
}

/** On which pages of the bundle words stand that are hidden on a paper; of other papers nothing is known. */
export async function noteSaidAgain(
  trx: Trx,
  bundle: string,
  found: readonly { readonly paper: string; readonly pages: readonly number[] }[],
): Promise<void> {
  await sql`
    update bundle_piece p set said_again = f.pages
    from bundle_piece was
    left join jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(paper uuid, pages integer[]) on f.paper = was.id
    where p.landlord_id = ${trx.landlordId} and p.bundle_id = ${bundle} and was.landlord_id = p.landlord_id
      and was.bundle_id = p.bundle_id and was.id = p.id`.execute(trx);
}
