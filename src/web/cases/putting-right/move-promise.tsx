/** A promised date moves: why, and whether the resident knows. The first date stays to be seen (6.6). */
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import { inTurn } from '../../../complaint/in-turn.js';
import { mayMovePromise } from '../../../complaint/may/move-promise.js';
import { choice, requiredDay, requiredText } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { said } from '../case-shown.js';
import { changeText, thenSay, writeOnPage } from './tell-by-page.js';
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
      residentTold: choice(['yes', 'write', 'no'], 'Choose whether the resident knows'),
      on: dayItHappened(visit, 'the day it was moved'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <DateField form={form} name="newDate" legend="By when will it be done now?" />
      <TextareaField form={form} name="reason" label="Why does it move?" rows={3} />
      <RadiosField
        form={form}
        name="residentTold"
        legend="Does the resident know the new date, and why?"
        items={[
          { value: 'yes', text: 'Yes, they have been told' },
          {
            value: 'write',
            text: 'Write to them now',
            hint: 'They read the date and the reason on their own page, and are told that it is there',
          },
          { value: 'no', text: 'Not yet', hint: 'It stays on the list until they know' },
        ]}
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: ({ residentTold, ...value }, { file, context, shown }) => {
    const { case: c } = file;
    const { promise: id, newDate, reason } = value;
    const moves = (now: Case) => mayMovePromise(now, { ...value, residentTold: residentTold !== 'no' }, context);
    const promise = c.promises.find((one) => one.id === id);
    if (residentTold !== 'write' || promise === undefined) return moves(c);
    const text = changeText(promise, { promised: said(shown, promise.words), reason, newDate });
    return inTurn(c, context, [moves, (now) => writeOnPage(now, text, context, 'residentTold')]);
  },
  extras: ({ residentTold }, visit) => thenSay(visit, residentTold === 'write'),
  button: 'Move the date',
  done: 'The date is moved. The first date stays on record',
  next: '/promises',
});
