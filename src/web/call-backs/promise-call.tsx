/** Promises a resident of a case a call: who rings, by when, and when it suits them. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { residentsOf } from '../../complaint/who.js';
import type { PersonId, StaffId } from '../../facts/happened.js';
import { settleArrival } from '../../store/arrivals.js';
import { promiseCall } from '../../store/call-backs.js';
import { listStaff } from '../../store/staff.js';
import { casePath, IdentityBar } from '../cases/case-frame.js';
import { type CaseShown, personName, showCase } from '../cases/case-shown.js';
import { optionalId, optionalText, requiredDay } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';

const schema = (visit: Visit) =>
  z.object({
    person: optionalId(),
    staff: optionalId(),
    dueOn: requiredDay('the day by which to ring', { notBefore: visit.today }),
    bestTime: optionalText(200),
    about: optionalText(2_000),
  });

/** Whoever may be rung about a case: its residents, and those who still speak for them with a right to. */
function whoMayBeRung({ case: c }: CaseShown): readonly PersonId[] {
  const speaking = c.representatives.filter((one) => one.endedOn === null && one.authority !== 'asked');
  return [...residentsOf(c), ...speaking.map(({ person }) => person)];
}

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const dueOn = visit.rules.calendar.addWorkingDays(visit.today, 1);
  return view(visit, shown, startForm(visit, { dueOn, staff: visit.staff.id, person: shown.case.person ?? '' }));
}

async function post(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { person, staff, dueOn, bestTime, about } = read.value;
  if (person !== null && !whoMayBeRung(shown).includes(person as PersonId)) {
    return view(visit, shown, withErrors(read.form, [{ field: 'person', words: 'Choose one of the list' }]));
  }
  const made = await visit.db(async (trx) => {
    const atWork = await listStaff(trx, 'at-work');
    if (staff !== null && !atWork.some(({ id }) => id === staff)) return false;
    await promiseCall(trx, {
      caseId: shown.case.id,
      person: person as PersonId | null,
      staff: staff as StaffId | null,
      dueOn,
      bestTime,
      about,
      by: visit.staff.id,
    });
    for (const arrival of shown.arrivals.filter(({ kind }) => kind === 'call-back')) {
      await settleArrival(trx, arrival.id, { by: visit.staff.id, how: 'acted', at: new Date(visit.now) });
    }
    return true;
  });
  if (!made) return view(visit, shown, withErrors(read.form, [{ field: 'staff', words: 'Choose one of the list' }]));
  return redirect(casePath(shown.case.reference), { done: 'The call is promised' });
}

async function view(visit: Visit, shown: CaseShown, form: FormState) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return page(
    visit,
    {
      title: 'Promise a call',
      section: 'cases',
      form,
      back: { href: casePath(shown.case.reference), text: `Back to ${shown.case.reference}` },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <Form visit={visit}>
      <RadiosField
        form={form}
        name="person"
        legend="Who is rung?"
        items={[
          ...whoMayBeRung(shown).map((id) => ({ value: id as string, text: personName(shown, id) })),
          { value: '', text: 'Somebody else, or not known' },
        ]}
      />
      <DateField form={form} name="dueOn" legend="By when?" />
      <SelectField
        form={form}
        name="staff"
        label="Who rings?"
        items={[
          { value: '', text: 'Whoever is there' },
          ...staff.map(({ id, name }) => ({ value: id as string, text: name })),
        ]}
      />
      <TextField form={form} name="bestTime" label="The best time, in their words (optional)" />
      <TextareaField form={form} name="about" label="What is it about? (optional)" rows={3} most={2_000} />
      <Submit>Promise it</Submit>
    </Form>,
  );
}

export const promiseACall = screen({ path: '/cases/:reference/call-back', access: caseWorkers, get, post });
