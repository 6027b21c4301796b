/**
 * E-mail to colleagues, by the way that their landlord chose for its e-mail. What it says stands on their first page too,
 * so one that is lost is no loss and none is tried twice.
 */
import type { Config } from '../store/config.js';
import type { Trx } from '../store/database.js';
import { waysOpen } from '../store/ways-out.js';
import { openCarrier } from './carriers.js';
import { domainOf } from './outbound.js';
import { senderOf } from './sender.js';

export interface ForStaff {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** What this one is called, the same for each try: 'evidence-ID-2026-04-10'. No words of anybody's. */
  readonly key: string;
  /** What it is about, for whoever bounces it: 'evidence'. */
  readonly reference: string;
}

export interface StaffMail {
  send(letter: ForStaff): Promise<void>;
  close(): void;
}

/** Null where no e-mail is set up, or its way can't be opened now: the first page tells them. Close it when done. */
export async function staffMail(
  trx: Trx,
  config: Pick<Config, 'smtpUrl' | 'allowHosts' | 'supplierFolder' | 'mailFrom'>,
  now: Date,
): Promise<StaffMail | null> {
  const { email } = await waysOpen(trx, config.smtpUrl !== undefined);
  if (email === null) return null;
  const opened = await openCarrier(trx, email, config, now);
  if (!opened.ok) return null;
  const { from } = await senderOf(trx, config, opened.from);
  return {
    async send({ to, subject, text, key, reference }) {
      await opened.door.deliver({
        from,
        replyTo: null,
        to,
        subject,
        text,
        key,
        messageId: `<${key}@${domainOf(from)}>`,
        pdf: null,
        reference,
        automatic: 'generated',
      });
    },
    close: () => opened.door.close(),
  };
}
