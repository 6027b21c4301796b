/** Members of staff, their roles, and the one-time links by which they come in. Nobody is deleted: the history names them. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../complaint/refusals.js';
import type { StaffId } from '../facts/happened.js';
import { acrossLandlords, type Database, enterLandlord, type LandlordId, type Trx } from './database.js';

export const roles = [
  'officer',
  'investigator',
  'reviewer',
  'manager',
  'administrator',
  'member-responsible',
] as const satisfies readonly Role[];

export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: 'invited' | 'active' | 'deactivated';
}

/** What a secret of 256 bits becomes in the database: it needs no salt and no slow hash. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const columns = sql.raw(`s.id, s.name, s.email, s.roles,
  case when s.deactivated_at is not null then 'deactivated' when s.password_hash is null then 'invited' else 'active' end as state`);

export async function listStaff(trx: Trx, which: 'all' | 'at-work' = 'all'): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    select ${columns} from staff s
    where s.landlord_id = ${trx.landlordId} and (${which === 'all'} or s.deactivated_at is null)
    order by s.deactivated_at is not null, s.name`.execute(trx);
  return rows;
}

export async function findStaff(trx: Trx, id: string): Promise<Staff | null> {
  const { rows } = await sql<Staff>`
    select ${columns} from staff s where s.landlord_id = ${trx.landlordId} and s.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Names for ids, for screens that show who did what. */
export async function staffNames(trx: Trx): Promise<ReadonlyMap<StaffId, string>> {
  const { rows } = await sql<{ id: StaffId; name: string }>`
    select id, name from staff where landlord_id = ${trx.landlordId}`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface Account {
  readonly id: StaffId;
  readonly passwordHash: string | null;
  readonly deactivated: boolean;
}

export async function findAccount(trx: Trx, email: string): Promise<Account | null> {
  const { rows } = await sql<Account>`
    select id, password_hash as "passwordHash", deactivated_at is not null as deactivated
    from staff where landlord_id = ${trx.landlordId} and email = ${email.toLowerCase()}`.execute(trx);
  return rows[0] ?? null;
}

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Only for the demonstration and for tests: everyone else sets their own by a link. */
  readonly passwordHash?: string;
  readonly id?: StaffId;
}

/** Null when somebody has that address already. */
export async function addStaff(trx: Trx, person: NewStaff): Promise<StaffId | null> {
  const { rows } = await sql<{ id: StaffId }>`
    insert into staff (landlord_id, id, name, email, roles, password_hash)
    values (${trx.landlordId}, ${person.id ?? randomUUID()}, ${person.name}, ${person.email.toLowerCase()},
      ${[...person.roles]}, ${person.passwordHash ?? null})
    on conflict (landlord_id, email) do nothing
    returning id`.execute(trx);
  return rows[0]?.id ?? null;
}

export async function changeStaff(trx: Trx, id: StaffId, to: { name: string; roles: readonly Role[] }): Promise<void> {
  await sql`update staff set name = ${to.name}, roles = ${[...to.roles]}
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export async function deactivateStaff(trx: Trx, id: StaffId): Promise<void> {
  await sql`update staff set deactivated_at = now()
    where landlord_id = ${trx.landlordId} and id = ${id} and deactivated_at is null`.execute(trx);
  await voidLinks(trx, id);
}

export async function reactivateStaff(trx: Trx, id: StaffId): Promise<void> {
  await sql`update staff set deactivated_at = null where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

/** How many people could still change settings if this one could not. */
export async function otherAdministrators(trx: Trx, id: StaffId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from staff
    where landlord_id = ${trx.landlordId} and id <> ${id} and deactivated_at is null
      and password_hash is not null and 'administrator' = any (roles)`.execute(trx);
  return rows[0]?.n ?? 0;
}

export async function setPassword(trx: Trx, id: StaffId, hash: string): Promise<void> {
  await sql`update staff set password_hash = ${hash} where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export type LinkKind = 'invitation' | 'reset';

/** The secret of a new link; links made before for the same person no longer work. */
export async function makeLink(trx: Trx, staff: StaffId, kind: LinkKind): Promise<string> {
  await voidLinks(trx, staff);
  const secret = newSecret();
  await sql`
    insert into staff_link (landlord_id, secret_digest, staff_id, kind, expires_at)
    values (${trx.landlordId}, ${digestOf(secret)}, ${staff}, ${kind}, now() + ${kind === 'invitation' ? '7 days' : '24 hours'}::interval)
  `.execute(trx);
  return secret;
}

async function voidLinks(trx: Trx, staff: StaffId): Promise<void> {
  await sql`update staff_link set used_at = now()
    where landlord_id = ${trx.landlordId} and staff_id = ${staff} and used_at is null`.execute(trx);
}

export interface OpenLink {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly kind: LinkKind;
}

export async function findLink(trx: Trx, secret: string): Promise<OpenLink | null> {
  const { rows } = await sql<OpenLink>`
    select l.staff_id as "staffId", s.name, s.email, l.kind
    from staff_link l join staff s on s.landlord_id = l.landlord_id and s.id = l.staff_id
    where l.landlord_id = ${trx.landlordId} and l.secret_digest = ${digestOf(secret)}
      and l.used_at is null and l.expires_at > now() and s.deactivated_at is null`.execute(trx);
  return rows[0] ?? null;
}

/** True once; whoever comes second with the same link gets false. */
export async function useLink(trx: Trx, secret: string): Promise<boolean> {
  const { rows } = await sql`
    update staff_link set used_at = now()
    where landlord_id = ${trx.landlordId} and secret_digest = ${digestOf(secret)} and used_at is null and expires_at > now()
    returning 1`.execute(trx);
  return rows.length === 1;
}

/** The secret of the link that makes a landlord and its first administrator. Earlier ones no longer work. */
export async function makeFirstLink(db: Database): Promise<string> {
  const secret = newSecret();
  await acrossLandlords(db, async (trx) => {
    await sql`update first_link set used_at = now() where used_at is null`.execute(trx);
    await sql`insert into first_link (secret_digest, expires_at) values (${digestOf(secret)}, now() + interval '24 hours')`.execute(
      trx,
    );
  });
  return secret;
}

export async function firstLinkIsOpen(db: Database, secret: string): Promise<boolean> {
  return acrossLandlords(db, async (trx) => {
    const { rows } = await sql`select 1 from first_link
      where secret_digest = ${digestOf(secret)} and used_at is null and expires_at > now()`.execute(trx);
    return rows.length === 1;
  });
}

export interface FirstLandlord {
  readonly landlord: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** The landlord and its administrator; null when the link no longer works, 'name-taken' when a landlord has that name. */
export async function makeFirstLandlord(
  db: Database,
  secret: string,
  first: FirstLandlord,
): Promise<{ landlordId: LandlordId; staffId: StaffId } | 'name-taken' | null> {
  return acrossLandlords(db, async (trx) => {
    const landlordId = randomUUID() as LandlordId;
    const taken = await sql`select 1 from landlord where name = ${first.landlord}`.execute(trx);
    if (taken.rows.length > 0) return 'name-taken';
    const used = await sql`update first_link set used_at = now()
      where secret_digest = ${digestOf(secret)} and used_at is null and expires_at > now() returning 1`.execute(trx);
    if (used.rows.length === 0) return null;
    await sql`insert into landlord (id, name) values (${landlordId}, ${first.landlord})`.execute(trx);
    const inside = await enterLandlord(trx, landlordId);
    const staffId = await addStaff(inside, { ...first, roles: ['administrator', 'manager'] });
    if (staffId === null) throw new Error('a new landlord has nobody yet');
    return { landlordId, staffId };
  });
}
