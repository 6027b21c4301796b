/** The resident no longer pursues a point; it stays on record as withdrawn. */
import { z } from 'zod';
import { mayWithdrawPoint } from '../../../complaint/may/withdraw-point.js';
import type { PointId } from '../../../facts/happened.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { stageOf } from './this-point.js';

export const withdrawPoint = actScreen({
  act: 'withdraw-point',
  title: 'Record that a point is withdrawn',
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
      <p class="govuk-body">Only the resident withdraws a point. Nobody may press them to.</p>
      <RadiosField form={form} name="point" legend="Which point?" items={pointChoices(shown, stageOf(shown))} />
      <TextareaField form={form} name="text" label="What did they say?" rows={3} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayWithdrawPoint(file.case, { ...value, point: value.point as PointId }, context),
  button: 'Record that it is withdrawn',
  done: 'The point is withdrawn and stays on record',
  next: '/points',
});
