/**
 * Which person it is: found by name, number or e-mail among those we know, or somebody new. Acts that name a person
 * share these fields. What is looked for goes with the form, never into an address.
 */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { PersonId } from '../../../facts/happened.js';
import type { Trx } from '../../../store/database.js';
import {
  findPeople,
  findPeopleByWay,
  makePerson,
  type NewWay,
  type Person,
  readPerson,
} from '../../../store/people.js';
import { type KnownBy, knownBy } from '../../../store/register.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { Button, Details, InsetText } from '../../ui/components.js';
import { emailAddress, optionalChoice, optionalText } from '../../ui/fields.js';
import { type Choice, type FormState, RadiosField, SelectField, TextField, typedIn } from '../../ui/forms.js';
import { languageChoices } from '../../ui/languages.js';
import type { Visit } from '../../visit.js';
import { lookUp } from '../act-screen.js';
import { viewerOf } from '../case-shown.js';
import { wayStandingItems, wayStandings, wayText } from './ways.js';

export interface PeopleFound {
  /** What was looked for; empty when nothing was. */
  readonly asked: string;
  readonly people: readonly Person[];
  readonly known: ReadonlyMap<PersonId, KnownBy>;
}

/** Looks for what was asked, else for who is like the person whom the case names already. */
export async function findWho(
  trx: Trx,
  visit: Visit,
  { like, without }: { readonly like: Person | null; readonly without: readonly PersonId[] },
): Promise<PeopleFound> {
  const typed = visit.fields.find;
  const asked = typeof typed === 'string' ? typed.trim() : '';
  const found = asked === '' ? await alike(trx, like) : (await findPeople(trx, asked)).map(({ person }) => person);
  // What was chosen stays among the choices, though something else was looked for since.
  const chosen = typeof visit.fields.person === 'string' ? visit.fields.person : '';
  if (z.uuid().safeParse(chosen).success && !found.some(({ id }) => id === chosen)) {
    const person = await readPerson(trx, chosen as PersonId);
    if (person !== null) found.push(person);
  }
  const people = [...new Map(found.map((person) => [person.id, person])).values()].filter(
    ({ id }) => !without.includes(id),
  );
  const known = await knownBy(
    trx,
    people.map(({ id }) => id),
    await hiddenCases(trx, viewerOf(visit)),
  );
  return { asked, people, known };
}

async function alike(trx: Trx, like: Person | null): Promise<Person[]> {
  if (like === null) return [];
  const found: Person[] = [];
  for (const way of like.ways) found.push(...(await findPeopleByWay(trx, way.kind, way.value)));
  if (like.name !== null) found.push(...(await findPeople(trx, like.name, 5)).map(({ person }) => person));
  return found.filter(({ id }) => id !== like.id);
}

const someoneNew = 'new';

export const whoFields = {
  find: optionalText(200),
  person: z.union([z.literal(someoneNew), z.uuid()], {
    error: 'Choose one of the people found, or say that it is somebody new',
  }),
  newName: optionalText(200),
  newLanguage: optionalText(35),
  newEmail: z
    .union([z.literal('').transform(() => null), emailAddress('')], {
      error: 'Enter an email address in the correct format, like name@example.org',
    })
    .default(null),
  newEmailStanding: optionalChoice(wayStandings),
  newPhone: optionalText(60),
  newPhoneStanding: optionalChoice(wayStandings),
} as const;
type WhoTyped = z.output<z.ZodObject<typeof whoFields>>;

/** The person chosen; or the new one, made in this transaction. Null when a new one was left without name or number. */
export async function whoWasMeant(trx: Trx, value: WhoTyped): Promise<PersonId | null> {
  if (value.person !== someoneNew) return (await readPerson(trx, value.person as PersonId))?.id ?? null;
  const { newName: name, newLanguage: language, newEmail, newPhone } = value;
  if (name === null && newEmail === null && newPhone === null) return null;
  const ways: NewWay[] = [
    ...(newEmail === null
      ? []
      : [{ kind: 'email' as const, value: newEmail, standing: value.newEmailStanding ?? 'ordinary' }]),
    ...(newPhone === null
      ? []
      : [{ kind: 'phone' as const, value: newPhone, standing: value.newPhoneStanding ?? 'ordinary' }]),
  ];
  return makePerson(trx, { name, language, ways });
}

export function WhoField({
  form,
  found,
  legend,
}: {
  readonly form: FormState;
  readonly found: PeopleFound;
  readonly legend: string;
}): VNode {
  const items: Choice[] = found.people.map((person) => ({
    value: person.id,
    text: person.name ?? 'Name not known',
    hint: aboutThem(person, found.known.get(person.id)),
  }));
  return (
    <>
      <TextField
        form={form}
        name="find"
        label="Find somebody we know"
        hint="A name, a phone number or an email address"
        width="two-thirds"
        autocomplete="off"
        spellcheck={false}
      />
      <Button name="do" value={lookUp} classes="govuk-button--secondary" text="Find" />
      {found.asked !== '' && items.length === 0 ? (
        <InsetText text={`Nobody is found by “${found.asked}”. Try another spelling, or add them as somebody new.`} />
      ) : null}
      <RadiosField
        form={form}
        name="person"
        legend={legend}
        items={[
          ...items,
          ...(items.length > 0 ? (['or'] as const) : []),
          { value: someoneNew, text: 'Somebody new', shows: <SomebodyNew form={form} /> },
        ]}
      />
    </>
  );
}

function aboutThem(person: Person, known: KnownBy | undefined): VNode {
  const cases =
    known === undefined
      ? 'no case yet'
      : known.cases === 1
        ? `case ${known.reference}`
        : `${known.cases} cases, the newest ${known.reference}`;
  return (
    <>
      {known?.address ? `${known.address}; ` : ''}
      {cases}
      {person.ways.map((way) => (
        <span key={way.id}>
          <br />
          {wayText(way)}
        </span>
      ))}
    </>
  );
}

function SomebodyNew({ form }: { readonly form: FormState }): VNode {
  return (
    <>
      <TextField form={form} name="newName" label="Name" width="two-thirds" autocomplete="off" />
      <TextField form={form} name="newEmail" label="Email address" type="email" width="two-thirds" autocomplete="off" />
      <SelectField form={form} name="newEmailStanding" label="May this email be used?" items={wayStandingItems} />
      <TextField form={form} name="newPhone" label="Phone number" type="tel" width={20} autocomplete="off" />
      <SelectField form={form} name="newPhoneStanding" label="May this number be used?" items={wayStandingItems} />
      <Details summaryText="Another language">
        <SelectField
          form={form}
          name="newLanguage"
          label="Language they want to use"
          none="Nothing said"
          items={languageChoices(typedIn(form, 'newLanguage'))}
        />
      </Details>
    </>
  );
}
