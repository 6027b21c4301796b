/** What the Ombudsman said to a request for more time. */
import { z } from 'zod';
import { mayAnswerMoreTime } from '../../../complaint/may/answer-more-time.js';
import { choice, optionalDay, optionalText } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { evidenceFirst, RequestField, theirPage, whichRequest } from './which.js';

export const answerMoreTime = actScreen({
  act: 'answer-more-time',
  title: 'Record the answer on more time',
  schema: (_shown, visit) =>
    z.object({
      request: whichRequest(),
      agreed: choice(['yes', 'no'], 'Choose what the Ombudsman said'),
      newDate: optionalDay('the day agreed to'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day of its answer'),
    }),
  start: (shown, visit) => ({ on: visit.today, request: evidenceFirst(shown, visit) }),
  fields: ({ form, shown }) => (
    <>
      <RequestField form={form} shown={shown} />
      <RadiosField
        form={form}
        name="agreed"
        legend="Did they agree?"
        items={[
          {
            value: 'yes',
            text: 'Yes',
            shows: <DateField form={form} name="newDate" legend="Which day did they agree to?" />,
          },
          { value: 'no', text: 'No' },
        ]}
      />
      <TextareaField form={form} name="text" label="What they said, and how" rows={3} />
      <OnField form={form} legend="When did they answer?" />
    </>
  ),
  decide: ({ agreed, ...value }, { file, context }) =>
    mayAnswerMoreTime(
      file.case,
      { ...value, agreed: agreed === 'yes', newDate: agreed === 'yes' ? value.newDate : null },
      context,
    ),
  button: 'Record the answer',
  done: ({ agreed }) => (agreed === 'yes' ? 'The later day is on record' : 'The first day stands'),
  next: theirPage,
});
