/** Whom and which home a contact is about: those that are known by exactly what was typed, else new ones. */
import type { HomeId, PersonId, Tenure } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import {
  findHomesByPostcode,
  findPeopleByWay,
  makeHome,
  makePerson,
  type NewWay,
  type Person,
} from '../../store/people.js';

interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
}

/** The one person who is reached in exactly this way; else a new one. Somebody without any detail stays unknown. */
export async function whoItIs(
  trx: Trx,
  { name, email, phone }: Pick<Contact, 'name' | 'email' | 'phone'>,
): Promise<PersonId | null> {
  if (name === null && email === null && phone === null) return null;
  const found = [
    ...(email === null ? [] : await findPeopleByWay(trx, 'email', email)),
    ...(phone === null ? [] : await findPeopleByWay(trx, 'phone', phone)),
  ];
  const known = [
    ...new Map(found.filter((person) => sameName(person, name)).map((person) => [person.id, person])).values(),
  ];
  if (known.length === 1 && known[0] !== undefined) return known[0].id;
  const ways: NewWay[] = [
    ...(email === null ? [] : [{ kind: 'email' as const, value: email }]),
    ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone }]),
  ];
  return makePerson(trx, { name, ways });
}

function sameName(person: Person, name: string | null): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return name === null || person.name === null || plain(person.name) === plain(name);
}

/** A home that is known by this postcode and this beginning of its address; else a new one, its tenure unknown. */
export async function whichHome(
  trx: Trx,
  { address, postcode }: Contact,
): Promise<{ home: HomeId | null; tenure: Tenure }> {
  if (address === null) return { home: null, tenure: 'unknown' };
  const begins = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const found = postcode === null ? [] : await findHomesByPostcode(trx, postcode);
  const same = found.filter(
    (home) => begins(home.address) === begins(address) || begins(home.address).startsWith(`${begins(address)} `),
  );
  const [only] = same;
  if (same.length === 1 && only !== undefined) return { home: only.id, tenure: only.tenure };
  return { home: await makeHome(trx, { address, postcode }), tenure: 'unknown' };
}
