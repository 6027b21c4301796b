/**
 * Logging a contact, in under a minute and by keyboard alone: who, what they said, when it was first heard. It waits for
 * neither a name nor an address (3.2), and what it is called is decided at triage.
 */
import type { VNode } from 'preact';
import { z } from 'zod';
import { kindsToChoose } from '../../complaint/hazards.js';
import { mayReceive } from '../../complaint/may/receive.js';
import { caseWorkers } from '../../complaint/roles.js';
import { channelWords, hazardKindWords, hearerWords, representativeRoleWords } from '../../complaint/standing-words.js';
import { channels, hazardKinds, hearers, representativeRoles } from '../../facts/happened.js';
import { openCase } from '../../store/act.js';
import { keepFiles, receiveFiles } from '../cases/files.js';
import { ownScripts } from '../settings/scripts.js';
import { Button, Details } from '../ui/components.js';
import { choice, choices, optionalChoice, optionalText, requiredDay } from '../ui/fields.js';
import {
  CheckboxesField,
  DateField,
  FileField,
  Form,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { type KnownBefore, KnownBeforeContact, knownBefore, lookUpFirst } from './known-before.js';
import { AlsoTold, alsoTold, besideTheHistory, keepUnsafe, withAlsoTold } from './log-also-told.js';
import { Scripts } from './scripts.js';
import { whichHome, whoItIs } from './who-and-where.js';

const schema = (visit: Visit) =>
  z.object({
    text: optionalText(200_000),
    name: optionalText(200),
    phone: optionalText(60),
    email: optionalText(254),
    address: optionalText(300),
    postcode: optionalText(12),
    channel: choice(channels, 'Choose how it reached us'),
    firstHeardBy: choice(hearers, 'Choose who first heard it'),
    on: requiredDay('the day it was first heard', { notAfter: visit.today }),
    senderName: optionalText(200),
    senderEmail: optionalText(254),
    senderRole: optionalChoice(representativeRoles),
    hazards: choices(hazardKinds),
    ...alsoTold(visit.today),
  });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { on: visit.today, channel: 'phone', firstHeardBy: 'complaints-team' }));
}

async function post(visit: Visit) {
  if (visit.fields.do === lookUpFirst) {
    const typed = { values: visit.fields, errors: [] };
    return view(visit, typed, await knownBefore(visit, typed));
  }
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const contact = read.value;
  const hasSender = contact.senderName !== null || contact.senderEmail !== null;
  if (hasSender && contact.senderRole === null) {
    return view(visit, withErrors(read.form, [{ field: 'senderRole', words: 'Choose who they are to the resident' }]));
  }
  const arrived = await receiveFiles(visit);
  if (!arrived.ok) return view(visit, withErrors(read.form, arrived.errors));
  const outcome = await openCase(
    visit.house.db,
    { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles },
    { now: new Date(visit.now), also: (trx, done) => besideTheHistory(trx, visit, contact, done) },
    async (context, trx) => {
      const person = await whoItIs(trx, contact);
      if (person !== null) await keepUnsafe(trx, person, unsafeWays(contact), visit.staff.id);
      const { home, tenure } = await whichHome(trx, contact);
      const sender = hasSender
        ? await whoItIs(trx, { name: contact.senderName, email: contact.senderEmail, phone: null })
        : null;
      const elected = contact.senderRole === 'mp' || contact.senderRole === 'councillor';
      const received = mayReceive(
        {
          on: contact.on,
          channel: contact.channel,
          firstHeardBy: contact.firstHeardBy,
          text: contact.text ?? '',
          files: await keepFiles(trx, visit, arrived.stored),
          person,
          home,
          tenure,
          group: [],
          hazards: contact.hazards,
          sender:
            sender === null || contact.senderRole === null
              ? null
              : { person: sender, role: contact.senderRole, authority: elected ? 'elected-member' : 'asked' },
          earlier: null,
        },
        context,
      );
      return withAlsoTold(received, contact, contact, context);
    },
  );
  if (outcome.is === 'refused') return view(visit, withRefusals(read.form, outcome.refusals));
  return redirect(`/cases/${outcome.reference}`, { done: `Logged as ${outcome.reference}. Now say what it is` });
}

