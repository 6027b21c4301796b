/**
 * Whom a form is about. Anybody can type anybody's name: a person who is known already is recognised only by the same
 * name and exactly the same way of reaching them, and nothing that stands of them is changed by a form.
 */
import { isUnsafe, type Reach, type ReachKind } from '../../../complaint/telling/told.js';
import type { PersonId } from '../../../facts/happened.js';
import type { Trx } from '../../../store/database.js';
import {
  addWay,
  changePerson,
  findPeopleByWay,
  makePerson,
  type NewWay,
  type Person,
  readPerson,
} from '../../../store/people.js';

export interface WhoTold {
  readonly person: PersonId;
  /** They were on record before. */
  readonly known: boolean;
  /** What the form says of them beyond what stands: for an officer to look at. */
  readonly differs: boolean;
}

/** Null when nothing at all was told of them. `home`: where post would reach them, so that it can be marked unsafe. */
export async function whoTold(trx: Trx, reach: Reach, home = ''): Promise<WhoTold | null> {
  const name = reach.name.trim();
  const ways = waysOf(reach, home);
  if (name === '' && ways.length === 0) return null;
  const found = name === '' ? [] : await knownAs(trx, name, ways);
  const [only] = found;
  if (found.length === 1 && only !== undefined)
    return { person: only.id, known: true, differs: ways.some((way) => !stands(only, way)) };
  return { person: await makePerson(trx, { name: name === '' ? null : name, ways }), known: false, differs: false };
}

/** The same person tells more: whom this form itself brought, so that what it says of them may be added. */
export async function toldMore(trx: Trx, id: PersonId, reach: Reach, home = ''): Promise<WhoTold> {
  const person = await readPerson(trx, id);
  if (person !== null) {
    const name = reach.name.trim();
    if (name !== '') await changePerson(trx, id, { name, language: person.language });
    for (const way of waysOf(reach, home))
      if (!person.ways.some(({ kind, value }) => kind === way.kind && value === way.value)) await addWay(trx, id, way);
  }
  return { person: id, known: false, differs: false };
}

function waysOf(reach: Reach, home: string): NewWay[] {
  // Letters that are not safe at home: the address is kept as unsafe, or nobody would know.
  const post = reach.post.trim() || (isUnsafe(reach, 'post') ? home.trim() : '');
  const told = [
    { kind: 'email', value: reach.email.trim() },
    { kind: 'phone', value: reach.phone.trim() },
    { kind: 'text-message', value: reach.texts ? reach.phone.trim() : '' },
    { kind: 'post', value: post },
  ] as const satisfies readonly { kind: ReachKind; value: string }[];
  return told
    .filter(({ value }) => value !== '')
    .map(({ kind, value }) => ({
      kind,
      value,
      standing: isUnsafe(reach, kind) ? ('unsafe' as const) : ('ordinary' as const),
      preferred: reach.best === kind,
    }));
}

async function knownAs(trx: Trx, name: string, ways: readonly NewWay[]): Promise<Person[]> {
  const found = new Map<PersonId, Person>();
  for (const { kind, value } of ways) {
    if (kind !== 'email' && kind !== 'phone') continue;
    for (const person of await findPeopleByWay(trx, kind, value))
      if (person.name !== null && plain(person.name) === plain(name)) found.set(person.id, person);
  }
  return [...found.values()];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function stands(person: Person, { kind, value, standing }: NewWay): boolean {
  return person.ways.some(
    (way) =>
      way.kind === kind &&
      way.value.toLowerCase() === value.toLowerCase() &&
      (way.standing === 'unsafe') === (standing === 'unsafe'),
  );
}
