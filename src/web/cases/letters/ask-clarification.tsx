/** What is unclear is asked of the resident, so that the complaint is defined as they mean it (5.6). */
import { z } from 'zod';
import { mayAskClarification } from '../../../complaint/may/ask-clarification.js';
import { runningStage } from '../../../complaint/permitted.js';
import type { PointId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { choice, ids, optionalDay, requiredText } from '../../ui/fields.js';
import { CheckboxesField, DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

const matterOf = (value: {
  points: readonly string[];
  text: string;
  replyBy: Extract<Matter, { kind: 'clarification' }>['replyBy'];
}): Matter => ({
  kind: 'clarification',
  points: value.points as unknown as readonly PointId[],
  question: value.text,
  replyBy: value.replyBy,
});

export const askClarification = actScreen({
  act: 'ask-clarification',
  title: 'Ask what is unclear',
  asks: ['definition'],
  schema: (shown, visit) =>
    z.object({
      points: ids('Choose the points that are unclear'),
      text: requiredText('Write what you ask', 20_000),
      replyBy: optionalDay('the day by which you ask for an answer'),
      way: choice(['write', 'phone'], 'Choose how they are asked'),
      on: dayItHappened(visit, 'the day they were asked'),
      to: toField(shown, visit),
    }),
  start: (_shown, visit) => ({ on: visit.today, way: 'write' }),
  fields: ({ form, shown, visit }) => (
    <>
      <CheckboxesField
        form={form}
        name="points"
        legend="Which points?"
        items={pointChoices(shown, runningStage(shown.case) ?? 1)}
      />
      <TextareaField form={form} name="text" label="What do you ask?" />
      <DateField
        form={form}
        name="replyBy"
        legend="By when would an answer help? (optional)"
        hint="The time to answer the complaint does not wait for it"
      />
      <RadiosField
        form={form}
        name="way"
        legend="How are they asked?"
        items={[
          { value: 'write', text: 'Write it now' },
          { value: 'phone', text: 'They were asked by telephone' },
        ]}
      />
      <ToField form={form} shown={shown} visit={visit} />
      <OnField form={form} legend="When were they asked?" />
    </>
  ),
  decide: (value, { file, context }) => {
    const points = value.points as unknown as readonly PointId[];
    if (value.way === 'phone') {
      return mayAskClarification(
        file.case,
        { on: value.on, points, text: value.text, how: 'phone', letter: null },
        context,
      );
    }
    const wouldBe = mayAskClarification(
      file.case,
      { on: context.today, points, text: value.text, how: 'post', letter: null },
      context,
    );
    return mayBeginLetter(file.case, matterOf(value), wouldBe, context);
  },
  extras: (value, visit, shown) => (value.way === 'write' ? draftToo(matterOf(value), value.to, visit, shown) : {}),
  button: 'Go on',
  done: (value) =>
    value.way === 'write' ? 'The letter is begun' : 'Recorded. When they answer, record what they made clear',
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : '/points'),
});
