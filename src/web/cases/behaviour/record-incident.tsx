/** What was said or done that nobody has to put up with, on the day it happened, with what shows it (5.14). */
import { z } from 'zod';
import { mayRecordIncident } from '../../../complaint/may/record-incident.js';
import type { PersonId } from '../../../facts/happened.js';
import { InsetText } from '../../ui/components.js';
import { requiredText } from '../../ui/fields.js';
import { FileField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { onlyPerson, PersonField, personField } from './person-field.js';

export const recordIncident = actScreen({
  act: 'record-incident',
  title: 'Record an incident',
  asks: ['behaviour'],
  files: true,
  schema: (shown, visit) =>
    z.object({
      person: personField(shown),
      text: requiredText('Write down what was said or done', 20_000),
      on: dayItHappened(visit),
    }),
  start: (shown, visit) => ({ on: visit.today, person: onlyPerson(shown) }),
  fields: ({ form, shown }) => (
    <>
      <InsetText text="Being upset, asking often or disagreeing is no incident. Write down what was said or done, not what you think of the person: they can ask to read it." />
      <PersonField form={form} shown={shown} legend="Who was it?" />
      <TextareaField form={form} name="text" label="What was said or done, and to whom?" rows={6} />
      <FileField
        form={form}
        name="files"
        label="What shows it (optional)"
        hint="A recording, a message, a photograph"
        multiple
      />
      <OnField form={form} />
    </>
  ),
  decide: async ({ person, text, on }, { file, context, attach }) =>
    mayRecordIncident(file.case, { on, person: person as PersonId, text, files: await attach() }, context),
  button: 'Record the incident',
  done: 'The incident is on record',
  next: '/behaviour',
});
