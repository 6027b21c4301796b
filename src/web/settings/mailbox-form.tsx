/** What is asked of a mailbox: where it is, how to sign in, what is read of it. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { type MailboxSecret, type MailboxSettings, securities, signIns } from '../../store/mailboxes.js';
import { whyNoReplyAddress } from '../../store/reply-codes.js';
import { Details } from '../ui/components.js';
import { choice, exactText, optionalText, requiredText, wholeNumber } from '../ui/fields.js';
import { type FormError, type FormState, PasswordField, RadiosField, TextField } from '../ui/forms.js';

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

export function MailboxFields({
  form,
  kept,
}: {
  readonly form: FormState;
  readonly kept: ReadonlySet<MailboxSecret>;
}): VNode {
  const stays = (name: MailboxSecret, else_: string) =>
    kept.has(name) ? 'Leave it empty to keep the one you gave' : else_;
  return (
    <>
      <TextField form={form} name="name" label="What you call it" hint="Complaints, or Repairs" width="two-thirds" />
      <TextField
        form={form}
        name="host"
        label="Mail server (IMAP)"
        width="two-thirds"
        autocomplete="off"
        spellcheck={false}
      />
      <TextField form={form} name="port" label="Port" width={5} inputmode="numeric" />
      <RadiosField
        form={form}
        name="security"
        legend="How the line is closed"
        items={[
          { value: 'tls', text: 'TLS from the start', hint: 'Most often port 993' },
          { value: 'starttls', text: 'STARTTLS', hint: 'Most often port 143' },
          {
            value: 'none',
            text: 'Not at all',
            hint: 'Only inside your own network, where whoever runs this system allows it',
          },
        ]}
      />
      <TextField
        form={form}
        name="folder"
        label="Folder"
        hint="INBOX, or another of its folders"
        width="two-thirds"
        spellcheck={false}
      />
      <TextField
        form={form}
        name="userName"
        label="User name"
        hint="Most often the mailbox’s address"
        width="two-thirds"
        autocomplete="off"
        spellcheck={false}
      />
      <RadiosField
        form={form}
        name="signIn"
        legend="How to sign in"
        items={[
          {
            value: 'oauth-client',
            text: 'OAuth 2, as an application',
            hint: 'Microsoft 365: an application in Entra ID that may read this mailbox',
          },
          {
            value: 'oauth-refresh',
            text: 'OAuth 2, with a refresh token',
            hint: 'For a person who let the application in',
          },
          {
            value: 'password',
            text: 'A password',
            shows: (
              <PasswordField
                form={form}
                name="password"
                label="Password"
                hint={stays('password', 'It is kept sealed and never shown')}
                autocomplete="new-password"
              />
            ),
          },
        ]}
      />
      <Details summaryText="For OAuth 2" open={form.errors.some(({ field }) => /token|client/i.test(field ?? ''))}>
        <TextField
          form={form}
          name="tokenUrl"
          label="Address that gives tokens"
          hint="Microsoft 365: https://login.microsoftonline.com/your tenant ID/oauth2/v2.0/token"
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          form={form}
          name="clientId"
          label="Client ID"
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <PasswordField
          form={form}
          name="clientSecret"
          label="Client secret"
          hint={stays('client secret', 'It is kept sealed and never shown')}
          autocomplete="new-password"
        />
        <PasswordField
          form={form}
          name="refreshToken"
          label="Refresh token"
          hint={stays('refresh token', 'Only for signing in with one')}
          autocomplete="new-password"
        />
        <TextField
          form={form}
          name="scope"
          label="Scope"
          hint={`Microsoft 365: ${microsoftScope}`}
          autocomplete="off"
          spellcheck={false}
        />
      </Details>
      <RadiosField
        form={form}
        name="beginning"
        legend="What is read of it"
        items={[
          { value: 'new', text: 'What comes from now on' },
          {
            value: 'all',
            text: 'What lies in it now as well',
            hint: 'Each message opens a case or joins one. Nobody is written to about old mail.',
          },
        ]}
      />
      <RadiosField
        form={form}
        name="reads"
        legend="Is it read?"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, not now' },
        ]}
      />
      <Details summaryText="Answers, forged senders, how often we look">
        <TextField
          form={form}
          name="replyAddress"
          label="Address for answers (optional)"
          hint="With {code} before the @: complaints+{code}@example.org. It must reach this mailbox whatever stands for {code}."
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          form={form}
          name="authservId"
          label="Your mail server’s name in Authentication-Results (optional)"
          hint="What it writes about senders is then shown. Without it, nothing is."
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          form={form}
          name="pollSeconds"
          label="Seconds between two looks"
          hint="A server that tells of new mail by itself is not waited for"
          width={5}
          inputmode="numeric"
        />
      </Details>
    </>
  );
}
