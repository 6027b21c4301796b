/** The proof that an order was complied with went to the Ombudsman. */
import { z } from 'zod';
import { maySendOrderProof } from '../../../complaint/may/send-order-proof.js';
import { requiredText } from '../../ui/fields.js';
import { FileField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OrderField, orderChoices, orderFirst, theirPage, whichOrder } from './which.js';

const done = (order: { compliedOn: unknown; proofSentOn: unknown }) =>
  order.compliedOn !== null && order.proofSentOn === null;

export const sendOrderProof = actScreen({
  act: 'send-order-proof',
  title: 'Record that proof was sent',
  schema: (_shown, visit) =>
    z.object({
      order: whichOrder(),
      text: requiredText('Say what was sent, and how', 20_000),
      on: dayItHappened(visit, 'the day it was sent'),
    }),
  start: (shown, visit) => ({ on: visit.today, order: orderFirst(shown, visit, done) }),
  fields: ({ form, shown }) => (
    <>
      <OrderField form={form} items={orderChoices(shown, done)} />
      <TextareaField form={form} name="text" label="What was sent, and how?" rows={3} />
      <FileField form={form} name="files" label="Add what was sent (optional)" multiple />
      <OnField form={form} legend="When was it sent?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    maySendOrderProof(file.case, { ...value, files: await attach() }, context),
  button: 'Record that it was sent',
  done: 'That the proof was sent is on record',
  next: theirPage,
  files: true,
});
