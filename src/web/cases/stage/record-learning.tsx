/** What is learnt from the case; that there is nothing to learn needs its reason too (9.1). */
import { z } from 'zod';
import { mayRecordLearning } from '../../../complaint/may/record-learning.js';
import { choice, optionalChoice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, SelectField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { stageOf } from '../points/this-point.js';
import { notOnTheList, themes } from './learning-lists.js';

export const recordLearning = actScreen({
  act: 'record-learning',
  title: 'Record what we learnt',
  asks: ['learning'],
  schema: (_shown, visit) =>
    z.object({
      learnt: choice(['yes', 'no'], 'Choose whether there is something to learn'),
      theme: optionalChoice(themes),
      otherTheme: optionalText(120),
      text: requiredText('Write down what you learnt, or why there is nothing to learn', 20_000),
      on: dayItHappened(visit, 'the day it was recorded'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="learnt"
        legend="Is there something to learn from this?"
        items={[
          {
            value: 'yes',
            text: 'Yes',
            shows: (
              <>
                <SelectField
                  form={form}
                  name="theme"
                  label="What is it about?"
                  none="Choose"
                  items={themes.map((value) => ({ value, text: value }))}
                />
                <TextField form={form} name="otherTheme" label="Or something else, in a few words" width="two-thirds" />
              </>
            ),
          },
          { value: 'no', text: 'No' },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="What we learnt, or why there is nothing to learn"
        hint="Without names: this is read beyond the case"
        rows={4}
      />
      <OnField form={form} legend="When was this found?" />
    </>
  ),
  decide: (value, { file, context, shown }) =>
    mayRecordLearning(
      file.case,
      {
        on: value.on,
        stage: stageOf(shown),
        learning: value.learnt === 'no' ? null : value.otherTheme === null ? (value.theme ?? '') : notOnTheList,
        text: value.learnt === 'no' || value.otherTheme === null ? value.text : `${value.otherTheme}\n\n${value.text}`,
      },
      context,
    ),
  names: { learning: 'theme' },
  button: 'Record it',
  done: 'What we learnt is on record',
});
