/**
 * What is held of a person in a case: name, language, and how they can be reached. Plain rows, corrected in place; the
 * trail says who corrected what and holds no value.
 */
import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { caseWorkers } from '../../../complaint/roles.js';
import { representativeRoleWords } from '../../../complaint/standing-words.js';
import { wayKindWords } from '../../../complaint/ways-to-reach.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { listChangesOf, type RecordedChange, recordChange } from '../../../store/change-trail.js';
import { together } from '../../../store/database.js';
import { type Person, readPerson } from '../../../store/people.js';
import { hasStoppedSurveys } from '../../../store/resident-surveys.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { InsetText } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  TickField,
  typedIn,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { languageChoices } from '../../ui/languages.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, personName, showCase, viewerOf } from '../case-shown.js';
import { faultsIn, save, schemaFor, valuesOf } from './person-rows.js';
import { wayKindItems, wayStandingItems } from './ways.js';

/** A person, and whether they want to be asked how their complaints were handled. */
export type Asked = Person & { readonly noSurveys: boolean };

/** What was on record when the form was shown: whoever comes second is told. */
function seenOf(person: Asked): string {
  return createHash('sha256').update(JSON.stringify(person)).digest('hex').slice(0, 16);
}

/** Everybody outside the landlord who has a part in the case, the resident first. */
function partsIn(shown: CaseShown): readonly { readonly id: PersonId; readonly part: string }[] {
  const residents = residentsOf(shown.case).map((id) => ({ id, part: 'Resident' }));
  const others = shown.case.representatives.map((one) => ({
    id: one.person,
    part: representativeRoleWords[one.role],
  }));
  return [...new Map([...others, ...residents].map((one) => [one.id, one])).values()].sort(
    (a, b) => Number(b.id === shown.case.person) - Number(a.id === shown.case.person),
  );
}

async function withPerson(
  visit: Visit,
  work: (person: Asked, shown: CaseShown, changes: readonly RecordedChange[]) => Promise<Answer>,
): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const parts = partsIn(shown);
  const asked = visit.fields.person ?? visit.query.person ?? parts[0]?.id;
  if (asked === undefined) return redirect(casePath(shown.case.reference, '/identify-resident'));
  if (!parts.some(({ id }) => id === asked)) return notFound;
  const id = asked as PersonId;
  const [person, changes, noSurveys] = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return together(readPerson(trx, id), listChangesOf(trx, id, hidden), hasStoppedSurveys(trx, id));
  });
  return person === null ? notFound : work({ ...person, noSurveys }, shown, changes);
}

const get = (visit: Visit) =>
  withPerson(visit, async (person, shown, changes) =>
    view(visit, shown, person, changes, startForm(visit, valuesOf(person))),
  );

const post = (visit: Visit) =>
  withPerson(visit, async (person, shown, changes) => {
    if (visit.fields.seen !== seenOf(person)) {
      const form = withErrors({ values: { ...visit.fields, ...namedAnew(person, visit) }, errors: [] }, [
        {
          field: null,
          words:
            'Somebody else changed this while you were writing. What is on record now is shown: make your change again',
        },
      ]);
      return view(visit, shown, person, changes, form);
    }
    const read = readForm(schemaFor(person), visit.fields);
    if (!read.ok) return view(visit, shown, person, changes, read.form);
    const errors = faultsIn(person, read.value);
    if (errors.length > 0) return view(visit, shown, person, changes, withErrors(read.form, errors));
    const words = await visit.db(async (trx) => {
      const said = await save(trx, person, read.value, new Date(visit.now));
      for (const one of said)
        await recordChange(trx, { about: 'person', words: one, by: visit.staff.id, subject: person.id });
      return said;
    });
    return redirect(casePath(shown.case.reference), {
      done: words.length === 0 ? 'Nothing was changed' : 'The details are corrected',
    });
  });

