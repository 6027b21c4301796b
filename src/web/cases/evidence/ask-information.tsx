/** What a team or contractor has to tell us; their time is within ours (5.4, 5.5). */
import { z } from 'zod';
import { mayAskInformation } from '../../../complaint/may/ask-information.js';
import { inWords } from '../../../facts/days.js';
import type { TeamId } from '../../../facts/happened.js';
import { InsetText } from '../../ui/components.js';
import { requiredDay, requiredId, requiredText } from '../../ui/fields.js';
import { DateField, SelectField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { nextClock } from '../case-frame.js';
import { stageOf } from '../points/this-point.js';

/** Unless another day is chosen. */
const workingDaysToAnswer = 3;

export const askInformation = actScreen({
  act: 'ask-information',
  title: 'Ask a team or contractor',
  schema: (_shown, visit) =>
    z.object({
      of: requiredId('Choose whom to ask'),
      text: requiredText('Write down what you need to know', 20_000),
      dueOn: requiredDay('the day by which they answer'),
      on: dayItHappened(visit, 'the day they were asked'),
    }),
  start: (_shown, visit) => ({
    on: visit.today,
    dueOn: visit.rules.calendar.addWorkingDays(visit.today, workingDaysToAnswer),
  }),
  fields: ({ form, shown }) => {
    const next = nextClock(shown);
    const open = shown.teams.filter((team) => !team.closed);
    return (
      <>
        {open.length === 0 ? (
          <InsetText text="No team or contractor is on the list yet. An administrator adds them in the settings." />
        ) : null}
        <SelectField
          form={form}
          name="of"
          label="Whom do you ask?"
          none="Choose"
          items={open.map((team) => ({
            value: team.id,
            text: team.contractor ? `${team.name} (contractor)` : team.name,
          }))}
        />
        <TextareaField
          form={form}
          name="text"
          label="What do you need to know?"
          hint="They need not know all of the complaint: ask for what they can answer"
        />
        <DateField
          form={form}
          name="dueOn"
          legend="By when do they answer?"
          hint={
            next === null
              ? 'A working day. For example, 27 3 2026'
              : `A working day, and in time for what is due on ${inWords(next.due)}. For example, 27 3 2026`
          }
        />
        <OnField form={form} legend="When were they asked?" />
      </>
    );
  },
  decide: (value, { file, context, shown }) =>
    mayAskInformation(
      file.case,
      {
        ...value,
        stage: stageOf(shown),
        of: value.of as TeamId,
        contractor: shown.teams.find(({ id }) => id === value.of)?.contractor ?? false,
      },
      context,
    ),
  button: 'Record that they are asked',
  done: (value) => `They are asked to answer by ${inWords(value.dueOn)}. The date is on the Clock tab`,
  next: '/evidence',
});
