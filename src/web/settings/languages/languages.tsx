/** The languages in which residents can read the site: loaded as CSV, offered once somebody has reviewed them. */
import { z } from 'zod';
import { listCatalogues } from '../../../store/catalogues.js';
import { allSentences } from '../../public/site/sentences.js';
import { InsetText } from '../../ui/components.js';
import { requiredText } from '../../ui/fields.js';
import { Form, type FormState, readForm, SelectField, Submit, startForm, withErrors } from '../../ui/forms.js';
import { languageChoices } from '../../ui/languages.js';
import { Scroll } from '../../ui/scroll.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';
import { isLanguage, type LanguageShown, languagesShown } from './languages-shown.js';

const form = z.object({ language: requiredText('Choose a language', 40) });

async function get(visit: Visit) {
  return view(visit, startForm(visit));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { language } = read.value;
  return isLanguage(language)
    ? redirect(`/settings/languages/${language}`)
    : view(visit, withErrors(read.form, [{ field: 'language', words: 'Choose a language of the list' }]));
}

async function view(visit: Visit, state: FormState) {
  const shown = languagesShown(await visit.db((trx) => listCatalogues(trx)));
  const total = allSentences().length;
  return settingsPage(
    visit,
    { title: 'Languages', form: state, about: ['language'], wide: true },
    <>
      <p class="govuk-body">
        Residents read your site in English. Its {total} sentences can be translated: download them, have them
        translated, load them again, and say who has reviewed them. Only then are residents offered the language.
      </p>
      <InsetText>
        What states the law, or what somebody may ask for, is shown in English until a person has translated it. No
        machine translates it.
      </InsetText>
      {shown.length === 0 ? (
        <p class="govuk-body">No other language has been loaded yet.</p>
      ) : (
        <Loaded shown={shown} total={total} />
      )}
      <h2 class="govuk-heading-m">Begin with a language</h2>
      <Form visit={visit}>
        <SelectField
          form={state}
          name="language"
          label="Language"
          none="Choose a language"
          items={languageChoices('').filter(({ value }) => isLanguage(value))}
        />
        <Submit>Continue</Submit>
      </Form>
    </>,
  );
}

function Loaded({ shown, total }: { readonly shown: readonly LanguageShown[]; readonly total: number }) {
  return (
    <Scroll label="Languages">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Languages</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Language', 'Translated', 'Reviewed by', 'Residents'].map((head) => (
              <th key={head} scope="col" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {shown.map(({ language, name, latest, offered }) => (
            <tr key={language} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={`/settings/languages/${language}`}>
                  {name}
                </a>
              </th>
              <td class="govuk-table__cell">
                {latest.translated} of {total}
              </td>
              <td class="govuk-table__cell">{latest.review?.by ?? 'Nobody yet'}</td>
              <td class="govuk-table__cell">
                {offered === null
                  ? 'Not offered'
                  : offered.version === latest.version
                    ? 'Offered'
                    : `Offered version ${offered.version}; ${latest.version} waits for its review`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export const languages = screen({ path: '/settings/languages', access: ['administrator'], get, post });
