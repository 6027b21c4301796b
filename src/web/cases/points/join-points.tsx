/** Points that say the same are answered as one; none is lost (6.7). */
import { z } from 'zod';
import { mayJoinPoints } from '../../../complaint/may/join-points.js';
import type { PointId } from '../../../facts/happened.js';
import { ids, requiredId, requiredText } from '../../ui/fields.js';
import { CheckboxesField, RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { ownPointChoices } from './own-points.js';

export const joinPoints = actScreen({
  act: 'join-points',
  title: 'Join points',
  asks: ['every-point-1'],
  schema: (_shown, visit) =>
    z.object({
      joined: ids('Choose the points to join'),
      into: requiredId('Choose the point into which they go'),
      reason: requiredText('Write down why they are one point', 5_000),
      on: dayItHappened(visit, 'the day they were joined'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown }) => (
    <>
      <CheckboxesField form={form} name="joined" legend="Which points are joined?" items={ownPointChoices(shown, 1)} />
      <RadiosField
        form={form}
        name="into"
        legend="Into which one do they go?"
        hint="This one is answered for all of them"
        items={ownPointChoices(shown, 1)}
      />
      <TextareaField form={form} name="reason" label="Why are they one point?" rows={3} />
      <OnField form={form} legend="When were they joined?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayJoinPoints(
      file.case,
      // Whoever ticks the one that stays along with the others means the others.
      {
        ...value,
        into: value.into as PointId,
        joined: (value.joined as PointId[]).filter((id, _i, all) => id !== value.into || all.length === 1),
      },
      context,
    ),
  button: 'Join them',
  done: 'Joined. Check that the definition covers all of it',
  next: '/points',
});