/** The rows of ways stand as they are on record now; name, language and the new one stay as typed. */
function namedAnew(person: Asked, visit: Visit): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(visit.fields)) if (/^way\d/.test(name)) values[name] = '';
  for (const [name, value] of Object.entries(valuesOf(person)))
    if (/^way\d/.test(name)) values[name] = value === true ? 'yes' : value === false ? '' : String(value ?? '');
  return values;
}

function view(visit: Visit, shown: CaseShown, person: Asked, changes: readonly RecordedChange[], form: FormState) {
  const others = partsIn(shown).filter(({ id }) => id !== person.id);
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: 'Correct a person’s details',
      section: 'cases',
      back: { href: casePath(reference), text: `Back to ${reference}` },
      form,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      {others.length > 0 ? (
        <p class="govuk-body">
          Others in this case:{' '}
          {others.map(({ id, part }, i) => (
            <span key={id}>
              {i > 0 ? '; ' : ''}
              <a class="govuk-link" href={casePath(reference, `/person?person=${id}`)}>
                {personName(shown, id)}
              </a>{' '}
              ({part.toLowerCase()})
            </span>
          ))}
        </p>
      ) : null}
      <Form visit={visit}>
        <Hidden name="person" value={person.id} />
        <Hidden name="seen" value={seenOf(person)} />
        <TextField form={form} name="name" label="Name" width="two-thirds" autocomplete="off" />
        <SelectField
          form={form}
          name="language"
          label="Language they want to use"
          none="Nothing said"
          items={languageChoices(typedIn(form, 'language'))}
        />
        {residentsOf(shown.case).includes(person.id) || person.noSurveys ? (
          <TickField
            form={form}
            name="noSurveys"
            label="They want no questions about how we handled their complaints"
            hint="They can say so themselves by the link in such a question. Untick it when they tell you that they want them again."
          />
        ) : null}
        <h2 class="govuk-heading-m">How to reach them</h2>
        {person.ways.length === 0 ? <InsetText text="Nothing is on record yet." /> : null}
        {person.ways.map((way, i) => (
          <WayRow key={way.id} form={form} name={`way${i}`} legend={`${wayKindWords[way.kind]}, on record`} removable />
        ))}
        <WayRow form={form} name="new" legend="Add another way (optional)" />
        <div class="govuk-button-group">
          <Submit>Save</Submit>
          <a class="govuk-link" href={casePath(reference)}>
            Cancel
          </a>
        </div>
      </Form>
      {visit.may('officer', 'manager') && residentsOf(shown.case).includes(person.id) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={casePath(reference, `/equality?person=${person.id}`)}>
            What they choose to say of themselves
          </a>
          , for equality monitoring
        </p>
      ) : null}
      <Trail changes={changes} />
    </>,
  );
}

function WayRow({
  form,
  name,
  legend,
  removable = false,
}: {
  readonly form: FormState;
  readonly name: string;
  readonly legend: string;
  readonly removable?: boolean;
}): VNode {
  return (
    <fieldset class="govuk-fieldset app-way">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <SelectField form={form} name={`${name}-kind`} label="Kind" items={wayKindItems} />
      <TextField
        form={form}
        name={`${name}-value`}
        label="Number or address"
        width="two-thirds"
        autocomplete="off"
        spellcheck={false}
      />
      <SelectField form={form} name={`${name}-standing`} label="May it be used?" items={wayStandingItems} />
      <TickField form={form} name={`${name}-preferred`} label="They prefer this one" />
      {removable ? <TickField form={form} name={`${name}-remove`} label="Remove it" /> : null}
    </fieldset>
  );
}

function Trail({ changes }: { readonly changes: readonly RecordedChange[] }): VNode | null {
  if (changes.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was corrected before</h2>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li key={`${change.at}-${change.words}`}>
            {change.words}: {change.by ?? 'the command line'}, <InstantText at={change.at} />
          </li>
        ))}
      </ul>
    </>
  );
}

export const correctPerson = screen({ path: '/cases/:reference/person', access: caseWorkers, get, post });
