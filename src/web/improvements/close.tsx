/** Nothing more is done of it: what stays in place, or why it is given up. */
import { z } from 'zod';
import { closeImprovement } from '../../store/improve.js';
import type { Improvement } from '../../store/improvements.js';
import { requiredText, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, TextareaField, typedIn } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementAsked, improvementPage, reviewers } from './frame.js';
import { afterImproving } from './outcome.js';
import { improvementHref } from './words.js';

const schema = z.object({
  version: wholeNumber('', { min: 1, max: 1_000_000 }),
  words: requiredText('Write what stays in place, or why it is given up', 5_000),
});

/** What is done is reviewed before it is closed. */
async function asked(visit: Visit): Promise<Improvement | null> {
  const one = await improvementAsked(visit);
  return one?.state === 'open' || one?.state === 'tested' ? one : null;
}

async function get(visit: Visit) {
  const one = await asked(visit);
  return one === null ? notFound : view(visit, one, startForm(visit, { version: one.version }));
}

async function post(visit: Visit) {
  const one = await asked(visit);
  if (one === null) return notFound;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, one, read.form);
  const { version, words } = read.value;
  const { now, today, house } = visit;
  const outcome = await closeImprovement(house.db, whoActs(visit), {
    id: one.id,
    expected: version,
    words,
    now: new Date(now),
    on: today,
  });
  if (outcome.is !== 'done') return view(visit, one, afterImproving(read.form, outcome, { text: 'words' }));
  return redirect(improvementHref(one), { done: one.state === 'open' ? 'Given up' : 'Closed' });
}

function view(visit: Visit, one: Improvement, form: FormState) {
  const open = one.state === 'open';
  return improvementPage(
    visit,
    one,
    { title: open ? 'Give it up' : 'Close it', form },
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <TextareaField
        form={form}
        name="words"
        label={open ? 'Why is it given up?' : 'What stays in place, so that it lasts?'}
        hint="Without names. Each of its cases tells of it"
        rows={4}
        most={5000}
      />
      <Submit warning={open}>{open ? 'Give it up' : 'Close it'}</Submit>
    </Form>,
  );
}

export const closeOne = screen({ path: '/improvements/:improvement/close', access: reviewers, get, post });
