/** A refusal that does not stand, because the Ombudsman says so or we think again (2.4, 5.11). */
import { z } from 'zod';
import { mayOverturn } from '../../../complaint/may/overturn.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const overturn = actScreen({
  act: 'overturn',
  title: 'Overturn the refusal',
  asks: ['refusal-explained'],
  schema: (_shown, visit) =>
    z.object({
      by: choice(['landlord', 'ombudsman'], 'Choose who overturned it'),
      reasons: requiredText('Write down why the refusal does not stand', 20_000),
      on: dayItHappened(visit, 'the day it was overturned'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="by"
        legend="Who overturned it?"
        items={[
          { value: 'ombudsman', text: 'The Ombudsman' },
          { value: 'landlord', text: 'We thought again' },
        ]}
      />
      <TextareaField form={form} name="reasons" label="Why does it not stand?" />
      <OnField
        form={form}
        legend="When was it overturned?"
        hint="The acknowledgement is owed again from this day. For example, 27 3 2026"
      />
    </>
  ),
  decide: (value, { file, context }) => mayOverturn(file.case, value, context),
  button: 'Overturn the refusal',
  done: 'The refusal is overturned. It is to be acknowledged',
});
