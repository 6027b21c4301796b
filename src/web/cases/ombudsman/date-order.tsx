/** The day of an order that stated none, or a later one that the Ombudsman agreed to. Only it moves the date of an order. */
import { z } from 'zod';
import { mayDateOrder } from '../../../complaint/may/date-order.js';
import { requiredDay, requiredText } from '../../ui/fields.js';
import { DateField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OrderField, orderChoices, orderFirst, theirPage, whichOrder } from './which.js';

const open = (order: { compliedOn: unknown }) => order.compliedOn === null;

export const dateOrder = actScreen({
  act: 'date-order',
  title: 'Record the date of an order',
  schema: (_shown, visit) =>
    z.object({
      order: whichOrder(),
      dueOn: requiredDay('the day that the Ombudsman told'),
      text: requiredText('Say how the Ombudsman told it', 20_000),
      on: dayItHappened(visit, 'the day it told us'),
    }),
  start: (shown, visit) => ({ on: visit.today, order: orderFirst(shown, visit, open) }),
  fields: ({ form, shown }) => (
    <>
      <OrderField form={form} items={orderChoices(shown, open)} />
      <DateField
        form={form}
        name="dueOn"
        legend="By which day must it be done?"
        hint="The day that the Ombudsman told: the one that its order left out, or a later one that it agreed to"
      />
      <TextareaField form={form} name="text" label="How did it tell us?" rows={3} />
      <OnField form={form} legend="When did it tell us?" />
    </>
  ),
  decide: (value, { file, context }) => mayDateOrder(file.case, value, context),
  button: 'Record the date',
  done: 'The date of the order is on record',
  next: theirPage,
});
