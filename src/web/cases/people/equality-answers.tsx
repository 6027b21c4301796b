/** What a resident chooses to say of themselves: asked of nobody twice, never needed, and in figures only as counts of five or more. */
import { z } from 'zod';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { characteristics, prefersNotToSay } from '../../../reports/measures/equality.js';
import { recordChange } from '../../../store/change-trail.js';
import { equalityAnswersOf, giveEqualityAnswers } from '../../../store/equality-answers.js';
import { recordReading } from '../../../store/reads.js';
import { InsetText } from '../../ui/components.js';
import { optionalChoice } from '../../ui/fields.js';
import { Form, type FormState, Hidden, readForm, SelectField, Submit, startForm } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, personName, showCase } from '../case-shown.js';

const form = z.object(
  Object.fromEntries(
    characteristics.map(({ id, answers }) => [id, optionalChoice([...Object.keys(answers), prefersNotToSay])]),
  ),
);

async function withResident(
  visit: Visit,
  work: (person: PersonId, shown: CaseShown) => Promise<Answer>,
): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const residents = residentsOf(shown.case);
  const asked = visit.fields.person ?? visit.query.person ?? residents[0];
  if (asked === undefined) return redirect(casePath(shown.case.reference, '/identify-resident'));
  const person = residents.find((one) => one === asked);
  return person === undefined ? notFound : work(person, shown);
}

const get = (visit: Visit) =>
  withResident(visit, async (person, shown) => {
    const answers = await visit.db(async (trx) => {
      await recordReading(trx, { staff: visit.staff.id, what: 'person', caseId: shown.case.id, about: 'equality' });
      return equalityAnswersOf(trx, person);
    });
    const values = Object.fromEntries(answers.map(({ characteristic, answer }) => [characteristic, answer]));
    return view(visit, shown, person, startForm(visit, values));
  });

const post = (visit: Visit) =>
  withResident(visit, async (person, shown) => {
    const read = readForm(form, visit.fields);
    if (!read.ok) return view(visit, shown, person, read.form);
    const changed = await visit.db(async (trx) => {
      const n = await giveEqualityAnswers(trx, person, read.value, visit.today);
      // That something was changed is on record; what it says of somebody is not.
      if (n > 0)
        await recordChange(trx, {
          about: 'person',
          words: 'What they choose to say of themselves, for equality monitoring, was changed',
          by: visit.staff.id,
          subject: person,
        });
      return n;
    });
    return redirect(casePath(shown.case.reference), {
      done: changed === 0 ? 'Nothing was changed' : 'What they say of themselves is recorded',
    });
  });

function view(visit: Visit, shown: CaseShown, person: PersonId, state: FormState) {
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: 'What they choose to say of themselves',
      section: 'cases',
      back: { href: casePath(reference, `/person?person=${person}`), text: 'Back to their details' },
      form: state,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        {personName(shown, person)} need not say any of this, and can take it back at any time. It changes nothing about
        the complaint and stands in no letter.
      </p>
      <InsetText text="It is only counted, for a whole year and the whole landlord, and a number under 5 is never shown." />
      <Form visit={visit}>
        <Hidden name="person" value={person} />
        {characteristics.map(({ id, words, answers }) => (
          <SelectField
            key={id}
            form={state}
            name={id}
            label={words}
            none="Not told"
            items={[
              ...Object.entries(answers).map(([value, text]) => ({ value, text })),
              { value: prefersNotToSay, text: 'Prefers not to say' },
            ]}
          />
        ))}
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const equalityAnswers = screen({
  path: '/cases/:reference/equality',
  access: ['officer', 'manager'],
  get,
  post,
});
