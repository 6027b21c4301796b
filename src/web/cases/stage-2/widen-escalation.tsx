/** Further points of stage 1 join the one stage 2, until its final response. Its date stands (6.10). */
import { z } from 'zod';
import { mayWidenEscalation } from '../../../complaint/may/widen-escalation.js';
import { standingPoints } from '../../../complaint/points.js';
import type { PointId } from '../../../facts/happened.js';
import { ids, optionalText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';

export const widenEscalation = actScreen({
  act: 'widen-escalation',
  title: 'Take more points to stage 2',
  asks: ['on-to-stage-2'],
  schema: (_shown, visit) =>
    z.object({
      points: ids().transform((list) => list as PointId[]),
      text: optionalText(50_000),
      on: dayItHappened(visit, 'the day they asked'),
    }),
  start: (_shown, visit) => {
    const { point } = visit.query;
    return { on: visit.today, points: typeof point === 'string' ? [point] : [] };
  },
  fields: ({ form, shown }) => (
    <>
      <p class="govuk-body">
        A case has one stage 2. These points join it, and the date for the final response stays as it is.
      </p>
      <CheckboxesField
        form={form}
        name="points"
        legend="Which points go to stage 2 too?"
        items={[...notThere(shown)]}
      />
      <TextareaField form={form} name="text" label="What they said (optional)" rows={4} />
      <OnField form={form} legend="When did they ask?" />
    </>
  ),
  decide: (value, { file, context }) => mayWidenEscalation(file.case, value, context),
  button: 'Take them to stage 2',
  done: 'The points are at stage 2 too',
});

function notThere(shown: CaseShown) {
  const there = new Set<string>(standingPoints(shown.case, 2).map((point) => point.id));
  return pointChoices(shown, 1).filter(({ value }) => !there.has(value));
}
