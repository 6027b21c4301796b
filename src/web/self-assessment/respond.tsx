/** The governing body's response in its own words, which is published beside the assessment (8.2 of 2024). */
import { z } from 'zod';
import { noteStep } from '../../store/assessment-steps.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, responders } from './assessment-frame.js';
import { assessmentHref } from './words.js';

const schema = (visit: Visit) =>
  z.object({
    words: requiredText('Write the response', 20_000),
    saidBy: requiredText('Enter whose response it is, with their office', 200),
    on: requiredDay('the day of the response', { notAfter: visit.today }),
  });

async function get(visit: Visit) {
  const saidBy = visit.may('member-responsible') ? `${visit.staff.name}, member responsible for complaints` : '';
  return view(visit, startForm(visit, { on: visit.today, saidBy }));
}

async function post(visit: Visit) {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { words, saidBy, on } = read.value;
  const done = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    if (assessment.state === 'draft' || assessment.state === 'superseded') return false;
    await noteStep(trx, assessment.id, { did: 'responded', on, by: visit.staff.id, words, saidBy });
    return true;
  });
  if (done === null) return notFound;
  if (!done)
    return view(visit, withErrors(read.form, [{ field: null, words: 'It has not been put to the governing body' }]));
  return redirect(`/self-assessment/${visit.params.assessment}/governing-body`, { done: 'Response recorded' });
}

async function view(visit: Visit, form: FormState) {
  const assessment = await visit.db((trx) => assessmentAsked(trx, visit));
  if (assessment === null) return notFound;
  return assessmentPage(
    visit,
    assessment,
    {
      title: 'The governing body’s response',
      tab: '/governing-body',
      form,
      under: { text: 'Governing body', href: assessmentHref(assessment, '/governing-body') },
    },
    <Form visit={visit}>
      <TextareaField
        form={form}
        name="words"
        label="The response"
        hint="It is published as it is written here, beside the self-assessment"
        rows={10}
        most={20_000}
      />
      <TextField form={form} name="saidBy" label="Whose response is it?" hint="Their name and office, as published" />
      <DateField form={form} name="on" legend="On which day was it given?" />
      <Submit>Record the response</Submit>
    </Form>,
  );
}

export const respond = screen({ path: '/self-assessment/:assessment/respond', access: responders, get, post });
