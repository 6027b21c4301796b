/** Takes an assessment back from the governing body, with the reason, so that its answers can be changed. */
import { z } from 'zod';
import { moveAssessment } from '../../store/assessment-steps.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { assessmentHref } from './words.js';

const schema = z.object({ words: requiredText('Say why it is taken back', 2_000) });

async function get(visit: Visit) {
  return view(visit, startForm(visit));
}

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const done = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    return moveAssessment(trx, assessment.id, {
      from: 'put',
      state: 'draft',
      step: { did: 'taken-back', on: visit.today, by: visit.staff.id, words: read.value.words },
    });
  });
  if (done === null) return notFound;
  if (!done) return view(visit, withErrors(read.form, [{ field: null, words: 'It is not with the governing body' }]));
  return redirect(`/self-assessment/${visit.params.assessment}`, { done: 'Taken back: its answers can be changed' });
}

async function view(visit: Visit, form: FormState) {
  const assessment = await visit.db((trx) => assessmentAsked(trx, visit));
  if (assessment === null) return notFound;
  return assessmentPage(
    visit,
    assessment,
    {
      title: 'Take it back to change it',
      tab: '/governing-body',
      form,
      under: { text: 'Governing body', href: assessmentHref(assessment, '/governing-body') },
    },
    <Form visit={visit}>
      <TextareaField form={form} name="words" label="Why is it taken back?" rows={4} most={2000} />
      <Submit>Take it back</Submit>
    </Form>,
  );
}

export const takeBack = screen({ path: '/self-assessment/:assessment/take-back', access: writers, get, post });
