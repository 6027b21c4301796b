/** Reports, surveys, photographs and letters, with the points they speak to: several at once (5.12). */
import { z } from 'zod';
import { inTurn } from '../../../complaint/in-turn.js';
import { mayAddDocument } from '../../../complaint/may/add-document.js';
import { refuse } from '../../../complaint/refusals.js';
import type { PointId } from '../../../facts/happened.js';
import { choice, ids, optionalText } from '../../ui/fields.js';
import { CheckboxesField, FileField, RadiosField, TextField } from '../../ui/forms.js';
import { asked, beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';

function everyPoint(shown: CaseShown) {
  return shown.case.points.map((point) => ({
    value: point.id,
    text: `Point ${point.number}: ${beginning(said(shown, point.definition?.understanding ?? point.words))}`,
  }));
}

export const addDocument = actScreen({
  act: 'add-document',
  title: 'Add documents',
  asks: ['record'],
  files: true,
  schema: (_shown, visit) =>
    z.object({
      title: optionalText(200),
      from: choice(['resident', 'staff', 'contractor', 'other'], 'Choose who it is from'),
      points: ids(),
      on: dayItHappened(visit, 'the day it came'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    points: typeof visit.query.point === 'string' ? [asked(visit, 'point', everyPoint(shown)) ?? ''] : [],
  }),
  fields: ({ form, shown }) => (
    <>
      <FileField
        form={form}
        name="files"
        label="Choose the files"
        hint="Several if you like: photographs, reports, letters"
        multiple
      />
      <TextField
        form={form}
        name="title"
        label="What is it, in a few words? (optional)"
        hint="Left empty, each file keeps its own name. With several files, they are numbered"
      />
      <RadiosField
        form={form}
        name="from"
        legend="Who is it from?"
        inline
        items={[
          { value: 'resident', text: 'The resident' },
          { value: 'staff', text: 'Staff' },
          { value: 'contractor', text: 'A contractor' },
          { value: 'other', text: 'Somebody else' },
        ]}
      />
      {shown.case.points.length === 0 ? null : (
        <CheckboxesField
          form={form}
          name="points"
          legend="Which points does it speak to? (optional)"
          items={everyPoint(shown)}
        />
      )}
      <OnField form={form} legend="When did it come?" />
    </>
  ),
  decide: async ({ title, from, points, on }, { file, context, attach, arrived }) => {
    const files = await attach();
    if (files.length === 0) return refuse('file-missing', 'Choose a file', { field: 'files' });
    return inTurn(
      file.case,
      context,
      files.map((one, i) => (c) => {
        const named = title ?? arrived[i]?.name ?? '';
        const numbered = title !== null && files.length > 1 ? `${title} (${i + 1} of ${files.length})` : named;
        return mayAddDocument(c, { on, file: one, title: numbered, from, points: points as PointId[] }, context);
      }),
    );
  },
  names: { file: 'files' },
  button: 'Add',
  done: 'Added to the evidence',
  next: '/evidence',
});
