/** Whoever expresses dissatisfaction is given the choice to complain; the answer is theirs and is kept (1.3). */
import { z } from 'zod';
import { mayOfferChoice } from '../../../complaint/may/offer-choice.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, HowField, howSent, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const offerChoice = actScreen({
  act: 'offer-choice',
  title: 'Offer the choice to complain',
  asks: ['choice'],
  schema: (_shown, visit) =>
    z.object({
      answer: choice(['complain', 'not-complain', 'no-answer-yet'], 'Choose what they answered'),
      how: howSent('Choose how they were asked'),
      note: optionalText(5_000),
      on: dayItHappened(visit, 'the day they were asked'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="answer"
        legend="What did they answer?"
        items={[
          { value: 'complain', text: 'They want to complain' },
          { value: 'not-complain', text: 'They do not want to complain' },
          { value: 'no-answer-yet', text: 'They have not answered yet' },
        ]}
      />
      <HowField form={form} legend="How were they asked?" />
      <TextareaField form={form} name="note" label="What was said (optional)" rows={3} />
      <OnField form={form} legend="When were they asked?" />
    </>
  ),
  decide: (value, { file, context }) => mayOfferChoice(file.case, value, context),
  button: 'Record the answer',
  done: 'Their answer is recorded',
});
