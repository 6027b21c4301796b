/** What was approved is paid: the day, how, and the reference by which finance finds it (7.3). */
import { z } from 'zod';
import { paymentWords } from '../../../complaint/compensation.js';
import { mayPayCompensation, whyNoPayment } from '../../../complaint/may/pay-compensation.js';
import { payments } from '../../../facts/happened.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { SumField, sumAsked, sumChoices, whichRemedy } from './which.js';

export const payCompensation = actScreen({
  act: 'pay-compensation',
  title: 'Record that compensation is paid',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      remedy: whichRemedy(),
      how: choice(payments, 'Choose how it was paid'),
      reference: requiredText('Enter the reference of the payment, by which it can be found', 200),
      on: dayItHappened(visit, 'the day it was paid'),
    }),
  start: (shown, visit) => ({ on: visit.today, remedy: asked(visit, 'remedy', sumChoices(shown, 'approved')) }),
  fields: ({ form, shown }) => (
    <>
      <SumField form={form} items={sumChoices(shown, 'approved')} />
      <RadiosField
        form={form}
        name="how"
        legend="How was it paid?"
        items={payments.map((value) => ({ value, text: paymentWords[value] }))}
      />
      <TextField
        form={form}
        name="reference"
        label="Reference of the payment"
        hint="As finance knows it. No account numbers."
        width={20}
        autocomplete="off"
      />
      <OnField form={form} legend="When was it paid?" />
    </>
  ),
  whyNot: (shown, visit) => {
    const sum = sumAsked(shown, visit);
    return sum === null ? null : (whyNoPayment(sum)?.words ?? null);
  },
  decide: (value, { file, context }) => mayPayCompensation(file.case, value, context),
  button: 'Record the payment',
  done: 'Recorded as paid',
  next: '/promises',
});
