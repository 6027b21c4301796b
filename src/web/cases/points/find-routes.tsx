/** What a point is about, and so who can look at it: the Ombudsmen, the tribunal, the Information Commissioner. */
import { z } from 'zod';
import { mayFindRoutes } from '../../../complaint/may/find-routes.js';
import { furtherRoutes, type PointId } from '../../../facts/happened.js';
import { routeNames, routeSubjects } from '../../../law/routes.js';
import { choice, choices, requiredId } from '../../ui/fields.js';
import { CheckboxesField, RadiosField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

export const findRoutes = actScreen({
  act: 'find-routes',
  title: 'Say who can look at a point',
  asks: ['whose-it-is'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point').transform((id) => id as PointId),
      about: choice(
        routeSubjects.map(({ id }) => id),
        'Choose what it is about',
      ),
      also: choices(furtherRoutes),
      on: dayItHappened(visit, 'the day this was decided'),
    }),
  start: (shown, visit) => {
    const id = asked(visit, 'point', pointChoices(shown, 1));
    return {
      on: visit.today,
      point: id,
      about: shown.case.points.find((point) => point.id === id)?.about ?? null,
    };
  },
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="point" legend="Which point?" items={[...pointChoices(shown, 1)]} />
      <RadiosField
        form={form}
        name="about"
        legend="What is it about?"
        hint="Under each: who can look at it after us, or beside us"
        small
        items={routeSubjects.map(({ id, words, routes, because }) => ({
          value: id,
          text: words,
          hint: `${routes.length === 0 ? 'None of these bodies' : routes.map((route) => routeNames[route]).join(', and ')}. ${because}`.trim(),
        }))}
      />
      <CheckboxesField
        form={form}
        name="also"
        legend="Can another body look at it too? (optional)"
        hint="A point that is mixed keeps each of them, and the letters name each"
        small
        items={furtherRoutes.map((value) => ({ value, text: routeNames[value] }))}
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context }) => mayFindRoutes(file.case, value, context),
  button: 'Record it',
  done: 'Who can look at the point is on record, and letters name them',
  next: '/points',
});
