/** A service request gets its answer; being dissatisfied with it is a reason to complain (1.5). */
import { z } from 'zod';
import { mayAnswerRequest } from '../../../complaint/may/answer-request.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, HowField, howSent, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const answerRequest = actScreen({
  act: 'answer-request',
  title: 'Answer the request',
  asks: ['request-runs-on'],
  schema: (_shown, visit) =>
    z.object({
      text: requiredText('Write down what they were told', 50_000),
      how: howSent('Choose how they were told'),
      on: dayItHappened(visit, 'the day they were told'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <TextareaField
        form={form}
        name="text"
        label="What were they told?"
        rows={5}
        hint="What was done, or what will be done and by when"
      />
      <HowField form={form} legend="How were they told?" />
      <OnField form={form} legend="When were they told?" />
    </>
  ),
  decide: (value, { file, context }) => mayAnswerRequest(file.case, value, context),
  button: 'Record the answer',
  done: 'The request is answered. If they are not satisfied, raise a complaint from it',
});
