/** Why the work that follows a hazard can’t begin in the usual days, and what was done towards it. */
import { z } from 'zod';
import { withinWords } from '../../../complaint/hazard-clock-words.js';
import { mayPutOffHazardWork } from '../../../complaint/may/put-off-hazard-work.js';
import { hazardDuty } from '../../../law/hazards.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { HazardField, startWith, whichHazard } from './which-hazard.js';

const { within, orWithin } = hazardDuty('further-work');

export const putOffHazardWork = actScreen({
  act: 'put-off-hazard-work',
  title: 'Record why further work can’t begin yet',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Say why it can’t begin yet, and what was done towards it', 20_000),
      on: dayItHappened(visit),
    }),
  start: (shown, visit) => startWith(shown, visit, 'put-off-hazard-work'),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} act="put-off-hazard-work" />
      <TextareaField
        form={form}
        name="text"
        label={`Why can’t it begin ${withinWords(within)}, and what was done towards it?`}
        hint={`A specialist asked, materials ordered, a contractor named.${orWithin === undefined ? '' : ` It may then begin ${withinWords(orWithin.within)} of the investigation`}`}
        rows={4}
      />
      <OnField form={form} legend="When was that settled?" />
    </>
  ),
  decide: (value, { file, context }) => mayPutOffHazardWork(file.case, value, context),
  button: 'Record why',
  done: 'Why it can’t begin yet is on record',
});
