/** Our understanding in writing, after a call that acknowledged, or when it has changed (5.6, 5.7). */
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import { maySetOutDefinition } from '../../../complaint/may/set-out-definition.js';
import { runningStage } from '../../../complaint/permitted.js';
import type { Matter } from '../../../letters/words.js';
import { choice } from '../../ui/fields.js';
import { RadiosField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

function matterOf(c: Case): Matter {
  return { kind: runningStage(c) === 2 ? 'stage-2-acknowledgement' : 'acknowledgement' };
}

export const setOutDefinition = actScreen({
  act: 'set-out-definition',
  title: 'Set out our understanding',
  asks: ['definition', 'whose-it-is'],
  schema: (shown, visit) =>
    z.object({
      way: choice(['write', 'before'], 'Choose how it is set out'),
      on: dayItHappened(visit, 'the day it was sent'),
      to: toField(shown, visit),
    }),
  start: (_shown, visit) => ({ on: visit.today, way: 'write' }),
  fields: ({ form, shown, visit }) => (
    <>
      <RadiosField
        form={form}
        name="way"
        legend="How?"
        items={[
          { value: 'write', text: 'Write it now' },
          { value: 'before', text: 'It was sent before, outside this system' },
        ]}
      />
      <ToField form={form} shown={shown} visit={visit} />
      <OnField
        form={form}
        legend="When was it sent?"
        hint="For what was sent before. A letter counts from the day you send it."
      />
    </>
  ),
  decide: (value, { file, context }) => {
    const stage = runningStage(file.case) ?? 1;
    if (value.way === 'before') return maySetOutDefinition(file.case, { on: value.on, stage, letter: null }, context);
    const wouldBe = maySetOutDefinition(file.case, { on: context.today, stage, letter: null }, context);
    return mayBeginLetter(file.case, matterOf(file.case), wouldBe, context);
  },
  extras: (value, visit, shown) =>
    value.way === 'write' ? draftToo(matterOf(shown.case), value.to, visit, shown) : {},
  button: 'Go on',
  done: (value) => (value.way === 'write' ? 'The letter is begun' : 'Recorded'),
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : ''),
});
