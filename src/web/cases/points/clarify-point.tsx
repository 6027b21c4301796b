/** What the resident answered when a point was unclear (5.6). */
import { z } from 'zod';
import { mayClarifyPoint } from '../../../complaint/may/clarify-point.js';
import type { PointId } from '../../../facts/happened.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { stageOf } from './this-point.js';

export const clarifyPoint = actScreen({
  act: 'clarify-point',
  title: 'Record what the resident made clear',
  asks: ['definition'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      text: requiredText('Write down what they said', 20_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    point: asked(visit, 'point', pointChoices(shown, stageOf(shown))),
  }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="point" legend="Which point?" items={pointChoices(shown, stageOf(shown))} />
      <TextareaField form={form} name="text" label="What did they make clear? In their own words" />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayClarifyPoint(file.case, { ...value, point: value.point as PointId }, context),
  button: 'Record it',
  done: 'What they made clear is with the point. Check that its definition still fits',
  next: '/points',
});
