/** The approval of the governing body: which body, on which day, by which minute, knowing what was open. */
import { z } from 'zod';
import { moveAssessment, stepsOf } from '../../store/assessment-steps.js';
import { requiredDay, requiredText, tick } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextField,
  TickField,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, responders } from './assessment-frame.js';
import { OutstandingList, outstandingOf, outstandingWords } from './outstanding.js';
import { assessmentHref } from './words.js';

const schema = (visit: Visit) =>
  z.object({
    body: requiredText('Enter what the governing body is called', 200),
    on: requiredDay('the day on which it was approved', { notAfter: visit.today }),
    minutes: requiredText('Enter where its minutes record it', 200),
    knew: tick(),
  });

async function get(visit: Visit) {
  const steps = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    return assessment === null ? [] : stepsOf(trx, assessment.id);
  });
  return view(visit, startForm(visit, { on: visit.today, body: steps.findLast(({ did }) => did === 'put')?.body }));
}

async function post(visit: Visit) {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { body, on, minutes, knew } = read.value;
  const done = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    const outstanding = await outstandingOf(trx, assessment, visit.today);
    if (outstanding.unanswered.length > 0)
      return {
        field: null,
        words: `${outstanding.unanswered.length} provisions are not answered. Take it back and answer them first`,
      };
    if (outstanding.contradicted.length > 0 && !knew)
      return { field: 'knew', words: 'Confirm that the governing body was told what the cases contradict' };
    const moved = await moveAssessment(trx, assessment.id, {
      from: 'put',
      state: 'approved',
      step: { did: 'approved', on, by: visit.staff.id, body, minutes, outstanding: outstandingWords(outstanding) },
    });
    return moved ? 'done' : { field: null, words: 'It is not with the governing body' };
  });
  if (done === null) return notFound;
  if (done !== 'done') return view(visit, withErrors(read.form, [done]));
  return redirect(`/self-assessment/${visit.params.assessment}/governing-body`, { done: 'Approval recorded' });
}

async function view(visit: Visit, form: FormState) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    return assessment === null ? null : { assessment, outstanding: await outstandingOf(trx, assessment, visit.today) };
  });
  if (found === null) return notFound;
  const { assessment, outstanding } = found;
  return assessmentPage(
    visit,
    assessment,
    {
      title: 'Record the approval',
      tab: '/governing-body',
      form,
      under: { text: 'Governing body', href: assessmentHref(assessment, '/governing-body') },
    },
    <>
      <OutstandingList assessment={assessment} outstanding={outstanding} />
      <Form visit={visit}>
        <TextField form={form} name="body" label="Which governing body approved it?" />
        <DateField form={form} name="on" legend="On which day?" />
        <TextField form={form} name="minutes" label="Where do its minutes record it?" hint="For example, CAB/24/117" />
        {outstanding.contradicted.length === 0 ? null : (
          <TickField
            form={form}
            name="knew"
            label={`The governing body was told that the cases contradict ${outstanding.contradicted.join(', ')}`}
          />
        )}
        <Submit>Record the approval</Submit>
      </Form>
    </>,
  );
}

export const approve = screen({ path: '/self-assessment/:assessment/approve', access: responders, get, post });
