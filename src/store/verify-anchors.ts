/** The anchors: each against the one before it, and the history against what they hold. */
import { sql } from 'kysely';
import { anchorDigest, firstAnchorPrev } from './anchors.js';
import type { Trx } from './database.js';
import { isoInstant } from './today.js';
import { type Findings, inSteps } from './verify-findings.js';

const rowsAtOnce = 2_000;

export async function checkAnchors(trx: Trx, name: string, findings: Findings): Promise<void> {
  const anchors = await sql<{ day: string; taken_at: string; heads: number; prev: string; digest: string }>`
    select day, taken_at, heads, encode(prev, 'hex') as prev, encode(digest, 'hex') as digest
    from anchor where landlord_id = ${trx.landlordId} order by day`.execute(trx);
  let prev = firstAnchorPrev;
  for (const anchor of anchors.rows) {
    const wrong = (why: string) => findings.broken.push({ ref: `${name}, anchor of ${anchor.day}`, seq: null, why });
    if (anchor.prev !== prev) wrong('it does not follow the anchor before it');
    const running = anchorDigest({
      landlordId: trx.landlordId,
      day: anchor.day,
      takenAt: isoInstant(anchor.taken_at),
      prev: anchor.prev,
    });
    let heads = 0;
    await inSteps<{ id: string; caseId: string; seq: number; hash: string }>(
      trx,
      (after) => sql`
        select case_id as id, case_id as "caseId", seq, encode(hash, 'hex') as hash
        from anchor_head
        where landlord_id = ${trx.landlordId} and day = ${anchor.day}
          and case_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
        order by case_id limit ${rowsAtOnce}`,
      (rows) => {
        for (const { caseId, seq, hash } of rows) running.add({ caseId, seq, hash });
        heads += rows.length;
      },
    );
    if (heads !== anchor.heads || running.end(heads) !== anchor.digest) wrong('it was altered');
    prev = anchor.digest;
  }
  // Whatever an anchor holds must still be in the history, entry by entry.
  const lost = await sql<{ case_id: string; seq: number; day: string }>`
    select a.case_id, a.seq, a.day
    from anchor_head a
    where a.landlord_id = ${trx.landlordId} and not exists (
      select 1 from case_event e
      where e.landlord_id = a.landlord_id and e.case_id = a.case_id and e.seq = a.seq and e.hash = a.hash)
    order by a.case_id, a.seq`.execute(trx);
  for (const { case_id, seq, day } of lost.rows) {
    const ref = findings.references.get(case_id) ?? case_id;
    findings.broken.push({ ref, seq, why: `the anchor of ${day} holds another entry, or an entry that is gone` });
  }
}
