/** What the Ombudsman said of our compliance: when it is not satisfied, the order is open again. */
import { z } from 'zod';
import { mayAnswerOnOrder } from '../../../complaint/may/answer-on-order.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OrderField, orderChoices, orderFirst, theirPage, whichOrder } from './which.js';

const done = (order: { compliedOn: unknown; accepted: unknown }) =>
  order.compliedOn !== null && order.accepted !== true;

export const answerOnOrder = actScreen({
  act: 'answer-on-order',
  title: 'Record what the Ombudsman says of an order',
  schema: (_shown, visit) =>
    z.object({
      order: whichOrder(),
      accepted: choice(['yes', 'no'], 'Choose what the Ombudsman said'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day of its answer'),
    }),
  start: (shown, visit) => ({ on: visit.today, order: orderFirst(shown, visit, done) }),
  fields: ({ form, shown }) => (
    <>
      <OrderField form={form} items={orderChoices(shown, done)} />
      <RadiosField
        form={form}
        name="accepted"
        legend="Does it take the order as complied with?"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, something is still to be done', hint: 'The order is then open again' },
        ]}
      />
      <TextareaField form={form} name="text" label="What it said" rows={3} />
      <OnField form={form} legend="When did it answer?" />
    </>
  ),
  decide: ({ accepted, ...value }, { file, context }) =>
    mayAnswerOnOrder(file.case, { ...value, accepted: accepted === 'yes' }, context),
  button: 'Record its answer',
  done: ({ accepted }) => (accepted === 'yes' ? 'The order is complied with' : 'The order is open again'),
  next: theirPage,
});
