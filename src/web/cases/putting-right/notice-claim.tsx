/** An injury, or damage that insurance may pay for: it is flagged and handed over, and the complaint goes on. */
import { z } from 'zod';
import { mayNoticeClaim } from '../../../complaint/may/notice-claim.js';
import { claimKindWords } from '../../../complaint/standing-words.js';
import { claimKinds } from '../../../facts/happened.js';
import { choice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const noticeClaim = actScreen({
  act: 'notice-claim',
  title: 'Flag an injury or insurance claim',
  schema: (_shown, visit) =>
    z.object({
      claim: choice(claimKinds, 'Choose what kind of claim it is'),
      text: requiredText('Write down what the resident says happened and what was harmed', 20_000),
      handedTo: optionalText(200),
      on: dayItHappened(visit, 'the day we were told'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="claim"
        legend="What is it?"
        items={claimKinds.map((value) => ({ value, text: claimKindWords[value] }))}
      />
      <TextareaField form={form} name="text" label="What they say happened, and what was harmed" rows={4} />
      <TextField
        form={form}
        name="handedTo"
        label="Who has been given it? (optional)"
        hint="The insurer or the legal team. The complaint is answered in its own time all the same."
      />
      <OnField form={form} legend="When were we told?" />
    </>
  ),
  decide: (value, { file, context }) => mayNoticeClaim(file.case, value, context),
  button: 'Flag the claim',
  done: 'The claim is flagged',
});
