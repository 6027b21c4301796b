/** A complaint handling failure order or notice about this case. */
import { z } from 'zod';
import { mayTakeFailureNotice } from '../../../complaint/may/take-failure-notice.js';
import { failureKinds } from '../../../law/ombudsman-words.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { LetterField, theirPage } from './which.js';

export const takeFailureNotice = actScreen({
  act: 'take-failure-notice',
  title: 'Record a failure order or notice',
  schema: (_shown, visit) =>
    z.object({
      kind: choice(
        failureKinds.map(({ id }) => id),
        'Choose what kind it is',
      ),
      text: requiredText('Write down what it says and asks', 20_000),
      on: dayItHappened(visit, 'the day it reached us'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="kind"
        legend="What kind is it?"
        hint="The Housing Ombudsman gives them for failures in complaint handling. One that is about no case goes on the page of what is published about us"
        items={failureKinds.map(({ id, words }) => ({ value: id, text: words }))}
      />
      <TextareaField form={form} name="text" label="What does it say and ask?" rows={4} />
      <LetterField form={form} />
      <OnField form={form} legend="When did it reach us?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayTakeFailureNotice(file.case, { ...value, files: await attach() }, context),
  button: 'Record it',
  done: 'It is on record and counts in the annual report. Where it orders something by a day, record that as an order too',
  next: theirPage,
  files: true,
});
