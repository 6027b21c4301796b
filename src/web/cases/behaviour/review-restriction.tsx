/** A restriction is looked at again: kept, changed or lifted, and the person told in a letter what became of it (5.14). */
import { z } from 'zod';
import type { Terms } from '../../../complaint/behaviour/rules.js';
import { behaviourIn as toldIn } from '../../../complaint/behaviour/steps.js';
import type { Case } from '../../../complaint/case.js';
import { mayReviewRestriction } from '../../../complaint/may/review-restriction.js';
import type { Day } from '../../../facts/days.js';
import type { RestrictionId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { behaviourIn } from '../../../store/behaviour.js';
import { InsetText } from '../../ui/components.js';
import { choice, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { mayBeginLetter, toTheLetter } from '../letters/begin.js';
import { holding } from './appeal-restriction.js';
import { draftTo } from './behaviour-letter.js';
import { TermsFields, type TermsTyped, termsFields, termsTold, termsTyped } from './terms-fields.js';
import { RestrictionField, WholeRestriction } from './whole-restriction.js';

interface Value extends TermsTyped {
  readonly restriction: string;
  readonly outcome: 'kept' | 'changed' | 'lifted';
  readonly reviewOn: Day | null;
  readonly text: string;
}

const found = (c: Case, id: string) => toldIn(c).restrictions.find((r) => r.id === id);

/** One that is kept goes on as it is, save its days; one that is changed is as typed. */
function termsNow(shown: CaseShown, value: Value): Terms {
  const known = found(shown.case, value.restriction);
  const typed = termsTyped(value);
  if (value.outcome !== 'kept' || known === undefined) return typed;
  const { kinds, contact, channels, how } = known;
  return { kinds, contact, channels, how: said(shown, how), until: typed.until };
}

function matterOf(shown: CaseShown, visit: Visit, value: Value): Matter {
  return {
    kind: 'restriction-outcome',
    restriction: value.restriction as RestrictionId,
    onAppeal: found(shown.case, value.restriction)?.appealedOn != null,
    outcome: value.outcome,
    terms: termsTold(termsNow(shown, value), shown),
    reasons: value.text,
    reviewOn: value.outcome === 'lifted' ? null : value.reviewOn,
    appealDays: behaviourIn(visit.landlord.settings).appealDays,
  };
}

export const reviewRestriction = actScreen({
  act: 'review-restriction',
  title: 'Review or lift a restriction',
  asks: ['behaviour', 'equality'],
  schema: () =>
    z.object({
      restriction: requiredId('Choose the restriction'),
      outcome: choice(['kept', 'changed', 'lifted'], 'Choose what becomes of it'),
      ...termsFields,
      text: requiredText('Write down why, as they are told', 10_000),
    }),
  start: (shown, visit) => {
    const first = holding(shown, visit)[0];
    return first === undefined
      ? {}
      : {
          restriction: first.id,
          kinds: first.kinds,
          contact: first.contact,
          channels: first.channels,
          how: said(shown, first.how),
          until: first.until,
        };
  },
  fields: ({ form, shown, visit }) => {
    const list = holding(shown, visit);
    return (
      <>
        {list.map((r) => (
          <WholeRestriction key={r.id} shown={shown} restriction={r} today={visit.today} />
        ))}
        {list.some((r) => r.appealedOn !== null) ? (
          <InsetText text="An appeal waits for its answer. Whoever proposed or decided the restriction leaves it to somebody else." />
        ) : null}
        <RestrictionField form={form} shown={shown} list={list} />
        <RadiosField
          form={form}
          name="outcome"
          legend="What becomes of it?"
          items={[
            { value: 'lifted', text: 'It is lifted' },
            { value: 'changed', text: 'It is changed' },
            { value: 'kept', text: 'It stays as it is' },
          ]}
        />
        <TextareaField form={form} name="text" label="Why? As they are told" rows={4} />
        <h2 class="govuk-heading-m">If it stays or is changed</h2>
        <TermsFields form={form} shown={shown} />
      </>
    );
  },
  decide: (value, { file, context, shown, visit }) => {
    const wouldBe = mayReviewRestriction(
      file.case,
      {
        on: context.today,
        restriction: value.restriction as RestrictionId,
        outcome: value.outcome,
        terms: termsNow(shown, value),
        reviewOn: value.reviewOn,
        text: value.text,
        policy: behaviourIn(visit.landlord.settings),
        letter: null,
      },
      context,
    );
    return mayBeginLetter(file.case, matterOf(shown, visit, value), wouldBe, context);
  },
  extras: (value, visit, shown) =>
    draftTo(found(shown.case, value.restriction)?.person ?? null, matterOf(shown, visit, value), visit, shown),
  button: 'Write the letter',
  done: 'The letter is begun. What you decided holds from the day it goes',
  next: (_value, outcome) => toTheLetter(outcome),
});
