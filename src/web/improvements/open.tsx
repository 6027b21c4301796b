/** An improvement from many cases at once, named by their references. */
import { z } from 'zod';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { openImprovement } from '../../store/improve.js';
import { caseIdsOf } from '../../store/improvement-cases.js';
import { casesOpenTo } from '../cases/case-shown.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvers } from './frame.js';
import { afterImproving } from './outcome.js';
import { PlanFields, type PlanLists, planShape, readPlanLists, writtenFrom } from './plan-fields.js';
import { improvementHref } from './words.js';

const mostCases = 100;

async function get(visit: Visit) {
  const lists = await visit.db(readPlanLists);
  const { area, category, cause, block } = visit.query;
  return view(visit, lists, startForm(visit, { owner: visit.staff.id, weeks: '12', area, category, cause, block }));
}

async function post(visit: Visit) {
  const lists = await visit.db(readPlanLists);
  const schema = z.object({
    ...planShape(lists, { notBefore: visit.today }),
    cases: requiredText('Name at least one case by its reference', 5_000),
  });
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, lists, read.form);
  const found = await visit.db((trx) => findCases(trx, visit, read.value.cases));
  if (typeof found === 'string') return view(visit, lists, withErrors(read.form, [{ field: 'cases', words: found }]));
  const written = writtenFrom(read.value);
  const { now, today, house } = visit;
  const outcome = await openImprovement(house.db, whoActs(visit), {
    written,
    cases: found,
    now: new Date(now),
    on: today,
  });
  if (outcome.is !== 'done') return view(visit, lists, afterImproving(read.form, outcome));
  return redirect(improvementHref(outcome), { done: 'The improvement is open' });
}

/** The cases that are named and that this person may open, or what is wrong with them. One that they may not open is as one that is not there. */
export async function findCases(trx: Trx, visit: Visit, text: string): Promise<readonly CaseId[] | string> {
  const references = [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))];
  if (references.length > mostCases) return `Name ${mostCases} cases or fewer`;
  const known = await caseIdsOf(trx, references);
  const open = await casesOpenTo(trx, visit, [...known.values()]);
  const idOf = (reference: string) => known.get(reference.toUpperCase());
  const isOpen = (id: CaseId | undefined): id is CaseId => id !== undefined && open.has(id);
  const missing = references.find((reference) => !isOpen(idOf(reference)));
  return missing === undefined
    ? references.map(idOf).filter(isOpen)
    : `There is no case ${missing}. Check its reference`;
}

function view(visit: Visit, lists: PlanLists, form: FormState) {
  return page(
    visit,
    {
      title: 'Open an improvement',
      section: 'learning',
      form,
      back: { href: '/improvements', text: 'Improvements' },
    },
    <Form visit={visit}>
      <PlanFields form={form} lists={lists} />
      <TextareaField
        form={form}
        name="cases"
        label="The cases it comes from"
        hint="Their references, one a line. Each case then tells of it in its history"
        rows={4}
      />
      <Submit>Open it</Submit>
    </Form>,
  );
}

export const openFromMany = screen({ path: '/improvements/open', access: improvers, get, post });
