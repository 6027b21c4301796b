/** A resident leaves a group's complaint; it goes on for the others. */
import { z } from 'zod';
import { mayLeaveGroup } from '../../../complaint/may/leave-group.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { optionalText, requiredId } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { personName } from '../case-shown.js';

export const leaveGroup = actScreen({
  act: 'leave-group',
  title: 'Record that a resident leaves the group',
  schema: (_shown, visit) =>
    z.object({
      person: requiredId('Choose who leaves'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day they left'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField
        form={form}
        name="person"
        legend="Who leaves?"
        items={residentsOf(shown.case).map((id) => ({ value: id, text: personName(shown, id) }))}
      />
      <TextareaField form={form} name="text" label="What they said (optional)" rows={3} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayLeaveGroup(file.case, { ...value, person: value.person as PersonId }, context),
  button: 'Record that they leave',
  done: 'They have left the group. The complaint goes on for the others',
});
