/** What was said about findings that were shared (5.8). */
import { z } from 'zod';
import { mayTakeComments } from '../../../complaint/may/take-comments.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { readColleagues, SideField, sideFields, sideOf } from '../act-sides.js';
import { said } from '../case-shown.js';
import { stageOf } from '../points/this-point.js';
import { nobodyOnTheStaff } from './hear-position.js';

export const takeComments = actScreen({
  act: 'take-comments',
  title: 'Record comments',
  asks: ['both-sides'],
  reads: readColleagues,
  schema: (_shown, visit) =>
    z.object({
      ...sideFields('Choose who commented'),
      text: requiredText('Write down what they said', 50_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, more }) => (
    <>
      {(shown.case.stages[stageOf(shown)]?.findingsShared ?? []).map((one) => (
        <div key={one.words}>
          <h2 class="govuk-heading-s">Findings that were shared</h2>
          <div class="app-words">{said(shown, one.words)}</div>
        </div>
      ))}
      <SideField form={form} shown={shown} colleagues={more} legend="Who commented?" />
      <TextareaField form={form} name="text" label="What did they say? In their own words" rows={6} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: ({ on, text, ...value }, { file, context, shown }) => {
    const from = sideOf(value, shown);
    if (from === null) return nobodyOnTheStaff();
    return mayTakeComments(file.case, { on, text, stage: stageOf(shown), from }, context);
  },
  button: 'Record the comments',
  done: 'Their comments are on record',
  next: '/evidence',
});
