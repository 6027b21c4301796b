/** The landlord's own mail server: where it is and how to sign in. Its secrets are sealed and never shown. */
import { z } from 'zod';
import { checkHost, isPublicAddress } from '../../../post/checked-host.js';
import { recordChange } from '../../../store/change-trail.js';
import { readConfig } from '../../../store/config.js';
import { dropSecret, keepSecret, secretState } from '../../../store/landlord-secrets.js';
import { readWaysOut, type SmtpSetting, waySecrets, writeWaysOut } from '../../../store/ways-out.js';
import { Details } from '../../ui/components.js';
import { choice, emailAddress, exactText, optionalText, wholeNumber } from '../../ui/fields.js';
import {
  Form,
  type FormError,
  type FormState,
  PasswordField,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';

const under = { text: 'How letters and messages leave', href: '/settings/ways-out' };

const form = z.object({
  host: exactText('Enter the mail server: smtp.office365.com', 253),
  port: wholeNumber('Enter the port: 587', { min: 1, max: 65535 }),
  security: choice(['tls', 'starttls', 'none'], 'Choose how the line is closed'),
  from: emailAddress('Enter the address from which e-mail leaves'),
  signIn: choice(['none', 'password', 'oauth-client', 'oauth-refresh'], 'Choose how to sign in'),
  userName: optionalText(320),
  password: z.string().max(1_000).default(''),
  tokenUrl: optionalText(1_000),
  clientId: optionalText(300),
  clientSecret: z.string().max(4_000).default(''),
  refreshToken: z.string().max(16_000).default(''),
  scope: optionalText(1_000),
});
type Typed = z.output<typeof form>;

type Kept = Readonly<Record<'password' | 'clientSecret' | 'refreshToken', boolean>>;

async function keptOf(visit: Visit): Promise<Kept> {
  return visit.db(async (trx) => ({
    password: (await secretState(trx, waySecrets.smtpPassword)).is === 'kept',
    clientSecret: (await secretState(trx, waySecrets.smtpClientSecret)).is === 'kept',
    refreshToken: (await secretState(trx, waySecrets.smtpRefreshToken)).is === 'kept',
  }));
}

async function get(visit: Visit) {
  const { smtp } = await visit.db(readWaysOut);
  const usual = {
    host: 'smtp.office365.com',
    port: 587,
    security: 'starttls',
    signIn: 'oauth-client',
    scope: 'https://outlook.office365.com/.default',
  };
  return view(visit, startForm(visit, smtp === null ? usual : { ...smtp }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const typed = read.value;
  const now = settingOf(typed);
  const was = await visit.db(readWaysOut);
  // Secrets are for the server and the account that they were given for: another one gets none of them, now or later.
  const { smtp } = was;
  const same =
    smtp !== null && (['host', 'port', 'userName', 'tokenUrl'] as const).every((name) => smtp[name] === now[name]);
  const kept = same ? await keptOf(visit) : { password: false, clientSecret: false, refreshToken: false };
  const errors = [...faults(typed, kept), ...(await hostFaults(now))];
  if (errors.length > 0) return view(visit, withErrors(read.form, errors));
  const given: readonly (readonly [string, string])[] = [
    [waySecrets.smtpPassword, typed.signIn === 'password' ? typed.password : ''],
    [waySecrets.smtpClientSecret, typed.signIn.startsWith('oauth') ? typed.clientSecret.trim() : ''],
    [waySecrets.smtpRefreshToken, typed.signIn === 'oauth-refresh' ? typed.refreshToken.trim() : ''],
  ];
  await visit.db(async (trx) => {
    await writeWaysOut(trx, { ...was, smtp: now });
    if (!same) for (const [name] of given) await dropSecret(trx, name);
    for (const [name, text] of given) if (text !== '') await keepSecret(trx, name, text);
    const words = `Mail server: ${now.host}, port ${now.port}, from ${now.from}, signing in by ${signInWords[now.signIn]}`;
    await recordChange(trx, { about: 'ways-out', words, by: visit.staff.id });
  });
  return redirect('/settings/ways-out', { done: 'Saved. Choose it below, and send a test message' });
}

const signInWords: Readonly<Record<SmtpSetting['signIn'], string>> = {
  none: 'nothing',
  password: 'a password',
  'oauth-client': 'OAuth 2 as an application',
  'oauth-refresh': 'OAuth 2 with a refresh token',
};

function settingOf(typed: Typed): SmtpSetting {
  const oauth = typed.signIn.startsWith('oauth');
  return {
    host: typed.host.trim().toLowerCase(),
    port: typed.port,
    security: typed.security,
    signIn: typed.signIn,
    userName: typed.userName ?? '',
    from: typed.from,
    tokenUrl: oauth ? typed.tokenUrl : null,
    clientId: oauth ? typed.clientId : null,
    scope: oauth ? typed.scope : null,
  };
}

function faults(typed: Typed, kept: Kept): FormError[] {
  const wrong: FormError[] = [];
  const need = (field: string, words: string): void => void wrong.push({ field, words });
  if (typed.signIn === 'none') return wrong;
  if (typed.userName === null) need('userName', 'Enter the user name, most often the address');
  if (typed.signIn === 'password') {
    if (typed.password === '' && !kept.password) need('password', 'Enter the password');
    if (typed.security === 'none') need('security', 'A password may not go over an open line. Choose TLS or STARTTLS');
    return wrong;
  }
  if (typed.tokenUrl === null || !/^https?:\/\/\S+$/.test(typed.tokenUrl) || !URL.canParse(typed.tokenUrl))
    need('tokenUrl', 'Enter the address that gives tokens. It begins with https://');
  if (typed.clientId === null) need('clientId', 'Enter the client ID of the application');
  if (typed.signIn === 'oauth-client' && typed.clientSecret === '' && !kept.clientSecret)
    need('clientSecret', 'Enter the client secret of the application');
  if (typed.signIn === 'oauth-refresh' && typed.refreshToken === '' && !kept.refreshToken)
    need('refreshToken', 'Enter the refresh token');
  return wrong;
}

async function hostFaults(now: SmtpSetting): Promise<FormError[]> {
  const rules = { allow: readConfig().allowHosts };
  const host = await checkHost(now.host, now.port, rules);
  if (!host.ok) return [{ field: 'host', words: host.why }];
  if (now.security === 'none' && isPublicAddress(host.address))
    return [{ field: 'security', words: 'Mail may not go over an open line on the internet. Choose TLS or STARTTLS' }];
  if (now.tokenUrl === null || !URL.canParse(now.tokenUrl)) return [];
  const { hostname, port, protocol } = new URL(now.tokenUrl);
  const token = await checkHost(hostname, Number(port || (protocol === 'https:' ? 443 : 80)), rules);
  return token.ok ? [] : [{ field: 'tokenUrl', words: token.why }];
}

async function view(visit: Visit, state: FormState) {
  const kept = await keptOf(visit);
  const stays = (there: boolean, otherwise: string): string =>
    there ? 'Leave it empty to keep the one you gave for this server' : otherwise;
  const plain = { autocomplete: 'off', spellcheck: false, width: 'two-thirds' } as const;
  return settingsPage(
    visit,
    { title: 'Your mail server', form: state, under },
    <Form visit={visit}>
      <TextField form={state} name="host" label="Mail server (SMTP)" {...plain} />
      <TextField form={state} name="port" label="Port" width={5} inputmode="numeric" />
      <RadiosField
        form={state}
        name="security"
        legend="How the line is closed"
        items={[
          { value: 'starttls', text: 'STARTTLS', hint: 'Most often port 587' },
          { value: 'tls', text: 'TLS from the start', hint: 'Most often port 465' },
          { value: 'none', text: 'Not at all', hint: 'Only inside your own network' },
        ]}
      />
      <TextField form={state} name="from" label="Address from which e-mail leaves" type="email" {...plain} />
      <RadiosField
        form={state}
        name="signIn"
        legend="How to sign in"
        items={[
          {
            value: 'oauth-client',
            text: 'OAuth 2, as an application',
            hint: 'Microsoft 365: an application in Entra ID',
          },
          { value: 'oauth-refresh', text: 'OAuth 2, with a refresh token' },
          {
            value: 'password',
            text: 'A password',
            shows: (
              <PasswordField
                form={state}
                name="password"
                label="Password"
                hint={stays(kept.password, 'It is kept sealed and never shown')}
                autocomplete="new-password"
              />
            ),
          },
          { value: 'none', text: 'Without signing in' },
        ]}
      />
      <TextField form={state} name="userName" label="User name" hint="Most often the address" {...plain} />
      <Details summaryText="For OAuth 2" open={state.errors.some(({ field }) => /token|client/i.test(field ?? ''))}>
        <TextField
          form={state}
          name="tokenUrl"
          label="Address that gives tokens"
          hint="Microsoft 365: https://login.microsoftonline.com/your tenant ID/oauth2/v2.0/token"
          {...plain}
        />
        <TextField form={state} name="clientId" label="Client ID" {...plain} />
        <PasswordField
          form={state}
          name="clientSecret"
          label="Client secret"
          hint={stays(kept.clientSecret, 'It is kept sealed and never shown')}
          autocomplete="new-password"
        />
        <PasswordField
          form={state}
          name="refreshToken"
          label="Refresh token"
          hint={stays(kept.refreshToken, 'It is kept sealed and never shown')}
          autocomplete="new-password"
        />
        <TextField form={state} name="scope" label="Scope" {...plain} />
      </Details>
      <Submit>Save</Submit>
    </Form>,
  );
}

export const mailServerSettings = screen({
  path: '/settings/ways-out/mail-server',
  access: ['administrator'],
  get,
  post,
});
