/** Why the work that follows a hazard can’t begin in the usual days, and what was done towards it. */
import { z } from 'zod';
import type { Hazard } from '../../../complaint/case.js';
import { mayPutOffHazardWork } from '../../../complaint/may/put-off-hazard-work.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { HazardField, startWith, whichHazard } from './which-hazard.js';

const waits = ({ workBegunOn, investigations }: Hazard) => workBegunOn === null && investigations.length > 0;

export const putOffHazardWork = actScreen({
  act: 'put-off-hazard-work',
  title: 'Record why further work can’t begin yet',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Say why it can’t begin yet, and what was done towards it', 20_000),
      on: dayItHappened(visit),
    }),
  start: (shown, visit) => startWith(shown, visit, waits),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} fits={waits} />
      <TextareaField
        form={form}
        name="text"
        label="Why can’t it begin within five working days, and what was done towards it?"
        hint="A specialist asked, materials ordered, a contractor named. It then has twelve weeks from the investigation"
        rows={4}
      />
      <OnField form={form} legend="When was that settled?" />
    </>
  ),
  decide: (value, { file, context }) => mayPutOffHazardWork(file.case, value, context),
  button: 'Record why',
  done: 'Why it can’t begin yet is on record',
});
