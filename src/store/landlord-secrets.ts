/**
 * Secrets that a landlord gave us: passwords, client secrets, tokens. The row holds them closed by the installation's key;
 * no screen shows one again, and a backup of the tables opens none of them.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from './database.js';
import { keyFor } from './installation-key.js';

const version = 1;

/**
 * Closes a text with the installation's key. `about` is what it belongs to: it opens for the same alone, so that nobody
 * who may write rows can move a secret to where it is shown or sent elsewhere.
 */
export function sealSecret(text: string, about = ''): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('secrets'), nonce);
  cipher.setAAD(Buffer.from(about));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), closed]);
}

/** The text, or null when it was closed by another key or was changed. */
export function openSecret(sealed: Uint8Array, about = ''): string | null {
  if (sealed[0] !== version || sealed.length < 29) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor('secrets'), sealed.subarray(1, 13));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(13, 29));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Keeps a secret under a name of ours ("mailbox 4f…", "notify"), over the one that was there. */
export async function keepSecret(trx: Trx, name: string, text: string): Promise<void> {
  await sql`
    insert into landlord_secret (landlord_id, name, sealed)
    values (${trx.landlordId}, ${name}, ${sealSecret(text, place(trx, name))})
    on conflict (landlord_id, name) do update set sealed = excluded.sealed, changed_at = clock_timestamp()`.execute(
    trx,
  );
}

/** The secret; null when none was given, or when this installation's key can't open it any more. */
export async function readSecret(trx: Trx, name: string): Promise<string | null> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from landlord_secret
    where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
  return rows[0] ? openSecret(rows[0].sealed, place(trx, name)) : null;
}

export type SecretState =
  | { readonly is: 'none' }
  | { readonly is: 'kept'; readonly changedAt: string }
  /** Closed by a key that this installation has not: it must be given again. */
  | { readonly is: 'unreadable'; readonly changedAt: string };

/** What a screen may say of a secret. */
export async function secretState(trx: Trx, name: string): Promise<SecretState> {
  const { rows } = await sql<{ sealed: Buffer; changedAt: string }>`
    select sealed, changed_at as "changedAt" from landlord_secret
    where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
  const row = rows[0];
  if (!row) return { is: 'none' };
  return { is: openSecret(row.sealed, place(trx, name)) === null ? 'unreadable' : 'kept', changedAt: row.changedAt };
}

/** Forgets a secret. */
export async function dropSecret(trx: Trx, name: string): Promise<void> {
  await sql`delete from landlord_secret where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
}

function place(trx: Trx, name: string): string {
  return `${trx.landlordId} ${name}`;
}
