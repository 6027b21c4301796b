/**
 * Sessions are rows: one ends the moment its row says so. What was typed into a session that had ended is kept for its
 * writer, and attempts to sign in are counted so that guessing is slow.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../complaint/refusals.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { digestOf } from './staff.js';

/** A desk left for an hour is signed out; a working day is the most. */
export const idleMinutes = 60;
export const longestHours = 12;

export type EndedBecause = 'signed-out' | 'deactivated' | 'roles-changed' | 'password-changed';

export interface SessionFound {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly open: boolean;
  /** Ended, but not by signing out or being deactivated: what was typed into it may come back. */
  readonly mayReturn: boolean;
  readonly landlord: { readonly name: string; readonly demonstration: boolean };
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A session is a row that can end at once; the cookie holds its secret, the row a digest. */
export async function openSession(trx: Trx, staff: StaffId, secret: string): Promise<void> {
  await sql`insert into staff_session (landlord_id, id_digest, staff_id)
    values (${trx.landlordId}, ${digestOf(secret)}, ${staff})`.execute(trx);
}

/** The session with everything that each page needs, in one query. Marks it as seen, at most once a minute. */
export async function findSession(trx: Trx, secret: string): Promise<SessionFound | null> {
  const { rows } = await sql<
    Omit<SessionFound, 'landlord'> & { landlordName: string; demonstration: boolean; stale: boolean }
  >`
    select
      s.id as "staffId", s.name, s.email, s.roles,
      e.ended_at is null and s.deactivated_at is null and not t.out as open,
      s.deactivated_at is null and (e.ended_because is null or e.ended_because in ('roles-changed', 'password-changed'))
        as "mayReturn",
      e.last_seen_at < now() - interval '1 minute' as stale,
      l.name as "landlordName", l.demonstration,
      coalesce((select jsonb_object_agg(x.name, x.value) from landlord_setting x where x.landlord_id = e.landlord_id), '{}') as settings
    from staff_session e
    join staff s on s.landlord_id = e.landlord_id and s.id = e.staff_id
    join landlord l on l.id = e.landlord_id
    cross join lateral (
      select e.last_seen_at < now() - make_interval(mins => ${idleMinutes})
        or e.made_at < now() - make_interval(hours => ${longestHours}) as out
    ) t
    where e.landlord_id = ${trx.landlordId} and e.id_digest = ${digestOf(secret)}`.execute(trx);
  const row = rows[0];
  if (!row) return null;
  if (row.open && row.stale) {
    await sql`update staff_session set last_seen_at = now()
      where landlord_id = ${trx.landlordId} and id_digest = ${digestOf(secret)}`.execute(trx);
  }
  const { landlordName: name, demonstration, stale: _, ...session } = row;
  return { ...session, landlord: { name, demonstration } };
}

/** Ends a session at once. */
export async function endSession(trx: Trx, secret: string): Promise<void> {
  await sql`update staff_session set ended_at = now(), ended_because = 'signed-out'
    where landlord_id = ${trx.landlordId} and id_digest = ${digestOf(secret)} and ended_at is null`.execute(trx);
}

/** Every session of a person, at once. */
export async function endSessionsOf(trx: Trx, staff: StaffId, because: EndedBecause): Promise<void> {
  await sql`update staff_session set ended_at = now(), ended_because = ${because}
    where landlord_id = ${trx.landlordId} and staff_id = ${staff} and ended_at is null`.execute(trx);
}

export type KeptFields = Readonly<Record<string, string | readonly string[]>>;

export interface KeptForm {
  readonly id: string;
  readonly path: string;
  readonly fields: KeptFields;
}

/** Keeps what was typed. A form longer than a megabyte is not kept. */
export async function keepForm(trx: Trx, staff: StaffId, path: string, fields: KeptFields): Promise<void> {
  const text = JSON.stringify(fields);
  if (text.length > 1_000_000) return;
  await dropOldForms(trx);
  await sql`insert into kept_form (landlord_id, id, staff_id, path, fields)
    values (${trx.landlordId}, ${randomUUID()}, ${staff}, ${path}, ${text}::jsonb)`.execute(trx);
}

/** The last form that this person lost, if it was today. */
export async function lastKeptForm(trx: Trx, staff: StaffId): Promise<KeptForm | null> {
  await dropOldForms(trx);
  const { rows } = await sql<KeptForm>`
    select id, path, fields from kept_form
    where landlord_id = ${trx.landlordId} and staff_id = ${staff}
    order by made_at desc limit 1`.execute(trx);
  return rows[0] ?? null;
}

export async function keptForm(trx: Trx, staff: StaffId, id: string, path: string): Promise<KeptFields | null> {
  const { rows } = await sql<{ fields: KeptFields }>`
    select fields from kept_form
    where landlord_id = ${trx.landlordId} and staff_id = ${staff} and id::text = ${id} and path = ${path}`.execute(trx);
  return rows[0]?.fields ?? null;
}

/** Once a form of that path was taken, what was kept of it is gone. */
export async function dropKeptForms(trx: Trx, staff: StaffId, path: string): Promise<void> {
  await sql`delete from kept_form
    where landlord_id = ${trx.landlordId} and staff_id = ${staff} and path = ${path}`.execute(trx);
}

async function dropOldForms(trx: Trx): Promise<void> {
  await sql`delete from kept_form where landlord_id = ${trx.landlordId} and made_at < now() - interval '1 day'`.execute(
    trx,
  );
  // A session that has ended keeps coming back as often as its holder likes: nine forms are the most that anybody lost.
  await sql`delete from kept_form k where k.landlord_id = ${trx.landlordId} and k.id in (
    select f.id from (
      select id, row_number() over (partition by staff_id order by made_at desc) as n
      from kept_form where landlord_id = ${trx.landlordId}
    ) f where f.n > 9)`.execute(trx);
}

export interface Attempt {
  readonly account: string;
  readonly network: string;
}

/**
 * Minutes to wait before this account may be tried again from this network; 0: now. Three counts over a quarter of an
 * hour: the account from this network (5), the network (30), the account from anywhere (20). The last spares networks
 * from which the account has signed in during the last month, so nobody can lock the right person out from elsewhere.
 */
async function minutesToWait(trx: Trx, { account, network }: Attempt): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    with recent as (
      select account_digest = ${digestOf(account)} as same_account, network_digest = ${digestOf(network)} as same_network, at
      from sign_in_attempt
      where landlord_id = ${trx.landlordId} and not succeeded and at > now() - interval '15 minutes'
        and (account_digest = ${digestOf(account)} or network_digest = ${digestOf(network)})
        and at > coalesce((
          select max(at) from sign_in_attempt
          where landlord_id = ${trx.landlordId} and succeeded
            and account_digest = ${digestOf(account)} and network_digest = ${digestOf(network)}), '-infinity')
    ),
    known as (
      select exists (
        select 1 from sign_in_attempt
        where landlord_id = ${trx.landlordId} and succeeded and at > now() - interval '30 days'
          and account_digest = ${digestOf(account)} and network_digest = ${digestOf(network)}) as here
    ),
    counted as (
      select
        (array_agg(at order by at desc) filter (where same_account and same_network))[5] as fifth,
        (array_agg(at order by at desc) filter (where same_network))[30] as thirtieth,
        (array_agg(at order by at desc) filter (where same_account))[20] as twentieth
      from recent
    )
    select ceil(extract(epoch from greatest(
      fifth, thirtieth, case when known.here then null else twentieth end
    ) + interval '15 minutes' - now()) / 60)::int as wait
    from counted, known`.execute(trx);
  return Math.max(0, rows[0]?.wait ?? 0);
}

/**
 * Counts an attempt as failed before its password is looked at, so that a hundred at once count as a hundred. `wait` above
 * 0: it was one too many, and is not to be tried.
 */
export async function beginAttempt(
  trx: Trx,
  attempt: Attempt,
): Promise<{ readonly id: string; readonly wait: number }> {
  // One at a time counts and is counted; it takes a millisecond, and the slow look at the password comes after it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${trx.landlordId}`}, 0))`.execute(trx);
  const wait = await minutesToWait(trx, attempt);
  const id = randomUUID();
  if (wait === 0) {
    await sql`insert into sign_in_attempt (landlord_id, id, account_digest, network_digest, succeeded)
      values (${trx.landlordId}, ${id}, ${digestOf(attempt.account)}, ${digestOf(attempt.network)}, false)`.execute(
      trx,
    );
    await sql`delete from sign_in_attempt
      where landlord_id = ${trx.landlordId} and at < now() - interval '30 days'`.execute(trx);
  }
  return { id, wait };
}

/** The password was right: what was counted as failed was none. */
export async function attemptSucceeded(trx: Trx, id: string, { account, network }: Attempt): Promise<void> {
  await sql`delete from sign_in_attempt where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  await sql`insert into sign_in_attempt (landlord_id, account_digest, network_digest, succeeded)
    values (${trx.landlordId}, ${digestOf(account)}, ${digestOf(network)}, true)`.execute(trx);
}
