/** A second person looks at a sum of compensation: approves it, so that it is offered, or sends it back with a reason. */
import { z } from 'zod';
import { mayApproveCompensation, whyNoApproval } from '../../../complaint/may/approve-compensation.js';
import { compensationIn } from '../../../store/compensation-settings.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { SumField, sumAsked, sumChoices, whichRemedy } from './which.js';
import { WorksheetView } from './worksheet-view.js';

export const approveCompensation = actScreen({
  act: 'approve-compensation',
  title: 'Approve compensation',
  asks: ['remedy-kinds'],
  schema: (_shown, visit) =>
    z.object({
      remedy: whichRemedy(),
      answer: choice(['approved', 'sent-back'], 'Choose whether you approve it'),
      reason: optionalText(5_000),
      on: dayItHappened(visit, 'the day you decided'),
    }),
  start: (shown, visit) => ({ on: visit.today, remedy: asked(visit, 'remedy', sumChoices(shown, 'waiting')) }),
  fields: ({ form, shown }) => (
    <>
      {shown.case.worksheets
        .filter(({ state }) => state === 'waiting')
        .map((worksheet) => (
          <WorksheetView key={worksheet.remedy} shown={shown} worksheet={worksheet} />
        ))}
      <SumField form={form} items={sumChoices(shown, 'waiting')} />
      <RadiosField
        form={form}
        name="answer"
        legend="Do you approve it?"
        items={[
          { value: 'approved', text: 'Yes: it is offered to the resident' },
          {
            value: 'sent-back',
            text: 'No: it goes back to be worked out anew',
            shows: <TextareaField form={form} name="reason" label="Why it goes back" rows={3} />,
          },
        ]}
      />
      <OnField form={form} legend="When did you decide?" />
    </>
  ),
  whyNot: (shown, visit) => {
    const sum = sumAsked(shown, visit);
    return sum === null ? null : (whyNoApproval(sum, visit.staff.id)?.words ?? null);
  },
  decide: (value, { file, context, visit }) =>
    mayApproveCompensation(file.case, { ...value, limits: compensationIn(visit.landlord.settings).limits }, context),
  button: 'Record the decision',
  done: (value) => (value.answer === 'approved' ? 'Approved: it is offered to the resident' : 'Sent back'),
  next: '/promises',
});
