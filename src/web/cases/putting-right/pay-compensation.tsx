/** What was approved is paid: the day, how, and the reference by which finance finds it (7.3). */
import { z } from 'zod';
import { isDeclined, moneyOfferedAlone, paymentWords } from '../../../complaint/compensation.js';
import { mayPayCompensation, whyNoPayment } from '../../../complaint/may/pay-compensation.js';
import { payments, type RemedyId } from '../../../facts/happened.js';
import { pounds } from '../../../facts/money.js';
import { choice, requiredText } from '../../ui/fields.js';
import { type Choice, RadiosField, TextField } from '../../ui/forms.js';
import { asked, beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { SumField, sumAsked, sumChoices, whichRemedy } from './which.js';

/** What two people saw and the resident has not declined, and what one person offered within the limit. */
function toPay(shown: CaseShown): readonly Choice[] {
  return [
    ...sumChoices(shown, 'approved').filter(({ value }) => !isDeclined(shown.case, value as RemedyId)),
    ...moneyOfferedAlone(shown.case)
      .filter(({ state }) => state !== 'done' && state !== 'declined')
      .map(({ id, pence, words }) => ({ value: id, text: pounds(pence), hint: beginning(said(shown, words)) })),
  ];
}

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
  start: (shown, visit) => ({ on: visit.today, remedy: asked(visit, 'remedy', toPay(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <SumField form={form} items={toPay(shown)} />
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
    return sum === null ? null : (whyNoPayment(sum.state)?.words ?? null);
  },
  decide: (value, { file, context }) => mayPayCompensation(file.case, value, context),
  button: 'Record the payment',
  done: 'Recorded as paid',
  next: '/promises',
});
