/** One paper of an Ombudsman about the landlord: what was done since, and where it was published. */
import { z } from 'zod';
import { failureKindWords, ombudsmanNames } from '../../law/ombudsman-words.js';
import { followPaper, listPapers, removePaper } from '../../store/ombudsman-papers.js';
import { listStaff } from '../../store/staff.js';
import { DayText } from '../ui/dates.js';
import { optionalDay, optionalText, tick } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TickField,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { FollowFields, followed, paperWords } from './paper-fields.js';

async function read(visit: Visit) {
  return (await visit.db((trx) => listPapers(trx, visit.params.id ?? '')))[0] ?? null;
}

async function get(visit: Visit) {
  const paper = await read(visit);
  if (paper === null) return notFound;
  const { asks, dueOn, owner, doneOn, doneWords, publishedOn, publishedWhere } = paper;
  return view(visit, startForm(visit, { asks, dueOn, owner, doneOn, doneWords, publishedOn, publishedWhere }));
}

async function post(visit: Visit) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  const schema = z.object({
    ...followed(visit, staff).shape,
    doneOn: optionalDay('the day it was done', { notAfter: visit.today }),
    doneWords: optionalText(4_000),
    remove: tick(),
  });
  const form = readForm(schema, visit.fields);
  if (!form.ok) return view(visit, form.form);
  const { remove, ...to } = form.value;
  const id = visit.params.id ?? '';
  if (remove) {
    await visit.db((trx) => removePaper(trx, id, visit.staff.id));
    return redirect('/ombudsman/published', { done: 'It is off the list' });
  }
  const refusals = await visit.db((trx) => followPaper(trx, id, to, visit.today));
  if (refusals === null) return notFound;
  if (refusals.length > 0) return view(visit, withRefusals(form.form, refusals));
  return redirect('/ombudsman/published', { done: 'Kept' });
}

async function view(visit: Visit, form: FormState) {
  const paper = await read(visit);
  if (paper === null) return notFound;
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return page(
    visit,
    {
      title: paper.title,
      section: 'ombudsman',
      form,
      back: { href: '/ombudsman/published', text: 'Published about us' },
    },
    <>
      <p class="govuk-body">
        {paper.failureKind === null ? paperWords[paper.kind] : failureKindWords(paper.failureKind)}, of the{' '}
        {ombudsmanNames[paper.ombudsman]}, received on <DayText day={paper.receivedOn} />.
      </p>
      <Form visit={visit}>
        <FollowFields form={form} staff={staff} />
        <DateField form={form} name="doneOn" legend="When was it done? (optional)" />
        <TextareaField form={form} name="doneWords" label="What was done, and what shows it (optional)" rows={4} />
        <TickField form={form} name="remove" label="Take it off the list" hint="Because it was put there by mistake" />
        <Submit>Keep</Submit>
      </Form>
    </>,
  );
}

export const ombudsmanPaper = screen({
  path: '/ombudsman/published/:id',
  access: ['officer', 'manager'],
  get,
  post,
});
