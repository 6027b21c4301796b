/** The fields of a mailbox: where it is, how to sign in, what is read of it. */
import type { VNode } from 'preact';
import type { MailboxSecret } from '../../store/mailboxes.js';
import { Details } from '../ui/components.js';
import { type FormState, PasswordField, RadiosField, TextField } from '../ui/forms.js';
import { microsoftScope } from './mailbox-typed.js';

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
          {
            value: 'new',
            text: 'What comes from now on',
            hint: 'And what came since the day before it was set up here, so that nothing is missed meanwhile.',
          },
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
