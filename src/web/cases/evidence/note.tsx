/** Whatever else belongs on the record; only staff see it (5.12). */
import { z } from 'zod';
import { mayNote } from '../../../complaint/may/note.js';
import { requiredText } from '../../ui/fields.js';
import { FileField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const note = actScreen({
  act: 'note',
  title: 'Add a note',
  files: true,
  schema: (_shown, visit) =>
    z.object({ text: requiredText('Write the note', 50_000), on: dayItHappened(visit, 'the day it is about') }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <TextareaField
        form={form}
        name="text"
        label="Note"
        hint="Only staff see it here. Write it so that the resident could read it: they may ask to see it"
        rows={6}
      />
      <FileField form={form} name="files" label="Files (optional)" multiple />
      <OnField form={form} legend="Which day is it about?" />
    </>
  ),
  decide: async (value, { file, context, attach }) => mayNote(file.case, { ...value, files: await attach() }, context),
  button: 'Add the note',
  done: 'The note is on record',
  next: '/messages',
});
