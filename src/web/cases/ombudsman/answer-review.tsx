/** What came of a review of the determination. */
import { z } from 'zod';
import { mayAnswerReview } from '../../../complaint/may/answer-review.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OmbudsmanField, ombudsmanFirst, theirPage, whichOmbudsman } from './which.js';

export const answerReview = actScreen({
  act: 'answer-review',
  title: 'Record what came of the review',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      changed: choice(['no', 'yes'], 'Choose whether the determination changed'),
      text: requiredText('Write down what the Ombudsman said', 20_000),
      on: dayItHappened(visit, 'the day of its answer'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    ombudsman: ombudsmanFirst(shown, visit, (one) => one.reviews.some((review) => review.answeredOn === null)),
  }),
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="of-the-case" />
      <RadiosField
        form={form}
        name="changed"
        legend="Did the determination change?"
        items={[
          { value: 'no', text: 'No, it stands' },
          { value: 'yes', text: 'Yes', hint: 'Record the changed determination next' },
        ]}
      />
      <TextareaField form={form} name="text" label="What it said" rows={3} />
      <OnField form={form} legend="When did it answer?" />
    </>
  ),
  decide: ({ changed, ...value }, { file, context }) =>
    mayAnswerReview(file.case, { ...value, changed: changed === 'yes' }, context),
  button: 'Record it',
  done: 'What came of the review is on record',
  next: theirPage,
});
