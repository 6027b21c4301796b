/** An action that the resident is promised: it has an owner and a date, and lives on after the stage has ended (6.6, 7.3). */
import { z } from 'zod';
import { mayPromiseAction } from '../../../complaint/may/promise-action.js';
import { listStaff } from '../../../store/staff.js';
import { optionalChoice, requiredDay, requiredText, tick } from '../../ui/fields.js';
import { DateField, SelectField, TextareaField, TickField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { openTeams, PointsField, StageField, stageNow, teamChoices, whichPoints, whichStage } from './which.js';

export const promiseAction = actScreen({
  act: 'promise-action',
  title: 'Promise an action',
  asks: ['promise'],
  reads: (trx) => listStaff(trx, 'at-work'),
  schema: (shown, visit, more) =>
    z.object({
      text: requiredText('Write down what will be done', 20_000),
      points: whichPoints(),
      owner: optionalChoice(more.map(({ id }) => id)),
      team: optionalChoice(openTeams(shown).map(({ id }) => id)),
      dueOn: requiredDay('the day by which it will be done'),
      agreedWithResident: tick(),
      stage: whichStage(),
      on: dayItHappened(visit, 'the day it was promised'),
    }),
  start: (shown, visit) => {
    const { point } = visit.query;
    return {
      on: visit.today,
      stage: String(stageNow(shown)),
      points: typeof point === 'string' ? [point] : [],
    };
  },
  fields: ({ form, shown, more }) => (
    <>
      <TextareaField
        form={form}
        name="text"
        label="What will be done?"
        hint="In words that the resident will read. One action each, so that each can be shown to be done."
        rows={4}
      />
      <PointsField form={form} shown={shown} />
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
      <DateField form={form} name="dueOn" legend="By when?" />
      <TickField form={form} name="agreedWithResident" label="The resident has agreed to this date" />
      <StageField form={form} shown={shown} />
      <OnField form={form} legend="When was it promised?" />
    </>
  ),
  decide: (value, { file, context }) => mayPromiseAction(file.case, value, context),
  button: 'Promise it',
  done: 'The promise is recorded. It stays open until it is done',
  next: '/promises',
});
