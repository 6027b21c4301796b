/** Who changed which setting, when, and from what to what, in a sentence. Written in the transaction of the change. */
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export type ChangedThing =
  | 'staff'
  | 'team'
  | 'area'
  | 'category'
  | 'target'
  | 'holiday'
  | 'letterhead'
  | 'approval'
  | 'counting';

export interface Change {
  readonly about: ChangedThing;
  readonly words: string;
  /** Null when the command line did it. */
  readonly by: StaffId | null;
}

export async function recordChange(trx: Trx, { about, words, by }: Change): Promise<void> {
  await sql`insert into change_trail (landlord_id, by_staff_id, about, words)
    values (${trx.landlordId}, ${by}, ${about}, ${words})`.execute(trx);
}

export interface RecordedChange {
  readonly at: string;
  readonly by: string | null;
  readonly about: ChangedThing;
  readonly words: string;
}

export async function listChanges(
  trx: Trx,
  about: readonly ChangedThing[] | 'all',
  most = 50,
): Promise<RecordedChange[]> {
  const { rows } = await sql<RecordedChange>`
    select c.at, s.name as by, c.about, c.words
    from change_trail c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and (${about === 'all'} or c.about = any (${about === 'all' ? [] : [...about]}))
    order by c.at desc
    limit ${most}`.execute(trx);
  return rows;
}
