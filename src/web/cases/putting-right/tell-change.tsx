/** The resident is told of a new date, or that something will not be done: recorded when it happens after the change (6.6). */
import { z } from 'zod';
import { changeUntold } from '../../../complaint/change-told.js';
import { mayTellChange } from '../../../complaint/may/tell-change.js';
import { asked, beginning, dayItHappened, HowField, howSent, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { PromiseField, whichPromise } from './which.js';

export const tellChange = actScreen({
  act: 'tell-change',
  title: 'Record that the resident was told of a change',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      how: howSent('Choose how they were told'),
      on: dayItHappened(visit, 'the day they were told'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', untold(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={untold(shown)} />
      <HowField form={form} legend="How were they told?" />
      <OnField form={form} legend="When were they told?" />
    </>
  ),
  decide: (value, { file, context }) => mayTellChange(file.case, value, context),
  button: 'Record that they know',
  done: 'Recorded: the resident knows of the change',
  next: '/promises',
});

function untold(shown: CaseShown) {
  return shown.case.promises
    .filter(changeUntold)
    .map(({ id, words }) => ({ value: id as string, text: beginning(said(shown, words)) }));
}
