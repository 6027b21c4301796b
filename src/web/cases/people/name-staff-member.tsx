/** The complaint is about somebody on the staff: they are heard on a page of their own, and few see the case (5.8). */
import { z } from 'zod';
import { mayNameStaffMember } from '../../../complaint/may/name-staff-member.js';
import type { StaffId } from '../../../facts/happened.js';
import { listStaff } from '../../../store/staff.js';
import { InsetText } from '../../ui/components.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { SelectField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const nameStaffMember = actScreen({
  act: 'name-staff-member',
  title: 'Say that it is about a member of staff',
  asks: ['both-sides', 'conflict'],
  reads: (trx) => listStaff(trx, 'at-work'),
  schema: (_shown, visit) =>
    z.object({
      staff: requiredId('Choose whom it is about'),
      text: requiredText('Write down what they are told that it is about', 10_000),
      on: dayItHappened(visit, 'the day it was found'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, more }) => (
    <>
      <InsetText text="From then on managers see the case, whoever has it, and those to whom it is opened. Whom it is about sees a page of their own: what you write here, and what you share with them. There they set out how they see it, and comment." />
      <SelectField
        form={form}
        name="staff"
        label="Whom is it about?"
        none="Choose"
        items={more.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextareaField
        form={form}
        name="text"
        label="What are they told that it is about?"
        hint="Enough to answer it. Without the resident’s address, health or other complaints"
        rows={5}
      />
      <OnField form={form} legend="When was that found?" />
    </>
  ),
  decide: ({ staff, ...value }, { file, context }) =>
    mayNameStaffMember(file.case, { ...value, staff: staff as StaffId }, context),
  button: 'Record it',
  done: 'On record. They can set out how they see it on their own page. Now offer them support',
  next: '/offer-support',
});
