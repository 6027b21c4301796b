/** What support a member of staff was offered whom a complaint is about, and what they said. */
import { z } from 'zod';
import { mayOfferSupport } from '../../../complaint/may/offer-support.js';
import type { StaffId } from '../../../facts/happened.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { concernedChoices } from './concerned-choices.js';

export const offerSupport = actScreen({
  act: 'offer-support',
  title: 'Record support for a member of staff',
  schema: (_shown, visit) =>
    z.object({
      staff: requiredId('Choose to whom it was offered'),
      text: requiredText('Write down what was offered', 10_000),
      on: dayItHappened(visit, 'the day it was offered'),
    }),
  start: (shown, visit) => ({ on: visit.today, staff: concernedChoices(shown).at(-1)?.value ?? null }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="staff" legend="To whom?" items={concernedChoices(shown)} />
      <TextareaField
        form={form}
        name="text"
        label="What was offered, and what did they say?"
        hint="Somebody to talk to, somebody beside them in meetings, time off the phones"
        rows={4}
      />
      <OnField form={form} legend="When was it offered?" />
    </>
  ),
  decide: ({ staff, ...value }, { file, context }) =>
    mayOfferSupport(file.case, { ...value, staff: staff as StaffId }, context),
  button: 'Record it',
  done: 'The support is on record',
});
