/** What a team or contractor answered, kept with the complaint (5.12). */
import { z } from 'zod';
import { mayReceiveInformation } from '../../../complaint/may/receive-information.js';
import type { RequestId } from '../../../facts/happened.js';
import { optionalText, requiredId } from '../../ui/fields.js';
import { FileField, RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { openRequests } from './asked-requests.js';

export const receiveInformation = actScreen({
  act: 'receive-information',
  title: 'Record their answer',
  asks: ['record'],
  files: true,
  schema: (_shown, visit) =>
    z.object({
      request: requiredId('Choose what they answered'),
      text: optionalText(50_000),
      on: dayItHappened(visit, 'the day they answered'),
    }),
  start: (shown, visit) => ({ on: visit.today, request: asked(visit, 'request', openRequests(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="request" legend="What did they answer?" items={openRequests(shown)} />
      <TextareaField form={form} name="text" label="Their answer" hint="Or add the file that holds it" rows={6} />
      <FileField form={form} name="files" label="Files (optional)" multiple />
      <OnField form={form} legend="When did they answer?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayReceiveInformation(
      file.case,
      { ...value, request: value.request as RequestId, text: value.text ?? '', files: await attach() },
      context,
    ),
  button: 'Record their answer',
  done: 'Their answer is on record',
  next: '/evidence',
});
