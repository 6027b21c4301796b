/** A point that we are not responsible for, and where the resident can take it (5.7). */
import { z } from 'zod';
import { mayFindNotOurs } from '../../../complaint/may/find-not-ours.js';
import { answererWords } from '../../../complaint/standing-words.js';
import { answerers, type PointId } from '../../../facts/happened.js';
import { choice, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { ownPointChoices } from './own-points.js';
import { stageOf } from './this-point.js';

const others = answerers.filter((value) => value !== 'ours');

export const findNotOurs = actScreen({
  act: 'find-not-ours',
  title: 'Say that a point is not ours',
  asks: ['whose-it-is'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      whose: choice(others, 'Choose whose it is'),
      text: requiredText('Write down why it is not ours and where the resident can take it', 20_000),
      on: dayItHappened(visit, 'the day this was decided'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    point: asked(visit, 'point', ownPointChoices(shown, stageOf(shown))),
  }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="point" legend="Which point?" items={ownPointChoices(shown, stageOf(shown))} />
      <RadiosField
        form={form}
        name="whose"
        legend="Whose is it?"
        items={others.map((value) => ({ value, text: answererWords[value] }))}
      />
      <TextareaField
        form={form}
        name="text"
        label="Why it is not ours, and where they can take it"
        hint="The resident reads this"
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayFindNotOurs(file.case, { ...value, point: value.point as PointId }, context),
  button: 'It is not ours',
  done: 'The point is not ours to answer. Tell the resident where they can take it',
  next: '/points',
});
