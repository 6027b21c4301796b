/**
 * Words: what residents and staff wrote, letters' texts, notes. They stand apart from the history, each under a digest
 * with a salt of its own, so that they can be erased while the chain still verifies.
 */
import { hash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Words } from '../facts/happened.js';
import { binary } from './chain.js';
import type { Trx } from './database.js';
import { forgetSharedItems } from './sharing/forget-items.js';
import { forgetTerms } from './themes/forget-terms.js';

export interface KeptWords {
  readonly digest: Words;
  readonly salt: Buffer;
  readonly text: string;
}

/** The salted digest of a text. */
export function wordsDigest(salt: Buffer, text: string): Words {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')]), 'hex') as Words;
}

const saltLength = 16;
/** Chance is fetched from the system for many salts at once. */
let chance = Buffer.alloc(0);

function newSalt(): Buffer {
  if (chance.length === 0) chance = randomBytes(saltLength * 128);
  const salt = Buffer.from(chance.subarray(0, saltLength));
  chance = chance.subarray(saltLength);
  return salt;
}

/** Keeps what an act says until its transaction stores it. */
export interface Keeper {
  readonly keep: (text: string) => Words;
  readonly kept: ReadonlyMap<string, KeptWords>;
}

/** Keeps texts for one append: each gets a salt of its own, and the digest that its entry holds. */
export function newKeeper(): Keeper {
  const kept = new Map<string, KeptWords>();
  return {
    kept,
    keep: (given) => {
      // PostgreSQL holds neither NUL nor half a surrogate pair; what is hashed must be what is stored.
      const text = given.toWellFormed().replaceAll('\0', '\uFFFD');
      const salt = newSalt();
      const digest = wordsDigest(salt, text);
      kept.set(digest, { digest, salt, text });
      return digest;
    },
  };
}

/** Reads texts by their digests; what was erased is absent. */
export async function readWords(trx: Trx, digests: readonly string[]): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const found = await sql<{ digest: string; text: string }>`
    select encode(digest, 'hex') as digest, text
    from words
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(digests)}::bytea[])`.execute(trx);
  return new Map(found.rows.map((row) => [row.digest, row.text]));
}

/** Takes texts and their salts away for good. Their WordsErased entry is the caller's, in the same transaction. */
export async function removeWords(trx: Trx, digests: readonly string[]): Promise<number> {
  if (digests.length === 0) return 0;
  const gone = await sql<{ case_id: string }>`
    delete from words
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(digests)}::bytea[])
    returning case_id`.execute(trx);
  const cases = [...new Set(gone.rows.map((row) => row.case_id))];
  if (cases.length > 0) {
    await sql`select putright_index_words(${cases}::uuid[])`.execute(trx);
    await forgetTerms(trx, cases);
    await forgetSharedItems(trx, digests);
  }
  return gone.rows.length;
}