function unsafeWays(contact: {
  readonly phone: string | null;
  readonly email: string | null;
  readonly unsafePhone: boolean;
  readonly unsafeEmail: boolean;
}) {
  return [
    ...(contact.unsafePhone && contact.phone !== null ? [{ kind: 'phone' as const, value: contact.phone }] : []),
    ...(contact.unsafeEmail && contact.email !== null ? [{ kind: 'email' as const, value: contact.email }] : []),
  ];
}

function view(visit: Visit, form: FormState, known: KnownBefore | null = null) {
  return page(
    visit,
    { title: 'Log a contact', section: 'log', form, wide: true },
    <div class="app-two app-two--log">
      <div>
        {visit.may('officer', 'manager') ? (
          <p class="govuk-body">
            If you have the email itself as a file,{' '}
            <a class="govuk-link" href="/post/take-in">
              take it in
            </a>{' '}
            instead: nothing has to be typed.
          </p>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href="/log/public-post">
            Log a public post
          </a>{' '}
          {visit.may('officer', 'manager') ? (
            <a class="govuk-link" href="/survey-answers">
              Bring in survey answers
            </a>
          ) : null}{' '}
          <a class="govuk-link" href="#scripts">
            What to say and ask
          </a>
        </p>
        <KnownBeforeContact found={known} />
        <Form visit={visit} files>
          <TextareaField
            form={form}
            name="text"
            label="What did they say or write?"
            hint="In their own words, as far as you can. If it is a letter or an e-mail, you can add the file below instead."
            rows={7}
          />
          <Who form={form} />
          <SelectField
            form={form}
            name="channel"
            label="How did it reach us?"
            items={channels.map((value) => ({ value, text: channelWords[value] }))}
          />
          <SelectField
            form={form}
            name="firstHeardBy"
            label="Who first heard it?"
            hint="The days count from the moment that anybody heard, also a contractor"
            items={hearers.map((value) => ({ value, text: hearerWords[value] }))}
          />
          <DateField
            form={form}
            name="on"
            legend="When was it first heard?"
            hint="Today, unless somebody heard it earlier. For example, 27 3 2026"
          />
          <Details summaryText="Somebody else speaks for them (a relative, an MP, a support worker)">
            <TextField form={form} name="senderName" label="Their name" width="two-thirds" />
            <TextField form={form} name="senderEmail" label="Their email address" type="email" width="two-thirds" />
            <SelectField
              form={form}
              name="senderRole"
              label="Who are they to the resident?"
              none="Choose"
              items={representativeRoles.map((value) => ({ value, text: representativeRoleWords[value] }))}
            />
          </Details>
          <Details summaryText="It names a hazard">
            <CheckboxesField
              form={form}
              name="hazards"
              legend="Which?"
              hint="If somebody is in danger now, ring the emergency repairs line first"
              small
              items={kindsToChoose.map((value) => ({ value, text: hazardKindWords[value] }))}
            />
          </Details>
          <AlsoTold form={form} />
          <FileField
            form={form}
            name="files"
            label="Add files (optional)"
            hint="A scanned letter, photographs, the e-mail itself"
            multiple
          />
          {/* After the one that logs: the enter key takes the first. */}
          <div class="govuk-button-group">
            <Submit>Log it</Submit>
            <Button
              name="do"
              value={lookUpFirst}
              classes="govuk-button--secondary"
              text="Is there something to know first?"
            />
          </div>
        </Form>
      </div>
      <Scripts own={ownScripts(visit.landlord.settings)} />
    </div>,
  );
}

function Who({ form }: { readonly form: FormState }): VNode {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Who is it about?</legend>
      <p class="govuk-hint">
        As much as you know. Nothing here has to be filled in. Before you go on, the second button below looks up
        whether there is something to know about them.
      </p>
      <TextField form={form} name="name" label="Resident’s name" width="two-thirds" autocomplete="off" />
      <TextField form={form} name="phone" label="Phone number" type="tel" width={20} autocomplete="off" />
      <TextField form={form} name="email" label="Email address" type="email" width="two-thirds" autocomplete="off" />
      <TextField form={form} name="address" label="Address" width="two-thirds" autocomplete="off" />
      <TextField form={form} name="postcode" label="Postcode" width={10} autocomplete="off" />
    </fieldset>
  );
}

export const logContact = screen({ path: '/log', access: caseWorkers, get, post });
