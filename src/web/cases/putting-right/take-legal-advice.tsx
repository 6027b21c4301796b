/** Words that close a door need a named legal adviser's reason; without it no letter with them goes out. */
import { z } from 'zod';
import { mayTakeLegalAdvice } from '../../../complaint/may/take-legal-advice.js';
import { legalPhraseWords } from '../../../complaint/standing-words.js';
import { legalPhrases } from '../../../facts/happened.js';
import { choices, requiredText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const takeLegalAdvice = actScreen({
  act: 'take-legal-advice',
  title: 'Record a legal adviser’s reason',
  schema: (_shown, visit) =>
    z.object({
      about: choices(legalPhrases, 'Choose which words the letter needs'),
      adviser: requiredText('Enter the name of the legal adviser', 200),
      reason: requiredText('Write down the adviser’s reason for this case', 20_000),
      on: dayItHappened(visit, 'the day of the advice'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <p class="govuk-body">
        An answer to a complaint ends nothing: the resident may accept a remedy and still ask for stage 2 or go to the
        Ombudsman. A letter with these words goes out only with an adviser’s reason for this case.
      </p>
      <CheckboxesField
        form={form}
        name="about"
        legend="Which words does the letter need?"
        items={legalPhrases.map((value) => ({ value, text: legalPhraseWords[value] }))}
      />
      <TextField form={form} name="adviser" label="Name of the legal adviser" autocomplete="off" />
      <TextareaField form={form} name="reason" label="Their reason, for this case" rows={4} />
      <OnField form={form} legend="When did they advise?" />
    </>
  ),
  decide: (value, { file, context }) => mayTakeLegalAdvice(file.case, value, context),
  button: 'Record the reason',
  done: 'The adviser’s reason is on record',
});
