/**
 * Complaints about members of staff are seen by few: managers, whoever has or had the case, and those to whom it was
 * opened; never by whom it is about. What lists, searches and pages leave out is asked here.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

export interface Viewer {
  readonly staff: StaffId;
  readonly manager: boolean;
  readonly today: Day;
}

/** The cases that a person may not open although they open cases in general; few, most often none. */
export async function hiddenCases(trx: Trx, viewer: Viewer): Promise<readonly CaseId[]> {
  return (await hidden(trx, [viewer], viewer.today, sql`true`)).map(({ id }) => id);
}

/** The same, of these cases alone. */
export async function hiddenAmong(trx: Trx, cases: readonly CaseId[], viewer: Viewer): Promise<readonly CaseId[]> {
  return (await hidden(trx, [viewer], viewer.today, ofThese(cases))).map(({ id }) => id);
}

export async function isHidden(trx: Trx, caseId: CaseId, viewer: Viewer): Promise<boolean> {
  return (await hiddenAmong(trx, [caseId], viewer)).length > 0;
}

/** Of these people, those from whom a case is not kept: only they are told of it. */
export async function notKeptFrom<Person extends { readonly id: StaffId; readonly roles: readonly string[] }>(
  trx: Trx,
  caseId: CaseId,
  people: readonly Person[],
  today: Day,
): Promise<Person[]> {
  return (await whoIsTold(trx, [caseId], people, today))(caseId);
}

/** The same for several cases, asked at once; what is about no case is kept from nobody. */
export async function whoIsTold<Person extends { readonly id: StaffId; readonly roles: readonly string[] }>(
  trx: Trx,
  cases: readonly (CaseId | null)[],
  people: readonly Person[],
  today: Day,
): Promise<(caseId: CaseId | null) => Person[]> {
  const viewers = people.map(({ id, roles }) => ({ staff: id, manager: roles.includes('manager') }));
  const these = [...new Set(cases.filter((one) => one !== null))];
  const rows = these.length === 0 ? [] : await hidden(trx, viewers, today, ofThese(these));
  const kept = new Set(rows.map(({ id, staff }) => `${id} ${staff}`));
  return (caseId) => people.filter(({ id }) => !kept.has(`${caseId} ${id}`));
}

/** Of these people, whom an emergency wakes: all of them when it is kept from each, since somebody may be in danger. */
export async function whomToWake<Person extends { readonly id: StaffId; readonly roles: readonly string[] }>(
  trx: Trx,
  caseId: CaseId | null,
  people: readonly Person[],
  today: Day,
): Promise<readonly Person[]> {
  const others = caseId === null ? [] : await notKeptFrom(trx, caseId, people, today);
  return others.length === 0 ? people : others;
}

/** The condition by which a list leaves these cases out. */
export function notAmong(column: `${string}case_id`, hidden: readonly CaseId[]): RawBuilder<unknown> {
  return hidden.length === 0 ? sql`true` : sql`${sql.raw(column)} <> all (${[...hidden]}::uuid[])`;
}

/** Whether a scan of post holds a letter of a case that this person may not open. */
export async function scanIsHidden(trx: Trx, scan: string, viewer: Viewer): Promise<boolean> {
  const cases = await hiddenCases(trx, viewer);
  if (cases.length === 0) return false;
  const { rows } = await sql`
    select 1 from post_letter
    where landlord_id = ${trx.landlordId} and scan_id = ${scan} and case_id = any (${cases}::uuid[])
    limit 1`.execute(trx);
  return rows.length > 0;
}

function ofThese(cases: readonly CaseId[]): RawBuilder<unknown> {
  return sql`s.case_id = any (${[...cases]}::uuid[])`;
}

async function hidden(
  trx: Trx,
  viewers: readonly Pick<Viewer, 'staff' | 'manager'>[],
  today: Day,
  which: RawBuilder<unknown>,
): Promise<readonly { readonly id: CaseId; readonly staff: StaffId }[]> {
  const { rows } = await sql<{ id: CaseId; staff: StaffId }>`
    select s.case_id as id, v.staff
    from staff_concerned s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
    cross join unnest(${viewers.map(({ staff }) => staff)}::uuid[], ${viewers.map(({ manager }) => manager)}::boolean[])
      as v(staff, manager)
    where s.landlord_id = ${trx.landlordId} and ${which}
    group by s.case_id, c.handler_id, v.staff, v.manager
    having bool_or(s.staff_id = v.staff)
      or not (v.manager or c.handler_id is not distinct from v.staff
        or exists (
          select 1 from stage t
          where t.landlord_id = ${trx.landlordId} and t.case_id = s.case_id and t.handler_id = v.staff)
        or exists (
          select 1 from case_grant g
          where g.landlord_id = ${trx.landlordId} and g.case_id = s.case_id and g.staff_id = v.staff
            and g.ended_at is null and g.until >= ${today}))`.execute(trx);
  return rows;
}

export interface AboutYou {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly namedOn: Day;
  /** Somebody still looks into it: they can be heard. */
  readonly open: boolean;
}

/** The complaints that are about a member of staff, for their own page: no more than that they are. */
export async function complaintsAbout(trx: Trx, staff: StaffId): Promise<readonly AboutYou[]> {
  const { rows } = await sql<AboutYou>`
    select s.case_id as "caseId", c.reference, s.named_on as "namedOn", c.open
    from staff_concerned s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
    where s.landlord_id = ${trx.landlordId} and s.staff_id = ${staff} and ${notTakenBack}
    order by s.named_on desc, c.reference`.execute(trx);
  return rows;
}
