/** It went no further at the Ombudsman: settled early, sent back to us, or not its to look at. */
import { z } from 'zod';
import { mayEndOmbudsmanCase } from '../../../complaint/may/end-ombudsman-case.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { OmbudsmanField, ombudsmanFirst, theirPage, whichOmbudsman } from './which.js';

export const endOmbudsmanCase = actScreen({
  act: 'end-ombudsman-case',
  title: 'Record that it ended at the Ombudsman',
  schema: (_shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      text: requiredText('Say why it goes no further there', 20_000),
      on: dayItHappened(visit, 'the day it ended'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    ombudsman: ombudsmanFirst(shown, visit, (one) => one.state !== 'ended'),
  }),
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="of-the-case" />
      <TextareaField
        form={form}
        name="text"
        label="Why does it go no further there?"
        hint="For example: settled early, sent back to us to answer first, or not for this Ombudsman"
        rows={3}
      />
      <OnField form={form} legend="When did it end?" />
    </>
  ),
  decide: (value, { file, context }) => mayEndOmbudsmanCase(file.case, value, context),
  button: 'Record it',
  done: 'That it ended there is on record',
  next: theirPage,
});
