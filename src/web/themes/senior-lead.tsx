/** Who answers for complaints as senior lead: Code 9.4 asks that somebody suitably senior does. */
import { z } from 'zod';
import { cannotLead, mayLead } from '../../reports/themes/senior-lead.js';
import { recordChange } from '../../store/change-trail.js';
import { listStaff } from '../../store/staff.js';
import { nameSeniorLead, seniorLead } from '../../store/themes/risks.js';
import { requiredId } from '../ui/fields.js';
import { Form, type FormState, readForm, SelectField, Submit, startForm, withRefusals } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { themePage } from './theme-frame.js';

const form = z.object({ lead: requiredId('Choose who it is') });

async function whoMay(visit: Visit) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return staff.filter(({ roles }) => mayLead(roles));
}

async function get(visit: Visit) {
  const lead = await visit.db(seniorLead);
  return view(visit, startForm(visit, { lead: lead ?? '' }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const chosen = (await whoMay(visit)).find(({ id }) => id === read.value.lead);
  if (chosen === undefined) return view(visit, withRefusals(read.form, [cannotLead]));
  const refusal = await visit.db(async (trx) => {
    const no = await nameSeniorLead(trx, chosen.id);
    if (no !== null) return no;
    await recordChange(trx, {
      about: 'staff',
      words: `${chosen.name} is the senior lead for complaints`,
      by: visit.staff.id,
    });
    return null;
  });
  if (refusal !== null) return view(visit, withRefusals(read.form, [refusal]));
  return redirect('/themes/risks', { done: 'Saved' });
}

async function view(visit: Visit, state: FormState) {
  const staff = await whoMay(visit);
  return themePage(
    visit,
    {
      title: 'The senior lead for complaints',
      at: '/themes/risks',
      form: state,
      back: { href: '/themes/risks', text: 'Possible systemic risks' },
    },
    <Form visit={visit}>
      <p class="govuk-body">
        The Code asks for somebody suitably senior who is accountable for complaint handling and looks at themes and
        trends (9.4). What may be systemic is put to them, and they answer it.
      </p>
      <SelectField
        form={state}
        name="lead"
        label="Senior lead"
        none="Choose somebody"
        items={staff.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const seniorLeadScreen = screen({ path: '/themes/risks/lead', access: ['manager'], get, post });
