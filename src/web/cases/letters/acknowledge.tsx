/** Acknowledging, at either stage: in writing with the definition set out, by telephone, or as it was done before (5.6, 5.7, 6.2, 6.11). */
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import { mayAcknowledge } from '../../../complaint/may/acknowledge.js';
import { runningStage } from '../../../complaint/permitted.js';
import type { Matter } from '../../../letters/words.js';
import { choice, optionalText, tick } from '../../ui/fields.js';
import { RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

function matterOf(c: Case): Matter {
  return { kind: runningStage(c) === 2 ? 'stage-2-acknowledgement' : 'acknowledgement' };
}

export const acknowledge = actScreen({
  act: 'acknowledge',
  title: (shown) => (runningStage(shown.case) === 2 ? 'Acknowledge stage 2' : 'Acknowledge the complaint'),
  asks: ['acknowledge-1', 'acknowledge-2', 'definition', 'whose-it-is'],
  schema: (shown, visit) =>
    z.object({
      way: choice(['write', 'phone', 'before'], 'Choose how it is acknowledged'),
      note: optionalText(20_000),
      definitionSetOut: tick(),
      on: dayItHappened(visit, 'the day it was acknowledged'),
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
          {
            value: 'write',
            text: 'Write it now',
            hint: 'The letter is made from the points; you read and change it before it goes',
          },
          {
            value: 'phone',
            text: 'By telephone',
            hint: 'A call acknowledges on its day. The definition then follows in writing.',
            shows: <TextareaField form={form} name="note" label="What was said on the telephone" rows={4} />,
          },
          {
            value: 'before',
            text: 'It was sent before, outside this system',
            shows: (
              <TickField
                form={form}
                name="definitionSetOut"
                label="It set out our understanding and the outcomes sought"
              />
            ),
          },
        ]}
      />
      <ToField form={form} shown={shown} visit={visit} />
      <OnField
        form={form}
        legend="When was it acknowledged?"
        hint="For a call, or for what was sent before. A letter counts from the day you send it."
      />
    </>
  ),
  decide: (value, { file, context }) => {
    const stage = runningStage(file.case) ?? 1;
    if (value.way === 'write') {
      const wouldBe = mayAcknowledge(
        file.case,
        {
          on: context.today,
          stage,
          how: 'post',
          note: null,
          definitionSetOut: true,
          ombudsmanDetails: true,
          letter: null,
        },
        context,
      );
      return mayBeginLetter(file.case, matterOf(file.case), wouldBe, context);
    }
    return mayAcknowledge(
      file.case,
      {
        on: value.on,
        stage,
        how: value.way === 'phone' ? 'phone' : 'post',
        note: value.note,
        definitionSetOut: value.way === 'before' && value.definitionSetOut,
        ombudsmanDetails: value.way === 'before',
        letter: null,
      },
      context,
    );
  },
  extras: (value, visit, shown) =>
    value.way === 'write' ? draftToo(matterOf(shown.case), value.to, visit, shown) : {},
  button: 'Go on',
  done: (value) =>
    value.way === 'write' ? 'The letter is begun. Read it, change what you want, then send it' : 'Acknowledged',
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : ''),
});
