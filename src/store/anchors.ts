/**
 * Anchors: once a day, the heads that moved since the last one are written down, chained to the anchor before. What is
 * removed from a history together with its head is seen from then on. An anchor's digest that is kept elsewhere (printed
 * in a report, sent to a mailbox) shows it even to someone who owns the whole database.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import { canonical } from './chain.js';
import type { Trx } from './database.js';

export interface Anchor {
  readonly day: Day;
  readonly heads: number;
  readonly digest: string;
}

export interface AnchoredHead {
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
}

export const firstAnchorPrev: string = '0'.repeat(64);

/** The running digest of an anchor: its frame first, then each of its heads in the order of their ids. */
export function anchorDigest(frame: { landlordId: string; day: string; takenAt: string; prev: string }) {
  const hash = createHash('sha256').update(canonical(frame));
  return {
    add: (head: AnchoredHead) => {
      hash.update(canonical(head));
    },
    end: (heads: number): string => hash.update(String(heads)).digest('hex'),
  };
}

/** Takes this day's anchor; null when it is taken already, or nothing has moved since the last. */
export async function takeAnchor(trx: Trx, day: Day, now: Date): Promise<Anchor | null> {
  await sql`set local statement_timeout = 0`.execute(trx);
  const last = await sql<{ day: Day; digest: string }>`
    select day, encode(digest, 'hex') as digest from anchor
    where landlord_id = ${trx.landlordId} order by day desc limit 1`.execute(trx);
  const before = last.rows[0];
  if (before !== undefined && before.day >= day) return null;
  const moved = await sql<{ caseId: string; seq: number; hash: string }>`
    with moved as (
      update case_head set anchored_seq = seq
      where landlord_id = ${trx.landlordId} and anchored_seq is distinct from seq
      returning case_id, seq, hash)
    select case_id as "caseId", seq, encode(hash, 'hex') as hash from moved order by case_id`.execute(trx);
  if (moved.rows.length === 0) return null;
  const prev = before?.digest ?? firstAnchorPrev;
  const takenAt = now.toISOString();
  const running = anchorDigest({ landlordId: trx.landlordId, day, takenAt, prev });
  for (const { caseId, seq, hash } of moved.rows) running.add({ caseId, seq, hash });
  const digest = running.end(moved.rows.length);
  await sql`
    insert into anchor (landlord_id, day, taken_at, heads, prev, digest)
    values (${trx.landlordId}, ${day}, ${takenAt}, ${moved.rows.length}, decode(${prev}, 'hex'), decode(${digest}, 'hex'))`.execute(
    trx,
  );
  await sql`
    insert into anchor_head (landlord_id, day, case_id, seq, hash)
    select ${trx.landlordId}::uuid, ${day}::date, "caseId", seq, decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(moved.rows)}::json) as r ("caseId" uuid, seq integer, hash text)`.execute(
    trx,
  );
  return { day, heads: moved.rows.length, digest };
}
