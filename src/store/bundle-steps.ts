/** Where the making of a bundle is, for whoever waits for it. */
import { sql } from 'kysely';
import type { Bundle } from './bundles.js';
import type { Trx } from './database.js';

/** Where the making is; a person sees it on the bundle's page. */
export async function noteStep(
  trx: Trx,
  bundle: string,
  step: NonNullable<Bundle['step']>,
  volumesPlanned: number | null = null,
): Promise<void> {
  await sql`update bundle set step = ${step}, volumes_planned = coalesce(${volumesPlanned}, volumes_planned)
    where landlord_id = ${trx.landlordId} and id = ${bundle} and state = 'making'`.execute(trx);
}

/** How far one of its steps is. */
export async function noteFar(
  trx: Trx,
  bundle: string,
  step: NonNullable<Bundle['step']>,
  { done, of }: { readonly done: number; readonly of: number },
): Promise<void> {
  await sql`update bundle set step = ${step}, step_done = ${done}, step_of = ${of}
    where landlord_id = ${trx.landlordId} and id = ${bundle} and state = 'making'`.execute(trx);
}
