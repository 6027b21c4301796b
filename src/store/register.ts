/** Rows of the register, one for each case, as lists show them. */
import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../complaint/case.js';
import type { ClockKind } from '../complaint/clocks.js';
import type { Day } from '../facts/days.js';
import type {
  CaseId,
  CaseRelation,
  HomeId,
  Kind,
  PersonId,
  StaffId,
  Stage,
  TeamId,
  Tenure,
} from '../facts/happened.js';
import type { HazardDutyName } from '../law/hazards.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface CaseRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly kind: Kind | null;
  readonly standing: Standing['is'];
  readonly standingOn: Day | null;
  readonly stage: Stage | null;
  readonly receivedOn: Day;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly homeId: HomeId | null;
  readonly address: string | null;
  readonly tenure: Tenure;
  readonly area: string | null;
  readonly category: string | null;
  readonly team: TeamId | null;
  readonly handler: StaffId | null;
  readonly points: number;
  readonly atRisk: boolean;
  readonly hazard: boolean;
  readonly vulnerable: boolean;
  readonly adjusted: boolean;
  readonly represented: boolean;
  readonly imported: boolean;
  readonly open: boolean;
  readonly live: boolean;
  readonly nextDueOn: Day | null;
  readonly nextKind: ClockKind | `hazard-${HazardDutyName}` | 'refusal-letter' | 'remedy' | null;
  /** What is due then, in a few words. */
  readonly nextWhat: string | null;
  /** The oldest date by which a team or contractor was asked to answer and has not. */
  readonly askedDueOn: Day | null;
  readonly askedTeam: TeamId | null;
  readonly lastOn: Day;
}

/** The columns of a CaseRow, from `c` (complaint), `p` (its person) and `h` (its home). */
export const caseColumns: RawBuilder<unknown> = sql.raw(`
  c.case_id as "caseId", c.reference, c.kind, c.standing, c.standing_on as "standingOn", c.stage,
  c.received_on as "receivedOn", c.person_id as "personId", p.name as "personName", c.home_id as "homeId", h.address,
  c.tenure, c.area, c.category, c.team_id as team, c.handler_id as handler, c.points, c.at_risk as "atRisk", c.hazard,
  c.vulnerable, c.adjusted, c.represented, c.imported, c.open, c.live, c.next_due_on as "nextDueOn",
  c.next_kind as "nextKind", c.next_what as "nextWhat", c.asked_due_on as "askedDueOn",
  c.asked_team_id as "askedTeam", c.last_on as "lastOn"`);

export const caseJoins: RawBuilder<unknown> = sql.raw(`
  left join person p on p.landlord_id = c.landlord_id and p.id = c.person_id
  left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id`);

/** These cases' rows, by id. */
export async function caseRows(trx: Trx, ids: readonly CaseId[]): Promise<Map<CaseId, CaseRow>> {
  if (ids.length === 0) return new Map();
  const found = await sql<CaseRow>`
    select ${caseColumns} from complaint c ${caseJoins}
    where c.landlord_id = ${trx.landlordId} and c.case_id = any (${ids}::uuid[])`.execute(trx);
  return new Map(found.rows.map((row) => [row.caseId, row]));
}

/** Every case of a person, whatever their part in it, the newest first. */
export async function casesOfPerson(trx: Trx, person: PersonId, most = 50): Promise<CaseRow[]> {
  const found = await sql<CaseRow>`
    select ${caseColumns} from complaint c ${caseJoins}
    where c.landlord_id = ${trx.landlordId}
      and c.case_id in (select case_id from party where landlord_id = ${trx.landlordId} and person_id = ${person})
    order by c.received_on desc, c.case_id
    limit ${most}`.execute(trx);
  return found.rows;
}

export interface KnownBy {
  readonly cases: number;
  /** The newest case. */
  readonly reference: string;
  readonly address: string | null;
}

/** By which case each person is known, to tell two of the same name apart. */
export async function knownBy(
  trx: Trx,
  people: readonly PersonId[],
  hidden: readonly CaseId[] = [],
): Promise<ReadonlyMap<PersonId, KnownBy>> {
  if (people.length === 0) return new Map();
  const found = await sql<KnownBy & { person: PersonId }>`
    select distinct on (y.person_id) y.person_id as person, c.reference, h.address,
      count(*) over (partition by y.person_id) as cases
    from (select distinct person_id, case_id from party
      where landlord_id = ${trx.landlordId} and person_id = any (${people}::uuid[])
        and ${notAmong('case_id', hidden)}) y
    join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = y.case_id
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    order by y.person_id, c.received_on desc, c.case_id`.execute(trx);
  return new Map(found.rows.map(({ person, ...known }) => [person, known]));
}

export async function casesOfHome(trx: Trx, home: HomeId, most = 50): Promise<CaseRow[]> {
  const found = await sql<CaseRow>`
    select ${caseColumns} from complaint c ${caseJoins}
    where c.landlord_id = ${trx.landlordId} and c.home_id = ${home}
    order by c.received_on desc, c.case_id
    limit ${most}`.execute(trx);
  return found.rows;
}

/** Other cases of the same person or the same home, the newest first: what was heard from them before. */
export async function earlierCases(trx: Trx, caseId: CaseId, most = 20): Promise<CaseRow[]> {
  const found = await sql<CaseRow>`
    with this as (
      select person_id, home_id from complaint where landlord_id = ${trx.landlordId} and case_id = ${caseId}),
    others as (
      select c.case_id from complaint c join this on c.home_id = this.home_id where c.landlord_id = ${trx.landlordId}
      union
      select y.case_id from party y join this on y.person_id = this.person_id where y.landlord_id = ${trx.landlordId})
    select ${caseColumns} from complaint c ${caseJoins}
    where c.landlord_id = ${trx.landlordId} and c.case_id in (select case_id from others) and c.case_id <> ${caseId}
    order by c.received_on desc, c.case_id
    limit ${most}`.execute(trx);
  return found.rows;
}

export interface LinkedCase extends CaseRow {
  readonly relation: CaseRelation;
  /** Whether the other case says it of this one. */
  readonly back: boolean;
}

export async function linkedCases(trx: Trx, caseId: CaseId): Promise<LinkedCase[]> {
  const found = await sql<LinkedCase>`
    with links as (
      select to_case_id as other, relation, false as back from link
      where landlord_id = ${trx.landlordId} and case_id = ${caseId}
      union
      select case_id, relation, true from link
      where landlord_id = ${trx.landlordId} and to_case_id = ${caseId})
    select ${caseColumns}, l.relation, l.back
    from links l
    join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = l.other ${caseJoins}
    order by c.received_on desc, c.case_id`.execute(trx);
  return found.rows;
}
