/** By which ways letters and messages leave: e-mail, texts, post; and the hours in which no text does. */
import { z } from 'zod';
import { recordChange } from '../../../store/change-trail.js';
import { readConfig } from '../../../store/config.js';
import { type SecretState, secretState } from '../../../store/landlord-secrets.js';
import { publicSlug } from '../../../store/publications.js';
import { readWaysOut, type WaysOut, waySecrets, writeWaysOut } from '../../../store/ways-out.js';
import { Button, SummaryList } from '../../ui/components.js';
import { choice, choices, wholeNumber } from '../../ui/fields.js';
import {
  CheckboxesField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';

const form = z.object({
  email: choice(['installation', 'smtp', 'notify', 'none'], 'Choose how e-mail leaves'),
  texts: choice(['notify', 'none'], 'Choose whether texts are sent'),
  letters: choices(['notify', 'supplier']),
  quietFrom: wholeNumber('Enter the hour from which no text leaves', { min: 0, max: 23 }),
  quietUntil: wholeNumber('Enter the hour until which no text leaves', { min: 0, max: 23 }),
});

async function get(visit: Visit) {
  const { email, texts, letters, quiet } = await visit.db(readWaysOut);
  return view(
    visit,
    startForm(visit, { email, texts, letters: [...letters], quietFrom: quiet.from, quietUntil: quiet.until }),
  );
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { email, texts, letters, quietFrom, quietUntil } = read.value;
  const was = await visit.db(readWaysOut);
  const errors = faults(read.value, was, visit);
  if (errors.length > 0) return view(visit, withErrors(read.form, errors));
  const now: WaysOut = { ...was, email, texts, letters, quiet: { from: quietFrom, until: quietUntil } };
  await visit.db(async (trx) => {
    await writeWaysOut(trx, now);
    for (const words of whatChanged(was, now))
      await recordChange(trx, { about: 'ways-out', words, by: visit.staff.id });
  });
  return redirect('/settings/ways-out', { done: 'Saved' });
}

function faults({ email, texts, letters }: z.output<typeof form>, was: WaysOut, visit: Visit) {
  const errors: { field: string; words: string }[] = [];
  const live = was.notify !== null && was.notify.key === 'live';
  const notLive =
    was.notify === null
      ? 'Set up GOV.UK Notify first'
      : 'The key given for GOV.UK Notify is one for trying. Give a live key first, or nothing reaches residents';
  if (email === 'installation' && !visit.house.sendsMail && !visit.landlord.demonstration) {
    errors.push({
      field: 'email',
      words: 'This installation has no mail server of its own. Choose another way, or none',
    });
  }
  if (email === 'smtp' && was.smtp === null) errors.push({ field: 'email', words: 'Set up your mail server first' });
  if (email === 'notify' && !live) errors.push({ field: 'email', words: notLive });
  else if (email === 'notify' && was.notify?.emailTemplate === null)
    errors.push({ field: 'email', words: 'Give GOV.UK Notify’s template for e-mail first' });
  if (texts === 'notify' && !live) errors.push({ field: 'texts', words: notLive });
  else if (texts === 'notify' && was.notify?.textTemplate === null)
    errors.push({ field: 'texts', words: 'Give GOV.UK Notify’s template for texts first' });
  if (letters.includes('notify') && !live) errors.push({ field: 'letters', words: notLive });
  if (letters.includes('supplier') && readConfig().supplierFolder === undefined) {
    errors.push({
      field: 'letters',
      words: 'Whoever runs this system has set no folder for a supplier. Ask them for it first',
    });
  }
  return errors;
}

function whatChanged(was: WaysOut, now: WaysOut): string[] {
  const told: readonly (readonly [string, string, string])[] = [
    ['how e-mail leaves', was.email, now.email],
    ['texts', was.texts, now.texts],
    ['post', was.letters.join(', ') || 'printed here', now.letters.join(', ') || 'printed here'],
    ['hours without texts', `${was.quiet.from} to ${was.quiet.until}`, `${now.quiet.from} to ${now.quiet.until}`],
  ];
  return told
    .filter(([, one, other]) => one !== other)
    .map(([name, one, other]) => `Ways out: ${name} changed from '${one}' to '${other}'`);
}

async function view(visit: Visit, state: FormState) {
  const { ways, key, callback, slug } = await visit.db(async (trx) => ({
    ways: await readWaysOut(trx),
    key: await secretState(trx, waySecrets.notifyKey),
    callback: await secretState(trx, waySecrets.notifyCallback),
    slug: await publicSlug(trx),
  }));
  return settingsPage(
    visit,
    { title: 'How letters and messages leave', form: state, about: ['ways-out'] },
    <>
      <p class="govuk-body">
        A letter counts as sent on the day it leaves. Printing it here is always there; texts need GOV.UK Notify.
      </p>
      <SummaryList
        rows={[
          {
            key: { text: 'Your mail server' },
            value: { text: ways.smtp === null ? 'Not set up' : `${ways.smtp.host}, as ${ways.smtp.from}` },
            actions: {
              items: [
                { href: '/settings/ways-out/mail-server', text: 'Set up', visuallyHiddenText: 'your mail server' },
              ],
            },
          },
          {
            key: { text: 'GOV.UK Notify' },
            value: { text: notifyWords(ways, key, callback, slug) },
            actions: {
              items: [{ href: '/settings/ways-out/notify', text: 'Set up', visuallyHiddenText: 'GOV.UK Notify' }],
            },
          },
        ]}
      />
      <Button href="/settings/ways-out/test" classes="govuk-button--secondary" text="Send a test message" />
      <Form visit={visit}>
        <RadiosField
          form={state}
          name="email"
          legend="How does e-mail leave?"
          items={[
            { value: 'installation', text: 'By the mail server of this installation' },
            { value: 'smtp', text: 'By your own mail server' },
            { value: 'notify', text: 'By GOV.UK Notify', hint: 'Its e-mail carries the text, without the PDF' },
            { value: 'none', text: 'No e-mail is sent' },
          ]}
        />
        <RadiosField
          form={state}
          name="texts"
          legend="Are texts sent?"
          items={[
            { value: 'notify', text: 'Yes, by GOV.UK Notify' },
            { value: 'none', text: 'No' },
          ]}
        />
        <CheckboxesField
          form={state}
          name="letters"
          legend="Who prints and posts letters, besides you?"
          items={[
            { value: 'notify', text: 'GOV.UK Notify' },
            { value: 'supplier', text: 'A supplier, by a folder', hint: 'Whoever runs this system sets the folder' },
          ]}
        />
        <TextField
          form={state}
          name="quietFrom"
          label="No text leaves from this hour"
          hint="0 to 23. Codes that somebody has just asked for, and calls in an emergency, leave at any hour"
          width={3}
          inputmode="numeric"
        />
        <TextField form={state} name="quietUntil" label="Until this hour" width={3} inputmode="numeric" />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

function notifyWords({ notify }: WaysOut, key: SecretState, callback: SecretState, slug: string): string {
  if (notify === null) return 'Not set up';
  if (key.is === 'unreadable') return 'Its key can’t be read any more: give it again';
  const kinds = { live: 'A live key', team: 'A key for the team alone', test: 'A key for trying' };
  const reports = callback.is === 'kept' ? `reports come to /api/v1/notify/${slug}` : 'no reports come back';
  return `${kinds[notify.key]}; ${reports}`;
}

export const waysOutSettings = screen({ path: '/settings/ways-out', access: ['administrator'], get, post });
