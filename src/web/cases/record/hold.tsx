/** A hold while lawyers advise: who decides what may leave, why, and when that is looked at again. */
import { z } from 'zod';
import type { StaffId } from '../../../facts/happened.js';
import { endHold, holdOf, placeHold } from '../../../store/case-holds.js';
import { recordChange } from '../../../store/change-trail.js';
import { heldWords } from '../../../store/leaving.js';
import { lockSending, type SendingState, sendingsOf } from '../../../store/letter-sendings.js';
import { letGo } from '../../../store/outbox.js';
import { letterHeld } from '../../../store/sending-day.js';
import { listStaff } from '../../../store/staff.js';
import { SummaryList } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { choice, optionalDay, optionalId, optionalText } from '../../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, showCase } from '../case-shown.js';

const form = z.object({
  what: choice(['place', 'end'], 'Choose what to do'),
  named: optionalId(),
  reason: optionalText(2000),
  reviewOn: optionalDay('the day on which it is looked at again'),
  why: optionalText(2000),
});

const mayBeHeld: ReadonlySet<SendingState> = new Set(['waiting', 'to-print']);

async function get(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const hold = await visit.db((trx) => holdOf(trx, shown.case.id));
  return view(
    visit,
    shown,
    startForm(visit, {
      what: 'place',
      named: hold?.named ?? '',
      reason: hold?.reason ?? '',
      ...(hold === null ? {} : { reviewOn: hold.reviewOn }),
    }),
  );
}

async function post(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { what, named, reason, reviewOn, why } = read.value;
  const caseId = shown.case.id;
  const { reference } = shown.case;
  const now = new Date(visit.now);
  if (what === 'end') {
    if (why === null) {
      return view(visit, shown, withErrors(read.form, [{ field: 'why', words: 'Write down why the hold ends' }]));
    }
    await visit.db(async (trx) => {
      await endHold(trx, { caseId, by: visit.staff.id, now, why });
      await letGo(trx, caseId);
      await recordChange(trx, { about: 'hold', words: `The hold on ${reference} was ended`, by: visit.staff.id });
    });
    return redirect(casePath(reference), { done: 'The hold has ended. What it held leaves now' });
  }
  const errors = [
    ...(named === null ? [{ field: 'named', words: 'Choose who decides what may leave' }] : []),
    ...(reason === null ? [{ field: 'reason', words: 'Write down why nothing may leave' }] : []),
    ...(reviewOn === null || reviewOn <= visit.today
      ? [{ field: 'reviewOn', words: 'Enter a day still to come on which it is looked at again' }]
      : []),
  ];
  if (errors.length > 0 || named === null || reason === null || reviewOn === null) {
    return view(visit, shown, withErrors(read.form, errors));
  }
  const known = (await visit.db((trx) => listStaff(trx, 'at-work'))).some(({ id }) => id === named);
  if (!known) {
    return view(visit, shown, withErrors(read.form, [{ field: 'named', words: 'Choose who decides what may leave' }]));
  }
  await visit.db(async (trx) => {
    await placeHold(trx, { caseId, named: named as StaffId, reason, reviewOn, by: visit.staff.id, now });
    // What was let go and is still here waits from now on, and is not said to be sent.
    for (const { seq } of (await sendingsOf(trx, caseId)).filter(({ state }) => mayBeHeld.has(state))) {
      const sending = await lockSending(trx, caseId, seq);
      if (sending !== null && mayBeHeld.has(sending.state)) await letterHeld(trx, sending, heldWords, now);
    }
    await recordChange(trx, { about: 'hold', words: `A hold was placed on ${reference}`, by: visit.staff.id });
  });
  return redirect(casePath(reference), { done: 'Held. Nothing leaves this case by itself' });
}

async function view(visit: Visit, shown: CaseShown, state: FormState): Promise<Answer> {
  const [hold, staff] = await visit.db(async (trx) => [
    await holdOf(trx, shown.case.id),
    await listStaff(trx, 'at-work'),
  ]);
  const { reference } = shown.case;
  const title = hold === null ? 'Hold while lawyers advise' : 'The hold while lawyers advise';
  return page(
    visit,
    {
      title: `${title}: ${reference}`,
      heading: title,
      section: 'cases',
      back: { href: casePath(reference), text: 'Back to the case' },
      form: state,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        While it stands, nothing leaves this case by itself: letters and messages wait. The clocks of the Code go on.
      </p>
      {hold === null ? null : (
        <>
          <SummaryList
            rows={[
              { key: { text: 'Who decides' }, value: { text: hold.namedName } },
              { key: { text: 'Why' }, value: { text: hold.reason } },
              { key: { text: 'Looked at again on' }, value: { html: <DayText day={hold.reviewOn} /> } },
              {
                key: { text: 'Placed by' },
                value: {
                  html: (
                    <>
                      {hold.placedByName}, <InstantText at={hold.placedAt} />
                    </>
                  ),
                },
              },
            ]}
          />
          <Form visit={visit} id="end">
            <Hidden name="what" value="end" />
            <TextareaField form={state} name="why" label="Why does the hold end?" rows={2} most={2000} />
            <Submit>End the hold</Submit>
          </Form>
          <h2 class="govuk-heading-m">Change it</h2>
        </>
      )}
      <Form visit={visit}>
        <Hidden name="what" value="place" />
        <SelectField
          form={state}
          name="named"
          label="Who decides what may leave?"
          none="Choose somebody"
          items={staff.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <TextareaField form={state} name="reason" label="Why may nothing leave?" rows={3} most={2000} />
        <DateField
          form={state}
          name="reviewOn"
          legend="When is it looked at again?"
          hint="A day still to come. For example, 27 3 2027"
        />
        <Submit>{hold === null ? 'Hold this case' : 'Change the hold'}</Submit>
      </Form>
    </>,
  );
}

export const holdCase = screen({ path: '/cases/:reference/hold', access: ['manager'], get, post });
