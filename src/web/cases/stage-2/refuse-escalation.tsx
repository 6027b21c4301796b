/** Refusing stage 2: only on a ground on which the complaint could have been refused, clearly said (5.11). */
import { z } from 'zod';
import { mayRefuseEscalation } from '../../../complaint/may/refuse-escalation.js';
import { refusalGroundWords } from '../../../complaint/standing-words.js';
import { refusalGrounds } from '../../../facts/happened.js';
import { choice, optionalDay, requiredText, tick } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const refuseEscalation = actScreen({
  act: 'refuse-escalation',
  title: 'Refuse stage 2',
  asks: ['refusal-to-escalate', 'grounds', 'circumstances'],
  schema: (_shown, visit) =>
    z.object({
      ground: choice(refusalGrounds, 'Choose the ground'),
      filedOn: optionalDay('the day on which the claim was filed', { notAfter: visit.today }),
      lateWindowOnly: tick(),
      circumstances: requiredText('Write down the resident’s own circumstances as you considered them', 20_000),
      reasons: requiredText('Write the reasons that the resident is given', 20_000),
      on: dayItHappened(visit, 'the day it was refused'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form }) => (
    <>
      <RadiosField
        form={form}
        name="ground"
        legend="On which ground?"
        items={refusalGrounds.map((value) => ({
          value,
          text: refusalGroundWords[value],
          ...(value === 'over-twelve-months'
            ? { hint: 'The complaint was accepted at stage 1, so its age does not count any more' }
            : {}),
          ...(value === 'legal-proceedings'
            ? {
                shows: (
                  <DateField
                    form={form}
                    name="filedOn"
                    legend="When were the claim form and particulars of claim filed at court?"
                  />
                ),
              }
            : {}),
        }))}
      />
      <TickField
        form={form}
        name="lateWindowOnly"
        label="The only reason is that they asked after a time limit of our own"
        hint="The Code sets no time for asking. A refusal on that reason alone does not meet it."
      />
      <TextareaField
        form={form}
        name="circumstances"
        label="The resident’s own circumstances, as you considered them"
        hint="Nothing is refused by a blanket rule"
      />
      <TextareaField
        form={form}
        name="reasons"
        label="The reasons, as the resident is told"
        hint="These words go into the letter, which also tells them of the Ombudsman"
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayRefuseEscalation(
      file.case,
      { ...value, filedOn: value.ground === 'legal-proceedings' ? value.filedOn : null, letter: null },
      context,
    ),
  button: 'Refuse stage 2',
  warning: 'The stage 1 answer then stands, unless this refusal is overturned. The letter that explains it comes next.',
  done: 'Stage 2 is refused. Now write the letter that explains why',
  next: '/draft-letter',
});
