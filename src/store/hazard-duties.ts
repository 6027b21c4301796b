/** The statutory limits that run for hazards, over all cases; what may be a hazard; and what nobody has been given yet. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, HazardId, HazardKind, TeamId } from '../facts/happened.js';
import type { HazardDutyName } from '../law/hazards.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface RunningDuty {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly address: string | null;
  readonly hazard: HazardId;
  readonly kind: HazardKind;
  readonly emergency: boolean;
  readonly duty: HazardDutyName;
  readonly regulation: string;
  readonly dueOn: Day;
  /** The instant for what runs in hours. */
  readonly dueAt: string | null;
  readonly handedOverTo: TeamId | null;
  readonly movedOn: Day | null;
}

/** ISO 8601 in UTC with milliseconds, as histories hold instants. */
const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The running limits of every case, what was due first before the rest: so the late stand first. */
export async function runningDuties(
  trx: Trx,
  { page, size }: { readonly page: number; readonly size: number },
  hidden: readonly CaseId[] = [],
): Promise<{ readonly rows: readonly RunningDuty[]; readonly total: number }> {
  const running = sql`landlord_id = ${trx.landlordId} and running and ${notAmong('case_id', hidden)}`;
  const { rows } = await sql<RunningDuty>`
    with due as (
      select * from hazard_duty where ${running}
      order by due_by, case_id, hazard_id, duty limit ${size} offset ${(page - 1) * size})
    select d.case_id as "caseId", c.reference, h.address, d.hazard_id as hazard, z.kind, z.emergency, d.duty,
      d.regulation, d.due_on as "dueOn", ${instant('d.due_at')} as "dueAt", z.handed_over_to as "handedOverTo",
      z.moved_on as "movedOn"
    from due d
    join hazard z on z.landlord_id = d.landlord_id and z.case_id = d.case_id and z.hazard_id = d.hazard_id
    join complaint c on c.landlord_id = d.landlord_id and c.case_id = d.case_id
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    order by d.due_by, d.case_id, d.hazard_id, d.duty`.execute(trx);
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from hazard_duty where ${running}`.execute(trx);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** The references of those of these cases with a hazard that is not safe yet or whose limits run. */
export async function stillHazardous(trx: Trx, cases: readonly CaseId[]): Promise<readonly string[]> {
  if (cases.length === 0) return [];
  const { rows } = await sql<{ reference: string }>`
    select c.reference from complaint c
    where c.landlord_id = ${trx.landlordId} and c.case_id = any (${[...cases]}::uuid[]) and (
      exists (select 1 from hazard z
        where z.landlord_id = c.landlord_id and z.case_id = c.case_id and z.unsafe)
      or exists (select 1 from hazard_duty d
        where d.landlord_id = c.landlord_id and d.case_id = c.case_id and d.running))
    order by c.reference`.execute(trx);
  return rows.map(({ reference }) => reference);
}

export interface FlaggedHazard {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly address: string | null;
  readonly hazard: HazardId;
  readonly kind: HazardKind;
  readonly emergency: boolean;
  readonly statutory: boolean;
  readonly noticedOn: Day;
  readonly handedOverOn: Day | null;
  readonly handedOverTo: TeamId | null;
}

/** Hazards that are not safe yet and that nobody was given, or for which no statutory limit runs: the oldest first. */
export async function flaggedHazards(
  trx: Trx,
  which: 'not-handed-over' | 'without-limits',
  hidden: readonly CaseId[] = [],
): Promise<FlaggedHazard[]> {
  const condition = which === 'not-handed-over' ? sql`z.handed_over_on is null` : sql`not z.statutory`;
  const { rows } = await sql<FlaggedHazard>`
    select z.case_id as "caseId", c.reference, h.address, z.hazard_id as hazard, z.kind, z.emergency, z.statutory,
      z.noticed_on as "noticedOn", z.handed_over_on as "handedOverOn", z.handed_over_to as "handedOverTo"
    from hazard z
    join complaint c on c.landlord_id = z.landlord_id and c.case_id = z.case_id
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    where z.landlord_id = ${trx.landlordId} and z.unsafe and ${condition} and ${notAmong('z.case_id', hidden)}
    order by z.noticed_on, z.case_id, z.hazard_id
    limit 200`.execute(trx);
  return rows;
}

export interface PossibleHazard {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly address: string | null;
  readonly receivedOn: Day;
  readonly open: boolean;
}

/** Cases that seem to tell of a hazard, of which nobody has said yet whether it is one. */
export async function possibleHazardCases(trx: Trx, hidden: readonly CaseId[] = []): Promise<PossibleHazard[]> {
  const { rows } = await sql<PossibleHazard>`
    select c.case_id as "caseId", c.reference, h.address, c.received_on as "receivedOn", c.open
    from complaint c
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    where c.landlord_id = ${trx.landlordId} and c.hazard_possible and ${notAmong('c.case_id', hidden)}
    order by c.received_on, c.case_id
    limit 200`.execute(trx);
  return rows;
}

export interface HazardCounts {
  /** Statutory limits that are over, with nothing done. */
  readonly late: number;
  readonly notHandedOver: number;
  readonly possible: number;
}

export async function countHazards(trx: Trx, now: Date, hidden: readonly CaseId[] = []): Promise<HazardCounts> {
  const { rows } = await sql<HazardCounts>`
    select
      (select count(*)::int from hazard_duty d
        where d.landlord_id = ${trx.landlordId} and d.running and d.due_by < ${now.toISOString()}
          and ${notAmong('d.case_id', hidden)}) as late,
      (select count(*)::int from hazard z
        where z.landlord_id = ${trx.landlordId} and z.unsafe and z.handed_over_on is null
          and ${notAmong('z.case_id', hidden)}) as "notHandedOver",
      (select count(*)::int from complaint c
        where c.landlord_id = ${trx.landlordId} and c.hazard_possible and ${notAmong('c.case_id', hidden)}) as possible`.execute(
    trx,
  );
  return rows[0] ?? { late: 0, notHandedOver: 0, possible: 0 };
}
