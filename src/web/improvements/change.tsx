/** Another owner, another day, other words: each change of who or when says why. */
import { z } from 'zod';
import { inShortWords } from '../../facts/days.js';
import { changeImprovement } from '../../store/improvement-changes.js';
import type { Improvement, ImprovementWritten } from '../../store/improvements.js';
import { optionalText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
  withRefusals,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementAsked, improvementPage, improvers } from './frame.js';
import { PlanFields, type PlanLists, planShape, planValues, readPlanLists, writtenFrom } from './plan-fields.js';
import { aimedWords, improvementHref } from './words.js';

async function running(visit: Visit) {
  const one = await improvementAsked(visit);
  return one === null || one.state === 'closed' ? null : one;
}

async function get(visit: Visit) {
  const one = await running(visit);
  if (one === null) return notFound;
  const lists = await visit.db(readPlanLists);
  return view(visit, one, lists, startForm(visit, { ...planValues(one), version: one.version }));
}

async function post(visit: Visit) {
  const one = await running(visit);
  if (one === null) return notFound;
  const lists = await visit.db(readPlanLists);
  const schema = z.object({
    ...planShape(lists, { was: one }),
    version: wholeNumber('', { min: 1, max: 1_000_000 }),
    why: optionalText(2_000),
  });
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, one, lists, read.form);
  const written = writtenFrom(read.value);
  const { why, version } = read.value;
  const words = changeWords(one, written, lists, why);
  if (words === null) return redirect(improvementHref(one), { done: 'Nothing was changed' });
  const asked = { id: one.id, to: written, expected: version, why, words, now: new Date(visit.now) };
  const outcome = await visit.db((trx) => changeImprovement(trx, whoActs(visit), asked));
  if (outcome.is === 'done') return redirect(improvementHref(one), { done: 'Changed' });
  if (outcome.is === 'refused') return view(visit, one, lists, withRefusals(read.form, outcome.refusals));
  const now = (await improvementAsked(visit)) ?? one;
  const said = 'Somebody else changed it while you were writing. What you typed is kept: look at it, then save again';
  const values = { ...read.form.values, version: String(now.version) };
  return view(visit, now, lists, withErrors({ values, errors: [] }, [{ field: null, words: said }]));
}

/** From what to what, with the reason; null when nothing is other. */
function changeWords(was: Improvement, to: ImprovementWritten, lists: PlanLists, why: string | null): string | null {
  const name = lists.staff.find(({ id }) => id === to.owner)?.name ?? '';
  const parts = [
    ...(was.title === to.title ? [] : [`It was called ‘${was.title}’`]),
    ...(was.aim === to.aim ? [] : ['What is to change was written anew']),
    ...(was.kind === to.kind ? [] : [`It is ${to.kind} now`]),
    ...(was.owner === to.owner ? [] : [`${name} sees to it instead of ${was.ownerName}`]),
    ...(was.dueOn === to.dueOn ? [] : [`The day moved from ${inShortWords(was.dueOn)} to ${inShortWords(to.dueOn)}`]),
    ...(aimedWords(was.aimed) === aimedWords(to.aimed) ? [] : [`It counted ${aimedWords(was.aimed)} before`]),
    ...(was.weeks === to.weeks ? [] : [`It is looked at over ${to.weeks} weeks instead of ${was.weeks}`]),
  ];
  if (parts.length === 0) return null;
  return why === null ? parts.join('. ') : `${parts.join('. ')}. Why: ${why}`;
}

function view(visit: Visit, one: Improvement, lists: PlanLists, form: FormState) {
  return improvementPage(
    visit,
    one,
    { title: 'Change the improvement', form },
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <PlanFields form={form} lists={lists} was={one} />
      <TextareaField
        form={form}
        name="why"
        label="Why (needed when the person or the day is another)"
        rows={2}
        most={2000}
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const changeOne = screen({ path: '/improvements/:improvement/change', access: improvers, get, post });
