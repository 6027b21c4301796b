/** A one-time link sets a password: the first one after an invitation, or a new one. Used once, it is spent. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { inLandlord, isUuid } from '../../store/database.js';
import { endSessionsOf } from '../../store/sessions.js';
import { findLink, type OpenLink, setPassword, useLink } from '../../store/staff.js';
import { hashPassword, shortestPassword, weakness } from '../passwords.js';
import { exactText } from '../ui/fields.js';
import { Form, type FormState, PasswordField, readForm, Submit, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type PublicVisit, screen } from '../visit.js';
import { enter } from './sign-in.js';

const form = z.object({
  password: exactText('Enter a password', 400),
  again: exactText('Enter the same password again', 400),
});

async function open(visit: PublicVisit): Promise<OpenLink | null> {
  const { landlord = '', secret = '' } = visit.params;
  if (!isUuid(landlord)) return null;
  return inLandlord(visit.house.db, landlord, (trx) => findLink(trx, secret));
}

async function get(visit: PublicVisit) {
  return view(visit, await open(visit), startForm(visit));
}

async function post(visit: PublicVisit) {
  const link = await open(visit);
  const read = readForm(form, visit.fields);
  if (!read.ok || link === null) return view(visit, link, read.form);
  const weak = weakness(read.value.password, [...link.name.split(/\s+/), ...link.email.split(/[@.]/)]);
  if (weak) return view(visit, link, withErrors(read.form, [{ field: 'password', words: weak }]));
  if (read.value.password !== read.value.again) {
    return view(visit, link, withErrors(read.form, [{ field: 'again', words: 'The two passwords are not the same' }]));
  }
  const hash = await hashPassword(read.value.password);
  const { landlord = '', secret = '' } = visit.params;
  const landlordId = await inLandlord(visit.house.db, landlord, async (trx) => {
    if (!(await useLink(trx, secret))) return null;
    await setPassword(trx, link.staffId, hash);
    await endSessionsOf(trx, link.staffId, 'password-changed');
    const words =
      link.kind === 'invitation' ? 'Accepted the invitation and set a password' : 'Set a new password by a link';
    await recordChange(trx, { about: 'staff', words, by: link.staffId });
    return trx.landlordId;
  });
  if (landlordId === null) return view(visit, null, startForm(visit));
  return enter(visit, landlordId, link.staffId, '/');
}

function view(visit: PublicVisit, link: OpenLink | null, state: FormState) {
  if (link === null) {
    return page(
      visit,
      { title: 'This link no longer works', status: 410 },
      <p class="govuk-body">
        It may have been used already, or be too old.{' '}
        <a class="govuk-link" href="/sign-in">
          Sign in
        </a>{' '}
        if you have set your password; else ask an administrator of your organisation for a new link.
      </p>,
    );
  }
  const title = link.kind === 'invitation' ? 'Choose your password' : 'Choose a new password';
  return page(
    visit,
    { title, form: state },
    <>
      <p class="govuk-body">
        {link.name}, you will sign in as <strong>{link.email}</strong>.
      </p>
      <Form visit={visit}>
        <PasswordField
          form={state}
          name="password"
          label="New password"
          hint={`At least ${shortestPassword} characters. Three random words are easy to remember.`}
          autocomplete="new-password"
        />
        <PasswordField form={state} name="again" label="The same password again" autocomplete="new-password" />
        <Submit>Set password and sign in</Submit>
      </Form>
    </>,
  );
}

export const welcomeLink = screen({ path: '/welcome/:landlord/:secret', access: 'public', get, post });
