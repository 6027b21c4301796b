/** Something promised will not be done after all: why, in words for the resident. A manager has to agree (6.6). */
import { z } from 'zod';
import { mayEndPromise } from '../../../complaint/may/end-promise.js';
import { endGroundWords } from '../../../complaint/standing-words.js';
import { endGrounds, type PromiseId } from '../../../facts/happened.js';
import { choice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, SelectField, TextareaField, typedIn } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const endPromise = actScreen({
  act: 'end-promise',
  title: 'Ask to end a promise',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      ground: choice(endGrounds, 'Choose why it will not be done'),
      replacedBy: optionalText(100).transform((id) => id as PromiseId | null),
      reason: requiredText('Write down why it will not be done', 20_000),
      on: dayItHappened(visit, 'the day it was decided'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <RadiosField
        form={form}
        name="ground"
        legend="Why will it not be done?"
        items={endGrounds.map((value) => ({
          value,
          text: endGroundWords[value],
          ...(value === 'no-access' ? { hint: 'Each of the visits has to be on record first' } : {}),
          ...(value === 'replaced'
            ? {
                shows: (
                  <SelectField
                    form={form}
                    name="replacedBy"
                    label="What was promised in its place?"
                    none="Choose a promise"
                    items={promiseChoices(shown, 'open').filter(({ value }) => value !== typedIn(form, 'promise'))}
                  />
                ),
              }
            : {}),
        }))}
      />
      <TextareaField
        form={form}
        name="reason"
        label="The reason, as the resident is told it"
        hint="They read it beside the promise once a manager has agreed and they have been told."
        rows={3}
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayEndPromise(file.case, value, context),
  button: 'Ask a manager',
  warning: 'It stays open until a manager has agreed. If it is only late, move its date instead.',
  done: 'A manager is asked to agree. Until then the promise stands',
  next: '/promises',
});
