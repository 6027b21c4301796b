/** A point that is unrelated, or would delay the answer unreasonably, goes on as a complaint of its own (6.8). */
import { z } from 'zod';
import { maySplitOffPoint } from '../../../complaint/may/split-off-point.js';
import type { PointId } from '../../../facts/happened.js';
import { choice, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { ownPointChoices } from './own-points.js';

export const splitOffPoint = actScreen({
  act: 'split-off-point',
  title: 'Make a point a case of its own',
  asks: ['further-points'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      because: choice(['unrelated', 'would-delay'], 'Choose why it goes its own way'),
      reason: requiredText('Write down why it becomes a case of its own', 20_000),
      on: dayItHappened(visit, 'the day this was decided'),
    }),
  start: (shown, visit) => ({ on: visit.today, point: asked(visit, 'point', ownPointChoices(shown, 1)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="point" legend="Which point?" items={ownPointChoices(shown, 1)} />
      <RadiosField
        form={form}
        name="because"
        legend="Why does it go its own way?"
        items={[
          { value: 'unrelated', text: 'It is about something else' },
          { value: 'would-delay', text: 'It would delay this answer unreasonably' },
        ]}
      />
      <TextareaField
        form={form}
        name="reason"
        label="Why, in a sentence or two"
        hint="In words that the resident could be told"
        rows={3}
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) =>
    maySplitOffPoint(file.case, { ...value, point: value.point as PointId }, context),
  button: 'Make it a case of its own',
  warning:
    'The new case counts from the day on which the resident raised this point. It does not come back into this one.',
  done: 'The point is a case of its own now, linked to the one it came with',
  next: (_value, outcome) => {
    const opened = outcome.opened[0];
    return opened === undefined ? '/points' : `/cases/${opened.reference}`;
  },
});
