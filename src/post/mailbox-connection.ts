/** A connection to a mailbox: its host checked, signed in, its folder opened for reading alone. */
import { ImapFlow, type MailboxObject } from 'imapflow';
import { z } from 'zod';
import type { Mailbox, MailboxSecrets } from '../store/mailboxes.js';
import { checkHost, type HostRules, isPublicAddress } from './checked-host.js';
import { askForToken, type TokenGiven } from './oauth-token.js';

export interface Opened {
  readonly ok: true;
  readonly client: ImapFlow;
  readonly folder: MailboxObject;
  /** A new refresh token to keep in place of the old one. */
  readonly refreshToken: string | null;
}

export interface NotOpened {
  readonly ok: false;
  /** One sentence of ours. */
  readonly why: string;
  /** Trying again soon will not help, and may lock the account. */
  readonly lasting: boolean;
}

export interface OpenRules extends HostRules {
  readonly now?: () => Date;
  /** Ends the connection as soon as it may. */
  readonly signal?: AbortSignal;
}

/** What a kept token is good for: the mailbox as it is set up. */
const tokens = new Map<string, Extract<TokenGiven, { ok: true }>>();

/** Opens a mailbox's folder. Nothing in it can be changed by this connection: the folder is examined, not selected. */
export async function openMailbox(
  box: Mailbox,
  secrets: MailboxSecrets,
  rules: OpenRules,
): Promise<Opened | NotOpened> {
  const checked = await checkHost(box.host, box.port, rules);
  if (!checked.ok) return no(checked.why, false);
  if (box.security === 'none' && isPublicAddress(checked.address))
    return no('A mailbox on the internet is read over TLS alone: choose TLS or STARTTLS.', true);
  const auth = await authOf(box, secrets, rules);
  if (!auth.ok) return auth;
  const client = new ImapFlow({
    host: checked.address,
    port: box.port,
    ...(checked.servername === '' ? {} : { servername: checked.servername }),
    secure: box.security === 'tls',
    ...(box.security === 'tls' ? {} : { doSTARTTLS: box.security === 'starttls' }),
    auth: auth.auth,
    clientInfo: { name: 'Putright' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 330_000,
    maxIdleTime: 270_000,
    maxLineLength: 8 * 1024 * 1024,
    maxLiteralSize: 256 * 1024 * 1024,
    maxResponseSize: 260 * 1024 * 1024,
  });
  // An error that nobody waits for ends the connection, which the reader sees; unheard it would end the process.
  client.on('error', () => {});
  const stop = (): void => client.close();
  rules.signal?.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
  } catch (error) {
    client.close();
    tokens.delete(tokenKey(box));
    return notConnected(error, box);
  } finally {
    rules.signal?.removeEventListener('abort', stop);
  }
  try {
    const folder = await client.mailboxOpen(box.folder, { readOnly: true });
    return { ok: true, client, folder, refreshToken: auth.refreshToken };
  } catch {
    const usable = client.usable;
    client.close();
    return usable
      ? no('There is no folder of this name in the mailbox, or it may not be read.', true)
      : no('The connection was lost before the folder was open: we try again.', false);
  }
}

type Auth =
  | {
      readonly ok: true;
      readonly auth: { user: string; pass: string } | { user: string; accessToken: string };
      readonly refreshToken: string | null;
    }
  | NotOpened;

async function authOf(box: Mailbox, secrets: MailboxSecrets, rules: OpenRules): Promise<Auth> {
  const user = box.userName;
  if (box.signIn === 'password') {
    const { password } = secrets;
    return password === null
      ? no('There is no password for this mailbox, or it can’t be read any more: give it again.', true)
      : { ok: true, auth: { user, pass: password }, refreshToken: null };
  }
  const refreshToken = box.signIn === 'oauth-refresh' ? secrets['refresh token'] : null;
  if (box.signIn === 'oauth-refresh' && refreshToken === null)
    return no('There is no refresh token for this mailbox, or it can’t be read any more: give it again.', true);
  if (box.signIn === 'oauth-client' && secrets['client secret'] === null)
    return no('There is no client secret for this mailbox, or it can’t be read any more: give it again.', true);
  const now = rules.now?.() ?? new Date();
  const known = tokens.get(tokenKey(box));
  if (known !== undefined && known.until > now)
    return { ok: true, auth: { user, accessToken: known.accessToken }, refreshToken: null };
  const given = await askForToken(
    {
      tokenUrl: box.tokenUrl ?? '',
      clientId: box.clientId ?? '',
      clientSecret: secrets['client secret'],
      scope: box.scope,
      refreshToken,
    },
    rules,
    now,
  );
  if (!given.ok) return given;
  tokens.set(tokenKey(box), given);
  return { ok: true, auth: { user, accessToken: given.accessToken }, refreshToken: given.refreshToken };
}

function tokenKey(box: Mailbox): string {
  return `${box.id} ${box.version}`;
}

const fault = z.object({
  code: z.string().optional(),
  authenticationFailed: z.boolean().optional(),
  tlsFailed: z.boolean().optional(),
});

const certificates = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

/** Our words for what went wrong; the other side's are its own. */
function notConnected(error: unknown, box: Mailbox): NotOpened {
  const read = fault.safeParse(error);
  const { code = '', authenticationFailed, tlsFailed } = read.success ? read.data : {};
  if (authenticationFailed)
    return box.signIn === 'password'
      ? no('The mail server did not accept the user name and password.', true)
      : no('The mail server did not accept the token: see that the application may read this mailbox.', true);
  if (certificates.test(code))
    return no('The mail server’s certificate is not valid for this name, so nothing was said to it.', true);
  if (tlsFailed || code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return no('No secure connection came about: check the port, and whether it is TLS or STARTTLS.', true);
  if (code === 'ECONNREFUSED') return no('The mail server does not answer at this port: check the port.', false);
  if (code === 'CONNECT_TIMEOUT' || code === 'ETIMEDOUT' || code === 'GREETING_TIMEOUT' || code === 'UPGRADE_TIMEOUT')
    return no('The mail server did not answer in time: check the host and the port.', false);
  return no('The connection to the mail server was lost: we try again.', false);
}

function no(why: string, lasting: boolean): NotOpened {
  return { ok: false, why, lasting };
}
