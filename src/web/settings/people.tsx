/** Who can sign in: the list, and an invitation for somebody new. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { addStaff, listStaff, makeLink, roles, type Staff } from '../../store/staff.js';
import { Button, InsetText, Table, Tag } from '../ui/components.js';
import { choices, emailAddress, requiredText } from '../ui/fields.js';
import {
  CheckboxesField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { roleHints, roleNames, roleWords } from '../ui/role-words.js';
import { screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  name: requiredText('Enter their name', 120),
  email: emailAddress('Enter their email address'),
  roles: choices(roles, 'Choose what they may do'),
});

const states = { invited: 'Invited', active: 'Active', deactivated: 'Deactivated' } as const;

async function getList(visit: Visit) {
  const people = await visit.db((trx) => listStaff(trx));
  return settingsPage(
    visit,
    { title: 'People', about: ['staff'], wide: true },
    <>
      <Button href="/settings/people/invite" text="Invite somebody" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section class="app-scroll" aria-label="People" tabIndex={0}>
        <Table
          firstCellIsHeader
          head={[{ text: 'Name' }, { text: 'Email address' }, { text: 'Roles' }, { text: 'State' }]}
          rows={people.map((person) => [
            {
              html: (
                <a class="govuk-link" href={`/settings/people/${person.id}`}>
                  {person.name}
                </a>
              ),
            },
            { text: person.email },
            { text: roleWords(person.roles) },
            { html: <State of={person} /> },
          ])}
        />
      </section>
    </>,
  );
}

function State({ of: person }: { of: Staff }) {
  return (
    <Tag colour={person.state === 'active' ? 'green' : person.state === 'invited' ? 'blue' : 'grey'}>
      {states[person.state]}
    </Tag>
  );
}

async function get(visit: Visit) {
  return view(visit, startForm(visit));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { value } = read;
  const secret = await visit.db(async (trx) => {
    const id = await addStaff(trx, value);
    if (id === null) return null;
    await recordChange(trx, {
      about: 'staff',
      words: `Invited ${value.name} as ${roleWords(value.roles)}`,
      by: visit.staff.id,
    });
    return makeLink(trx, id, 'invitation');
  });
  if (secret === null) {
    return view(
      visit,
      withErrors(read.form, [{ field: 'email', words: 'Somebody with that email address is here already' }]),
    );
  }
  return linkPage(visit, value.name, secret, 'invitation');
}

/** The link is shown once, to the administrator who made it, and is nowhere kept. */
export function linkPage(visit: Visit, name: string, secret: string, kind: 'invitation' | 'reset') {
  const link = `${visit.address}/welcome/${visit.landlord.id}/${secret}`;
  return settingsPage(
    visit,
    {
      title: kind === 'invitation' ? `${name} is invited` : `A new link for ${name}`,
      under: { text: 'People', href: '/settings/people' },
    },
    <>
      <p class="govuk-body">Give {name} this link, by a way that reaches only them:</p>
      <InsetText classes="app-quote">
        <strong id="one-time-link">{link}</strong>
      </InsetText>
      <p class="govuk-body">
        It works once, for {kind === 'invitation' ? '7 days' : '24 hours'}, and is not shown again. With it they choose
        their own password.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/settings/people">
          Back to people
        </a>
      </p>
    </>,
  );
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Invite somebody', form: state, under: { text: 'People', href: '/settings/people' } },
    <Form visit={visit}>
      <TextField form={state} name="name" label="Name" hint="As it should stand in letters" autocomplete="off" />
      <TextField form={state} name="email" label="Email address" type="email" spellcheck={false} autocomplete="off" />
      <RolesField form={state} />
      <Submit>Make the invitation</Submit>
    </Form>,
  );
}

export function RolesField({ form: state }: { form: FormState }) {
  return (
    <CheckboxesField
      form={state}
      name="roles"
      legend="What they may do"
      items={roles.map((role) => ({ value: role, text: roleNames[role], hint: roleHints[role] }))}
    />
  );
}

export const people = screen({ path: '/settings/people', access: ['administrator'], get: getList });
export const invite = screen({ path: '/settings/people/invite', access: ['administrator'], get, post });
