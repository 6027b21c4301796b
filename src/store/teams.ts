/** Teams and contractors, and the lists of areas and categories that a landlord keeps. Names in lists are closed, not changed. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffId, TeamId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly contractor: boolean;
  readonly email: string | null;
  readonly closed: boolean;
  readonly members: readonly StaffId[];
}

const columns = sql.raw(`t.id, t.name, t.contractor, t.email, t.closed_at is not null as closed,
  array(select m.staff_id from team_member m where m.landlord_id = t.landlord_id and m.team_id = t.id) as members`);

export async function listTeams(trx: Trx, which: 'all' | 'open' = 'open'): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select ${columns} from team t
    where t.landlord_id = ${trx.landlordId} and (${which === 'all'} or t.closed_at is null)
    order by t.closed_at is not null, t.contractor, t.name`.execute(trx);
  return rows;
}

export async function findTeam(trx: Trx, id: string): Promise<Team | null> {
  const { rows } = await sql<Team>`
    select ${columns} from team t where t.landlord_id = ${trx.landlordId} and t.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export interface TeamDetails {
  readonly name: string;
  readonly contractor: boolean;
  readonly email: string | null;
}

/** Null when a team has that name already. */
export async function addTeam(trx: Trx, team: TeamDetails & { readonly id?: TeamId }): Promise<TeamId | null> {
  const { rows } = await sql<{ id: TeamId }>`
    insert into team (landlord_id, id, name, contractor, email)
    values (${trx.landlordId}, ${team.id ?? randomUUID()}, ${team.name}, ${team.contractor}, ${team.email})
    on conflict (landlord_id, name) do nothing
    returning id`.execute(trx);
  return rows[0]?.id ?? null;
}

/** False when another team has that name. */
export async function changeTeam(
  trx: Trx,
  id: TeamId,
  to: TeamDetails & { readonly closed: boolean },
): Promise<boolean> {
  const other = await sql`select 1 from team
    where landlord_id = ${trx.landlordId} and name = ${to.name} and id <> ${id}`.execute(trx);
  if (other.rows.length > 0) return false;
  await sql`
    update team set name = ${to.name}, contractor = ${to.contractor}, email = ${to.email},
      closed_at = case when ${to.closed} then coalesce(closed_at, now()) end
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  return true;
}

export async function setTeamMembers(trx: Trx, team: TeamId, members: readonly StaffId[]): Promise<void> {
  await sql`delete from team_member where landlord_id = ${trx.landlordId} and team_id = ${team}`.execute(trx);
  await sql`
    insert into team_member (landlord_id, team_id, staff_id)
    select ${trx.landlordId}, ${team}, member from unnest(${[...members]}::uuid[]) as member`.execute(trx);
}

export type NamedList = 'area' | 'category';

export interface ListedName {
  readonly name: string;
  readonly closed: boolean;
}

export async function listNames(trx: Trx, list: NamedList, which: 'all' | 'open' = 'open'): Promise<ListedName[]> {
  const { rows } = await sql<ListedName>`
    select name, closed_at is not null as closed from ${sql.table(list)}
    where landlord_id = ${trx.landlordId} and (${which === 'all'} or closed_at is null)
    order by closed_at is not null, name`.execute(trx);
  return rows;
}

/** False when the name stands there, open, already. A closed one is opened again. */
export async function addName(trx: Trx, list: NamedList, name: string): Promise<boolean> {
  const { rows } = await sql`
    insert into ${sql.table(list)} as l (landlord_id, name) values (${trx.landlordId}, ${name})
    on conflict (landlord_id, name) do update set closed_at = null where l.closed_at is not null
    returning 1`.execute(trx);
  return rows.length === 1;
}

export async function closeName(trx: Trx, list: NamedList, name: string): Promise<boolean> {
  const { rows } = await sql`update ${sql.table(list)} set closed_at = now()
    where landlord_id = ${trx.landlordId} and name = ${name} and closed_at is null returning 1`.execute(trx);
  return rows.length === 1;
}
