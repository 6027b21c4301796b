/** What residents are told of their data where they are asked for it: the product's own words, or the landlord's. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { privacyIn, writePrivacyNotice } from '../../store/privacy-notice.js';
import { privacyParagraphs } from '../public/complain/privacy.js';
import { inEnglish } from '../public/site/say.js';
import { Details } from '../ui/components.js';
import { optionalText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({ text: optionalText(8000) });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { text: privacyIn(visit.landlord.settings) ?? '' }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { text } = read.value;
  const was = privacyIn(visit.landlord.settings);
  if (text !== was)
    await visit.db(async (trx) => {
      await writePrivacyNotice(trx, text);
      const words =
        text === null
          ? 'The privacy notice on the residents’ form is the product’s own again'
          : 'The privacy notice on the residents’ form was written anew';
      await recordChange(trx, { about: 'site', words, by: visit.staff.id });
    });
  return redirect('/settings/privacy-notice', { done: text === was ? 'Nothing was changed' : 'Saved' });
}

function view(visit: Visit, state: FormState) {
  const { settings } = visit.landlord;
  const { 'privacy-notice': _, ...without } = settings;
  const ours = privacyParagraphs({ say: inEnglish, landlord: { ...visit.landlord, settings: without } });
  return settingsPage(
    visit,
    { title: 'Privacy notice', form: state, about: ['site'] },
    <>
      <p class="govuk-body">
        It stands on the residents’ form wherever they are asked for something of themselves. Have whoever is
        responsible for data protection read it.
      </p>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="text"
          label="Your own words"
          hint="Leave it empty to use ours. An empty line begins a new paragraph"
          rows={12}
        />
        <Submit>Save</Submit>
      </Form>
      <Details summaryText="Ours, which stands while you have none">
        {ours.map((text) => (
          <p key={text} class="govuk-body">
            {text}
          </p>
        ))}
      </Details>
    </>,
  );
}

export const privacyNotice = screen({ path: '/settings/privacy-notice', access: ['administrator'], get, post });
