/** What staff say and ask when somebody rings or comes: a landlord's own words in place of the usual ones. */
import { z } from 'zod';
import { contactScripts, usualScript } from '../../complaint/contact-scripts.js';
import { recordChange } from '../../store/change-trail.js';
import { readSetting, writeSetting } from '../../store/rules.js';
import { Script } from '../staff/scripts.js';
import { optionalText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

/** The name of the setting: own words by the script's name. */
export const scriptsSetting = 'contact-scripts';

/** A landlord's own words, as stored. */
export function ownScripts(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const own = settings[scriptsSetting];
  return typeof own === 'object' && own !== null ? (own as Record<string, string>) : {};
}

async function getList(visit: Visit) {
  const own = ownScripts(visit.landlord.settings);
  return settingsPage(
    visit,
    { title: 'What to say and ask', about: ['script'] },
    <>
      <p class="govuk-body">
        These stand beside the form when a contact is logged. Change the wording to what you say; safety stays first.
      </p>
      <ul class="app-settings">
        {contactScripts(own).map((script) => (
          <li key={script.name}>
            <a class="govuk-link govuk-!-font-weight-bold" href={`/settings/scripts/${script.name}`}>
              {script.title}
            </a>
            <p>{own[script.name] === undefined ? 'As it comes' : 'In your own words'}</p>
          </li>
        ))}
      </ul>
    </>,
  );
}

const form = z.object({ words: optionalText(5_000) });

async function get(visit: Visit) {
  const usual = usualScript(visit.params.name ?? '');
  if (usual === null) return notFound;
  return view(visit, startForm(visit, { words: ownScripts(visit.landlord.settings)[usual.name] ?? usual.words }));
}

async function post(visit: Visit) {
  const usual = usualScript(visit.params.name ?? '');
  if (usual === null) return notFound;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { words } = read.value;
  await visit.db(async (trx) => {
    const own = { ...(await readSetting<Record<string, string>>(trx, scriptsSetting)) };
    if (words === null || words === usual.words) delete own[usual.name];
    else own[usual.name] = words;
    await writeSetting(trx, scriptsSetting, own);
    await recordChange(trx, { about: 'script', words: `The script ‘${usual.title}’ was changed`, by: visit.staff.id });
  });
  return redirect('/settings/scripts', { done: `‘${usual.title}’ saved` });
}

async function view(visit: Visit, state: FormState) {
  const usual = usualScript(visit.params.name ?? '');
  if (usual === null) return notFound;
  return settingsPage(
    visit,
    { title: usual.title, form: state, under: { text: 'What to say and ask', href: '/settings/scripts' } },
    <>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="words"
          label="The script"
          hint="One line each. Begin a line with Say: or Ask:, anything else is for whoever listens. Empty: the usual words again"
          rows={10}
          most={5_000}
        />
        <Submit>Save</Submit>
      </Form>
      <h2 class="govuk-heading-m">As it comes</h2>
      <Script words={usual.words} />
    </>,
  );
}

export const scripts = screen({ path: '/settings/scripts', access: ['administrator'], get: getList });
export const script = screen({ path: '/settings/scripts/:name', access: ['administrator'], get, post });
