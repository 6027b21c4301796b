/** The work that keeps a hazard from coming back has begun. */
import { z } from 'zod';
import { mayBeginHazardWork } from '../../../complaint/may/begin-hazard-work.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { HazardField, startWith, whichHazard } from './which-hazard.js';

export const beginHazardWork = actScreen({
  act: 'begin-hazard-work',
  title: 'Record that further work has begun',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Say what work has begun, and who does it', 20_000),
      on: dayItHappened(visit),
    }),
  start: (shown, visit) => startWith(shown, visit, 'begin-hazard-work'),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} act="begin-hazard-work" />
      <TextareaField form={form} name="text" label="What work has begun, and who does it?" rows={4} />
      <OnField form={form} legend="When did it begin?" />
    </>
  ),
  decide: (value, { file, context }) => mayBeginHazardWork(file.case, value, context),
  button: 'Record that it has begun',
  done: 'The work has begun',
});
