/** As whom a landlord's e-mail leaves, and where answers go. */
import type { Config } from '../store/config.js';
import type { Trx } from '../store/database.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { domainOf } from './outbound.js';

export interface SenderShown {
  readonly from: string;
  readonly replyTo: string | null;
}

/** The sender of a landlord's e-mail. */
export async function senderOf(trx: Trx, config: Pick<Config, 'mailFrom' | 'smtpUrl'>): Promise<SenderShown> {
  const { email, name } = await readLetterhead(trx);
  const from = config.mailFrom ?? (email === '' ? `no-reply@${domainOf(config.smtpUrl ?? '')}` : email);
  const shown = name.replaceAll(/["\\\p{Cc}]/gu, '');
  return { from: from.includes('<') ? from : `"${shown}" <${from}>`, replyTo: email === '' ? null : email };
}
