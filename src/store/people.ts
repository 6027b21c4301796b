/** People and homes: plain rows. A contact waits for neither. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { WayKind } from '../complaint/ways-to-reach.js';
import type { CaseId, HomeId, PersonId, Tenure } from '../facts/happened.js';
import { closeLinksOf, closeWaysInOf } from './close-ways-in.js';
import type { Trx } from './database.js';

/** How a person can be reached. `safe` is asked for by the person; `unsafe` is kept so that nobody ever uses it. */
export interface Way {
  readonly id: string;
  readonly kind: WayKind;
  readonly value: string;
  readonly standing: 'ordinary' | 'safe' | 'unsafe';
  readonly preferred: boolean;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string | null;
  /** A BCP 47 tag; null when nothing is said. */
  readonly language: string | null;
  readonly ways: readonly Way[];
}

export interface Home {
  readonly id: HomeId;
  readonly address: string;
  readonly postcode: string | null;
  readonly uprn: string | null;
  readonly tenure: Tenure;
  readonly area: string | null;
  readonly ward: string | null;
  readonly block: string | null;
}

export type NewWay = Omit<Way, 'id' | 'standing' | 'preferred'> & Partial<Pick<Way, 'standing' | 'preferred'>>;

export async function makePerson(
  trx: Trx,
  about: {
    readonly name: string | null;
    readonly language?: string | null;
    readonly ways?: readonly NewWay[];
    readonly id?: PersonId;
  },
): Promise<PersonId> {
  const id = about.id ?? (randomUUID() as PersonId);
  await sql`
    insert into person (landlord_id, id, name, language)
    values (${trx.landlordId}, ${id}, ${about.name}, ${about.language ?? null})`.execute(trx);
  for (const way of about.ways ?? []) await addWay(trx, id, way);
  return id;
}

export async function changePerson(
  trx: Trx,
  id: PersonId,
  to: { readonly name: string | null; readonly language: string | null },
): Promise<void> {
  await sql`
    update person set name = ${to.name}, language = ${to.language}
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  // Their cases are found by the new name from now on, and no longer by the old one.
  const cases = await sql<{ case_id: CaseId }>`
    select case_id from complaint where landlord_id = ${trx.landlordId} and person_id = ${id}`.execute(trx);
  if (cases.rows.length > 0) {
    await sql`select putright_index_words(${cases.rows.map((row) => row.case_id)}::uuid[])`.execute(trx);
  }
}

export async function addWay(trx: Trx, person: PersonId, way: NewWay): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into person_way (landlord_id, person_id, id, kind, value, standing, preferred)
    values (${trx.landlordId}, ${person}, ${id}, ${way.kind}, ${way.value}, ${way.standing ?? 'ordinary'},
      ${way.preferred ?? false})`.execute(trx);
  // That one way is safe says of the others that they are not.
  if (way.standing === 'safe' || way.standing === 'unsafe') await closeWaysInOf(trx, person, 'not-safe');
  return id;
}

/** Changes a way. What was sent to a way that is no longer used, or is not safe, opens nothing any more. */
export async function changeWay(trx: Trx, person: PersonId, way: Way): Promise<void> {
  const { rows } = await sql<Pick<Way, 'value' | 'standing'>>`
    select value, standing from person_way
    where landlord_id = ${trx.landlordId} and person_id = ${person} and id = ${way.id}
    for update`.execute(trx);
  await sql`
    update person_way
    set kind = ${way.kind}, value = ${way.value}, standing = ${way.standing}, preferred = ${way.preferred}
    where landlord_id = ${trx.landlordId} and person_id = ${person} and id = ${way.id}`.execute(trx);
  const [was] = rows;
  if (was === undefined) return;
  if (was.standing !== way.standing && way.standing !== 'ordinary') await closeWaysInOf(trx, person, 'not-safe');
  else if (was.value !== way.value) await closeLinksOf(trx, person, 'way-changed');
}

export async function removeWay(trx: Trx, person: PersonId, id: string): Promise<void> {
  await sql`
    delete from person_way
    where landlord_id = ${trx.landlordId} and person_id = ${person} and id = ${id}`.execute(trx);
  await closeLinksOf(trx, person, 'way-changed');
}

