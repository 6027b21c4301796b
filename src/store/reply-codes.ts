/**
 * Addresses to which an answer finds its case: complaints+k3vx…@ashdown.example. The code is made from the installation's
 * key, so that nobody can guess another case's; it finds the case and proves nobody.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { keyFor } from './installation-key.js';
import type { CaseFound } from './mail.js';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 80 bits. */
const codeLength = 16;
/** A mail server may refuse a longer part before the @ (RFC 5321). */
const longestLocalPart = 63;

/** What stands where {code} does: small letters and digits, since servers change the case of an address. */
export function replyCode(landlordId: string, caseId: CaseId): string {
  const digest = createHmac('sha256', keyFor('reply addresses')).update(`${landlordId} ${caseId}`).digest();
  return Array.from(digest.subarray(0, codeLength), (byte) => letters[byte % 32]).join('');
}

/** Why an address can't be one for answers; null when it can. */
export function whyNoReplyAddress(pattern: string): string | null {
  const [local = '', domain = '', ...more] = pattern.trim().toLowerCase().split('@');
  if (more.length > 0 || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    return 'The address for answers must be an e-mail address with {code} before the @: complaints+{code}@example.org.';
  if (local.split('{code}').length !== 2 || !/^[a-z0-9._+=-]*\{code\}[a-z0-9._+=-]*$/.test(local))
    return 'The address for answers must have {code} once before the @: complaints+{code}@example.org.';
  const length = local.length - '{code}'.length + codeLength;
  return length > longestLocalPart
    ? `What stands before the @ would have ${length} signs with its code: ${longestLocalPart} are the most.`
    : null;
}

/** The code in one of these addresses, if one is an address for answers. */
export function codesIn(pattern: string | null, addresses: readonly string[]): string[] {
  if (pattern === null) return [];
  const [before = '', after = ''] = pattern.trim().toLowerCase().split('{code}');
  return addresses
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address.startsWith(before) && address.endsWith(after))
    .map((address) => address.slice(before.length, address.length - after.length))
    .filter((code) => /^[a-z2-7]{16}$/.test(code));
}

/** The address for answers about a case; null when the landlord has set none up. It is good from then on. */
export async function replyAddressFor(trx: Trx, caseId: CaseId): Promise<string | null> {
  const found = await sql<{ pattern: string }>`
    select reply_address as pattern from mailbox
    where landlord_id = ${trx.landlordId} and reads and reply_address is not null
    order by name, id limit 1`.execute(trx);
  const pattern = found.rows[0]?.pattern;
  if (pattern === undefined) return null;
  const code = replyCode(trx.landlordId, caseId);
  await sql`
    insert into mail_reply_code (landlord_id, code, case_id) values (${trx.landlordId}, ${code}, ${caseId})
    on conflict do nothing`.execute(trx);
  return pattern.toLowerCase().replace('{code}', code);
}

/** The case of one of these codes. */
export async function caseByCode(trx: Trx, codes: readonly string[]): Promise<CaseFound | null> {
  if (codes.length === 0) return null;
  const found = await sql<CaseFound>`
    select c.case_id as "caseId", h.reference
    from mail_reply_code c
    join case_head h on h.landlord_id = c.landlord_id and h.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and c.code = any (${[...codes]}::text[])
    limit 1`.execute(trx);
  return found.rows[0] ?? null;
}
