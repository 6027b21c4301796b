/** An order or recommendation, with the day that it states, and who sees to it. */
import { z } from 'zod';
import { mayTakeOrder } from '../../../complaint/may/take-order.js';
import type { StaffId } from '../../../facts/happened.js';
import { listStaff } from '../../../store/staff.js';
import { choice, optionalChoice, optionalDay, optionalPounds, requiredText, tick } from '../../ui/fields.js';
import { DateField, RadiosField, SelectField, TextareaField, TextField, TickField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OmbudsmanField, ombudsmanFirst, theirPage, whichOmbudsman } from './which.js';

const orderKinds = ['order', 'wider-order', 'recommendation'] as const;

export const takeOrder = actScreen({
  act: 'take-order',
  title: 'Record an order or recommendation',
  reads: (trx) => listStaff(trx, 'at-work'),
  schema: (_shown, visit, staff) =>
    z.object({
      ombudsman: whichOmbudsman(),
      kind: choice(orderKinds, 'Choose whether it is an order or a recommendation'),
      text: requiredText('Write down what is ordered or recommended', 20_000),
      dueOn: optionalDay('the day that it states'),
      statesNoDate: tick(),
      pence: optionalPounds(),
      owner: optionalChoice(staff.map(({ id }) => id)),
      on: dayItHappened(visit, 'the day it was made'),
    }),
  start: (shown, visit) => ({ on: visit.today, ombudsman: ombudsmanFirst(shown, visit), owner: shown.case.handler }),
  fields: ({ form, shown, more }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="of-the-case" />
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        items={[
          { value: 'order', text: 'An order', hint: 'It binds us' },
          { value: 'wider-order', text: 'A wider order', hint: 'About how we work, beyond this case; it binds us' },
          { value: 'recommendation', text: 'A recommendation', hint: 'It does not bind us' },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="What must or should be done?"
        hint="One of them; record each by itself"
        rows={4}
      />
      <DateField form={form} name="dueOn" legend="By which day, as it states?" />
      <TickField
        form={form}
        name="statesNoDate"
        label="It states no date"
        hint="It then stands first in the list, until the Ombudsman has told the date"
      />
      <TextField
        form={form}
        name="pence"
        label="Money to be paid (optional)"
        prefix={{ text: '£' }}
        inputmode="decimal"
        width={10}
        autocomplete="off"
      />
      <SelectField
        form={form}
        name="owner"
        label="Who sees to it?"
        none="Nobody yet"
        items={more.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <OnField form={form} legend="When was it made?" hint="The day of the determination, as a rule" />
    </>
  ),
  decide: ({ owner, ...value }, { file, context }) =>
    mayTakeOrder(file.case, { ...value, owner: owner as StaffId | null }, context),
  button: 'Record it',
  done: ({ kind }) => (kind === 'recommendation' ? 'The recommendation is on record' : 'The order is on record'),
  next: theirPage,
});
