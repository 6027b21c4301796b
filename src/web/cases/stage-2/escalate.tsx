/** The resident asks for stage 2: in any way, about some points or all, and without having to say why (6.10, 6.12). */
import { z } from 'zod';
import { mayEscalate } from '../../../complaint/may/escalate.js';
import { channels, type PointId } from '../../../facts/happened.js';
import { choice, ids, optionalChoice, optionalText } from '../../ui/fields.js';
import { CheckboxesField, RadiosField, SelectField, TextareaField } from '../../ui/forms.js';
import { ChannelField, dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { whoMayAsk } from './who-may-ask.js';

export const escalate = actScreen({
  act: 'escalate',
  title: 'Record a request for stage 2',
  asks: ['on-to-stage-2', 'no-reason-needed', 'acknowledge-2', 'different-person'],
  schema: (shown, visit) =>
    z.object({
      on: dayItHappened(visit, 'the day they asked'),
      channel: choice(channels, 'Choose how it reached us'),
      from: optionalChoice(whoMayAsk(shown, visit.today).map(({ value }) => value)),
      which: choice(['all', 'some'], 'Choose whether all points go to stage 2, or some'),
      points: ids().transform((list) => list as PointId[]),
      text: optionalText(50_000),
    }),
  start: (shown, visit) => {
    const { point } = visit.query;
    return {
      on: visit.today,
      channel: shown.case.channel,
      from: shown.case.person,
      which: typeof point === 'string' ? 'some' : 'all',
      points: typeof point === 'string' ? [point] : [],
    };
  },
  fields: ({ form, shown, visit }) => (
    <>
      <OnField
        form={form}
        legend="When did they ask?"
        hint="The day anybody here first heard it: stage 2 counts from then. For example, 27 3 2026"
      />
      <ChannelField form={form} label="How did they ask?" />
      <SelectField
        form={form}
        name="from"
        label="Who asked?"
        none="Somebody else, or not known"
        items={whoMayAsk(shown, visit.today)}
      />
      <RadiosField
        form={form}
        name="which"
        legend="What goes to stage 2?"
        items={[
          { value: 'all', text: 'All of it', hint: 'Also when they did not say' },
          {
            value: 'some',
            text: 'Some points',
            shows: (
              <CheckboxesField
                form={form}
                name="points"
                legend="Which points?"
                small
                items={[...pointChoices(shown, 1)]}
              />
            ),
          },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="What they said (optional)"
        hint="They do not have to give a reason. Write down what they said, if they said anything."
        rows={4}
      />
    </>
  ),
  decide: (value, { file, context }) =>
    mayEscalate(
      file.case,
      {
        on: value.on,
        channel: value.channel,
        from: value.from,
        points: value.which === 'all' ? 'all' : value.points,
        text: value.text,
      },
      context,
    ),
  button: 'Record the request',
  done: 'Stage 2 is asked for. It is to be acknowledged',
});
