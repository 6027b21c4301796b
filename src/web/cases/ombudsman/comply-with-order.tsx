/** What was ordered or recommended is done, with something that shows it. */
import { z } from 'zod';
import { mayComplyWithOrder } from '../../../complaint/may/comply-with-order.js';
import { requiredText } from '../../ui/fields.js';
import { FileField, TextareaField } from '../../ui/forms.js';
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
      <FileField form={form} name="files" label="Add files (optional)" multiple />
      <OnField form={form} legend="When was it done?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayComplyWithOrder(file.case, { ...value, files: await attach() }, context),
  button: 'Record that it is done',
  done: 'That it is done is on record. Send the Ombudsman the proof of an order',
  next: theirPage,
  files: true,
});
