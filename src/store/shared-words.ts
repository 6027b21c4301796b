/**
 * Words and files that several cases name: a message divided at triage, a point that went its own way, adjustments that
 * came along. Whoever erases them in one case erases them in all, and each history has to say so.
 */
import { sql } from 'kysely';
import type { CaseId, File, Words } from '../facts/happened.js';
import { readHistories } from './case-file.js';
import { mentionsIn, noMentions } from './chain.js';
import type { Trx } from './database.js';

export interface Sharing {
  readonly id: CaseId;
  readonly words: readonly Words[];
  readonly files: readonly File[];
}

/** The other cases that name any of these, each with what it names. They are found by links: what is shared came along one. */
export async function casesSharing(trx: Trx, from: CaseId, digests: readonly string[]): Promise<readonly Sharing[]> {
  const sought = new Set(digests);
  const seen = new Set<CaseId>([from]);
  const sharing: Sharing[] = [];
  let next = await linkedTo(trx, [from], seen);
  while (next.length > 0) {
    const found: CaseId[] = [];
    for (const history of await readHistories(trx, next)) {
      const mentions = noMentions();
      for (const entry of history.entries) {
        if (entry.what.type !== 'WordsErased') mentionsIn(entry.what.type, entry.what, mentions);
      }
      const words = [...mentions.words].filter((digest) => sought.has(digest)) as Words[];
      const files = [...mentions.files].filter((digest) => sought.has(digest)) as File[];
      if (words.length + files.length === 0) continue;
      sharing.push({ id: history.id, words, files });
      found.push(history.id);
    }
    next = await linkedTo(trx, found, seen);
  }
  return sharing;
}

/** Cases linked to these, in either direction, that were not seen yet. */
async function linkedTo(trx: Trx, ids: readonly CaseId[], seen: Set<CaseId>): Promise<readonly CaseId[]> {
  if (ids.length === 0) return [];
  const found = await sql<{ id: CaseId }>`
    select to_case_id as id from link where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[])
    union
    select case_id from link where landlord_id = ${trx.landlordId} and to_case_id = any (${ids}::uuid[])`.execute(trx);
  const fresh = found.rows.map((row) => row.id).filter((id) => !seen.has(id));
  for (const id of fresh) seen.add(id);
  return fresh;
}
