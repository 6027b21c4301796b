/**
 * How far each mailbox was read, and by whom just now. One process at a time holds a mailbox: it says so for a minute at a
 * time, and what it notes is noted only while it holds it.
 */
import { sql } from 'kysely';
import type { Trx } from './database.js';

export interface Reading {
  readonly uidValidity: number | null;
  readonly lastUid: number;
}

const held = 60;

/** Takes hold of a mailbox, or keeps hold of it. Null: another process has it. */
export async function holdMailbox(trx: Trx, id: string, holder: string): Promise<Reading | null> {
  const { rows } = await sql<Reading>`
    update mailbox_reading
    set held_by = ${holder}, held_until = now() + make_interval(secs => ${held})
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id}
      and (held_by is null or held_by = ${holder} or held_until < now())
    returning uid_validity as "uidValidity", last_uid as "lastUid"`.execute(trx);
  return rows[0] ?? null;
}

/** Lets go, so that another need not wait. */
export async function letGo(trx: Trx, id: string, holder: string): Promise<void> {
  await sql`
    update mailbox_reading set held_by = null, held_until = null
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and held_by = ${holder}`.execute(trx);
}

/** Where reading begins in this numbering of the mailbox. False: it is another's now. */
export async function beginNumbering(
  trx: Trx,
  id: string,
  holder: string,
  at: { readonly uidValidity: number; readonly lastUid: number },
): Promise<boolean> {
  const { rows } = await sql`
    update mailbox_reading set uid_validity = ${at.uidValidity}, last_uid = ${at.lastUid}
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and held_by = ${holder}
    returning 1`.execute(trx);
  // What was left under the old numbers is found again under the new ones.
  await sql`
    delete from mailbox_left
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and uid_validity <> ${at.uidValidity}`.execute(trx);
  return rows.length > 0;
}

export interface Progress {
  readonly lastUid: number;
  readonly taken: number;
  readonly waiting: number;
  /** Messages that could not be taken in: tried again later. */
  readonly left: readonly number[];
  readonly at: Date;
}

/** Everything up to `lastUid` was taken in or is left for later. False: the mailbox is another's now. */
export async function noteProgress(
  trx: Trx,
  id: string,
  holder: string,
  uidValidity: number,
  progress: Progress,
): Promise<boolean> {
  const { lastUid, taken, waiting, left, at } = progress;
  const { rows } = await sql`
    update mailbox_reading
    set last_uid = greatest(last_uid, ${lastUid}), taken = taken + ${taken}, waiting = ${waiting},
      read_at = ${at.toISOString()}, trouble = null, trouble_since = null,
      held_until = now() + make_interval(secs => ${held})
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and held_by = ${holder}
      and uid_validity = ${uidValidity}
    returning 1`.execute(trx);
  if (rows.length === 0) return false;
  if (left.length > 0) {
    await sql`
      insert into mailbox_left (landlord_id, mailbox_id, uid_validity, uid, next_try)
      select ${trx.landlordId}, ${id}, ${uidValidity}, u, ${at.toISOString()}::timestamptz + interval '5 minutes'
      from unnest(${[...left]}::bigint[]) u
      on conflict (landlord_id, mailbox_id, uid_validity, uid) do update
      set tries = mailbox_left.tries + 1,
        -- 10, 20, 40 minutes, and once a day at the rarest.
        next_try = ${at.toISOString()}::timestamptz
          + least(interval '1 day', interval '5 minutes' * power(2, least(mailbox_left.tries, 12)))`.execute(trx);
  }
  return true;
}

/** Those left for later whose turn has come. */
export async function leftFor(trx: Trx, id: string, uidValidity: number, now: Date): Promise<number[]> {
  const { rows } = await sql<{ uid: number }>`
    select uid from mailbox_left
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and uid_validity = ${uidValidity}
      and next_try <= ${now.toISOString()}
    order by uid limit 50`.execute(trx);
  return rows.map((row) => row.uid);
}

/** Taken in at last, or not in the mailbox any more. */
export async function leftNoMore(trx: Trx, id: string, uidValidity: number, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return;
  await sql`
    delete from mailbox_left
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and uid_validity = ${uidValidity}
      and uid = any (${[...uids]}::bigint[])`.execute(trx);
}

/** Says in one sentence what is wrong; it holds until the mailbox is read again. */
export async function noteTrouble(trx: Trx, id: string, holder: string, trouble: string): Promise<void> {
  await sql`
    update mailbox_reading
    set trouble = ${trouble}, trouble_since = coalesce(trouble_since, now())
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id} and (held_by = ${holder} or held_by is null)`.execute(
    trx,
  );
}

export interface ReadingState {
  readonly mailbox: string;
  readonly readAt: string | null;
  readonly waiting: number;
  readonly taken: number;
  readonly left: number;
  readonly trouble: string | null;
  readonly troubleSince: string | null;
}

/** What screens say of each mailbox. */
export async function readingStates(trx: Trx): Promise<ReadingState[]> {
  const { rows } = await sql<ReadingState>`
    select r.mailbox_id as mailbox, r.read_at as "readAt", r.waiting, r.taken, r.trouble,
      r.trouble_since as "troubleSince",
      (select count(*)::int from mailbox_left l
        where l.landlord_id = r.landlord_id and l.mailbox_id = r.mailbox_id) as "left"
    from mailbox_reading r
    where r.landlord_id = ${trx.landlordId}`.execute(trx);
  return rows;
}

export interface MailboxTrouble {
  readonly name: string;
  readonly trouble: string;
  readonly since: string | null;
}

/** Mailboxes that should be read and can't be: whoever waits for mail has to know. */
export async function mailboxTroubles(trx: Trx): Promise<MailboxTrouble[]> {
  const { rows } = await sql<MailboxTrouble>`
    select b.name, r.trouble, r.trouble_since as since
    from mailbox b
    join mailbox_reading r on r.landlord_id = b.landlord_id and r.mailbox_id = b.id
    where b.landlord_id = ${trx.landlordId} and b.reads and r.trouble is not null
    order by b.name`.execute(trx);
  return rows;
}
