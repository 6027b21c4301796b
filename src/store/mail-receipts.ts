/** Whom we have told that their mail has come: each address once a day, and the landlord's whole mail to a limit. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type Day } from '../facts/days.js';
import type { Trx } from './database.js';
import { keyFor } from './installation-key.js';
import { readSetting, writeSetting } from './rules.js';

export interface ReceiptRules {
  readonly send: boolean;
  /** Over all addresses: a flood of mail makes no flood of answers. */
  readonly mostADay: number;
}

export const receiptsUnlessSet: ReceiptRules = { send: true, mostADay: 500 };
const setting = 'mail-receipts';

export async function readReceiptRules(trx: Trx): Promise<ReceiptRules> {
  return (await readSetting<ReceiptRules>(trx, setting)) ?? receiptsUnlessSet;
}

export async function writeReceiptRules(trx: Trx, rules: ReceiptRules): Promise<void> {
  await writeSetting(trx, setting, rules);
}

/** Takes this address's place for the day. False: it has had one today, or the landlord has sent as many as it may. */
export async function takeReceipt(trx: Trx, address: string, today: Day, rules: ReceiptRules): Promise<boolean> {
  if (!rules.send) return false;
  const digest = createHmac('sha256', keyFor('receipts'))
    .update(`${trx.landlordId} ${looksOfBox(address)}`)
    .digest();
  const { rows } = await sql`
    insert into mail_receipt (landlord_id, on_day, address_digest)
    select ${trx.landlordId}, ${today}::date, ${digest}
    where (select count(*) from mail_receipt where landlord_id = ${trx.landlordId} and on_day = ${today}::date)
      < ${rules.mostADay}
    on conflict do nothing
    returning 1`.execute(trx);
  if (rows.length > 0) await forgetReceipts(trx, today);
  return rows.length > 0;
}

/** Forgets whom we told before this week. */
async function forgetReceipts(trx: Trx, today: Day): Promise<void> {
  await sql`
    delete from mail_receipt
    where landlord_id = ${trx.landlordId} and on_day < ${addDays(today, -7)}::date`.execute(trx);
}

/** One box however its owner writes it: name+anything@ is name@. */
function looksOfBox(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}
