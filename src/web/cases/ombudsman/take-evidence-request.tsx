/** An Ombudsman asks for evidence, by a day that each request sets for itself. */
import { z } from 'zod';
import { dateAfterWorkingDays, usualEvidenceDays } from '../../../complaint/evidence-date.js';
import { mayTakeEvidenceRequest } from '../../../complaint/may/take-evidence-request.js';
import { inWords } from '../../../facts/days.js';
import { requiredDay, requiredText } from '../../ui/fields.js';
import { DateField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import {
  LetterField,
  NumberField,
  numberIfTold,
  numberOf,
  OmbudsmanField,
  ombudsmanFirst,
  theirPage,
  whichOmbudsman,
} from './which.js';

export const takeEvidenceRequest = actScreen({
  act: 'take-evidence-request',
  title: 'Record that evidence is asked for',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      caseNumber: numberIfTold(),
      text: requiredText('Write down what they ask for', 20_000),
      on: dayItHappened(visit, 'the day it reached us'),
      dueOn: requiredDay('the day by which they want it'),
    }),
  start: (shown, visit) => {
    const ombudsman = ombudsmanFirst(shown, visit);
    return {
      on: visit.today,
      ombudsman,
      caseNumber: numberOf(shown, ombudsman),
      dueOn: dateAfterWorkingDays(visit.today, visit.rules),
    };
  },
  fields: ({ form, shown, visit }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="any" />
      <NumberField form={form} optional />
      <TextareaField form={form} name="text" label="What do they ask for?" rows={5} />
      <LetterField form={form} />
      <OnField form={form} legend="When did it reach us?" />
      <DateField
        form={form}
        name="dueOn"
        legend="By when do they want it?"
        hint={`The day in their letter. It is often ${usualEvidenceDays} working days, which from today is ${inWords(dateAfterWorkingDays(visit.today, visit.rules))}`}
      />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayTakeEvidenceRequest(file.case, { ...value, files: await attach() }, context),
  button: 'Record the request',
  done: 'The request and its date are on record',
  next: theirPage,
  files: true,
});
