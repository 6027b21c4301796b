/** Which answers a second person reads and approves before they can be sent. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { approvalIn, writeApproval } from '../../store/landlord-settings.js';
import { choices } from '../ui/fields.js';
import { CheckboxesField, Form, type FormState, readForm, Submit, startForm } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const stages = ['stage1', 'stage2'] as const;
const form = z.object({ approved: choices(stages) });

async function get(visit: Visit) {
  const approval = approvalIn(visit.landlord.settings);
  return view(visit, startForm(visit, { approved: stages.filter((stage) => approval[stage]) }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const approved = read.value.approved as (typeof stages)[number][];
  await visit.db(async (trx) => {
    await writeApproval(trx, { stage1: approved.includes('stage1'), stage2: approved.includes('stage2') });
    const which =
      approved.length === 2
        ? 'answers at both stages'
        : approved[0]
          ? `answers at stage ${approved[0].slice(-1)}`
          : 'no answers';
    await recordChange(trx, { about: 'approval', words: `A second person approves ${which}`, by: visit.staff.id });
  });
  return redirect('/settings/approval', { done: 'Saved' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Approval', form: state, about: ['approval'] },
    <Form visit={visit}>
      <CheckboxesField
        form={state}
        name="approved"
        legend="Which answers does a second person approve before they are sent?"
        hint="An extension beyond the usual limit always needs a manager, whatever is chosen here."
        items={[
          { value: 'stage1', text: 'Answers at stage 1' },
          { value: 'stage2', text: 'Final answers at stage 2' },
        ]}
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const approval = screen({ path: '/settings/approval', access: ['administrator'], get, post });
