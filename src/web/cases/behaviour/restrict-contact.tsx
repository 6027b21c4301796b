/** The person is told in a letter, with the reasons and how to challenge it. It holds from the day it goes (5.14). */
import { z } from 'zod';
import { behaviourIn as toldIn } from '../../../complaint/behaviour/steps.js';
import { mayRestrictContact } from '../../../complaint/may/restrict-contact.js';
import { refuse } from '../../../complaint/refusals.js';
import type { PersonId, RestrictionId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { behaviourIn } from '../../../store/behaviour.js';
import { requiredId } from '../../ui/fields.js';
import type { Visit } from '../../visit.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { mayBeginLetter, toTheLetter } from '../letters/begin.js';
import { draftTo } from './behaviour-letter.js';
import { termsTold } from './terms-fields.js';
import { RestrictionField, WholeRestriction } from './whole-restriction.js';

const agreed = (shown: CaseShown) => toldIn(shown.case).restrictions.filter((r) => r.state === 'agreed');

function matterOf(
  shown: CaseShown,
  visit: Visit,
  id: string,
): { readonly matter: Matter; readonly person: PersonId | null } | null {
  const found = agreed(shown).find((r) => r.id === id);
  if (found === undefined || found.reviewOn === null) return null;
  const { kinds, contact, channels, until } = found;
  return {
    person: found.person,
    matter: {
      kind: 'contact-restriction',
      restriction: found.id,
      terms: termsTold({ kinds, contact, channels, how: said(shown, found.how), until }, shown),
      reasons: said(shown, found.reasons),
      reviewOn: found.reviewOn,
      appealDays: behaviourIn(visit.landlord.settings).appealDays,
    },
  };
}

export const restrictContact = actScreen({
  act: 'restrict-contact',
  title: 'Tell them of the restriction',
  asks: ['behaviour', 'equality'],
  schema: () => z.object({ restriction: requiredId('Choose the restriction') }),
  start: (shown) => ({ restriction: agreed(shown)[0]?.id ?? null }),
  fields: ({ form, shown, visit }) => {
    const list = agreed(shown);
    return (
      <>
        {list.map((r) => (
          <WholeRestriction key={r.id} shown={shown} restriction={r} today={visit.today} />
        ))}
        <RestrictionField form={form} shown={shown} list={list} />
      </>
    );
  },
  decide: ({ restriction }, { file, context, shown, visit }) => {
    const made = matterOf(shown, visit, restriction);
    const wouldBe = mayRestrictContact(
      file.case,
      { on: context.today, restriction: restriction as RestrictionId, letter: null },
      context,
    );
    if (made === null) return wouldBe.ok ? refuse('no-such-restriction', 'Choose the restriction.') : wouldBe;
    return mayBeginLetter(file.case, made.matter, wouldBe, context);
  },
  extras: ({ restriction }, visit, shown) => {
    const made = matterOf(shown, visit, restriction);
    return made === null ? {} : draftTo(made.person, made.matter, visit, shown);
  },
  button: 'Write the letter',
  done: 'The letter is begun. The restriction holds from the day it goes',
  next: (_value, outcome) => toTheLetter(outcome),
});
