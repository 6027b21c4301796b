/** A hazard was looked into: what it is, what has to follow, and when that was known. */
import { z } from 'zod';
import { mayInvestigateHazard } from '../../../complaint/may/investigate-hazard.js';
import { choice, requiredText, tick } from '../../ui/fields.js';
import { RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { clockTime, londonInstant } from './london-time.js';
import { AtField, HazardField, startWith, whichHazard } from './which-hazard.js';

export const investigateHazard = actScreen({
  act: 'investigate-hazard',
  title: 'Record the investigation of a hazard',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      found: choice(['emergency', 'significant', 'none'], 'Choose what was found'),
      furtherWork: tick(),
      text: requiredText('Say what was looked at and what was found', 50_000),
      on: dayItHappened(visit, 'the day the investigation ended'),
      at: clockTime(),
    }),
  start: (shown, visit) => startWith(shown, visit, 'investigate-hazard'),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} act="investigate-hazard" />
      <RadiosField
        form={form}
        name="found"
        legend="What was found?"
        items={[
          {
            value: 'emergency',
            text: 'An emergency',
            hint: 'An imminent and significant risk of harm: it is to be made safe within 24 hours',
          },
          {
            value: 'significant',
            text: 'A significant hazard',
            hint: 'A significant risk of harm: safety work within five working days',
          },
          { value: 'none', text: 'No significant hazard', hint: 'The resident is still told, in writing, and why' },
        ]}
      />
      <TickField
        form={form}
        name="furtherWork"
        label="Work has to follow so that it does not come back"
        hint="It begins within five working days or, where that is not possible, within twelve weeks"
      />
      <TextareaField form={form} name="text" label="What was looked at, by whom, and what was found?" />
      <OnField form={form} legend="When did the investigation end?" />
      <AtField form={form} label="At what time?" />
    </>
  ),
  decide: ({ at, ...value }, { file, context }) =>
    mayInvestigateHazard(file.case, { ...value, at: londonInstant(value.on, at) }, context),
  button: 'Record the investigation',
  done: 'The investigation is on record',
});
