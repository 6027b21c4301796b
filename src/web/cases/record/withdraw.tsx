/** The resident no longer pursues it: their choice alone, and they may raise it again. */
import { z } from 'zod';
import { mayWithdraw } from '../../../complaint/may/withdraw.js';
import { optionalText, tick } from '../../ui/fields.js';
import { TextareaField, TickField } from '../../ui/forms.js';
import { dayItHappened, HowField, howSent, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const withdrawCase = actScreen({
  act: 'withdraw',
  title: 'Record that it is withdrawn',
  schema: (_shown, visit) =>
    z.object({
      how: howSent('Choose how they told us'),
      text: optionalText(20_000),
      confirmed: tick(),
      on: dayItHappened(visit, 'the day they withdrew it'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <p class="govuk-body">
        Only the resident can withdraw it. Work that was done is no reason to: a complaint is answered, also when the
        problem has been put right.
      </p>
      <HowField form={form} legend="How did they tell us?" />
      <TextareaField form={form} name="text" label="What they said (optional)" rows={3} />
      <TickField
        form={form}
        name="confirmed"
        label="They know that they may raise it again, and have confirmed it"
        hint="If not, write to them to confirm it"
      />
      <OnField form={form} legend="When did they withdraw it?" />
    </>
  ),
  decide: (value, { file, context }) => mayWithdraw(file.case, value, context),
  button: 'Record that it is withdrawn',
  warning: 'Its dates stop. If the resident raises it again, that is a new case, linked to this one.',
  done: 'It is withdrawn',
});
