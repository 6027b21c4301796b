/** A new self-assessment: of which year, against which Code, why, and what its 'last year' is. It begins without an answer. */
import { z } from 'zod';
import { yearName } from '../../assess/answers.js';
import { editions } from '../../law/words.js';
import { yearOf } from '../../reports/period.js';
import { beginAssessment, findAssessment, listAssessments, triggers } from '../../store/assessments.js';
import { choice, optionalId, optionalText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { assessmentHref, assessmentTitle, triggerWords } from './words.js';

const form = z.object({
  year: wholeNumber('Choose a year', { min: 2000, max: 2199 }),
  edition: choice(editions, 'Choose an edition of the Code'),
  trigger: choice(triggers, 'Choose why it is made'),
  note: optionalText(1_000),
  from: optionalId(),
});

async function get(visit: Visit) {
  const before = await visit.db(listAssessments);
  // After 31 March the year that has just ended is assessed.
  const year = yearOf(visit.today) - 1;
  const form = startForm(visit, { year, edition: '2024', trigger: 'yearly', from: before[0]?.id });
  return view(visit, form);
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { year, edition, trigger, note, from } = read.value;
  if (trigger !== 'yearly' && note === null)
    return view(visit, withErrors(read.form, [{ field: 'note', words: 'Say what happened' }]));
  const made = await visit.db(async (trx) => {
    if (from !== null && (await findAssessment(trx, from)) === null) return null;
    return beginAssessment(trx, {
      edition,
      year,
      trigger,
      triggerNote: note,
      carriedFrom: from,
      by: visit.staff.id,
      today: visit.today,
    });
  });
  if (made === null) return view(visit, withErrors(read.form, [{ field: 'from', words: 'Choose one of the list' }]));
  return redirect(assessmentHref({ id: made }), { done: 'Self-assessment begun' });
}

async function view(visit: Visit, state: FormState) {
  const before = await visit.db(listAssessments);
  const latest = yearOf(visit.today);
  const chosen = Number(typedIn(state, 'year'));
  const years = Array.from({ length: 8 }, (_, back) => latest - back);
  return page(
    visit,
    {
      title: 'Begin a self-assessment',
      section: 'assessment',
      form: state,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <Form visit={visit}>
      <SelectField
        form={state}
        name="year"
        label="Which year does it look at?"
        hint="The cases of that year, from 1 April to 31 March, stand beside your answers"
        items={(years.includes(chosen) || !Number.isInteger(chosen) || chosen === 0 ? years : [...years, chosen]).map(
          (year) => ({ value: String(year), text: yearName(year) }),
        )}
      />
      <RadiosField
        form={state}
        name="edition"
        legend="Against which edition of the Code?"
        items={[...editions]
          .reverse()
          .map((edition) => ({ value: edition, text: edition === '2024' ? '2024, in force' : edition }))}
      />
      <RadiosField
        form={state}
        name="trigger"
        legend="Why is it made?"
        items={triggers.map((trigger) => ({ value: trigger, text: triggerWords[trigger] }))}
      />
      <TextareaField
        form={state}
        name="note"
        label="What happened? (for all but the yearly one)"
        hint="For example: Meadow Homes and Brook Homes merged on 1 October 2025"
        rows={3}
        most={1000}
      />
      <SelectField
        form={state}
        name="from"
        label="What is shown as last year’s?"
        hint="Its answers are shown beside each provision. None is taken over: every answer is given anew"
        none="Nothing"
        items={before.map((one) => ({ value: one.id, text: assessmentTitle(one) }))}
      />
      <Submit>Begin</Submit>
    </Form>,
  );
}

export const beginOne = screen({ path: '/self-assessment/begin', access: writers, get, post });
