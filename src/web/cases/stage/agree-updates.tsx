/** How often the resident hears from us while an answer falls outside the time limits (5.9). */
import { z } from 'zod';
import { mayAgreeUpdates } from '../../../complaint/may/agree-updates.js';
import { choice, optionalText, wholeNumber } from '../../ui/fields.js';
import { RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { stageOf } from '../points/this-point.js';

export const agreeUpdates = actScreen({
  act: 'agree-updates',
  title: 'Agree how often to update',
  asks: ['update-interval'],
  schema: (_shown, visit) =>
    z.object({
      everyWorkingDays: wholeNumber('Enter after how many working days they hear from us', { min: 1, max: 60 }),
      agreed: choice(['yes', 'no'], 'Choose whether this is agreed with the resident'),
      note: optionalText(5_000),
      on: dayItHappened(visit, 'the day it was agreed'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    everyWorkingDays: shown.case.stages[stageOf(shown)]?.updateInterval?.everyWorkingDays ?? 5,
  }),
  fields: ({ form }) => (
    <>
      <TextField
        form={form}
        name="everyWorkingDays"
        label="They hear from us at least every"
        suffix={{ text: 'working days' }}
        inputmode="numeric"
        width={3}
      />
      <RadiosField
        form={form}
        name="agreed"
        legend="Is this agreed with the resident?"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'Not yet' },
        ]}
      />
      <TextareaField
        form={form}
        name="note"
        label="Note"
        hint="If it is not agreed yet: how you tried. Otherwise only what matters, for example ring after five"
        rows={3}
      />
      <OnField form={form} legend="When was it agreed?" />
    </>
  ),
  decide: ({ agreed, ...value }, { file, context, shown }) =>
    mayAgreeUpdates(file.case, { ...value, stage: stageOf(shown), agreedWithResident: agreed === 'yes' }, context),
  button: 'Record it',
  done: 'How often they hear from us is on record; the next update is on the Clock tab',
});
