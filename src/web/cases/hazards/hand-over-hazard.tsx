/** A hazard goes to whoever deals with hazards: to which team, when, and under which number of theirs. */
import { z } from 'zod';
import { mayHandOverHazard } from '../../../complaint/may/hand-over-hazard.js';
import type { TeamId } from '../../../facts/happened.js';
import { InsetText } from '../../ui/components.js';
import { optionalText, requiredId } from '../../ui/fields.js';
import { SelectField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { teamChoices } from '../putting-right/which.js';
import { clockTime, londonInstant, timeTyped } from './london-time.js';
import { AtField, HazardField, startWith, whichHazard } from './which-hazard.js';

export const handOverHazard = actScreen({
  act: 'hand-over-hazard',
  title: 'Hand a hazard over',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      to: requiredId('Choose who deals with it').transform((id) => id as TeamId),
      job: optionalText(60),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day it was handed over'),
      at: clockTime(),
    }),
  start: (shown, visit) => ({ ...startWith(shown, visit, 'hand-over-hazard'), at: timeTyped(visit.now) }),
  fields: ({ form, shown }) => {
    const teams = teamChoices(shown);
    return (
      <>
        {teams.length === 0 ? (
          <InsetText text="No team or contractor is on the list yet. An administrator adds them in the settings." />
        ) : null}
        <HazardField form={form} shown={shown} act="hand-over-hazard" />
        <SelectField form={form} name="to" label="Who deals with it?" none="Choose" items={teams} />
        <TextField form={form} name="job" label="Their job number (optional)" width={10} autocomplete="off" />
        <TextareaField form={form} name="text" label="What were they told? (optional)" rows={3} />
        <OnField form={form} legend="When was it handed over?" />
        <AtField form={form} label="At what time? (optional)" />
      </>
    );
  },
  decide: ({ at, ...value }, { file, context }) =>
    mayHandOverHazard(file.case, { ...value, at: londonInstant(value.on, at) }, context),
  button: 'Hand it over',
  done: 'It is handed over. The complaint goes on as before',
});
