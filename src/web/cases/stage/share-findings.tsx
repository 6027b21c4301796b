/** Whoever a finding goes against may comment on it before the decision is made (5.8). */
import { z } from 'zod';
import { mayShareFindings } from '../../../complaint/may/share-findings.js';
import type { PointId } from '../../../facts/happened.js';
import { ids, optionalDay, requiredText } from '../../ui/fields.js';
import { CheckboxesField, DateField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { readColleagues, SideField, sideFields, sideOf } from '../act-sides.js';
import { ownPointChoices } from '../points/own-points.js';
import { stageOf } from '../points/this-point.js';
import { nobodyOnTheStaff } from './hear-position.js';

export const shareFindings = actScreen({
  act: 'share-findings',
  title: 'Share findings',
  asks: ['both-sides'],
  reads: readColleagues,
  schema: (_shown, visit) =>
    z.object({
      ...sideFields('Choose with whom they were shared'),
      points: ids('Choose the points that the findings are about'),
      text: requiredText('Write down the findings as you shared them', 50_000),
      commentsBy: optionalDay('the day until which they can comment'),
      on: dayItHappened(visit, 'the day they were shared'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    points: [asked(visit, 'point', ownPointChoices(shown, stageOf(shown))) ?? ''],
  }),
  fields: ({ form, shown, more }) => (
    <>
      <SideField form={form} shown={shown} colleagues={more} legend="With whom were they shared?" />
      <CheckboxesField
        form={form}
        name="points"
        legend="Which points are they about?"
        items={ownPointChoices(shown, stageOf(shown))}
      />
      <TextareaField form={form} name="text" label="The findings, as you shared them" rows={7} />
      <DateField form={form} name="commentsBy" legend="Until when can they comment? (optional)" />
      <OnField form={form} legend="When were they shared?" />
    </>
  ),
  decide: ({ on, text, points, commentsBy, ...value }, { file, context, shown }) => {
    const side = sideOf(value, shown);
    if (side === null) return nobodyOnTheStaff();
    return mayShareFindings(
      file.case,
      { on, text, commentsBy, stage: stageOf(shown), with: side, points: points as PointId[] },
      context,
    );
  },
  button: 'Record that they were shared',
  done: 'The findings are on record as shared',
  next: '/evidence',
});
