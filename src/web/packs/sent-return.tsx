/** Notes that the frozen return was sent to the regulator: when, how, and the reference that came back. */
import { z } from 'zod';
import type { Period } from '../../reports/measured.js';
import { recordChange } from '../../store/change-trail.js';
import { findReturn, noteSubmitted } from '../../store/tsm-returns.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import { DateField, Form, type FormState, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { yearIn } from './year-of.js';

const form = (visit: Visit, year: Period) =>
  z.object({
    on: requiredDay('the day on which it was sent', { notBefore: year.until, notAfter: visit.today }),
    note: requiredText('Enter how it was sent and the reference that you were given', 1000),
  });

async function withFrozen(visit: Visit, work: (year: Period) => Promise<Answer>): Promise<Answer> {
  const year = yearIn(visit);
  if (year === null) return notFound;
  const kept = await visit.db((trx) => findReturn(trx, year.from));
  if (kept.frozen === null) return redirect(`/reports/returns/tsm/${year.name}`, { done: 'Freeze the return first' });
  return work(year);
}

const get = (visit: Visit) => withFrozen(visit, async (year) => view(visit, year, startForm(visit)));

const post = (visit: Visit) =>
  withFrozen(visit, async (year) => {
    const read = readForm(form(visit, year), visit.fields);
    if (!read.ok) return view(visit, year, read.form);
    const { value } = read;
    const noted = await visit.db(async (trx) => {
      const done = await noteSubmitted(trx, { ...value, yearFrom: year.from, by: visit.staff.id });
      if (done)
        await recordChange(trx, {
          about: 'returns',
          words: `The return of ${year.name} was noted as sent on ${value.on}`,
          by: visit.staff.id,
        });
      return done;
    });
    return redirect(`/reports/returns/tsm/${year.name}`, {
      done: noted ? 'Noted as sent' : 'It was noted as sent before',
    });
  });

function view(visit: Visit, year: Period, state: FormState) {
  return page(
    visit,
    {
      title: `Note that the return of ${year.name} was sent`,
      section: 'reports',
      form: state,
      back: { href: `/reports/returns/tsm/${year.name}`, text: 'The return' },
    },
    <Form visit={visit} action={`/reports/returns/tsm/${year.name}/sent`}>
      <DateField form={state} name="on" legend="Sent on" />
      <TextareaField form={state} name="note" label="How, and the reference given" most={1000} rows={3} />
      <Submit>Note it</Submit>
    </Form>,
  );
}

export const sentTsmReturn = screen({ path: '/reports/returns/tsm/:year/sent', access: ['manager'], get, post });
