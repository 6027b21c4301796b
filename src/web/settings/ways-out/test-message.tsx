/** A test message to whoever sets a way up: it is sent at once, and what comes of it is said in a sentence. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Carried, openCarrier } from '../../../post/carriers.js';
import { senderOf } from '../../../post/sender.js';
import { recordChange } from '../../../store/change-trail.js';
import { readConfig } from '../../../store/config.js';
import { readWaysOut } from '../../../store/ways-out.js';
import { InsetText } from '../../ui/components.js';
import { choice, requiredText } from '../../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';

const under = { text: 'How letters and messages leave', href: '/settings/ways-out' };

const form = z.object({
  way: choice(['smtp', 'notify-email', 'notify-text'], 'Choose by which way'),
  to: requiredText('Enter your own address or number', 320),
});

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit, { way: 'smtp', to: visit.staff.email }));
}

async function post(visit: Visit): Promise<Answer> {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { way, to } = read.value;
  const wrong = (field: string | null, words: string): Promise<Answer> =>
    view(visit, withErrors(read.form, [{ field, words }]));
  if (visit.landlord.demonstration) return wrong(null, 'The demonstration sends nothing');
  if (way === 'notify-text' ? !/^\+?[\d\s()-]{7,24}$/.test(to) : !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(to)) {
    return wrong('to', way === 'notify-text' ? 'Enter one number, like 07700 900123' : 'Enter one e-mail address');
  }
  const delivery = await send(visit, way, to);
  if (delivery !== null) return wrong(null, delivery);
  await visit.db((trx) =>
    recordChange(trx, { about: 'ways-out', words: `A test message was sent by ${words[way]}`, by: visit.staff.id }),
  );
  return redirect('/settings/ways-out', { done: 'The test message was accepted. Look whether it has arrived' });
}

const words = {
  smtp: 'the mail server',
  'notify-email': 'GOV.UK Notify, as e-mail',
  'notify-text': 'GOV.UK Notify, as a text',
} as const;

/** Null when it was accepted, else why not. */
async function send(visit: Visit, way: Carried, to: string): Promise<string | null> {
  const config = readConfig();
  const now = new Date(visit.now);
  const { carrier, from } = await visit.db(async (trx) => {
    const opened = await openCarrier(trx, way, config, now);
    return { carrier: opened, from: opened.ok ? (await senderOf(trx, config, opened.from)).from : '' };
  });
  if (!carrier.ok) return carrier.why;
  try {
    const delivery = await carrier.door.deliver({
      from,
      replyTo: null,
      to: { name: '', address: to },
      subject: 'A test message from Putright',
      text: `This is a test message for ${visit.landlord.name}. It says that this way out works.`,
      messageId: `<test.${randomUUID()}@putright.invalid>`,
      pdf: null,
      reference: '',
      automatic: 'generated',
    });
    return delivery.is === 'sent' || delivery.is === 'handed-over' ? null : delivery.why;
  } finally {
    carrier.door.close();
  }
}

async function view(visit: Visit, state: FormState): Promise<Answer> {
  const ways = await visit.db(readWaysOut);
  return settingsPage(
    visit,
    { title: 'Send a test message', form: state, under },
    <>
      {ways.notify?.key === 'test' ? (
        <InsetText text="The key for GOV.UK Notify is one for trying: it says yes and sends nothing." />
      ) : null}
      <Form visit={visit}>
        <RadiosField
          form={state}
          name="way"
          legend="By which way?"
          items={[
            { value: 'smtp', text: 'E-mail, by the mail server' },
            ...(ways.notify === null
              ? []
              : [
                  { value: 'notify-email', text: 'E-mail, by GOV.UK Notify' },
                  { value: 'notify-text', text: 'Text, by GOV.UK Notify' },
                ]),
          ]}
        />
        <TextField
          form={state}
          name="to"
          label="To your own address or number"
          hint="Not to a resident’s"
          width="two-thirds"
          autocomplete="off"
        />
        <Submit>Send it</Submit>
      </Form>
    </>,
  );
}

export const testMessage = screen({ path: '/settings/ways-out/test', access: ['administrator'], get, post });
