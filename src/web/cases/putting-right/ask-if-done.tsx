/** The resident is asked whether what we promised has really been done (6.6). */
import { z } from 'zod';
import { mayAskIfDone } from '../../../complaint/may/ask-if-done.js';
import { asked, dayItHappened, HowField, howSent, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const askIfDone = actScreen({
  act: 'ask-if-done',
  title: 'Ask the resident whether it was done',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      how: howSent('Choose how they were asked'),
      on: dayItHappened(visit, 'the day they were asked'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'not-ended')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'not-ended')} />
      <HowField form={form} legend="How were they asked?" />
      <OnField form={form} legend="When were they asked?" />
    </>
  ),
  decide: (value, { file, context }) => mayAskIfDone(file.case, { ...value, letter: null }, context),
  button: 'Record that they were asked',
  done: 'Recorded. Write down what they say when they answer',
  next: '/promises',
});
