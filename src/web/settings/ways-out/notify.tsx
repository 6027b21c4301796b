/** The landlord's account at GOV.UK Notify: its key, its templates, and the bearer by which its reports are let in. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { checkHost } from '../../../post/checked-host.js';
import { recordChange } from '../../../store/change-trail.js';
import { readConfig } from '../../../store/config.js';
import { keepSecret, secretState } from '../../../store/landlord-secrets.js';
import { publicSlug } from '../../../store/publications.js';
import { type NotifySetting, readWaysOut, waySecrets, writeWaysOut } from '../../../store/ways-out.js';
import { InsetText } from '../../ui/components.js';
import { choice, exactText, mustTick, optionalText, tick } from '../../ui/fields.js';
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
  TickField,
  withErrors,
} from '../../ui/forms.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';

const under = { text: 'How letters and messages leave', href: '/settings/ways-out' };

const form = z.object({
  eligible: mustTick('Confirm that GOV.UK Notify has agreed that you may use it'),
  address: exactText('Enter the address of GOV.UK Notify', 300),
  key: choice(['live', 'team', 'test'], 'Choose what kind of key it is'),
  apiKey: z.string().max(300).default(''),
  emailTemplate: optionalText(60),
  textTemplate: optionalText(60),
  postage: choice(['first', 'second'], 'Choose by which post letters go'),
  newToken: tick(),
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function get(visit: Visit) {
  const { notify } = await visit.db(readWaysOut);
  const usual = { address: 'https://api.notifications.service.gov.uk', postage: 'second' };
  return view(visit, startForm(visit, notify === null ? usual : { ...notify, eligible: 'yes' }), null);
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form, null);
  const typed = read.value;
  const apiKey = typed.apiKey.trim();
  const was = await visit.db(readWaysOut);
  // A key is for the address that it was given for: another one gets none of it.
  const same = was.notify !== null && was.notify.address === typed.address.trim();
  const kept = same && (await visit.db((trx) => secretState(trx, waySecrets.notifyKey))).is === 'kept';
  const errors = await faults({ ...typed, apiKey }, kept);
  if (errors.length > 0) return view(visit, withErrors(read.form, errors), null);
  const now: NotifySetting = {
    address: typed.address.trim(),
    key: typed.key,
    emailTemplate: typed.emailTemplate,
    textTemplate: typed.textTemplate,
    postage: typed.postage,
  };
  const token = typed.newToken ? randomBytes(32).toString('base64url') : null;
  await visit.db(async (trx) => {
    // Without a live key nothing may go to residents: what was set to leave by it is set back.
    const back =
      now.key === 'live'
        ? {}
        : {
            email: was.email === 'notify' ? ('none' as const) : was.email,
            texts: 'none' as const,
            letters: was.letters.filter((one) => one !== 'notify'),
          };
    await writeWaysOut(trx, { ...was, ...back, notify: now });
    if (apiKey !== '') await keepSecret(trx, waySecrets.notifyKey, apiKey);
    if (token !== null) await keepSecret(trx, waySecrets.notifyCallback, token);
    const given = `${apiKey === '' ? '' : ', a key was given'}${token === null ? '' : ', a token for its reports was made'}`;
    const words = `GOV.UK Notify: ${now.address}, key: ${now.key}, post: ${now.postage}${given}`;
    await recordChange(trx, { about: 'ways-out', words, by: visit.staff.id });
  });
  if (token === null) return redirect('/settings/ways-out', { done: 'Saved. Choose below what leaves by it' });
  return view(visit, startForm(visit, { ...now, eligible: 'yes' }), token);
}

async function faults(
  typed: Pick<z.output<typeof form>, 'address' | 'emailTemplate' | 'textTemplate'> & { readonly apiKey: string },
  kept: boolean,
): Promise<FormError[]> {
  const wrong: FormError[] = [];
  if (typed.apiKey === '' && !kept) wrong.push({ field: 'apiKey', words: 'Enter the key' });
  if (typed.apiKey !== '' && !(uuid.test(typed.apiKey.slice(-36)) && uuid.test(typed.apiKey.slice(-73, -37))))
    wrong.push({
      field: 'apiKey',
      words: 'This is not a key of GOV.UK Notify’s: copy all of it, with its name in front',
    });
  for (const field of ['emailTemplate', 'textTemplate'] as const) {
    const id = typed[field];
    if (id !== null && !uuid.test(id))
      wrong.push({ field, words: 'This is not the ID of a template: copy it from GOV.UK Notify' });
  }
  const address = typed.address.trim();
  if (!/^https?:\/\/\S+$/.test(address) || !URL.canParse(address))
    return [...wrong, { field: 'address', words: 'Enter an address that begins with https://' }];
  const { hostname, port, protocol } = new URL(address);
  const host = await checkHost(hostname, Number(port || (protocol === 'https:' ? 443 : 80)), {
    allow: readConfig().allowHosts,
  });
  return host.ok ? wrong : [...wrong, { field: 'address', words: host.why }];
}

async function view(visit: Visit, state: FormState, token: string | null) {
  const { kept, slug } = await visit.db(async (trx) => ({
    kept: (await secretState(trx, waySecrets.notifyKey)).is === 'kept',
    slug: await publicSlug(trx),
  }));
  const reports = `${visit.house.address}/api/v1/notify/${slug}`;
  return settingsPage(
    visit,
    { title: 'GOV.UK Notify', form: state, under },
    <>
      {token === null ? null : (
        <InsetText>
          <p class="govuk-body">Saved. This is the bearer token for its reports. Copy it now: it is shown this once.</p>
          <p class="govuk-body">
            <code class="app-quote">{token}</code>
          </p>
          <p class="govuk-body">In GOV.UK Notify, under API integration, Callbacks, give it with these addresses:</p>
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            <li>
              delivery receipts: <code class="app-quote">{`${reports}/delivery`}</code>
            </li>
            <li>
              returned letters: <code class="app-quote">{`${reports}/returned-letters`}</code>
            </li>
          </ul>
        </InsetText>
      )}
      <Form visit={visit}>
        <TickField
          form={state}
          name="eligible"
          label="GOV.UK Notify has agreed that we may use it"
          hint="Councils may; ask it whether a housing association may"
        />
        <TextField
          form={state}
          name="address"
          label="Address"
          hint="Another one only where GOV.UK Notify, or your council, gave you one"
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <RadiosField
          form={state}
          name="key"
          legend="What kind of key is it?"
          items={[
            { value: 'live', text: 'Live', hint: 'Reaches residents' },
            {
              value: 'team',
              text: 'Team and guest list',
              hint: 'Reaches your team alone, so it is used for test messages only',
            },
            { value: 'test', text: 'Test', hint: 'Sends nothing, so it is used for test messages only' },
          ]}
        />
        <PasswordField
          form={state}
          name="apiKey"
          label="Key"
          hint={kept ? 'Leave it empty to keep the one you gave for this address' : 'It is kept sealed and never shown'}
          autocomplete="new-password"
        />
        <TextField
          form={state}
          name="emailTemplate"
          label="ID of the template for e-mail (optional)"
          hint="Make one with the subject ((subject)) and the message ((body))"
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          form={state}
          name="textTemplate"
          label="ID of the template for texts (optional)"
          hint="Make one with the message ((body))"
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <RadiosField
          form={state}
          name="postage"
          legend="By which post do letters go?"
          inline
          items={[
            { value: 'second', text: 'Second class' },
            { value: 'first', text: 'First class' },
          ]}
        />
        <TickField
          form={state}
          name="newToken"
          label="Make a token for its reports"
          hint="Of deliveries and returned letters. A token made before ends"
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const notifySettings = screen({
  path: '/settings/ways-out/notify',
  access: ['administrator'],
  get,
  post,
});
