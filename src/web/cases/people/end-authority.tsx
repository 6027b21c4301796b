/** The resident, or time, ends what a representative may do (3.6). */
import { z } from 'zod';
import { mayEndAuthority } from '../../../complaint/may/end-authority.js';
import { representativeRoleWords } from '../../../complaint/standing-words.js';
import type { PersonId } from '../../../facts/happened.js';
import { requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, personName } from '../case-shown.js';

function choices(shown: CaseShown) {
  return shown.case.representatives
    .filter((one) => one.endedOn === null)
    .map((one) => ({
      value: one.person,
      text: `${personName(shown, one.person)} (${representativeRoleWords[one.role]})`,
    }));
}

export const endAuthority = actScreen({
  act: 'end-authority',
  title: 'End a representative’s authority',
  asks: ['representative'],
  schema: (_shown, visit) =>
    z.object({
      person: requiredId('Choose whose authority ends'),
      reason: requiredText('Write down why it ends', 5_000),
      on: dayItHappened(visit, 'the day it ends'),
    }),
  start: (shown, visit) => ({ on: visit.today, person: asked(visit, 'person', choices(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="person" legend="Whose authority ends?" items={choices(shown)} />
      <TextareaField form={form} name="reason" label="Why does it end?" rows={3} />
      <OnField form={form} legend="From when?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayEndAuthority(file.case, { ...value, person: value.person as PersonId }, context),
  button: 'End the authority',
  done: 'They speak for the resident no longer',
});
