/** The resident has in writing what was found, what will be done and by when. */
import { z } from 'zod';
import type { Hazard } from '../../../complaint/case.js';
import { maySummariseHazard } from '../../../complaint/may/summarise-hazard.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, HowField, howSent, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { HazardField, startWith, whichHazard } from './which-hazard.js';

const lookedInto = ({ investigations }: Hazard) => investigations.length > 0;

export const summariseHazard = actScreen({
  act: 'summarise-hazard',
  title: 'Record the written summary of a hazard',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Enter what the summary said', 50_000),
      how: howSent(),
      on: dayItHappened(visit, 'the day it was given'),
    }),
  start: (shown, visit) => startWith(shown, visit, (hazard) => lookedInto(hazard) && hazard.summary === null),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} fits={lookedInto} />
      <TextareaField
        form={form}
        name="text"
        label="What did the summary say?"
        hint="What was found, and whether it is a hazard; what will be done and by when; where none is needed, why; how to reach us. This records it: write to the resident first"
        rows={8}
      />
      <HowField form={form} legend="How was it given?" />
      <OnField form={form} legend="When was it given?" />
    </>
  ),
  decide: (value, { file, context }) => maySummariseHazard(file.case, value, context),
  button: 'Record the summary',
  done: 'The summary is on record',
});
