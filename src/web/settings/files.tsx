/** Which files staff may open themselves, where no virus scanner has found them clean. */
import { z } from 'zod';
import { wallHere } from '../../post/apart.js';
import { recordChange } from '../../store/change-trail.js';
import { originalsSetting } from '../../store/file-scans.js';
import { writeSetting } from '../../store/rules.js';
import { scannerOf } from '../../store/scanner.js';
import { choice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const answers = ['no', 'after-warning'] as const;
const form = z.object({ originals: choice(answers, 'Choose whether originals may be opened') });

async function get(visit: Visit) {
  const set = visit.landlord.settings[originalsSetting] === true;
  return view(visit, startForm(visit, { originals: set ? 'after-warning' : 'no' }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const now = read.value.originals === 'after-warning';
  const was = visit.landlord.settings[originalsSetting] === true;
  if (now === was) return redirect('/settings/files', { done: 'Nothing was changed' });
  const words = now
    ? 'Staff may open originals that no scanner found clean, after a warning'
    : 'Originals that no scanner found clean stay sealed';
  await visit.db(async (trx) => {
    await writeSetting(trx, originalsSetting, now ? true : null);
    await recordChange(trx, { about: 'scan', words, by: visit.staff.id });
  });
  return redirect('/settings/files', { done: 'Saved' });
}

function view(visit: Visit, state: FormState) {
  const scanner = scannerOf() !== null;
  return settingsPage(
    visit,
    { title: 'Files that are sent', form: state, about: ['scan', 'files'] },
    <>
      <p class="govuk-body">
        {scanner
          ? 'This installation has a virus scanner. Nothing that anybody sends is shown before it is found clean.'
          : 'This installation has no virus scanner. Staff see pictures and words that are made of what was sent, not the files. Whoever looks after the installation can connect one.'}
      </p>
      <p class="govuk-body">
        Pictures and words are made in a process apart
        {wallHere() === 'own-network'
          ? ', which this machine cuts off from every network.'
          : ', from which Node takes the network away. This machine offers nothing stronger.'}
      </p>
      <Form visit={visit}>
        <RadiosField
          form={state}
          name="originals"
          legend="May staff open an original that no scanner has found clean?"
          hint="Also the original of a photograph, which says where it was taken. What is infected is never opened."
          items={[
            { value: 'no', text: 'No, it stays sealed' },
            {
              value: 'after-warning',
              text: 'Yes, after a warning',
              hint: { text: 'Who opened which, and when, is recorded' },
            },
          ]}
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const filesSetting = screen({ path: '/settings/files', access: ['administrator'], get, post });
