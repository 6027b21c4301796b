/** As whom a landlord's e-mail leaves, and where answers go. */
import type { Config } from '../store/config.js';
import type { Trx } from '../store/database.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { domainOf } from './outbound.js';

export interface SenderShown {
  readonly from: string;
  readonly replyTo: string | null;
}

/** The sender of a landlord's e-mail: as it set for its own mail server, else as the operator did for all. */
export async function senderOf(
  trx: Trx,
  config: Pick<Config, 'mailFrom' | 'smtpUrl'>,
  own: string | null = null,
): Promise<SenderShown> {
  const { email, name } = await readLetterhead(trx);
  const set = own !== null && own !== '' ? own : config.mailFrom;
  const from = set ?? (email === '' ? `no-reply@${domainOf(config.smtpUrl ?? '')}` : email);
  const shown = name.replaceAll(/["\\\p{Cc}]/gu, '');
  return { from: from.includes('<') ? from : `"${shown}" <${from}>`, replyTo: email === '' ? null : email };
}
