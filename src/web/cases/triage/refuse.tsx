/** A complaint is refused only on a ground of the Code, for reasons of its own, with the right to the Ombudsman (2.1 to 2.5). */
import { z } from 'zod';
import { mayRefuse } from '../../../complaint/may/refuse.js';
import { refusalGroundWords } from '../../../complaint/standing-words.js';
import { refusalGrounds } from '../../../facts/happened.js';
import { choice, optionalDay, optionalText, requiredText } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const refuseComplaint = actScreen({
  act: 'refuse',
  title: 'Refuse the complaint',
  asks: ['valid-reason', 'grounds', 'twelve-months', 'circumstances', 'refusal-explained'],
  schema: (_shown, visit) =>
    z.object({
      ground: choice(refusalGrounds, 'Choose the ground for refusing'),
      issueOn: optionalDay('the day it happened', { notAfter: visit.today }),
      filedOn: optionalDay('the day the claim was filed', { notAfter: visit.today }),
      circumstances: requiredText('Write down the resident’s own circumstances as you considered them', 20_000),
      discretion: optionalText(20_000),
      reasons: requiredText('Write the reasons that the resident is given', 20_000),
      on: dayItHappened(visit, 'the day it was decided'),
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
            ? {
                shows: (
                  <DateField
                    form={form}
                    name="issueOn"
                    legend="When did it happen, or when did they come to know of it?"
                  />
                ),
              }
            : value === 'legal-proceedings'
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
      <TextareaField
        form={form}
        name="circumstances"
        label="The resident’s own circumstances, as you considered them"
        hint="Nothing is refused by a blanket rule"
      />
      <TextareaField
        form={form}
        name="discretion"
        label="If it is older than twelve months: why discretion was not used"
        hint="There may be good reasons to accept it all the same"
        rows={3}
      />
      <TextareaField
        form={form}
        name="reasons"
        label="The reasons, as the resident is told"
        hint="These words go into the letter"
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayRefuse(file.case, { ...value, letter: null }, context),
  button: 'Refuse the complaint',
  warning:
    'Once refused, it goes no further here unless the refusal is overturned. The letter that explains it comes next.',
  done: 'Refused. Now write the letter that explains why',
  next: '/draft-letter',
});
