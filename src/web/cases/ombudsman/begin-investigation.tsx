/** The Ombudsman begins to look into it. */
import { z } from 'zod';
import { mayBeginInvestigation } from '../../../complaint/may/begin-investigation.js';
import { optionalText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import {
  LetterField,
  NumberField,
  number,
  numberOf,
  OmbudsmanField,
  ombudsmanFirst,
  theirPage,
  whichOmbudsman,
} from './which.js';

export const beginInvestigation = actScreen({
  act: 'begin-investigation',
  title: 'Record that the investigation has begun',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      caseNumber: number(),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day it began'),
    }),
  start: (shown, visit) => {
    const ombudsman = ombudsmanFirst(shown, visit, (one) => one.investigationOn === null);
    return { on: visit.today, ombudsman, caseNumber: numberOf(shown, ombudsman) };
  },
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="any" />
      <NumberField form={form} />
      <TextareaField form={form} name="text" label="What it looks into (optional)" rows={3} />
      <LetterField form={form} />
      <OnField form={form} legend="When did it begin?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayBeginInvestigation(file.case, { ...value, files: await attach() }, context),
  button: 'Record it',
  done: 'The investigation is on record',
  next: theirPage,
  files: true,
});
