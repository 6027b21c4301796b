/** The link that an empty installation prints: it makes a landlord and its first administrator, once. */
import { z } from 'zod';
import { firstLinkIsOpen, makeFirstLandlord } from '../../store/staff.js';
import { hashPassword, shortestPassword, weakness } from '../passwords.js';
import { emailAddress, exactText, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  PasswordField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type PublicVisit, screen } from '../visit.js';
import { enter } from './sign-in.js';

const form = z.object({
  landlord: requiredText('Enter the name of the landlord', 120),
  name: requiredText('Enter your name', 120),
  email: emailAddress('Enter your email address'),
  password: exactText('Enter a password', 400),
});

async function get(visit: PublicVisit) {
  const open = await firstLinkIsOpen(visit.house.db, visit.params.secret ?? '');
  return open ? view(visit, startForm(visit)) : spent(visit);
}

async function post(visit: PublicVisit) {
  const secret = visit.params.secret ?? '';
  if (!(await firstLinkIsOpen(visit.house.db, secret))) return spent(visit);
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { password, ...first } = read.value;
  const weak = weakness(password, [...first.name.split(/\s+/), ...first.email.split(/[@.]/)]);
  if (weak) return view(visit, withErrors(read.form, [{ field: 'password', words: weak }]));
  const made = await makeFirstLandlord(visit.house.db, secret, {
    ...first,
    passwordHash: await hashPassword(password),
  });
  if (made === null) return spent(visit);
  if (made === 'name-taken') {
    return view(
      visit,
      withErrors(read.form, [{ field: 'landlord', words: 'A landlord of that name is here already' }]),
    );
  }
  return enter(visit, made.landlordId, made.staffId, '/settings');
}

function spent(visit: PublicVisit) {
  return page(
    visit,
    { title: 'This link no longer works', status: 410 },
    <p class="govuk-body">
      It works once and for a day. Start the product again with --empty to get another, or{' '}
      <a class="govuk-link" href="/sign-in">
        sign in
      </a>
      .
    </p>,
  );
}

function view(visit: PublicVisit, state: FormState) {
  return page(
    visit,
    { title: 'Set up your organisation', form: state },
    <Form visit={visit}>
      <TextField
        form={state}
        name="landlord"
        label="Name of the landlord"
        hint="As residents know it. It stands on every page and letter."
        autocomplete="organization"
      />
      <h2 class="govuk-heading-m">You, its first administrator</h2>
      <TextField form={state} name="name" label="Your name" autocomplete="name" />
      <TextField
        form={state}
        name="email"
        label="Your email address"
        type="email"
        autocomplete="username"
        spellcheck={false}
      />
      <PasswordField
        form={state}
        name="password"
        label="Password"
        hint={`At least ${shortestPassword} characters. Three random words are easy to remember.`}
        autocomplete="new-password"
      />
      <Submit>Set up</Submit>
    </Form>,
  );
}

export const firstLandlord = screen({ path: '/set-up/:secret', access: 'public', get, post });
