/** Puts an assessment to the governing body: from then on its answers stand until it is taken back. */
import { z } from 'zod';
import { moveAssessment } from '../../store/assessment-steps.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import { DateField, Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { OutstandingList, outstandingOf, outstandingWords } from './outstanding.js';
import { assessmentHref } from './words.js';

const schema = () =>
  z.object({
    body: requiredText('Enter what the governing body is called', 200),
    on: requiredDay('the day on which it gets it'),
  });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit) {
  const read = readForm(schema(), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { body, on } = read.value;
  const done = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    const outstanding = outstandingWords(await outstandingOf(trx, assessment, visit.today));
    return moveAssessment(trx, assessment.id, {
      from: 'draft',
      state: 'put',
      step: { did: 'put', on, by: visit.staff.id, body, outstanding },
    });
  });
  if (done === null) return notFound;
  if (!done) return view(visit, withErrors(read.form, [{ field: null, words: 'Only a draft can be put to it' }]));
  return redirect(`/self-assessment/${visit.params.assessment}/governing-body`, { done: 'Put to the governing body' });
}

async function view(visit: Visit, form: FormState) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    return assessment === null ? null : { assessment, outstanding: await outstandingOf(trx, assessment, visit.today) };
  });
  if (found === null) return notFound;
  return assessmentPage(
    visit,
    found.assessment,
    {
      title: 'Put it to the governing body',
      tab: '/governing-body',
      form,
      under: { text: 'Governing body', href: assessmentHref(found.assessment, '/governing-body') },
    },
    <>
      <OutstandingList assessment={found.assessment} outstanding={found.outstanding} />
      <p class="govuk-body">Its answers can’t be changed while the governing body has it, unless it is taken back.</p>
      <Form visit={visit}>
        <TextField
          form={form}
          name="body"
          label="What is the governing body called?"
          hint="For example, Cabinet, Board, Housing Committee"
        />
        <DateField form={form} name="on" legend="On which day does it get it?" />
        <Submit>Put it to the governing body</Submit>
      </Form>
    </>,
  );
}

export const putToBody = screen({ path: '/self-assessment/:assessment/put', access: writers, get, post });
