/** Who it is about: those of the case who may be written to. */
import type { VNode } from 'preact';
import { peopleIn } from '../../../complaint/behaviour/rules.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { choice } from '../../ui/fields.js';
import { type Choice, type FormState, RadiosField } from '../../ui/forms.js';
import { type CaseShown, personName } from '../case-shown.js';

function personChoices(shown: CaseShown): readonly Choice[] {
  const residents = residentsOf(shown.case);
  return peopleIn(shown.case).map((id) => ({
    value: id,
    text: residents.includes(id) ? personName(shown, id) : `${personName(shown, id)} (acts for the resident)`,
  }));
}

export const personField = (shown: CaseShown) =>
  choice(
    peopleIn(shown.case).map((id) => id as string),
    'Choose who it was',
  );

export function onlyPerson(shown: CaseShown): PersonId | null {
  const all = peopleIn(shown.case);
  return all.length === 1 ? (all[0] ?? null) : null;
}

export function PersonField({
  form,
  shown,
  legend,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly legend: string;
}): VNode {
  return <RadiosField form={form} name="person" legend={legend} items={personChoices(shown)} />;
}
