/**
 * How often the form is used from one network, or for one address, so that nobody can flood it. Counted in the database,
 * since several web processes serve it. An emergency is the last thing to be slowed down, and its telephone numbers never.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from './database.js';

export type FormUse = 'begun' | 'sent' | 'emergency' | 'link' | 'file' | 'receipt';

interface Limit {
  readonly most: number;
  readonly minutes: number;
}

/** A library or a hostel is one network: these are for programs, and no people come near them. */
const limits: Readonly<Record<FormUse, Limit>> = {
  begun: { most: 60, minutes: 60 },
  sent: { most: 30, minutes: 60 },
  emergency: { most: 20, minutes: 60 },
  // By address: what a stranger's letter box can be made to hold.
  link: { most: 3, minutes: 60 },
  receipt: { most: 5, minutes: 24 * 60 },
  file: { most: 120, minutes: 60 },
};
/** Bytes of files from one network in an hour. */
const mostBytes = 1_000_000_000;

const digestOf = (trx: Trx, by: string): string =>
  createHash('sha256').update(`${trx.landlordId} ${by.trim().toLowerCase()}`).digest('hex');

export interface UseOf {
  readonly what: FormUse;
  /** The network, or the address that something goes to. Only a digest of it is kept. */
  readonly by: string;
  readonly bytes?: number;
}

/** Counts one use; or says after how many minutes it may be tried again, and counts nothing. */
export async function useForm(trx: Trx, { what, by, bytes = 0 }: UseOf): Promise<{ readonly wait: number }> {
  const { most, minutes } = limits[what];
  const digest = digestOf(trx, by);
  // A hundred at once count as a hundred.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${what} ${digest}`}, 0))`.execute(trx);
  const { rows } = await sql<{ used: number; bytes: string; wait: number | null }>`
    select count(*)::int as used, coalesce(sum(bytes), 0) as bytes,
      ceil(extract(epoch from min(at) + make_interval(mins => ${minutes}) - now()) / 60)::int as wait
    from form_use
    where landlord_id = ${trx.landlordId} and what = ${what} and by_digest = decode(${digest}, 'hex')
      and at > now() - make_interval(mins => ${minutes})`.execute(trx);
  const row = rows[0];
  if (row !== undefined && (row.used >= most || Number(row.bytes) + bytes > mostBytes))
    return { wait: Math.max(1, row.wait ?? minutes) };
  await sql`
    insert into form_use (landlord_id, what, by_digest, bytes)
    values (${trx.landlordId}, ${what}, decode(${digest}, 'hex'), ${bytes})`.execute(trx);
  return { wait: 0 };
}

/** What was counted is forgotten after two days. */
export async function forgetFormUse(trx: Trx, now: Date): Promise<void> {
  await sql`
    delete from form_use
    where landlord_id = ${trx.landlordId} and at < ${now.toISOString()}::timestamptz - interval '2 days'`.execute(trx);
}
