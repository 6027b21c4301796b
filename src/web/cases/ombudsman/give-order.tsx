/** Who sees to an order. */
import { z } from 'zod';
import { mayGiveOrder } from '../../../complaint/may/give-order.js';
import type { StaffId } from '../../../facts/happened.js';
import { listStaff } from '../../../store/staff.js';
import { requiredId } from '../../ui/fields.js';
import { SelectField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OrderField, orderChoices, orderFirst, theirPage, whichOrder } from './which.js';

const open = (order: { compliedOn: unknown }) => order.compliedOn === null;

export const giveOrder = actScreen({
  act: 'give-order',
  title: 'Say who owns an order',
  reads: (trx) => listStaff(trx, 'at-work'),
  schema: (_shown, visit) =>
    z.object({
      order: whichOrder(),
      owner: requiredId('Choose who sees to it').transform((id) => id as StaffId),
      on: dayItHappened(visit, 'the day it was given to them'),
    }),
  start: (shown, visit) => ({ on: visit.today, order: orderFirst(shown, visit, open) }),
  fields: ({ form, shown, more }) => (
    <>
      <OrderField form={form} items={orderChoices(shown, open)} />
      <SelectField
        form={form}
        name="owner"
        label="Who sees to it?"
        none="Choose a person"
        items={more.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <OnField form={form} legend="Since when?" />
    </>
  ),
  decide: (value, { file, context }) => mayGiveOrder(file.case, value, context),
  button: 'Record it',
  done: 'Who owns the order is on record',
  next: theirPage,
});
