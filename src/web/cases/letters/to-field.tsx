/** Whom a letter is for: asked only when it could be several. Each of a group has a letter of their own. */
import type { VNode } from 'preact';
import { InsetText } from '../../ui/components.js';
import { type FormState, RadiosField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
import { recipients } from './letter-work.js';

const asWords = {
  resident: 'the resident',
  'group-member': 'of the group',
  representative: 'for the resident',
} as const;

export function ToField({
  form,
  shown,
  visit,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const among = recipients(shown, visit.today);
  const [only] = among;
  if (only === undefined) {
    return (
      <InsetText text="Nobody is known to write to yet. Say who the resident is first, or the letter will have no name." />
    );
  }
  if (among.length === 1) return <p class="govuk-body">The letter is for {only.name}.</p>;
  return (
    <RadiosField
      form={form}
      name="to"
      legend="Whom is it for?"
      hint="Each resident of a group has a letter of their own. Write the others after this one."
      items={among.map(({ person, as, name }) => ({ value: person, text: `${name} (${asWords[as]})` }))}
    />
  );
}
