/** They say that a restriction is wrong, in whatever way they say it (5.14). */
import { z } from 'zod';
import { behaviourIn, holdsOn } from '../../../complaint/behaviour/steps.js';
import { mayAppealRestriction } from '../../../complaint/may/appeal-restriction.js';
import type { RestrictionId } from '../../../facts/happened.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { RestrictionField } from './whole-restriction.js';

export const holding = (shown: CaseShown, visit: Visit) =>
  behaviourIn(shown.case).restrictions.filter((r) => holdsOn(r, visit.today));

export const appealRestriction = actScreen({
  act: 'appeal-restriction',
  title: 'Record an appeal against a restriction',
  asks: ['behaviour'],
  schema: (_shown, visit) =>
    z.object({
      restriction: requiredId('Choose the restriction'),
      text: requiredText('Write down what they say', 20_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (shown, visit) => ({ on: visit.today, restriction: holding(shown, visit)[0]?.id ?? null }),
  fields: ({ form, shown, visit }) => (
    <>
      <RestrictionField form={form} shown={shown} list={holding(shown, visit)} />
      <TextareaField form={form} name="text" label="What do they say? In their own words" rows={5} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: ({ restriction, ...value }, { file, context }) =>
    mayAppealRestriction(file.case, { ...value, from: null, restriction: restriction as RestrictionId }, context),
  button: 'Record the appeal',
  done: 'The appeal is on record. Somebody who had no part in the restriction answers it',
  next: '/behaviour',
});
