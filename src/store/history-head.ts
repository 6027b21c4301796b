/**
 * Where the whole history of a landlord stands at a moment: one digest over the ends of all its chains. What was worked
 * out beside it can be worked out again later, and any entry recorded since is seen to have moved it.
 */
import { sql } from 'kysely';
import type { Trx } from './database.js';

export interface HistoryHead {
  /** Hex sha256 over every case's last hash, in the order of their ids. */
  readonly digest: string;
  readonly cases: number;
  readonly entries: number;
  /** ISO 8601 in UTC: when the newest entry was recorded; null for an empty history. */
  readonly lastRecordedAt: string | null;
}

/** The history as this transaction sees it. */
export async function historyHead(trx: Trx): Promise<HistoryHead> {
  const { rows } = await sql<{ digest: string | null; cases: number; entries: number }>`
    select encode(sha256(string_agg(hash, ''::bytea order by case_id)), 'hex') as digest,
      count(*) as cases, coalesce(sum(seq), 0) as entries
    from case_head where landlord_id = ${trx.landlordId}`.execute(trx);
  const found = rows[0];
  const last = await sql<{ at: string | null }>`
    select to_char(max(e.recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from case_head h join case_event e
      on e.landlord_id = h.landlord_id and e.case_id = h.case_id and e.seq = h.seq
    where h.landlord_id = ${trx.landlordId}`.execute(trx);
  return {
    digest: found?.digest ?? emptyHistory,
    cases: Number(found?.cases ?? 0),
    entries: Number(found?.entries ?? 0),
    lastRecordedAt: last.rows[0]?.at ?? null,
  };
}

/** The sha256 of nothing: what a history without a case stands at. */
const emptyHistory = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
