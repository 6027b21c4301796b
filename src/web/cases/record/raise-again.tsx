/** What was withdrawn and is raised again is a new case of the day on which it is raised again, linked to this one. */
import { z } from 'zod';
import { mayRaiseAgain } from '../../../complaint/may/raise-again.js';
import { hearerWords } from '../../../complaint/standing-words.js';
import { channels, hearers } from '../../../facts/happened.js';
import { choice, requiredText } from '../../ui/fields.js';
import { FileField, SelectField, TextareaField } from '../../ui/forms.js';
import { ChannelField, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const raiseAgain = actScreen({
  act: 'raise-again',
  title: 'Open a case: raised again',
  asks: ['choice'],
  schema: (_shown, visit) =>
    z.object({
      text: requiredText('Write down what the resident said', 200_000),
      on: dayItHappened(visit, 'the day it was raised again'),
      channel: choice(channels, 'Choose how it reached us'),
      firstHeardBy: choice(hearers, 'Choose who first heard it'),
    }),
  start: (shown, visit) => ({ on: visit.today, channel: shown.case.channel, firstHeardBy: 'complaints-team' }),
  fields: ({ form }) => (
    <>
      <TextareaField form={form} name="text" label="What did they say? In their own words" rows={6} />
      <OnField
        form={form}
        legend="When did they raise it again?"
        hint="The new case counts from this day. For example, 27 3 2026"
      />
      <ChannelField form={form} />
      <SelectField
        form={form}
        name="firstHeardBy"
        label="Who first heard it?"
        items={hearers.map((value) => ({ value, text: hearerWords[value] }))}
      />
      <FileField form={form} name="files" label="Add files (optional)" multiple />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayRaiseAgain(file.case, { ...value, files: await attach() }, context),
  button: 'Open the case',
  done: 'A new case is open, linked to the one that was withdrawn. Now say what it is',
  next: (_value, outcome) => {
    const opened = outcome.opened[0];
    return opened === undefined ? '' : `/cases/${opened.reference}`;
  },
  files: true,
});
