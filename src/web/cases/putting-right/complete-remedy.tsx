/** What was offered is carried through, with something that shows it (7.3). */
import { z } from 'zod';
import { mayCompleteRemedy } from '../../../complaint/may/complete-remedy.js';
import { optionalText } from '../../ui/fields.js';
import { FileField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { RemedyField, remedyChoices, whichRemedy } from './which.js';

export const completeRemedy = actScreen({
  act: 'complete-remedy',
  title: 'Record that a remedy is done',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      remedy: whichRemedy(),
      proof: optionalText(20_000),
      on: dayItHappened(visit, 'the day it was done'),
    }),
  start: (shown, visit) => ({ on: visit.today, remedy: asked(visit, 'remedy', remedyChoices(shown, 'to-do')) }),
  fields: ({ form, shown }) => (
    <>
      <RemedyField form={form} items={remedyChoices(shown, 'to-do')} />
      <TextareaField
        form={form}
        name="proof"
        label="What shows that it was done?"
        hint="For example: the day of the visit, who signed it off. Or add a file."
        rows={4}
      />
      <FileField
        form={form}
        name="files"
        label="Add files (optional)"
        hint="A photograph, a receipt, a letter"
        multiple
      />
      <OnField form={form} legend="When was it done?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayCompleteRemedy(file.case, { ...value, files: await attach() }, context),
  button: 'Record that it is done',
  done: 'The remedy is done',
  next: '/promises',
  files: true,
});
