/** Dissatisfaction with a request becomes a complaint of its own, received the day it was voiced; the request runs on (1.5). */
import { z } from 'zod';
import { mayRaiseComplaint } from '../../../complaint/may/raise-complaint.js';
import { hearerWords } from '../../../complaint/standing-words.js';
import { channels, hearers } from '../../../facts/happened.js';
import { choice, requiredText } from '../../ui/fields.js';
import { SelectField, TextareaField } from '../../ui/forms.js';
import { ChannelField, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const raiseComplaint = actScreen({
  act: 'raise-complaint',
  title: 'Raise a complaint',
  asks: ['request-runs-on', 'choice'],
  schema: (_shown, visit) =>
    z.object({
      text: requiredText('Write down what they are dissatisfied with', 50_000),
      on: dayItHappened(visit, 'the day they said so'),
      channel: choice(channels, 'Choose how it reached us'),
      firstHeardBy: choice(hearers, 'Choose who first heard it'),
    }),
  start: (shown, visit) => ({ on: visit.today, channel: shown.case.channel, firstHeardBy: 'complaints-team' }),
  fields: ({ form }) => (
    <>
      <TextareaField form={form} name="text" label="What are they dissatisfied with? In their own words" rows={6} />
      <OnField
        form={form}
        legend="When did they first say so?"
        hint="The complaint counts from this day, whoever heard it. If their first message already said it, enter that day."
      />
      <ChannelField form={form} />
      <SelectField
        form={form}
        name="firstHeardBy"
        label="Who first heard it?"
        items={hearers.map((value) => ({ value, text: hearerWords[value] }))}
      />
    </>
  ),
  decide: (value, { file, context }) => mayRaiseComplaint(file.case, { ...value, files: [], log: null }, context),
  button: 'Raise the complaint',
  done: 'The complaint is a case of its own and waits for triage. This case runs on',
  next: (_value, outcome) => {
    const opened = outcome.opened[0];
    return opened === undefined ? '' : `/cases/${opened.reference}`;
  },
});
