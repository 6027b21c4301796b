/** A promised action that will not be done any more: the reason is one that the resident is told (6.6). */
import { z } from 'zod';
import { mayEndPromise } from '../../../complaint/may/end-promise.js';
import { requiredText, tick } from '../../ui/fields.js';
import { TextareaField, TickField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const endPromise = actScreen({
  act: 'end-promise',
  title: 'End a promise',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      reason: requiredText('Write down why it will not be done', 20_000),
      residentTold: tick(),
      on: dayItHappened(visit, 'the day it was ended'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <TextareaField
        form={form}
        name="reason"
        label="Why will it not be done?"
        hint="For example: the resident moved, or something better was agreed. The resident sees it."
        rows={3}
      />
      <TickField form={form} name="residentTold" label="The resident has been told" />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayEndPromise(file.case, value, context),
  button: 'End the promise',
  warning: 'It will not be followed any more. If it is only late, move its date instead.',
  done: 'The promise is ended, with its reason',
  next: '/promises',
});
