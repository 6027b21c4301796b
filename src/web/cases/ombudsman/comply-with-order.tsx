/** What was ordered or recommended is done, with something that shows it. */
import { z } from 'zod';
import { paymentWords } from '../../../complaint/compensation.js';
import { mayComplyWithOrder } from '../../../complaint/may/comply-with-order.js';
import { ordersOf } from '../../../complaint/ombudsman-case.js';
import { payments } from '../../../facts/happened.js';
import { optionalChoice, optionalText, requiredText } from '../../ui/fields.js';
import { FileField, RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OrderField, orderChoices, orderFirst, theirPage, whichOrder } from './which.js';

const open = (order: { compliedOn: unknown }) => order.compliedOn === null;

export const complyWithOrder = actScreen({
  act: 'comply-with-order',
  title: 'Record that an order is complied with',
  schema: (_shown, visit) =>
    z.object({
      order: whichOrder(),
      proof: requiredText('Say what shows that it was done', 20_000),
      how: optionalChoice(payments),
      reference: optionalText(200),
      on: dayItHappened(visit, 'the day it was done'),
    }),
  start: (shown, visit) => ({ on: visit.today, order: orderFirst(shown, visit, open) }),
  fields: ({ form, shown }) => (
    <>
      <OrderField form={form} items={orderChoices(shown, open)} />
      <TextareaField
        form={form}
        name="proof"
        label="What shows that it was done?"
        hint="For example: the payment and its reference, the letter of apology, the job and its day"
        rows={4}
      />
      {ordersOf(shown.case).some((order) => open(order) && order.pence !== null) ? (
        <>
          <RadiosField
            form={form}
            name="how"
            legend="If it is an order to pay: how was it paid?"
            items={payments
              .filter((way) => way !== 'rent-account')
              .map((value) => ({ value, text: paymentWords[value] }))}
          />
          <TextField
            form={form}
            name="reference"
            label="Reference of the payment"
            hint="As finance knows it. No account numbers."
            width={20}
            autocomplete="off"
          />
        </>
      ) : null}
      <FileField form={form} name="files" label="Add files (optional)" multiple />
      <OnField form={form} legend="When was it done?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayComplyWithOrder(
      file.case,
      {
        on: value.on,
        order: value.order,
        proof: value.proof,
        payment: value.how === null ? null : { how: value.how, reference: value.reference },
        files: await attach(),
      },
      context,
    ),
  button: 'Record that it is done',
  done: 'That it is done is on record. Send the Ombudsman the proof of an order',
  next: theirPage,
  files: true,
});
