/** The landlord's own lists of areas and categories, while rows are read that name some of them, and new ones. */
import { sql } from 'kysely';
import { plain } from '../complaint/register/fields.js';
import { recordChange } from './change-trail.js';
import type { Trx } from './database.js';

export type NamedField = 'area' | 'category';

export interface Names {
  /** The name as the list has it; the given one when it is new; null when the list is full. */
  named(field: NamedField, name: string): string | null;
  /** Names that are new since this was last asked. */
  fresh(): { readonly field: NamedField; readonly name: string }[];
}

/** More than this is no list: that column holds free text. */
export const longestList = 500;

export async function readNames(trx: Trx): Promise<Names> {
  const { rows } = await sql<{ field: NamedField; name: string }>`
    select 'area' as field, name from area where landlord_id = ${trx.landlordId}
    union all
    select 'category', name from category where landlord_id = ${trx.landlordId}`.execute(trx);
  const lists: Record<NamedField, Map<string, string>> = { area: new Map(), category: new Map() };
  for (const { field, name } of rows) lists[field].set(plain(name), name);
  let fresh: { field: NamedField; name: string }[] = [];
  return {
    named(field, name) {
      const list = lists[field];
      const key = plain(name);
      const known = list.get(key);
      if (known !== undefined) return known;
      if (list.size >= longestList) return null;
      list.set(key, name);
      fresh.push({ field, name });
      return name;
    },
    fresh() {
      const now = fresh;
      fresh = [];
      return now;
    },
  };
}

/** Puts new names on the lists, and on record who did. */
export async function addFresh(trx: Trx, names: Names, source: string): Promise<void> {
  const fresh = names.fresh();
  for (const field of ['area', 'category'] as const) {
    const added = fresh.filter((one) => one.field === field).map(({ name }) => name);
    if (added.length === 0) continue;
    await sql`
      insert into ${sql.table(field)} (landlord_id, name)
      select ${trx.landlordId}, name from unnest(${added}::text[]) as name
      on conflict (landlord_id, name) do nothing`.execute(trx);
    await recordChange(trx, {
      about: field,
      words: `From the register “${source}”: ${added.slice(0, 20).join(', ')}${added.length > 20 ? '…' : ''}.`,
      by: null,
    });
  }
}
