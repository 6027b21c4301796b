/** What is asked of a mailbox, and what is wrong with what was typed. */
import { z } from 'zod';
import { type MailboxSecret, type MailboxSettings, securities, signIns } from '../../store/mailboxes.js';
import { whyNoReplyAddress } from '../../store/reply-codes.js';
import { choice, exactText, optionalText, requiredText, wholeNumber } from '../ui/fields.js';
import type { FormError } from '../ui/forms.js';

export const microsoftScope = 'https://outlook.office365.com/.default';

export const mailboxForm = z.object({
  name: requiredText('Enter what you call it: Complaints', 80),
  host: exactText('Enter the mail server: outlook.office365.com', 253),
  port: wholeNumber('Enter the port: 993', { min: 1, max: 65535 }),
  security: choice(securities, 'Choose how the line is closed'),
  folder: exactText('Enter the folder: INBOX', 200),
  userName: exactText('Enter the user name, most often the address', 320),
  signIn: choice(signIns, 'Choose how to sign in'),
  password: z.string().max(1_000).default(''),
  tokenUrl: optionalText(1_000),
  clientId: optionalText(300),
  clientSecret: z.string().max(4_000).default(''),
  refreshToken: z.string().max(16_000).default(''),
  scope: optionalText(1_000),
  replyAddress: optionalText(320),
  authservId: optionalText(253),
  pollSeconds: wholeNumber('Enter how many seconds lie between two looks', { min: 5, max: 86_400 }),
  reads: choice(['yes', 'no'] as const, 'Choose whether it is read'),
  beginning: choice(['all', 'new'] as const, 'Choose what is read of it'),
});
export type MailboxTyped = z.output<typeof mailboxForm>;

/** A new mailbox begins with what most landlords have. */
export const usual = {
  host: 'outlook.office365.com',
  port: 993,
  security: 'tls',
  folder: 'INBOX',
  signIn: 'oauth-client',
  scope: microsoftScope,
  pollSeconds: 120,
  reads: 'yes',
  beginning: 'new',
};

/** The settings that were typed. */
export function settingsOf(typed: MailboxTyped): MailboxSettings {
  const oauth = typed.signIn !== 'password';
  return {
    name: typed.name,
    host: typed.host.trim().toLowerCase(),
    port: typed.port,
    security: typed.security,
    folder: typed.folder,
    userName: typed.userName.trim(),
    signIn: typed.signIn,
    tokenUrl: oauth ? (typed.tokenUrl ?? null) : null,
    clientId: oauth ? (typed.clientId ?? null) : null,
    scope: oauth ? (typed.scope ?? null) : null,
    authservId: typed.authservId?.trim().toLowerCase() ?? null,
    replyAddress: typed.replyAddress?.trim().toLowerCase() ?? null,
    fromTheBeginning: typed.beginning === 'all',
    pollSeconds: typed.pollSeconds,
    reads: typed.reads === 'yes',
  };
}

/** What was given anew; what was left empty stays as it is. */
export function secretsTyped(typed: MailboxTyped): readonly (readonly [MailboxSecret, string])[] {
  const given: readonly (readonly [MailboxSecret, string])[] = [
    ['password', typed.signIn === 'password' ? typed.password : ''],
    ['client secret', typed.signIn === 'password' ? '' : typed.clientSecret.trim()],
    ['refresh token', typed.signIn === 'oauth-refresh' ? typed.refreshToken.trim() : ''],
  ];
  return given.filter(([, text]) => text !== '');
}

/** What is wrong with them together. `kept`: the secrets that are there already. */
export function faultsOf(typed: MailboxTyped, kept: ReadonlySet<MailboxSecret>): FormError[] {
  const faults: FormError[] = [];
  const given = new Set<MailboxSecret>([...kept, ...secretsTyped(typed).map(([name]) => name)]);
  const need = (field: string, words: string): void => void faults.push({ field, words });
  if (typed.signIn === 'password') {
    if (!given.has('password')) need('password', 'Enter the password');
  } else {
    if (!typed.tokenUrl || !isAddress(typed.tokenUrl))
      need('tokenUrl', 'Enter the address that gives tokens. It begins with https://');
    if (!typed.clientId) need('clientId', 'Enter the client ID of the application');
    if (typed.signIn === 'oauth-client' && !given.has('client secret'))
      need('clientSecret', 'Enter the client secret of the application');
    if (typed.signIn === 'oauth-refresh' && !given.has('refresh token'))
      need('refreshToken', 'Enter the refresh token');
  }
  const why = typed.replyAddress ? whyNoReplyAddress(typed.replyAddress) : null;
  if (why !== null) need('replyAddress', why);
  if (typed.authservId && !/^[a-z0-9._-]+$/i.test(typed.authservId.trim()))
    need('authservId', 'This is one name, like mx.example.org, without spaces');
  return faults;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
