/** A promised date moves: why, and whether the resident knows. The first date stays to be seen (6.6). */
import { z } from 'zod';
import { mayMovePromise } from '../../../complaint/may/move-promise.js';
import { requiredDay, requiredText, tick } from '../../ui/fields.js';
import { DateField, TextareaField, TickField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const movePromise = actScreen({
  act: 'move-promise',
  title: 'Move a promised date',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      newDate: requiredDay('the new date'),
      reason: requiredText('Write down why the date moves', 20_000),
      residentTold: tick(),
      on: dayItHappened(visit, 'the day it was moved'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <DateField form={form} name="newDate" legend="By when will it be done now?" />
      <TextareaField form={form} name="reason" label="Why does it move?" rows={3} />
      <TickField form={form} name="residentTold" label="The resident has been told" />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayMovePromise(file.case, value, context),
  button: 'Move the date',
  done: 'The date is moved. The first date stays on record',
  next: '/promises',
});
