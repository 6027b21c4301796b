/** The names from which the cause of a complaint is chosen, so that causes can be counted across cases. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { writeSetting } from '../../store/rules.js';
import { causesIn, causesUnlessSet } from '../cases/stage/learning-lists.js';
import { optionalText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const most = 100;
const longest = 120;

const list = optionalText(20_000).transform((text, context): readonly string[] => {
  const lines = [...new Set((text ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim()))].filter(
    (line) => line !== '',
  );
  const long = lines.find((line) => line.length > longest);
  if (long !== undefined || lines.length > most) {
    const message = long
      ? `‘${long.slice(0, 30)}…’ is too long. Use ${longest} characters or fewer`
      : `Use ${most} causes or fewer`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return lines;
});
const form = z.object({ causes: list });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { causes: causesIn(visit.landlord.settings).join('\n') }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const was = causesIn(visit.landlord.settings);
  // An empty list takes the usual one again.
  const now = read.value.causes.length === 0 ? causesUnlessSet : read.value.causes;
  const [added, gone] = [now.filter((one) => !was.includes(one)), was.filter((one) => !now.includes(one))];
  const reordered = added.length + gone.length === 0 && was.join('\n') !== now.join('\n');
  const words = [
    ...(added.length > 0 ? [`Causes added: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`Causes taken out: ${gone.join(', ')}`] : []),
    ...(reordered ? ['The order of the causes was changed'] : []),
  ];
  if (words.length === 0) return redirect('/settings/causes', { done: 'Nothing was changed' });
  await visit.db(async (trx) => {
    await writeSetting(trx, 'causes', read.value.causes.length === 0 ? null : now);
    await recordChange(trx, { about: 'cause', words: words.join('. '), by: visit.staff.id });
  });
  return redirect('/settings/causes', { done: 'Saved' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Causes', form: state, about: ['cause'] },
    <>
      <p class="govuk-body">
        What lies behind a complaint is chosen from this list, so that it can be counted across cases. What is recorded
        already stays as it is. Somebody who finds none that fits writes their own.
      </p>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="causes"
          label="Causes"
          hint="One a line, without names. Leave it empty for the usual list."
          rows={16}
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const causes = screen({ path: '/settings/causes', access: ['administrator'], get, post });
