/** The names from which the cause of a complaint is chosen, in groups, so that causes can be counted across cases. */
import { z } from 'zod';
import { type CauseGroup, causeListText, readCauseList } from '../../complaint/cause-list.js';
import { readCauses, writeCauses } from '../../store/causes.js';
import { recordChange } from '../../store/change-trail.js';
import { optionalText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const list = optionalText(40_000).transform((text, context): readonly CauseGroup[] => {
  const read = readCauseList(text ?? '');
  if (typeof read !== 'string') return read;
  context.addIssue({ code: 'custom', message: read });
  return z.NEVER;
});
const form = z.object({ causes: list });

async function get(visit: Visit) {
  const now = await visit.db(readCauses);
  return view(visit, startForm(visit, { causes: causeListText(now) }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const changed = await visit.db(async (trx) => {
    const words = await writeCauses(trx, read.value.causes);
    if (words.length > 0) await recordChange(trx, { about: 'cause', words: words.join('. '), by: visit.staff.id });
    return words.length > 0;
  });
  return redirect('/settings/causes', { done: changed ? 'Saved' : 'Nothing was changed' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Causes', form: state, about: ['cause'] },
    <>
      <p class="govuk-body">
        What lies behind a complaint is chosen from this list when its answer is written, so that it can be counted
        across cases, by cause and by group. What is recorded already keeps its name; one that you move counts in its
        new group. Somebody who finds none that fits writes their own.
      </p>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="causes"
          label="Causes in their groups"
          hint="A group on a line of its own; its causes below it, each after a dash. No names of people. Leave it empty for the usual list."
          rows={24}
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const causes = screen({ path: '/settings/causes', access: ['administrator'], get, post });
