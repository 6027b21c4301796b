/** An Ombudsman asks about the case: at any time, also before our own answer (3.7). */
import { z } from 'zod';
import { mayTakeEnquiry } from '../../../complaint/may/take-enquiry.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
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

export const takeEnquiry = actScreen({
  act: 'take-enquiry',
  title: 'Record what the Ombudsman asks',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      caseNumber: numberIfTold(),
      text: requiredText('Write down what the Ombudsman asks', 20_000),
      on: dayItHappened(visit, 'the day it reached us'),
    }),
  start: (shown, visit) => {
    const ombudsman = ombudsmanFirst(shown, visit);
    return { on: visit.today, ombudsman, caseNumber: numberOf(shown, ombudsman) };
  },
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="any" />
      <NumberField form={form} optional />
      <TextareaField form={form} name="text" label="What do they ask?" rows={4} />
      <LetterField form={form} />
      <OnField form={form} legend="When did it reach us?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayTakeEnquiry(file.case, { ...value, files: await attach() }, context),
  button: 'Record it',
  done: 'What the Ombudsman asks is on record',
  next: theirPage,
  files: true,
});
