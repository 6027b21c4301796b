/** How it stands, told to the resident: in a letter, by telephone, or as it was told before (5.9). */
import { z } from 'zod';
import { mayGiveUpdate } from '../../../complaint/may/give-update.js';
import { runningStage } from '../../../complaint/permitted.js';
import type { Matter } from '../../../letters/words.js';
import { choice, optionalDay, requiredText } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

function stageOf({ case: c }: Pick<CaseShown, 'case'>): 1 | 2 {
  return runningStage(c) ?? (c.stages[2] === null ? 1 : 2);
}

export const giveUpdate = actScreen({
  act: 'give-update',
  title: 'Give an update',
  asks: ['update-interval'],
  schema: (shown, visit) =>
    z.object({
      text: requiredText('Write down what the resident is told', 20_000),
      nextUpdateOn: optionalDay('the day of the next update'),
      way: choice(['write', 'phone', 'email'], 'Choose how they are told'),
      on: dayItHappened(visit, 'the day they were told'),
      to: toField(shown, visit),
    }),
  start: (_shown, visit) => ({ on: visit.today, way: 'phone' }),
  fields: ({ form, shown, visit }) => (
    <>
      <TextareaField
        form={form}
        name="text"
        label="How does it stand?"
        hint="Also when nothing has changed: silence is what hurts"
        rows={5}
      />
      <DateField form={form} name="nextUpdateOn" legend="When will they hear next? (optional)" />
      <RadiosField
        form={form}
        name="way"
        legend="How are they told?"
        items={[
          { value: 'phone', text: 'They were told by telephone' },
          { value: 'email', text: 'They were told by e-mail or message, outside this system' },
          { value: 'write', text: 'Write a letter now' },
        ]}
      />
      <ToField form={form} shown={shown} visit={visit} />
      <OnField form={form} legend="When were they told?" />
    </>
  ),
  decide: (value, { file, context }) => {
    const stage = stageOf(file);
    if (value.way !== 'write') {
      return mayGiveUpdate(file.case, { on: value.on, stage, how: value.way, text: value.text, letter: null }, context);
    }
    const wouldBe = mayGiveUpdate(
      file.case,
      { on: context.today, stage, how: 'post', text: value.text, letter: null },
      context,
    );
    return mayBeginLetter(
      file.case,
      { kind: 'update', stage, progress: value.text, nextUpdateOn: value.nextUpdateOn },
      wouldBe,
      context,
    );
  },
  extras: (value, visit, shown) => {
    const matter: Matter = {
      kind: 'update',
      stage: stageOf(shown),
      progress: value.text,
      nextUpdateOn: value.nextUpdateOn,
    };
    return value.way === 'write' ? draftToo(matter, value.to, visit, shown) : {};
  },
  button: 'Go on',
  done: (value) => (value.way === 'write' ? 'The letter is begun' : 'The update is recorded'),
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : '/messages'),
});
