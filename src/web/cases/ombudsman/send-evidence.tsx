/** What the Ombudsman asked for was sent, in whatever way it was put together. */
import { z } from 'zod';
import { maySendEvidence } from '../../../complaint/may/send-evidence.js';
import { wholeNumber } from '../../ui/fields.js';
import { FileField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { AnswersField, evidenceFirst, theirPage, whichRequests } from './which.js';

export const sendEvidence = actScreen({
  act: 'send-evidence',
  title: 'Record that the evidence was sent',
  schema: (_shown, visit) =>
    z.object({
      answers: whichRequests(),
      pages: wholeNumber('Enter how many pages were sent', { min: 1, max: 1_000_000 }),
      on: dayItHappened(visit, 'the day it was sent'),
    }),
  start: (shown, visit) => ({ on: visit.today, answers: evidenceFirst(shown, visit) }),
  fields: ({ form, shown }) => (
    <>
      <AnswersField form={form} of={shown.case} />
      <TextField form={form} name="pages" label="How many pages were sent?" inputmode="numeric" width={5} />
      <FileField form={form} name="files" label="Add what was sent, or its list (optional)" multiple />
      <OnField form={form} legend="When was it sent?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    maySendEvidence(file.case, { ...value, files: await attach() }, context),
  button: 'Record that it was sent',
  done: 'That the evidence was sent is on record',
  next: theirPage,
  files: true,
});
