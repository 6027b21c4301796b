/** A hazard that we came to know of: its clock runs from then, complaint or none. */
import { z } from 'zod';
import { mayNoticeHazard } from '../../../complaint/may/notice-hazard.js';
import { hazardKindWords } from '../../../complaint/standing-words.js';
import { hazardKinds } from '../../../facts/happened.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { clockTime, londonInstant } from './london-time.js';

export const noticeHazard = actScreen({
  act: 'notice-hazard',
  title: 'Record a hazard',
  schema: (_shown, visit) =>
    z.object({
      kind: choice(hazardKinds, 'Choose what kind of hazard it is'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day we came to know of it'),
      at: clockTime(),
    }),
  start: (shown, visit) => ({ on: visit.today, kind: shown.case.hazardsSuggested[0] ?? null }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        hint="If somebody is in danger now, ring the emergency repairs line first"
        small
        items={hazardKinds.map((value) => ({ value, text: hazardKindWords[value] }))}
      />
      <TextareaField form={form} name="text" label="What is known of it (optional)" rows={3} />
      <OnField
        form={form}
        legend="When did we come to know of it?"
        hint="The day on which anybody of ours first knew, also a contractor. For example, 27 3 2026"
      />
      <TextField
        form={form}
        name="at"
        label="At what time, if known? (optional)"
        hint="For an emergency the hours count. For example, 14:30"
        width={5}
        autocomplete="off"
      />
    </>
  ),
  decide: ({ at, ...value }, { file, context }) =>
    mayNoticeHazard(file.case, { ...value, awareAt: at === null ? null : londonInstant(value.on, at) }, context),
  names: { awareAt: 'at' },
  button: 'Record the hazard',
  done: 'The hazard is on record',
});
