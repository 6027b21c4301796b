/** By which ways a landlord's letters and messages leave: its own mail server, GOV.UK Notify, a supplier's folder, by hand. */
import { readConfig } from './config.js';
import type { Trx } from './database.js';
import { isDemonstration } from './letter-sendings.js';
import { readSetting, writeSetting } from './rules.js';

export interface SmtpSetting {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly signIn: 'none' | 'password' | 'oauth-client' | 'oauth-refresh';
  readonly userName: string;
  readonly from: string;
  readonly tokenUrl: string | null;
  readonly clientId: string | null;
  readonly scope: string | null;
}

export interface NotifySetting {
  readonly address: string;
  /** What the key may do: a key for trying sends nothing, a team key only to the team. */
  readonly key: 'live' | 'team' | 'test';
  readonly emailTemplate: string | null;
  readonly textTemplate: string | null;
  readonly postage: 'first' | 'second';
}

export interface WaysOut {
  /** 'installation': by the mail server that the operator set for everyone. */
  readonly email: 'installation' | 'smtp' | 'notify' | 'none';
  readonly texts: 'notify' | 'none';
  /** Besides printing here, which is always there. */
  readonly letters: readonly ('notify' | 'supplier')[];
  readonly smtp: SmtpSetting | null;
  readonly notify: NotifySetting | null;
  /** Hours of the London day between which no text leaves. */
  readonly quiet: { readonly from: number; readonly until: number };
}

export const plainWaysOut: WaysOut = {
  email: 'installation',
  texts: 'none',
  letters: [],
  smtp: null,
  notify: null,
  quiet: { from: 20, until: 8 },
};

/** The names under which the secrets of the ways out are kept. */
export const waySecrets = {
  smtpPassword: 'smtp password',
  smtpClientSecret: 'smtp client secret',
  smtpRefreshToken: 'smtp refresh token',
  notifyKey: 'notify key',
  notifyCallback: 'notify callback',
} as const;

/** What the landlord has set; where it has set nothing, the installation's own mail server. */
export async function readWaysOut(trx: Trx): Promise<WaysOut> {
  return { ...plainWaysOut, ...(await readSetting<Partial<WaysOut>>(trx, 'ways-out')) };
}

export async function writeWaysOut(trx: Trx, ways: WaysOut): Promise<void> {
  await writeSetting(trx, 'ways-out', ways);
}

/** What of the ways out can be used for residents now. */
export interface WaysOpen {
  readonly email: 'smtp' | 'notify-email' | null;
  readonly texts: boolean;
  readonly notifyLetters: boolean;
  readonly supplier: boolean;
  readonly quiet: WaysOut['quiet'];
}

/** Which ways are open. A demonstration does as if: nothing leaves. `here`: whether the operator set a mail server. */
export async function waysOpen(trx: Trx, here?: boolean): Promise<WaysOpen> {
  const ways = await readWaysOut(trx);
  const config = readConfig();
  const notify = ways.notify !== null && ways.notify.key === 'live' ? ways.notify : null;
  const open: WaysOpen = {
    email:
      ways.email === 'installation' && (here ?? config.smtpUrl !== undefined)
        ? 'smtp'
        : ways.email === 'smtp' && ways.smtp !== null
          ? 'smtp'
          : ways.email === 'notify' && notify !== null && notify.emailTemplate !== null
            ? 'notify-email'
            : null,
    texts: ways.texts === 'notify' && notify !== null && notify.textTemplate !== null,
    notifyLetters: ways.letters.includes('notify') && notify !== null,
    supplier: ways.letters.includes('supplier') && config.supplierFolder !== undefined,
    quiet: ways.quiet,
  };
  return open.email === null && (await isDemonstration(trx)) ? { ...open, email: 'smtp' } : open;
}

/** The hour of the day in London. */
export function londonHour(at: Date): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
}

/** When a text may leave: now, or when the quiet hours are over. */
export function afterQuietHours(now: Date, { from, until }: WaysOut['quiet']): Date {
  const quiet = (hour: number): boolean => (from < until ? hour >= from && hour < until : hour >= from || hour < until);
  if (from === until) return now;
  let at = now;
  while (quiet(londonHour(at))) {
    const next = new Date(at);
    next.setUTCMinutes(60, 0, 0);
    at = next;
  }
  return at;
}
