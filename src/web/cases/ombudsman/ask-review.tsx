/** Somebody asked the Ombudsman to look at its determination again. */
import { z } from 'zod';
import { mayAskReview } from '../../../complaint/may/ask-review.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OmbudsmanField, ombudsmanFirst, theirPage, whichOmbudsman } from './which.js';

export const askReview = actScreen({
  act: 'ask-review',
  title: 'Record that a review is asked for',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      by: choice(['resident', 'landlord'], 'Choose who asked for it'),
      text: requiredText('Write down what is to be looked at again, and why', 20_000),
      on: dayItHappened(visit, 'the day it was asked for'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    ombudsman: ombudsmanFirst(shown, visit, (one) => one.determinations.length > 0),
  }),
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="of-the-case" />
      <RadiosField
        form={form}
        name="by"
        legend="Who asked for it?"
        inline
        items={[
          { value: 'resident', text: 'The resident' },
          { value: 'landlord', text: 'We did' },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="What is to be looked at again, and why?"
        hint="The Ombudsman sets a short time for asking: look at its letter. The orders stand meanwhile, unless it says otherwise"
        rows={4}
      />
      <OnField form={form} legend="When was it asked for?" />
    </>
  ),
  decide: (value, { file, context }) => mayAskReview(file.case, value, context),
  button: 'Record it',
  done: 'That a review is asked for is on record',
  next: theirPage,
});
