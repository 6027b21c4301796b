/** The number of the job that does what was promised: it shows that it is done, and the repairs system is read by it. */
import { z } from 'zod';
import { mayOrderWork } from '../../../complaint/may/order-work.js';
import { noteJob } from '../../../store/promise-jobs.js';
import { requiredText } from '../../ui/fields.js';
import { TextField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const orderWork = actScreen({
  act: 'order-work',
  title: 'Record a job’s number',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      job: requiredText('Enter the job’s number', 200),
      on: dayItHappened(visit, 'the day the job was raised'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'not-ended')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'not-ended')} />
      <TextField
        form={form}
        name="job"
        label="The job’s number"
        hint="As it stands in the repairs system. For example, R-104822"
        width={20}
        autocomplete="off"
      />
      <OnField form={form} legend="When was the job raised?" />
    </>
  ),
  decide: (value, { file, context }) => mayOrderWork(file.case, value, context),
  extras: ({ promise, job }) => ({ also: (trx, { caseId }) => noteJob(trx, { caseId, promise, job }) }),
  button: 'Record the number',
  done: 'The job’s number is recorded',
  next: '/promises',
});
