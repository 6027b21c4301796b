/** Something that an Ombudsman wrote or published about the landlord, put on the list. */
import { z } from 'zod';
import { objectionsToPaper, paperKinds } from '../../complaint/ombudsman-paper.js';
import { ombudsmen } from '../../facts/happened.js';
import { failureKinds, ombudsmanNames } from '../../law/ombudsman-words.js';
import { readHistory } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import { addPaper } from '../../store/ombudsman-papers.js';
import { listStaff } from '../../store/staff.js';
import { maySeeCase } from '../cases/case-shown.js';
import { choice, optionalChoice, optionalText, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  withErrors,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { FollowFields, followed, paperWords } from './paper-fields.js';

const schema = (visit: Visit, staff: Awaited<ReturnType<typeof listStaff>>) =>
  z.object({
    ombudsman: choice(ombudsmen, 'Choose which Ombudsman'),
    kind: choice(paperKinds, 'Choose what it is'),
    failureKind: optionalChoice(failureKinds.map(({ id }) => id)),
    title: requiredText('Enter what it is called', 300),
    reference: optionalText(40),
    receivedOn: requiredDay('the day it reached us', { notAfter: visit.today }),
    ...followed(visit, staff).shape,
  });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { ombudsman: 'HOS', receivedOn: visit.today }));
}

async function post(visit: Visit) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  const read = readForm(schema(visit, staff), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { reference, ...paper } = read.value;
  const about = reference === null ? null : await visit.db((trx) => caseSeen(trx, visit, reference));
  const told = { ...paper, caseId: about?.id ?? null };
  if (reference !== null && about === null) {
    const words = 'There is no case with that reference. Check it, or leave it empty';
    const wrong = withRefusals(read.form, objectionsToPaper(told, visit));
    return view(visit, withErrors(wrong, [{ field: 'reference', words }]));
  }
  const added = await visit.db((trx) => addPaper(trx, told, visit.staff.id, visit.today));
  if (!added.ok) return view(visit, withRefusals(read.form, added.refusals));
  return redirect('/ombudsman/published', { done: 'It is on the list' });
}

/** Null when there is none, or none that this person may see: the two look the same. */
async function caseSeen(trx: Trx, visit: Visit, reference: string) {
  const found = await readHistory(trx, reference);
  return found !== null && (await maySeeCase(trx, visit, found.id)) ? found : null;
}

async function view(visit: Visit, form: FormState) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return page(
    visit,
    {
      title: 'Put on the list what is published about us',
      section: 'ombudsman',
      form,
      back: { href: '/ombudsman/published', text: 'Published about us' },
    },
    <Form visit={visit}>
      <RadiosField
        form={form}
        name="ombudsman"
        legend="Which Ombudsman?"
        small
        items={ombudsmen.map((value) => ({ value, text: ombudsmanNames[value] }))}
      />
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        small
        items={paperKinds.map((value) => ({ value, text: paperWords[value] }))}
      />
      <SelectField
        form={form}
        name="failureKind"
        label="Of a failure order or notice: which kind?"
        none="It is none"
        items={failureKinds.map(({ id, words }) => ({ value: id, text: words }))}
      />
      <TextField form={form} name="title" label="What is it called?" hint="Name nobody" />
      <TextField
        form={form}
        name="reference"
        label="Our case that it is about, if any (optional)"
        width={10}
        autocomplete="off"
      />
      <DateField form={form} name="receivedOn" legend="When did it reach us?" />
      <FollowFields form={form} staff={staff} />
      <Submit>Put it on the list</Submit>
    </Form>,
  );
}

export const addOmbudsmanPaper = screen({
  path: '/ombudsman/published/add',
  access: ['officer', 'manager'],
  get,
  post,
});
