/** A promised action is done, with something that shows it; also after the stage has ended (6.6, 7.3). */
import { z } from 'zod';
import { mayKeepPromise } from '../../../complaint/may/keep-promise.js';
import { noteJob } from '../../../store/promise-jobs.js';
import { optionalText } from '../../ui/fields.js';
import { FileField, TextareaField, TextField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const keepPromise = actScreen({
  act: 'keep-promise',
  title: 'Record that a promise is done',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      job: optionalText(200),
      proof: optionalText(20_000),
      on: dayItHappened(visit, 'the day it was done'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <TextField
        form={form}
        name="job"
        label="The job’s number (optional)"
        hint="If it is not on record yet. For example, R-104822"
        width={20}
        autocomplete="off"
      />
      <TextareaField
        form={form}
        name="proof"
        label="What shows that it was done?"
        hint="A photograph, a job’s number or words: one of them at least"
        rows={4}
      />
      <FileField form={form} name="files" label="Add files (optional)" hint="Photographs, the job sheet" multiple />
      <OnField form={form} legend="When was it done?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayKeepPromise(file.case, { ...value, proof: value.proof ?? '', files: await attach() }, context),
  extras: ({ promise, job }) => ({
    also: async (trx, { caseId }) => {
      if (job !== null) await noteJob(trx, { caseId, promise, job });
    },
  }),
  button: 'Record that it is done',
  done: 'The promise is kept. Ask the resident whether it was done for them',
  next: '/promises',
  files: true,
});
