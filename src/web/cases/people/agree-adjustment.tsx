/** A reasonable adjustment: agreed, kept on record and looked at again (5.10). */

import { z } from 'zod';
import { usualAdjustmentReview } from '../../../complaint/adjustment-review.js';
import { mayAgreeAdjustment } from '../../../complaint/may/agree-adjustment.js';
import { adjustmentKindWords } from '../../../complaint/standing-words.js';
import { adjustmentKinds } from '../../../facts/happened.js';
import { choice, optionalText, requiredDay } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const agreeAdjustment = actScreen({
  act: 'agree-adjustment',
  title: 'Agree an adjustment',
  asks: ['adjustments'],
  schema: (_shown, visit) =>
    z.object({
      kind: choice(adjustmentKinds, 'Choose what is done differently'),
      text: optionalText(5_000),
      reviewOn: requiredDay('the day on which it is looked at again'),
      on: dayItHappened(visit, 'the day it was agreed'),
    }),
  // A year from now, unless another day was agreed.
  start: (_shown, visit) => ({ on: visit.today, reviewOn: usualAdjustmentReview(visit.today) }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="kind"
        legend="What is done differently for them?"
        small
        items={adjustmentKinds.map((value) => ({ value, text: adjustmentKindWords[value] }))}
      />
      <TextareaField
        form={form}
        name="text"
        label="What was agreed, in a few words"
        hint="Needed for something else; for a translation, say which language"
        rows={3}
      />
      <DateField form={form} name="reviewOn" legend="When is it looked at again?" />
      <OnField form={form} legend="When was it agreed?" />
    </>
  ),
  decide: (value, { file, context }) => mayAgreeAdjustment(file.case, value, context),
  button: 'Record the adjustment',
  done: 'The adjustment is on record',
});
