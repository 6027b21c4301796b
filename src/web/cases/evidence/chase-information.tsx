/** An answer that a team or contractor still owes (5.5). */
import { z } from 'zod';
import { mayChaseInformation } from '../../../complaint/may/chase-information.js';
import type { RequestId } from '../../../facts/happened.js';
import { optionalText, requiredId } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { openRequests } from './asked-requests.js';

export const chaseInformation = actScreen({
  act: 'chase-information',
  title: 'Chase an answer',
  schema: (_shown, visit) =>
    z.object({
      request: requiredId('Choose what is chased'),
      text: optionalText(5_000),
      on: dayItHappened(visit, 'the day they were chased'),
    }),
  start: (shown, visit) => ({ on: visit.today, request: asked(visit, 'request', openRequests(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="request" legend="Which answer do you chase?" items={openRequests(shown)} />
      <TextareaField form={form} name="text" label="What was said (optional)" rows={3} />
      <OnField form={form} legend="When did you chase it?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayChaseInformation(file.case, { ...value, request: value.request as RequestId }, context),
  button: 'Record it',
  done: 'That you chased it is on record',
  next: '/evidence',
});
