/** The mailboxes that are read: how far, and what is wrong, each in a sentence; and the receipts that go to who writes. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { readReceiptRules, writeReceiptRules } from '../../store/mail-receipts.js';
import { type ReadingState, readingStates } from '../../store/mailbox-readings.js';
import { listMailboxes, type Mailbox } from '../../store/mailboxes.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { choice, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  send: choice(['yes', 'no'] as const, 'Choose whether receipts are sent'),
  mostADay: wholeNumber('Enter how many receipts may go in a day', { min: 1, max: 100_000 }),
});

async function get(visit: Visit) {
  const { send, mostADay } = await visit.db(readReceiptRules);
  return view(visit, startForm(visit, { send: send ? 'yes' : 'no', mostADay }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const now = { send: read.value.send === 'yes', mostADay: read.value.mostADay };
  const changed = await visit.db(async (trx) => {
    const was = await readReceiptRules(trx);
    if (was.send === now.send && was.mostADay === now.mostADay) return false;
    await writeReceiptRules(trx, now);
    const words = now.send
      ? `Receipts for e-mail are sent, ${now.mostADay} a day at most`
      : 'Receipts for e-mail are not sent';
    await recordChange(trx, { about: 'mailbox', words, by: visit.staff.id });
    return true;
  });
  return redirect('/settings/mailboxes', { done: changed ? 'Saved' : 'Nothing was changed' });
}

async function view(visit: Visit, state: FormState) {
  const { boxes, states } = await visit.db(async (trx) => ({
    boxes: await listMailboxes(trx),
    states: new Map((await readingStates(trx)).map((one) => [one.mailbox, one])),
  }));
  return settingsPage(
    visit,
    { title: 'Mailboxes', form: state, about: ['mailbox'] },
    <>
      <p class="govuk-body">
        Email that reaches these mailboxes opens a case or joins the one that it belongs to. Nothing in a mailbox is
        deleted, moved or marked as read.
      </p>
      {boxes.length === 0 ? <InsetText text="No mailbox is read yet. Email can be taken in as a file." /> : null}
      <ul class="app-list">
        {boxes.map((box) => (
          <OneMailbox key={box.id} box={box} state={states.get(box.id)} />
        ))}
      </ul>
      <Button href="/settings/mailboxes/new" classes="govuk-button--secondary" text="Set up a mailbox" />
      <h2 class="govuk-heading-m">Receipts</h2>
      <p class="govuk-body">
        Who writes is told that their email has come and under which reference. A receipt quotes nothing of what they
        wrote, and no robot, list or colleague gets one.
      </p>
      <Form visit={visit} action="/settings/mailboxes">
        <RadiosField
          form={state}
          name="send"
          legend="Send receipts?"
          legendSize="s"
          inline
          items={[
            { value: 'yes', text: 'Yes, once a day to an address' },
            { value: 'no', text: 'No' },
          ]}
        />
        <TextField
          form={state}
          name="mostADay"
          label="The most receipts in a day"
          hint="To all addresses together, so that a flood of mail makes no flood of answers"
          width={5}
          inputmode="numeric"
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

function OneMailbox({ box, state }: { readonly box: Mailbox; readonly state: ReadingState | undefined }): VNode {
  return (
    <li class="app-list__item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <a class="govuk-link govuk-!-font-weight-bold" href={`/settings/mailboxes/${box.id}`}>
          {box.name}
        </a>{' '}
        {box.reads ? null : <Tag colour="grey">Not read</Tag>}
        {box.reads && state?.trouble ? <Tag colour="red">Trouble</Tag> : null}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {box.userName}, {box.folder}
      </p>
      {state?.trouble && box.reads ? <p class="govuk-body govuk-!-margin-bottom-1">{state.trouble}</p> : null}
      <p class="govuk-body govuk-!-margin-bottom-0">
        {state === undefined || state.readAt === null ? (
          'Not read yet.'
        ) : (
          <>
            Last read <InstantText at={state.readAt} />. {counted(state)}
          </>
        )}
      </p>
    </li>
  );
}

function counted({ taken, waiting, left }: ReadingState): string {
  const emails = (n: number) => (n === 1 ? '1 email' : `${n.toLocaleString('en-GB')} emails`);
  return [
    `${emails(taken)} taken in${waiting > 0 ? `, ${emails(waiting)} waiting` : ''}.`,
    ...(left > 0 ? [`${emails(left)} could not be taken in and will be tried again.`] : []),
  ].join(' ');
}

export const mailboxes = screen({ path: '/settings/mailboxes', access: ['administrator'], get, post });
