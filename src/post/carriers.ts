/**
 * Who carries what leaves: the landlord's own mail server or the installation's, GOV.UK Notify, the supplier's folder. A
 * carrier is opened for one letter or message; what stands in the way of opening it is one plain sentence.
 */
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { Config } from '../store/config.js';
import type { Trx } from '../store/database.js';
import { keepSecret, readSecret } from '../store/landlord-secrets.js';
import type { LetterWay } from '../store/letter-sendings.js';
import { readWaysOut, type SmtpSetting, waySecrets } from '../store/ways-out.js';
import { checkHost, type HostRules, isPublicAddress } from './checked-host.js';
import { type NotifyKind, notifyDoor } from './notify.js';
import { askForToken } from './oauth-token.js';
import { type MailDoor, mailDoor } from './outbound.js';
import { liesForSupplier, putForSupplier } from './supplier-folder.js';

export type Carried = Extract<LetterWay, 'smtp' | 'notify-email' | 'notify-letter' | 'supplier'> | 'notify-text';

export type Opened =
  | { readonly ok: true; readonly door: MailDoor; readonly from: string | null }
  /** It waits: another try may do, when somebody has put it right. */
  | { readonly ok: false; readonly why: string };

/** Opens a carrier with what the landlord has set, and checks where it leads. */
export async function openCarrier(
  trx: Trx,
  way: Carried,
  config: Pick<Config, 'smtpUrl' | 'allowHosts' | 'supplierFolder'>,
  now: Date,
): Promise<Opened> {
  const rules: HostRules = { allow: config.allowHosts };
  const ways = await readWaysOut(trx);
  switch (way) {
    case 'smtp':
      if (ways.email === 'smtp' && ways.smtp !== null) return ownMailServer(trx, ways.smtp, rules, now);
      return config.smtpUrl === undefined
        ? no('No mail server is set up.')
        : { ok: true, door: mailDoor(config.smtpUrl), from: null };
    case 'notify-email':
    case 'notify-letter':
    case 'notify-text': {
      const apiKey = await readSecret(trx, waySecrets.notifyKey);
      if (ways.notify === null || apiKey === null) return no('GOV.UK Notify is not set up.');
      return { ok: true, door: notifyAs(notifyDoor({ ...ways.notify, apiKey }, rules), notifyKinds[way]), from: null };
    }
    case 'supplier':
      return config.supplierFolder === undefined
        ? no('No folder for a supplier is set up.')
        : { ok: true, door: supplierDoor(config.supplierFolder, trx.landlordId), from: null };
    default:
      return way satisfies never;
  }
}

const notifyKinds = { 'notify-email': 'email', 'notify-letter': 'letter', 'notify-text': 'sms' } as const;

function notifyAs(notify: ReturnType<typeof notifyDoor>, kind: NotifyKind): MailDoor {
  return {
    deliver: (outgoing) => notify.deliver(outgoing, kind),
    find: (key) => notify.find(key),
    close: () => {},
  };
}

function supplierDoor(base: string, landlord: string): MailDoor {
  return {
    async deliver({ key, messageId, reference, pdf, to }) {
      if (pdf === null) return { is: 'refused', why: 'The letter has no PDF.' };
      try {
        await putForSupplier(base, landlord, {
          key: key ?? messageId,
          reference,
          pdf: pdf.bytes,
          recipient: [to.name],
        });
        return { is: 'handed-over' };
      } catch {
        return { is: 'not-now', why: 'The supplier’s folder could not be written to.' };
      }
    },
    find: async (key) => ((await liesForSupplier(base, landlord, key)) ? { is: 'handed-over' } : null),
    close: () => {},
  };
}

/** The landlord's own mail server, at an address that was checked, signed in as it wants. */
async function ownMailServer(trx: Trx, set: SmtpSetting, rules: HostRules, now: Date): Promise<Opened> {
  const options = await smtpOptions(set, rules, now, {
    password: await readSecret(trx, waySecrets.smtpPassword),
    clientSecret: await readSecret(trx, waySecrets.smtpClientSecret),
    refreshToken: await readSecret(trx, waySecrets.smtpRefreshToken),
    keepRefreshToken: (token) => keepSecret(trx, waySecrets.smtpRefreshToken, token),
  });
  return options.ok ? { ok: true, door: mailDoor(options.options), from: set.from } : options;
}

export interface SmtpSecrets {
  readonly password: string | null;
  readonly clientSecret: string | null;
  readonly refreshToken: string | null;
  readonly keepRefreshToken: (token: string) => Promise<void>;
}

/** How to connect to a mail server that a landlord set. */
export async function smtpOptions(
  set: SmtpSetting,
  rules: HostRules,
  now: Date,
  secrets: SmtpSecrets,
): Promise<
  { readonly ok: true; readonly options: SMTPTransport.Options } | { readonly ok: false; readonly why: string }
> {
  const checked = await checkHost(set.host, set.port, rules);
  if (!checked.ok) return checked;
  // Letters hold what residents told: no line on the internet carries them open, whoever signs in or does not.
  if (set.security === 'none' && isPublicAddress(checked.address))
    return no('Mail may not go over an open line on the internet: choose TLS or STARTTLS.');
  const auth = await signIn(set, rules, now, secrets);
  if (!auth.ok) return auth;
  return {
    ok: true,
    options: {
      host: checked.address,
      port: set.port,
      secure: set.security === 'tls',
      requireTLS: set.security === 'starttls',
      ignoreTLS: set.security === 'none',
      tls: { servername: checked.servername === '' ? set.host : checked.servername },
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(auth.auth === undefined ? {} : { auth: auth.auth }),
    },
  };
}

type SignedIn =
  | { readonly ok: true; readonly auth: SMTPTransport.Options['auth'] | undefined }
  | { readonly ok: false; readonly why: string };

async function signIn(set: SmtpSetting, rules: HostRules, now: Date, secrets: SmtpSecrets): Promise<SignedIn> {
  const { userName: user } = set;
  switch (set.signIn) {
    case 'none':
      return { ok: true, auth: undefined };
    case 'password':
      return secrets.password === null
        ? no('The password of the mail server can’t be read any more: give it again.')
        : { ok: true, auth: { user, pass: secrets.password } };
    case 'oauth-client':
    case 'oauth-refresh': {
      if (set.tokenUrl === null || set.clientId === null) return no('The token address or the client is missing.');
      const token = await askForToken(
        {
          tokenUrl: set.tokenUrl,
          clientId: set.clientId,
          clientSecret: secrets.clientSecret,
          scope: set.scope,
          refreshToken: set.signIn === 'oauth-refresh' ? secrets.refreshToken : null,
        },
        rules,
        now,
      );
      if (!token.ok) return no(token.why);
      if (token.refreshToken !== null) await secrets.keepRefreshToken(token.refreshToken);
      return { ok: true, auth: { type: 'OAuth2', user, accessToken: token.accessToken } };
    }
    default:
      return set.signIn satisfies never;
  }
}

function no(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}
