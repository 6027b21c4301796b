/** Whether the resident takes what is offered; either way stage 2 and the Ombudsman stay open to them (7.1). */
import { z } from 'zod';
import { mayAnswerRemedy } from '../../../complaint/may/answer-remedy.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { RemedyField, remedyChoices, whichRemedy } from './which.js';

export const answerRemedy = actScreen({
  act: 'answer-remedy',
  title: 'Record the answer to a remedy',
  asks: ['remedy-kinds'],
  schema: (_shown, visit) =>
    z.object({
      remedy: whichRemedy(),
      answer: choice(['accepted', 'declined'], 'Choose whether they accept it'),
      note: optionalText(5_000),
      on: dayItHappened(visit, 'the day they answered'),
    }),
  start: (shown, visit) => ({ on: visit.today, remedy: asked(visit, 'remedy', remedyChoices(shown, 'to-answer')) }),
  fields: ({ form, shown }) => (
    <>
      <RemedyField form={form} items={remedyChoices(shown, 'to-answer')} />
      <RadiosField
        form={form}
        name="answer"
        legend="What did they answer?"
        hint="Accepting does not take away their right to ask for stage 2 or to go to the Ombudsman"
        items={[
          { value: 'accepted', text: 'They accept it' },
          { value: 'declined', text: 'They decline it' },
        ]}
      />
      <TextareaField form={form} name="note" label="What they said (optional)" rows={3} />
      <OnField form={form} legend="When did they answer?" />
    </>
  ),
  decide: (value, { file, context }) => mayAnswerRemedy(file.case, value, context),
  button: 'Record the answer',
  done: (value) => (value.answer === 'accepted' ? 'Recorded: they accept it' : 'Recorded: they decline it'),
  next: '/promises',
});
