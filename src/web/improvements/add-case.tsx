/** A further case that an improvement answers. */
import { z } from 'zod';
import { joinImprovement } from '../../store/improve.js';
import type { Improvement } from '../../store/improvements.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementAsked, improvementPage, improvers } from './frame.js';
import { findCases } from './open.js';
import { afterImproving } from './outcome.js';
import { improvementHref } from './words.js';

const schema = z.object({ cases: requiredText('Name the case by its reference', 5_000) });

async function get(visit: Visit) {
  const one = await improvementAsked(visit);
  return one === null ? notFound : view(visit, one, startForm(visit, { cases: visit.query.case }));
}

async function post(visit: Visit) {
  const one = await improvementAsked(visit);
  if (one === null) return notFound;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, one, read.form);
  const found = await visit.db((trx) => findCases(trx, visit, read.value.cases));
  if (typeof found === 'string') return view(visit, one, withErrors(read.form, [{ field: 'cases', words: found }]));
  const { now, today, house } = visit;
  const outcome = await joinImprovement(house.db, whoActs(visit), {
    id: one.id,
    cases: found,
    now: new Date(now),
    on: today,
  });
  if (outcome.is !== 'done') return view(visit, one, afterImproving(read.form, outcome));
  return redirect(improvementHref(one), { done: found.length === 1 ? 'The case was added' : 'The cases were added' });
}

function view(visit: Visit, one: Improvement, form: FormState) {
  return improvementPage(
    visit,
    one,
    { title: 'Add a case', form },
    <>
      <p class="govuk-body">
        Cases that this improvement answers too. Each tells of it in its own history, and hears of its review.
      </p>
      <Form visit={visit}>
        <TextareaField form={form} name="cases" label="References" hint="One a line" rows={3} />
        <Submit>Add</Submit>
      </Form>
    </>,
  );
}

export const addCases = screen({ path: '/improvements/:improvement/cases', access: improvers, get, post });
