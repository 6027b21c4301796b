/** Whether someone who handles the complaint has a conflict of interest, actual or seeming (5.8). */
import { z } from 'zod';
import { mayDeclareConflict } from '../../../complaint/may/declare-conflict.js';
import type { StaffId } from '../../../facts/happened.js';
import { choice, optionalText, requiredId } from '../../ui/fields.js';
import { RadiosField, SelectField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { readColleagues } from '../act-sides.js';
import { stageOf } from '../points/this-point.js';

export const declareConflict = actScreen({
  act: 'declare-conflict',
  title: 'Declare a conflict of interest',
  asks: ['conflict'],
  reads: readColleagues,
  schema: (_shown, visit) =>
    z.object({
      staff: requiredId('Choose whose declaration it is'),
      conflict: choice(['yes', 'no'], 'Choose whether there is a conflict'),
      text: optionalText(5_000),
      on: dayItHappened(visit, 'the day it was declared'),
    }),
  start: (_shown, visit) => ({ on: visit.today, staff: visit.staff.id }),
  fields: ({ form, more }) => (
    <>
      <SelectField
        form={form}
        name="staff"
        label="Whose declaration is it?"
        items={more.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <RadiosField
        form={form}
        name="conflict"
        legend="Is there a conflict, or could it seem so to the resident?"
        items={[
          { value: 'yes', text: 'Yes', hint: 'They decide nothing in this case from now on' },
          { value: 'no', text: 'No', hint: 'Worth recording too; it also ends an earlier conflict' },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="If so: what it is"
        hint="For example: they know the family"
        rows={3}
      />
      <OnField form={form} legend="When was it declared?" />
    </>
  ),
  decide: ({ conflict, ...value }, { file, context, shown }) =>
    mayDeclareConflict(
      file.case,
      { ...value, stage: stageOf(shown), staff: value.staff as StaffId, conflict: conflict === 'yes' },
      context,
    ),
  button: 'Record the declaration',
  done: 'The declaration is on record',
});
