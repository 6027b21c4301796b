/** Whom an emergency wakes, at any hour, and how often until somebody has taken it. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import {
  addOnCallWay,
  listOnCallWays,
  onCallKinds,
  readRepeatMinutes,
  removeOnCallWay,
  writeRepeatMinutes,
} from '../../store/on-call.js';
import { waysOpen } from '../../store/ways-out.js';
import { RemoveButton } from '../given/remove-button.js';
import { InsetText, WarningText } from '../ui/components.js';
import { choice, requiredText, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const most = 12;
const adding = z.object({
  name: requiredText('Enter who it is, like ‘Duty manager’', 100),
  kind: choice(onCallKinds, 'Choose how to reach them'),
  value: requiredText('Enter their email address or mobile number', 254),
});
const repeating = z.object({ minutes: wholeNumber('Enter how many minutes', { min: 5, max: 120 }) });

async function get(visit: Visit) {
  const minutes = await visit.db(readRepeatMinutes);
  return view(visit, startForm(visit, { kind: 'text-message', minutes }));
}

async function post(visit: Visit) {
  if (visit.fields.do === 'repeat') return repeat(visit);
  const read = readForm(adding, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { name, kind, value } = read.value;
  const fits =
    kind === 'email'
      ? z.email().safeParse(value).success
      : value.replaceAll(/\D/g, '').length >= 10 && !/[a-z@]/i.test(value);
  if (!fits) {
    const words =
      kind === 'email' ? 'Enter an email address like name@example.org' : 'Enter a mobile number like 07700 900123';
    return view(visit, withErrors(read.form, [{ field: 'value', words }]));
  }
  const done = await visit.db(async (trx) => {
    if ((await listOnCallWays(trx)).length >= most) return 'full';
    if (!(await addOnCallWay(trx, { name, kind, value }))) return 'there';
    await recordChange(trx, { about: 'on-call', words: `${name} is rung in an emergency`, by: visit.staff.id });
    return 'added';
  });
  if (done === 'full')
    return view(
      visit,
      withErrors(read.form, [{ field: 'name', words: `Take somebody away first: ${most} are as many as are rung` }]),
    );
  if (done === 'there')
    return view(visit, withErrors(read.form, [{ field: 'value', words: 'That address or number is rung already' }]));
  return redirect('/settings/on-call', { done: `${name} is rung in an emergency` });
}

async function repeat(visit: Visit) {
  const read = readForm(repeating, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { minutes } = read.value;
  await visit.db(async (trx) => {
    const was = await readRepeatMinutes(trx);
    if (was === minutes) return;
    await writeRepeatMinutes(trx, minutes);
    await recordChange(trx, {
      about: 'on-call',
      words: `An emergency rings again after ${minutes} minutes; it was ${was}`,
      by: visit.staff.id,
    });
  });
  return redirect('/settings/on-call', { done: 'Saved' });
}

async function remove(visit: Visit) {
  const gone = await visit.db(async (trx) => {
    const way = await removeOnCallWay(trx, visit.params.id ?? '');
    if (way !== null)
      await recordChange(trx, {
        about: 'on-call',
        words: `${way.name} is no longer rung in an emergency`,
        by: visit.staff.id,
      });
    return way;
  });
  if (gone === null) return notFound;
  return redirect('/settings/on-call', { done: `${gone.name} is no longer rung` });
}

async function view(visit: Visit, form: FormState) {
  const [ways, open] = await visit.db(async (trx) => [await listOnCallWays(trx), await waysOpen(trx)] as const);
  const silent = ways.filter(({ kind }) => !(kind === 'email' ? open.email !== null : open.texts));
  return settingsPage(
    visit,
    { title: 'Who is on call', form, about: ['on-call'] },
    <>
      <p class="govuk-body">
        When a resident tells the form that somebody is in danger now, these are reached at once, at any hour, and again
        until somebody says on the Emergencies page that they have taken it. The message holds the reference and nothing
        of what the resident wrote.
      </p>
      {ways.length === 0 ? (
        <InsetText text="Nobody is named, so every manager is written to by email." />
      ) : (
        <ul class="app-list">
          {ways.map(({ id, name, kind, value }) => (
            <li key={id} class="app-list__item">
              <p class="govuk-body govuk-!-margin-bottom-1">
                <strong>{name}</strong>, {kind === 'email' ? 'email' : 'text message'}: {value}
              </p>
              <RemoveButton visit={visit} action={`/settings/on-call/${id}/remove`} id={id} what={name} />
            </li>
          ))}
        </ul>
      )}
      {silent.length === 0 ? null : (
        <WarningText iconFallbackText="Warning">
          {`${silent.map(({ name }) => name).join(', ')} can’t be reached: ${open.texts ? 'email' : 'text messages'} can’t be sent from here yet. Where nobody on the list can be reached, every manager is written to.`}
        </WarningText>
      )}
      <h2 class="govuk-heading-m">Add somebody</h2>
      <Form visit={visit}>
        <TextField
          form={form}
          name="name"
          label="Who"
          hint="A role is better than a name: ‘Duty manager’"
          width="two-thirds"
          autocomplete="off"
        />
        <RadiosField
          form={form}
          name="kind"
          legend="How"
          inline
          items={[
            { value: 'text-message', text: 'Text message', hint: 'Only where text messages are set up' },
            { value: 'email', text: 'Email' },
          ]}
        />
        <TextField
          form={form}
          name="value"
          label="Mobile number or email address"
          width="two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <Submit>Add</Submit>
      </Form>
      <Form visit={visit} id="repeat">
        <TextField
          form={form}
          name="minutes"
          label="Ring again after"
          hint="From 5 to 120 minutes"
          width={3}
          inputmode="numeric"
          suffix={{ text: 'minutes' }}
        />
        <Submit secondary name="do" value="repeat">
          Save
        </Submit>
      </Form>
    </>,
  );
}

export const onCall = [
  ...screen({ path: '/settings/on-call', access: ['administrator'], get, post }),
  ...screen({ path: '/settings/on-call/:id/remove', access: ['administrator'], post: remove }),
];
