/** The official wording of provisions, loaded by a landlord from its own copy of the form: its own text, kept for it alone. */
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { noteChange } from './assessment-changes.js';
import type { Trx } from './database.js';

export async function wordingOf(trx: Trx, edition: Edition): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ provision: string; text: string }>`
    select provision, text from official_wording
    where landlord_id = ${trx.landlordId} and edition = ${edition}`.execute(trx);
  return new Map(rows.map(({ provision, text }) => [provision, text]));
}

/** Puts a landlord's own copy in place of what it had loaded before for these provisions. */
export async function loadWording(
  trx: Trx,
  edition: Edition,
  texts: ReadonlyMap<string, string>,
  from: { readonly source: string; readonly by: StaffId | null },
): Promise<number> {
  for (const [provision, text] of texts)
    await sql`
      insert into official_wording (landlord_id, edition, provision, text, source, loaded_by)
      values (${trx.landlordId}, ${edition}, ${provision}, ${text}, ${from.source}, ${from.by})
      on conflict (landlord_id, edition, provision)
      do update set text = excluded.text, source = excluded.source, loaded_by = excluded.loaded_by,
        loaded_at = clock_timestamp()`.execute(trx);
  if (texts.size > 0) {
    const words = `The wording of ${texts.size} provisions of ${edition} was loaded from ${from.source}`;
    await noteChange(trx, { about: 'wording', subject: null, words, by: from.by });
  }
  return texts.size;
}

export async function forgetWording(trx: Trx, edition: Edition, by: StaffId): Promise<void> {
  await sql`
    delete from official_wording where landlord_id = ${trx.landlordId} and edition = ${edition}`.execute(trx);
  await noteChange(trx, { about: 'wording', subject: null, words: `The wording of ${edition} was taken away`, by });
}
