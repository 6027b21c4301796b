/** Adjustments are kept under review; one that goes on has a next day of review (5.10). */

import { z } from 'zod';
import { usualAdjustmentReview } from '../../../complaint/adjustment-review.js';
import { mayReviewAdjustment } from '../../../complaint/may/review-adjustment.js';
import { adjustmentKindWords } from '../../../complaint/standing-words.js';
import { inWords } from '../../../facts/days.js';
import type { AdjustmentId } from '../../../facts/happened.js';
import { choice, optionalDay, optionalText, requiredId } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';

function choices(shown: CaseShown) {
  return shown.case.adjustments
    .filter((one) => one.endedOn === null)
    .map((one) => ({
      value: one.id,
      text: adjustmentKindWords[one.kind],
      hint: [
        ...(one.words === null ? [] : [beginning(said(shown, one.words))]),
        one.reviewOn === null ? 'no day of review' : `to look at again on ${inWords(one.reviewOn)}`,
      ].join('; '),
    }));
}

export const reviewAdjustment = actScreen({
  act: 'review-adjustment',
  title: 'Review an adjustment',
  asks: ['adjustments'],
  schema: (_shown, visit) =>
    z.object({
      adjustment: requiredId('Choose the adjustment'),
      outcome: choice(['kept', 'changed', 'ended'], 'Choose what becomes of it'),
      reviewOn: optionalDay('the day on which it is looked at again'),
      text: optionalText(5_000),
      on: dayItHappened(visit, 'the day it was looked at'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    reviewOn: usualAdjustmentReview(visit.today),
    adjustment: asked(visit, 'adjustment', choices(shown)),
  }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="adjustment" legend="Which adjustment?" items={choices(shown)} />
      <RadiosField
        form={form}
        name="outcome"
        legend="What becomes of it?"
        items={[
          { value: 'kept', text: 'It stays as it is' },
          { value: 'changed', text: 'It is changed' },
          { value: 'ended', text: 'It ends' },
        ]}
      />
      <TextareaField form={form} name="text" label="What changed, or why it ends" rows={3} />
      <DateField form={form} name="reviewOn" legend="When is it looked at again?" hint="Not needed when it ends" />
      <OnField form={form} legend="When was it looked at?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayReviewAdjustment(file.case, { ...value, adjustment: value.adjustment as AdjustmentId }, context),
  button: 'Record the review',
  done: 'The review is on record',
});
