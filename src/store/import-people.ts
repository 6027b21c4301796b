/** Homes and people of a register's rows: found by UPRN, then by exactly their address and name, else made. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { HomeId, PersonId, Tenure } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Whose {
  readonly person: string | null;
  readonly address: string | null;
  readonly uprn: string | null;
  readonly tenure: Tenure;
}

export interface Found {
  readonly person: PersonId | null;
  readonly home: HomeId | null;
}

interface NewHome {
  readonly id: HomeId;
  readonly address: string;
  readonly postcode: string | null;
  readonly uprn: string | null;
  readonly tenure: Tenure;
}

const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b(?!.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)/i;

function postcodeIn(address: string): string | null {
  const found = postcode.exec(address);
  return found === null ? null : `${found[1]} ${found[2]}`.toUpperCase();
}

function addressKey(address: string): string {
  return address.replace(/\s+/g, ' ').trim();
}

/** For each row its person and its home; null where the row names none. */
export async function findOrMake(trx: Trx, rows: readonly Whose[]): Promise<Found[]> {
  const homes = await homesOf(trx, rows);
  const people = await peopleOf(trx, rows, homes);
  return rows.map((_, i) => ({ person: people[i] ?? null, home: homes[i] ?? null }));
}

async function homesOf(trx: Trx, rows: readonly Whose[]): Promise<(HomeId | null)[]> {
  const uprns = [...new Set(rows.flatMap(({ uprn }) => uprn ?? []))];
  const addresses = [...new Set(rows.flatMap(({ address }) => (address === null ? [] : [plainAddress(address)])))];
  if (uprns.length === 0 && addresses.length === 0) return rows.map(() => null);
  const byUprn = new Map<string, HomeId>();
  const byAddress = new Map<string, HomeId>();
  const known = await sql<{ id: HomeId; uprn: string | null; address_plain: string }>`
    select id, uprn, address_plain from home
    where landlord_id = ${trx.landlordId} and uprn = any (${uprns}::text[])
    union all
    select id, null, address_plain from home
    where landlord_id = ${trx.landlordId} and address_plain = any (${addresses}::text[])`.execute(trx);
  for (const { id, uprn, address_plain } of known.rows) {
    if (uprn !== null) byUprn.set(uprn, id);
    else if (!byAddress.has(address_plain)) byAddress.set(address_plain, id);
  }
  const fresh: NewHome[] = [];
  const found = rows.map(({ address, uprn, tenure }): HomeId | null => {
    if (uprn === null && address === null) return null;
    const key = address === null ? null : plainAddress(address);
    const there =
      (uprn === null ? undefined : byUprn.get(uprn)) ??
      (uprn !== null || key === null ? undefined : byAddress.get(key));
    if (there !== undefined) return there;
    const id = randomUUID() as HomeId;
    const written = address === null ? `UPRN ${uprn}` : addressKey(address);
    fresh.push({ id, address: written, postcode: postcodeIn(written), uprn, tenure });
    if (uprn !== null) byUprn.set(uprn, id);
    if (key !== null) byAddress.set(key, id);
    return id;
  });
  if (fresh.length > 0) {
    await trx.client.query({
      name: 'import-homes',
      text: `insert into home (landlord_id, id, address, postcode, uprn, tenure)
        select $1::uuid, id, address, postcode, uprn, tenure from json_to_recordset($2::json)
        as r (id uuid, address text, postcode text, uprn text, tenure text)`,
      values: [trx.landlordId, JSON.stringify(fresh)],
    });
  }
  return found;
}

function plainAddress(address: string): string {
  return [...addressKey(address).toLowerCase()].slice(0, 300).join('');
}

async function peopleOf(
  trx: Trx,
  rows: readonly Whose[],
  homes: readonly (HomeId | null)[],
): Promise<(PersonId | null)[]> {
  if (rows.every(({ person }) => person === null)) return rows.map(() => null);
  const byBoth = new Map<string, PersonId>();
  const asked = rows.flatMap(({ person }, i) => (person === null || homes[i] == null ? [] : [homes[i]]));
  if (asked.length > 0) {
    const known = await sql<{ id: PersonId; name: string; home_id: HomeId }>`
      select distinct on (p.name, c.home_id) p.id, p.name, c.home_id
      from complaint c
      join person p on p.landlord_id = c.landlord_id and p.id = c.person_id
      where c.landlord_id = ${trx.landlordId} and c.home_id = any (${[...new Set(asked)]}::uuid[]) and p.name is not null
      order by p.name, c.home_id, c.received_on, p.id`.execute(trx);
    for (const { id, name, home_id } of known.rows) byBoth.set(`${home_id} ${name}`, id);
  }
  const fresh: { id: PersonId; name: string }[] = [];
  const found = rows.map(({ person }, i): PersonId | null => {
    if (person === null) return null;
    const name = person.replace(/\s+/g, ' ').slice(0, 200);
    const home = homes[i];
    // Two people of one name can't be told apart without a home.
    const key = home == null ? null : `${home} ${name}`;
    const there = key === null ? undefined : byBoth.get(key);
    if (there !== undefined) return there;
    const id = randomUUID() as PersonId;
    fresh.push({ id, name });
    if (key !== null) byBoth.set(key, id);
    return id;
  });
  if (fresh.length > 0) {
    await trx.client.query({
      name: 'import-people',
      text: `insert into person (landlord_id, id, name)
        select $1::uuid, id, name from json_to_recordset($2::json) as r (id uuid, name text)`,
      values: [trx.landlordId, JSON.stringify(fresh)],
    });
  }
  return found;
}
