/** The resident, and staff who are complained about, set out how they see it (5.8). */
import { z } from 'zod';
import { mayHearPosition } from '../../../complaint/may/hear-position.js';
import { refuse } from '../../../complaint/refusals.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { readColleagues, SideField, sideFields, sideOf } from '../act-sides.js';
import { stageOf } from '../points/this-point.js';

export const hearPosition = actScreen({
  act: 'hear-position',
  title: 'Record a position',
  asks: ['both-sides'],
  reads: readColleagues,
  schema: (_shown, visit) =>
    z.object({
      ...sideFields('Choose whose position it is'),
      text: requiredText('Write down what they said', 50_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, more }) => (
    <>
      <SideField form={form} shown={shown} colleagues={more} legend="Whose position is it?" />
      <TextareaField form={form} name="text" label="How do they see it? In their own words" rows={7} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: ({ on, text, ...value }, { file, context, shown }) => {
    const from = sideOf(value, shown);
    if (from === null) return nobodyOnTheStaff();
    return mayHearPosition(file.case, { on, text, stage: stageOf(shown), from }, context);
  },
  button: 'Record the position',
  done: 'Their position is on record',
  next: '/evidence',
});

export function nobodyOnTheStaff() {
  return refuse('staff-missing', 'Choose who on the staff it is', { field: 'colleague' });
}
