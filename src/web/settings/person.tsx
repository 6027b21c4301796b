/** One person: name and roles, a new link, deactivate and bring back. What takes rights away ends their sessions at once. */
import { z } from 'zod';
import type { Role } from '../../complaint/refusals.js';
import { recordChange } from '../../store/change-trail.js';
import { endSessionsOf } from '../../store/sessions.js';
import {
  changeStaff,
  deactivateStaff,
  findStaff,
  makeLink,
  otherAdministrators,
  reactivateStaff,
  roles,
  type Staff,
} from '../../store/staff.js';
import { choices, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormError,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { roleWords } from '../ui/role-words.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { linkPage, RolesField } from './people.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  name: requiredText('Enter their name', 120),
  roles: choices(roles, 'Choose what they may do'),
});

const lastOne: FormError = {
  field: 'roles',
  words: 'Nobody else is an administrator. Make somebody else one first, or nobody could change settings',
};

async function withPerson(visit: Visit, work: (person: Staff) => Promise<Answer>): Promise<Answer> {
  const person = await visit.db((trx) => findStaff(trx, visit.params.id ?? ''));
  return person ? work(person) : notFound;
}

const get = (visit: Visit) =>
  withPerson(visit, (person) => view(visit, person, startForm(visit, { name: person.name, roles: person.roles })));

const post = (visit: Visit) =>
  withPerson(visit, async (person) => {
    const read = readForm(form, visit.fields);
    if (!read.ok) return view(visit, person, read.form);
    const to = read.value as { name: string; roles: Role[] };
    const changed = roles.some((role) => person.roles.includes(role) !== to.roles.includes(role));
    const done = await visit.db(async (trx) => {
      if (!to.roles.includes('administrator') && (await otherAdministrators(trx, person.id)) === 0) return false;
      await changeStaff(trx, person.id, to);
      // Their own session goes on, so that an administrator can give themselves a role.
      if (changed && person.id !== visit.staff.id) await endSessionsOf(trx, person.id, 'roles-changed');
      const words = [
        ...(person.name === to.name ? [] : [`${person.name} is now called ${to.name}`]),
        ...(changed ? [`Roles of ${to.name} changed from ${roleWords(person.roles)} to ${roleWords(to.roles)}`] : []),
      ];
      for (const sentence of words) await recordChange(trx, { about: 'staff', words: sentence, by: visit.staff.id });
      return true;
    });
    if (!done) return view(visit, person, withErrors(read.form, [lastOne]));
    return redirect('/settings/people', { done: `${to.name} saved` });
  });

const newLink = (visit: Visit) =>
  withPerson(visit, async (person) => {
    if (person.state === 'deactivated') return notFound;
    const kind = person.state === 'invited' ? 'invitation' : 'reset';
    const secret = await visit.db(async (trx) => {
      await recordChange(trx, { about: 'staff', words: `Made a new link for ${person.name}`, by: visit.staff.id });
      return makeLink(trx, person.id, kind);
    });
    return linkPage(visit, person.name, secret, kind);
  });

const deactivate = (visit: Visit) =>
  withPerson(visit, async (person) => {
    const done = await visit.db(async (trx) => {
      if ((await otherAdministrators(trx, person.id)) === 0) return false;
      await deactivateStaff(trx, person.id);
      await endSessionsOf(trx, person.id, 'deactivated');
      await recordChange(trx, { about: 'staff', words: `Deactivated ${person.name}`, by: visit.staff.id });
      return true;
    });
    if (!done)
      return view(visit, person, withErrors(startForm(visit, { name: person.name, roles: person.roles }), [lastOne]));
    return redirect('/settings/people', { done: `${person.name} can no longer sign in` });
  });

const bringBack = (visit: Visit) =>
  withPerson(visit, async (person) => {
    await visit.db(async (trx) => {
      await reactivateStaff(trx, person.id);
      await recordChange(trx, { about: 'staff', words: `Brought back ${person.name}`, by: visit.staff.id });
    });
    return redirect('/settings/people', { done: `${person.name} can sign in again` });
  });

function view(visit: Visit, person: Staff, state: FormState) {
  const own = `/settings/people/${person.id}`;
  return settingsPage(
    visit,
    { title: person.name, form: state, about: ['staff'], under: { text: 'People', href: '/settings/people' } },
    <>
      <p class="govuk-body">
        Signs in as <strong>{person.email}</strong>
        {person.state === 'invited' ? ', and has not yet set a password' : ''}
        {person.state === 'deactivated' ? ', and is deactivated' : ''}.
      </p>
      <Form visit={visit} action={own}>
        <TextField form={state} name="name" label="Name" autocomplete="off" />
        <RolesField form={state} />
        <Submit>Save</Submit>
      </Form>
      {person.state === 'deactivated' ? (
        <Form visit={visit} action={`${own}/bring-back`} id="bring-back">
          <Submit secondary>Bring back</Submit>
        </Form>
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {person.state === 'invited' ? 'The invitation was lost or is too old' : 'The password is forgotten'}
          </h2>
          <Form visit={visit} action={`${own}/link`} id="link">
            <Submit secondary>Make a new link</Submit>
          </Form>
          <h2 class="govuk-heading-m">They no longer work on complaints</h2>
          <p class="govuk-body">They are signed out at once. What they did stays on record under their name.</p>
          <Form visit={visit} action={`${own}/deactivate`} id="deactivate">
            <Submit warning>Deactivate</Submit>
          </Form>
        </>
      )}
    </>,
  );
}

export const person = screen({ path: '/settings/people/:id', access: ['administrator'], get, post });
export const personLink = screen({ path: '/settings/people/:id/link', access: ['administrator'], post: newLink });
export const personDeactivate = screen({
  path: '/settings/people/:id/deactivate',
  access: ['administrator'],
  post: deactivate,
});
export const personBringBack = screen({
  path: '/settings/people/:id/bring-back',
  access: ['administrator'],
  post: bringBack,
});
