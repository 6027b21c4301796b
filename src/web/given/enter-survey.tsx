/** A survey's result: how many were satisfied, of how many who answered, how and when they were asked. */
import { z } from 'zod';
import { parseYear } from '../../reports/period.js';
import { recordChange } from '../../store/change-trail.js';
import { givePerception, type PerceptionGiven, perceptionTenures } from '../../store/perception.js';
import { choice, requiredDay, requiredText, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormError,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';
import { resultInWords } from './surveys.js';
import { perceptionWords } from './words.js';

const most = { min: 0, max: 999_999 };

const formOf = (visit: Visit) =>
  z.object({
    year: requiredText('Enter the reporting year, like 2025-26', 20),
    tenure: choice(perceptionTenures, 'Choose which homes the answers are about'),
    satisfied: wholeNumber('Enter how many were satisfied', most),
    answered: wholeNumber('Enter how many answered', most),
    method: requiredText('Say how people were asked', 120),
    askedFrom: requiredDay('the first day on which people were asked', { notAfter: visit.today }),
    askedUntil: requiredDay('the last day on which people were asked', { notAfter: visit.today }),
    source: requiredText('Say where the result comes from', 300),
  });

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const read = readForm(formOf(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { year: typedYear, ...rest } = read.value;
  const year = parseYear(typedYear);
  const errors: FormError[] = [];
  if (year === null) errors.push({ field: 'year', words: 'Enter a year like 2025-26' });
  if (rest.satisfied > rest.answered)
    errors.push({ field: 'satisfied', words: 'No more can be satisfied than answered' });
  if (rest.askedUntil < rest.askedFrom)
    errors.push({ field: 'askedUntil', words: 'The last day must be on or after the first day' });
  if (year === null || errors.length > 0) return view(visit, withErrors(read.form, errors));
  const given: PerceptionGiven = { measure: 'tp09', year: year.name, ...rest };
  const how = await visit.db(async (trx) => {
    const done = await givePerception(trx, given, visit.staff.id);
    if (done !== 'same') {
      const words = `${done === 'entered' ? 'Entered' : 'Replaced'} the survey result ${resultInWords(given)}: ${given.satisfied} of ${given.answered} (${given.source})`;
      await recordChange(trx, { about: 'perception', words, by: visit.staff.id });
    }
    return done;
  });
  return redirect('/figures/given/surveys', { done: how === 'same' ? 'Nothing was changed' : 'Saved' });
}

function view(visit: Visit, form: FormState): Promise<Answer> {
  return givenPage(
    visit,
    { title: 'Enter a survey result', form, under: { text: 'Survey results', href: '/figures/given/surveys' } },
    <>
      <p class="govuk-body">
        For TP09, satisfaction with how complaints are handled: the answers of those who complained in the last 12
        months. A result that stands for the same year and homes is replaced, and stays known.
      </p>
      <Form visit={visit}>
        <TextField
          form={form}
          name="year"
          label="Reporting year"
          hint="For example, 2025-26"
          width={10}
          autocomplete="off"
        />
        <RadiosField
          form={form}
          name="tenure"
          legend="Which homes the answers are about"
          items={perceptionTenures.map((value) => ({ value, text: perceptionWords[value] }))}
        />
        <TextField
          form={form}
          name="satisfied"
          label="How many were satisfied"
          hint="Very satisfied and fairly satisfied together"
          width={5}
          inputmode="numeric"
          autocomplete="off"
        />
        <TextField
          form={form}
          name="answered"
          label="How many answered the question"
          hint="Without those who said that it does not apply to them"
          width={5}
          inputmode="numeric"
          autocomplete="off"
        />
        <TextField
          form={form}
          name="method"
          label="How people were asked"
          hint="For example, by telephone"
          autocomplete="off"
        />
        <DateField form={form} name="askedFrom" legend="First day on which people were asked" />
        <DateField form={form} name="askedUntil" legend="Last day on which people were asked" />
        <TextField
          form={form}
          name="source"
          label="Where the result comes from"
          hint="For example, the survey company’s report, and its date"
          autocomplete="off"
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const enterSurvey = screen({ path: '/figures/given/surveys/enter', access: writers, get, post });
