/** A second person looks at what was proposed, with all of it before them, and decides (5.14). */
import { z } from 'zod';
import { behaviourIn as toldIn } from '../../../complaint/behaviour/steps.js';
import { mayDecideRestriction } from '../../../complaint/may/decide-restriction.js';
import type { RestrictionId } from '../../../facts/happened.js';
import { behaviourIn } from '../../../store/behaviour.js';
import { choice, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { RestrictionField, WholeRestriction } from './whole-restriction.js';

const proposed = (shown: CaseShown) => toldIn(shown.case).restrictions.filter((r) => r.state === 'proposed');

export const decideRestriction = actScreen({
  act: 'decide-restriction',
  title: 'Decide on a restriction',
  asks: ['behaviour', 'equality'],
  schema: () =>
    z.object({
      restriction: requiredId('Choose the restriction'),
      agreed: choice(['yes', 'no'], 'Choose whether you agree'),
      text: requiredText('Write down why you decide so', 10_000),
    }),
  start: (shown) => ({ restriction: proposed(shown)[0]?.id ?? null }),
  fields: ({ form, shown, visit }) => {
    const list = proposed(shown);
    return (
      <>
        {list.map((r) => (
          <WholeRestriction key={r.id} shown={shown} restriction={r} today={visit.today} />
        ))}
        <RestrictionField form={form} shown={shown} list={list} />
        <RadiosField
          form={form}
          name="agreed"
          legend="Is it needed, in proportion, and fair to them?"
          items={[
            { value: 'yes', text: 'Yes: I agree, as proposed' },
            { value: 'no', text: 'No: nothing is restricted' },
          ]}
        />
        <TextareaField form={form} name="text" label="Why?" rows={4} />
      </>
    );
  },
  decide: ({ restriction, agreed, text }, { file, context, visit }) =>
    mayDecideRestriction(
      file.case,
      {
        on: context.today,
        restriction: restriction as RestrictionId,
        agreed: agreed === 'yes',
        text,
        policy: behaviourIn(visit.landlord.settings),
      },
      context,
    ),
  button: 'Decide',
  done: ({ agreed }) =>
    agreed === 'yes'
      ? 'Agreed. Now write to them: until then nothing is restricted'
      : 'Not agreed. Nothing is restricted',
  next: ({ agreed }) => (agreed === 'yes' ? '/restrict-contact' : '/behaviour'),
});
