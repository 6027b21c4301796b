/** A new action of an assessment's plan. */
import { addAction } from '../../store/assessment-actions.js';
import { Form, type FormState, readForm, Submit, startForm, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { ActionFields, actionSchema, readAction } from './action-form.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { assessmentHref } from './words.js';

async function get(visit: Visit) {
  const asked = visit.query.provision;
  const provisions = typeof asked === 'string' && /^\d+\.\d+$/.test(asked) ? asked : '';
  return view(visit, startForm(visit, { provisions }));
}

async function post(visit: Visit) {
  const assessment = await visit.db((trx) => assessmentAsked(trx, visit));
  if (assessment === null) return notFound;
  const read = readForm(actionSchema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const action = readAction(assessment.edition, read.value);
  if (!action.ok) return view(visit, withErrors(read.form, action.errors));
  await visit.db((trx) => addAction(trx, assessment.id, action.action, visit.staff.id));
  return redirect(assessmentHref(assessment, '/actions'), { done: 'Action added' });
}

async function view(visit: Visit, form: FormState) {
  const assessment = await visit.db((trx) => assessmentAsked(trx, visit));
  if (assessment === null) return notFound;
  return assessmentPage(
    visit,
    assessment,
    {
      title: 'Add an action',
      tab: '/actions',
      form,
      under: { text: 'Action plan', href: assessmentHref(assessment, '/actions') },
    },
    <Form visit={visit}>
      <ActionFields form={form} />
      <Submit>Add the action</Submit>
    </Form>,
  );
}

export const addOneAction = screen({ path: '/self-assessment/:assessment/actions/add', access: writers, get, post });
