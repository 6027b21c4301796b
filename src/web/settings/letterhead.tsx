/** How pages and letters name the landlord, and its colour, which must be readable under white words. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { letterheadIn, writeLetterhead } from '../../store/landlord-settings.js';
import { faultOfColour, leastContrast, ourColour, readColour } from '../ui/brand.js';
import { emailAddress, optionalText, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  name: requiredText('Enter the name of the landlord', 120),
  team: requiredText('Enter what your complaints team is called', 80),
  address: requiredText('Enter the address to which residents can write', 400),
  phone: requiredText('Enter the phone number that residents can ring', 40),
  email: emailAddress('Enter the email address to which residents can write'),
  website: optionalText(200),
  colour: requiredText('Enter a colour', 7),
});

async function get(visit: Visit) {
  const { address, colour, ...rest } = letterheadIn(visit.landlord.settings);
  return view(
    visit,
    startForm(visit, { ...rest, name: visit.landlord.name, address: address.join('\n'), colour: colour ?? ourColour }),
  );
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { name, team, phone, email } = read.value;
  const colour = readColour(read.value.colour);
  const fault = faultOfColour(colour);
  if (colour === null || fault !== null)
    return view(visit, withErrors(read.form, [{ field: 'colour', words: fault ?? '' }]));
  const address = read.value.address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const letterhead = { name, team, address, phone, email, website: read.value.website ?? '', colour };
  const was = { name: visit.landlord.name, ...letterheadIn(visit.landlord.settings) };
  const saved = await visit.db(async (trx) => {
    if (!(await writeLetterhead(trx, letterhead))) return false;
    const changed = (Object.keys(letterhead) as (keyof typeof letterhead)[]).filter(
      (key) => String(was[key] ?? '') !== String(letterhead[key]),
    );
    for (const key of changed) {
      const words = `Letterhead: ${key} changed from '${String(was[key] ?? '')}' to '${String(letterhead[key])}'`;
      await recordChange(trx, { about: 'letterhead', words, by: visit.staff.id });
    }
    return true;
  });
  if (!saved)
    return view(visit, withErrors(read.form, [{ field: 'name', words: 'Another landlord here has that name' }]));
  return redirect('/settings/letterhead', { done: 'Letterhead saved' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Name and letterhead', form: state, about: ['letterhead'] },
    <Form visit={visit}>
      <TextField form={state} name="name" label="Name of the landlord" autocomplete="organization" />
      <TextField form={state} name="team" label="What your complaints team is called" />
      <TextareaField form={state} name="address" label="Address to which residents can write" rows={4} />
      <TextField form={state} name="phone" label="Phone number that residents can ring" type="tel" width={20} />
      <TextField
        form={state}
        name="email"
        label="Email address to which residents can write"
        type="email"
        spellcheck={false}
      />
      <TextField form={state} name="website" label="Website (optional)" spellcheck={false} />
      <TextField
        form={state}
        name="colour"
        label="Your colour"
        hint={
          <>
            White words stand on it, so it has to be dark enough: at least {leastContrast} to 1 against white. Now:{' '}
            <span class="app-swatch" /> {visit.landlord.brandColour}
          </>
        }
        width={10}
        spellcheck={false}
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const letterhead = screen({ path: '/settings/letterhead', access: ['administrator'], get, post });
