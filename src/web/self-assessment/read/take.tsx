/** What was confirmed of a reading becomes a self-assessment of its year; the rest of it stays unanswered. */
import { z } from 'zod';
import { yearName } from '../../../assess/answers.js';
import { yearOf } from '../../../reports/period.js';
import {
  confirmedRows,
  describeReading,
  findReading,
  type KeptReading,
  takeConfirmed,
} from '../../../store/form-readings.js';
import { InsetText } from '../../ui/components.js';
import { choice, optionalDay, wholeNumber } from '../../ui/fields.js';
import {
  CheckboxesField,
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { writers } from '../assessment-frame.js';
import { assessmentHref } from '../words.js';
import { readingHref } from './reading-words.js';

function formFor(visit: Visit) {
  return z.object({
    year: wholeNumber('Choose the year that it looks at', { min: 2000, max: 2199 }),
    state: choice(['published', 'draft'], 'Choose how it stands'),
    published: optionalDay('the day it was published', { notAfter: visit.today }),
    actions: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((value) => [value].flat().map(Number)),
  });
}

async function asked(visit: Visit) {
  return visit.db(async (trx) => {
    const reading = await findReading(trx, visit.params.reading ?? '');
    return reading === null ? null : { reading, confirmed: (await confirmedRows(trx, reading.id)).size };
  });
}

async function get(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const { reading } = found;
  if (reading.state !== 'open') return redirect(readingHref(reading.id));
  const actions = reading.read.actions.map((_, at) => String(at)).filter((at) => !reading.leftOut.includes(Number(at)));
  return view(visit, found, startForm(visit, { year: reading.year, state: 'published', actions }));
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const { reading, confirmed } = found;
  const read = readForm(formFor(visit), visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { year, state, published, actions } = read.value;
  const leftOut = reading.read.actions.map((_, at) => at).filter((at) => !actions.includes(at));
  if (confirmed === 0)
    return view(visit, found, withErrors(read.form, [{ field: null, words: 'Confirm at least one row first' }]));
  const made = await visit.db(async (trx) => {
    await describeReading(trx, reading.id, { year, leftOut });
    return takeConfirmed(trx, reading.id, {
      year,
      leftOut,
      by: visit.staff.id,
      today: visit.today,
      publishedOn: state === 'published' ? published : null,
      state,
    });
  });
  if (made === null) return redirect(readingHref(reading.id), { done: 'Somebody else has dealt with this reading' });
  return redirect(assessmentHref({ id: made }), { done: `Taken from ${reading.source}` });
}

function view(visit: Visit, { reading, confirmed }: { reading: KeptReading; confirmed: number }, state: FormState) {
  const left = reading.read.rows.length - confirmed;
  const latest = yearOf(visit.today);
  const years = Array.from({ length: 9 }, (_, back) => latest - back);
  return page(
    visit,
    {
      title: 'Take what is confirmed',
      section: 'assessment',
      form: state,
      back: { href: readingHref(reading.id), text: reading.source },
    },
    <>
      <p class="govuk-body">
        {confirmed} {confirmed === 1 ? 'row is' : 'rows are'} confirmed and will be taken.
      </p>
      {left === 0 ? null : (
        <InsetText
          text={`${left} ${left === 1 ? 'row is' : 'rows are'} not confirmed. They stay unanswered in the self-assessment, and none of them counts as met.`}
        />
      )}
      {reading.read.disagreements.map(({ what, words }) => (
        <InsetText key={what} text={`${words} Both are kept and shown.`} />
      ))}
      <Form visit={visit}>
        <SelectField
          form={state}
          name="year"
          label="Which year does it look at?"
          none="Choose a year"
          items={(reading.year === null || years.includes(reading.year) ? years : [...years, reading.year]).map(
            (year) => ({ value: String(year), text: yearName(year) }),
          )}
        />
        <RadiosField
          form={state}
          name="state"
          legend="How does it stand?"
          items={[
            {
              value: 'published',
              text: 'It was published in its time',
              shows: <DateField form={state} name="published" legend="On which day, if you know it" />,
            },
            { value: 'draft', text: 'It was never finished: take it as a draft' },
          ]}
        />
        {reading.read.actions.length === 0 ? null : (
          <CheckboxesField
            form={state}
            name="actions"
            legend="Which actions of its plan are taken?"
            small
            items={reading.read.actions.map(({ provision, action, target }, at) => ({
              value: String(at),
              text: `${provision === '' ? '' : `${provision}: `}${action.replace(/\s+/g, ' ').slice(0, 140)}`,
              hint: target === '' ? 'No date' : target,
            }))}
          />
        )}
        <Submit>Take it</Submit>
      </Form>
    </>,
  );
}

export const takeReadingScreen = screen({ path: '/self-assessment/read/:reading/take', access: writers, get, post });