/** These people, with their ways, by id; in one query. */
export async function readPeople(trx: Trx, ids: readonly PersonId[]): Promise<Map<PersonId, Person>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Person>`
    select p.id, p.name, p.language, coalesce(
      (select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'value', w.value, 'standing', w.standing,
          'preferred', w.preferred) order by w.preferred desc, w.kind, w.value)
        from person_way w where w.landlord_id = p.landlord_id and w.person_id = p.id), '[]'::json) as ways
    from person p
    where p.landlord_id = ${trx.landlordId} and p.id = any (${ids}::uuid[])`.execute(trx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** A person with the ways to reach them; null when this landlord has none of that id. */
export async function readPerson(trx: Trx, id: PersonId): Promise<Person | null> {
  return (await readPeople(trx, [id])).get(id) ?? null;
}

/** Where to send something of this kind: a safe way first, then the preferred one; never an unsafe one. */
export function wayFor(person: Person, kind: WayKind): Way | null {
  const usable = person.ways.filter((way) => way.kind === kind && way.standing !== 'unsafe');
  return usable.find((way) => way.standing === 'safe') ?? usable.find((way) => way.preferred) ?? usable[0] ?? null;
}

/** The people who are reached by exactly this address or number. */
export async function findPeopleByWay(trx: Trx, kind: WayKind, value: string): Promise<Person[]> {
  const found = await sql<{ person_id: PersonId }>`
    select distinct person_id from person_way
    where landlord_id = ${trx.landlordId} and value_plain = lower(${value.trim()}) and kind = ${kind}
    limit 20`.execute(trx);
  return [
    ...(
      await readPeople(
        trx,
        found.rows.map((row) => row.person_id),
      )
    ).values(),
  ];
}

const homeColumns = sql`h.id, h.address, h.postcode, h.uprn, h.tenure, h.area, h.ward, h.block`;

export async function makeHome(trx: Trx, about: Partial<Home> & Pick<Home, 'address'>): Promise<HomeId> {
  const id = about.id ?? (randomUUID() as HomeId);
  await sql`
    insert into home (landlord_id, id, address, postcode, uprn, tenure, area, ward, block)
    values (${trx.landlordId}, ${id}, ${about.address}, ${about.postcode ?? null}, ${about.uprn ?? null},
      ${about.tenure ?? 'unknown'}, ${about.area ?? null}, ${about.ward ?? null}, ${about.block ?? null})`.execute(trx);
  return id;
}

export async function changeHome(trx: Trx, home: Home): Promise<void> {
  await sql`
    update home
    set address = ${home.address}, postcode = ${home.postcode}, uprn = ${home.uprn}, tenure = ${home.tenure},
      area = ${home.area}, ward = ${home.ward}, block = ${home.block}
    where landlord_id = ${trx.landlordId} and id = ${home.id}`.execute(trx);
}

export async function readHomes(trx: Trx, ids: readonly HomeId[]): Promise<Map<HomeId, Home>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Home>`
    select ${homeColumns} from home h
    where h.landlord_id = ${trx.landlordId} and h.id = any (${ids}::uuid[])`.execute(trx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** A home; null when this landlord has none of that id. */
export async function readHome(trx: Trx, id: HomeId): Promise<Home | null> {
  return (await readHomes(trx, [id])).get(id) ?? null;
}

export async function findHomesByPostcode(trx: Trx, postcode: string): Promise<Home[]> {
  const found = await sql<Home>`
    select ${homeColumns} from home h
    where h.landlord_id = ${trx.landlordId}
      and h.postcode_plain = upper(replace(${postcode}, ' ', ''))
    order by h.address
    limit 200`.execute(trx);
  return found.rows;
}

export async function findHomeByUprn(trx: Trx, uprn: string): Promise<Home | null> {
  const found = await sql<Home>`
    select ${homeColumns} from home h where h.landlord_id = ${trx.landlordId} and h.uprn = ${uprn}`.execute(trx);
  return found.rows[0] ?? null;
}

export interface PersonFound {
  readonly person: Person;
  readonly likeness: number;
}

/** People by part of a name, an e-mail address or a number, the likeliest first; spelling may be a little off. */
export async function findPeople(trx: Trx, asked: string, most = 20): Promise<PersonFound[]> {
  const found = await sql<{ leads_to: PersonId; likeness: number }>`
    select leads_to, max(likeness) as likeness
    from putright_search_names(${asked}, ${most * 4})
    where kind in ('person', 'way')
    group by leads_to
    order by 2 desc
    limit ${most}`.execute(trx);
  const people = await readPeople(
    trx,
    found.rows.map((row) => row.leads_to),
  );
  return found.rows.flatMap(({ leads_to, likeness }) => {
    const person = people.get(leads_to);
    return person === undefined ? [] : [{ person, likeness }];
  });
}

/** Homes by part of an address, a postcode or a UPRN. */
export async function findHomes(trx: Trx, asked: string, most = 20): Promise<Home[]> {
  const found = await sql<{ leads_to: HomeId }>`
    select leads_to from putright_search_names(${asked}, ${most * 4}) where kind = 'home'
    order by likeness desc limit ${most}`.execute(trx);
  const homes = await readHomes(
    trx,
    found.rows.map((row) => row.leads_to),
  );
  return found.rows.flatMap(({ leads_to }) => homes.get(leads_to) ?? []);
}

export interface AgreedAdjustment {
  readonly caseId: CaseId;
  readonly kind: string;
  readonly reviewOn: string | null;
}

/** The adjustments that stand for a person, from whichever of their cases they were agreed in. */
export async function adjustmentsOf(trx: Trx, person: PersonId): Promise<AgreedAdjustment[]> {
  const found = await sql<AgreedAdjustment>`
    select a.case_id as "caseId", a.kind, a.review_on as "reviewOn"
    from party p
    join adjustment a on a.landlord_id = p.landlord_id and a.case_id = p.case_id
    where p.landlord_id = ${trx.landlordId} and p.person_id = ${person} and p.part = 'resident' and a.ended_on is null
    order by a.agreed_on desc`.execute(trx);
  return found.rows;
}
