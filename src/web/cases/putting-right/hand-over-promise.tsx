/** Somebody else sees to a promise from now on: another person, team or contractor. The date stands. */
import { z } from 'zod';
import { mayHandOverPromise } from '../../../complaint/may/hand-over-promise.js';
import { listStaff } from '../../../store/staff.js';
import { optionalChoice } from '../../ui/fields.js';
import { SelectField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { openTeams, PromiseField, teamChoices, whichPromise } from './which.js';

export const handOverPromise = actScreen({
  act: 'hand-over-promise',
  title: 'Hand a promise over',
  asks: ['promise'],
  reads: (trx) => listStaff(trx, 'at-work'),
  schema: (shown, visit, more) =>
    z.object({
      promise: whichPromise(),
      owner: optionalChoice(more.map(({ id }) => id)),
      team: optionalChoice(openTeams(shown).map(({ id }) => id)),
      on: dayItHappened(visit, 'the day it was handed over'),
    }),
  start: (shown, visit) => {
    const id = asked(visit, 'promise', promiseChoices(shown, 'open'));
    const promise = shown.case.promises.find((one) => one.id === id);
    return { on: visit.today, promise: id, owner: promise?.owner ?? '', team: promise?.team ?? '' };
  },
  fields: ({ form, shown, more }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <SelectField
        form={form}
        name="owner"
        label="Who will see to it?"
        hint="A person, a team, or both"
        none="No one person"
        items={more.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <SelectField
        form={form}
        name="team"
        label="Which team or contractor?"
        none="No team"
        items={teamChoices(shown)}
      />
      <OnField form={form} legend="When was it handed over?" />
    </>
  ),
  decide: (value, { file, context }) => mayHandOverPromise(file.case, value, context),
  button: 'Hand it over',
  done: 'The promise is handed over. Its date stands',
  next: '/promises',
});
