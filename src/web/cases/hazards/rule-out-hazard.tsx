/** What the first words seemed to tell of is no hazard: which, and how that is known. */
import { z } from 'zod';
import { possibleHazards } from '../../../complaint/hazards.js';
import { mayRuleOutHazard } from '../../../complaint/may/rule-out-hazard.js';
import { hazardKindWords } from '../../../complaint/standing-words.js';
import { hazardKinds } from '../../../facts/happened.js';
import { choices, requiredText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const ruleOutHazard = actScreen({
  act: 'rule-out-hazard',
  title: 'Say that it is no hazard',
  schema: (_shown, visit) =>
    z.object({
      kinds: choices(hazardKinds, 'Choose which of them is no hazard'),
      text: requiredText('Say how you know that it is no hazard', 20_000),
      on: dayItHappened(visit, 'the day it was looked at'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown }) => (
    <>
      <CheckboxesField
        form={form}
        name="kinds"
        legend="Which of them is no hazard?"
        hint="If you are not sure, record it as a hazard: an investigation can find that it is none"
        small
        items={possibleHazards(shown.case).map((value) => ({ value, text: hazardKindWords[value] }))}
      />
      <TextareaField form={form} name="text" label="How do you know?" rows={3} />
      <OnField form={form} legend="When was it looked at?" />
    </>
  ),
  decide: (value, { file, context }) => mayRuleOutHazard(file.case, value, context),
  button: 'Say that it is no hazard',
  done: 'It is on record that it is no hazard',
});
