/** More time for the evidence is asked for: the day stands until the Ombudsman agrees to another. */
import { z } from 'zod';
import { mayAskMoreTime } from '../../../complaint/may/ask-more-time.js';
import { requiredDay, requiredText } from '../../ui/fields.js';
import { DateField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { evidenceFirst, RequestField, theirPage, whichRequest } from './which.js';

export const askMoreTime = actScreen({
  act: 'ask-more-time',
  title: 'Ask for more time for the evidence',
  schema: (_shown, visit) =>
    z.object({
      request: whichRequest(),
      newDate: requiredDay('the day asked for'),
      reason: requiredText('Say why more time is needed', 20_000),
      on: dayItHappened(visit, 'the day it was asked for'),
    }),
  start: (shown, visit) => ({ on: visit.today, request: evidenceFirst(shown, visit) }),
  fields: ({ form, shown }) => (
    <>
      <RequestField form={form} shown={shown} />
      <DateField form={form} name="newDate" legend="Which day is asked for?" />
      <TextareaField form={form} name="reason" label="Why?" rows={3} />
      <OnField form={form} legend="When was it asked for?" />
    </>
  ),
  decide: (value, { file, context }) => mayAskMoreTime(file.case, value, context),
  button: 'Record it',
  done: 'That more time is asked for is on record',
  next: theirPage,
});
