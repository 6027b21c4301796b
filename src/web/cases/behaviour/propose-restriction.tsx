/** A restriction is proposed by one person, with all that was weighed, for another to decide (5.14, 5.15). */
import { z } from 'zod';
import { mayProposeRestriction } from '../../../complaint/may/propose-restriction.js';
import { adjustmentKindWords } from '../../../complaint/standing-words.js';
import type { PersonId } from '../../../facts/happened.js';
import { behaviourIn, readBehaviourRecord } from '../../../store/behaviour.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { InsetText } from '../../ui/components.js';
import { optionalText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { roleNames } from '../../ui/role-words.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, viewerOf } from '../case-shown.js';
import { onlyPerson, PersonField, personField } from './person-field.js';
import { TermsFields, termsFields, termsTyped } from './terms-fields.js';

function agreed(shown: CaseShown): string {
  const kinds = shown.case.adjustments
    .filter((one) => one.endedOn === null)
    .map((one) => adjustmentKindWords[one.kind]);
  const told = shown.case.vulnerabilityTold ? ' They have told us of a disability or vulnerability.' : '';
  return kinds.length === 0
    ? `No adjustment is agreed with them on this case.${told}`
    : `Agreed with them on this case: ${kinds.join(', ')}.${told}`;
}

export const proposeRestriction = actScreen({
  act: 'propose-restriction',
  title: 'Propose a restriction of contact',
  asks: ['behaviour', 'equality', 'adjustments'],
  schema: (shown, visit) =>
    z.object({
      person: personField(shown),
      reasons: optionalText(20_000),
      ...termsFields,
      equality: optionalText(20_000),
      adjustments: optionalText(20_000),
      on: dayItHappened(visit, 'the day it was proposed'),
    }),
  start: (shown, visit) => ({ on: visit.today, person: onlyPerson(shown) }),
  fields: ({ form, shown, visit }) => {
    const { proposes, decides } = behaviourIn(visit.landlord.settings);
    return (
      <>
        <InsetText
          text={`A ${roleNames[proposes].toLowerCase()} proposes, and ${proposes === decides ? 'another' : 'a'} ${roleNames[decides].toLowerCase()} decides. They are then told in a letter. Until it has gone, nothing is restricted.`}
        />
        <PersonField form={form} shown={shown} legend="Whose contact?" />
        <TextareaField form={form} name="reasons" label="Why is it needed, and why would nothing less do?" rows={5} />
        <TermsFields form={form} shown={shown} />
        <TextareaField
          form={form}
          name="equality"
          label="What did you think about under the Equality Act 2010?"
          hint="A disability or another protected characteristic behind the behaviour, or that this would weigh on"
          rows={4}
        />
        <TextareaField
          form={form}
          name="adjustments"
          label="Which adjustments do they have or may they need, and how are they kept?"
          hint={agreed(shown)}
          rows={4}
        />
        <OnField form={form} legend="When was it proposed?" />
      </>
    );
  },
  decide: async (value, { file, context, trx, visit }) => {
    const person = value.person as PersonId;
    return mayProposeRestriction(
      file.case,
      {
        ...termsTyped(value),
        on: value.on,
        person,
        reasons: value.reasons ?? '',
        equality: value.equality ?? '',
        adjustments: value.adjustments ?? '',
        reviewOn: value.reviewOn,
        record: await readBehaviourRecord(trx, person, context.today, await hiddenCases(trx, viewerOf(visit))),
        policy: behaviourIn(visit.landlord.settings),
      },
      context,
    );
  },
  button: 'Propose it',
  done: 'The proposal is on record. Somebody else decides it',
  next: '/behaviour',
});
