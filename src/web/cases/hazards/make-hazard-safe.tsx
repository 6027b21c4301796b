/** The home is safe, for good or for now: what was done, and what shows it. */
import { z } from 'zod';
import { mayMakeHazardSafe } from '../../../complaint/may/make-hazard-safe.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { clockTime, londonInstant } from './london-time.js';
import { AtField, HazardField, startWith, whichHazard } from './which-hazard.js';

export const makeHazardSafe = actScreen({
  act: 'make-hazard-safe',
  title: 'Record that a hazard is made safe',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Say what was done, and what shows it', 20_000),
      on: dayItHappened(visit, 'the day it was safe'),
      at: clockTime(),
    }),
  start: (shown, visit) => startWith(shown, visit, 'make-hazard-safe'),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} act="make-hazard-safe" />
      <TextareaField
        form={form}
        name="text"
        label="What was done, and what shows it?"
        hint="Making safe for now counts: say then what work is still to follow"
        rows={4}
      />
      <OnField form={form} legend="When was it safe?" />
      <AtField form={form} label="At what time?" />
    </>
  ),
  decide: ({ at, ...value }, { file, context }) =>
    mayMakeHazardSafe(file.case, { ...value, at: londonInstant(value.on, at) }, context),
  button: 'Record that it is safe',
  done: 'It is on record as made safe',
});
