/** What the resident says of a promise. When it was not done for them, it is open again (6.6). */
import { z } from 'zod';
import { maySayIfDone } from '../../../complaint/may/say-if-done.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const sayIfDone = actScreen({
  act: 'say-if-done',
  title: 'Record what the resident says',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      done: choice(['yes', 'no'], 'Choose what they say'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'not-ended')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'not-ended')} />
      <RadiosField
        form={form}
        name="done"
        legend="Was it done for them?"
        items={[
          { value: 'yes', text: 'Yes, they say it was done' },
          { value: 'no', text: 'No, they say it was not done', hint: 'The promise is open again' },
        ]}
      />
      <TextareaField form={form} name="text" label="What they said, in their own words (optional)" rows={3} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: (value, { file, context }) =>
    maySayIfDone(
      file.case,
      { on: value.on, promise: value.promise, done: value.done === 'yes', text: value.text },
      context,
    ),
  button: 'Record what they say',
  done: (value) => (value.done === 'yes' ? 'Recorded: it was done' : 'Recorded: it was not done'),
  next: '/promises',
});
