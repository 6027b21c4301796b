/**
 * What is on record of behaviour, by person and across their cases: for the next step, for whoever is about to ring or
 * write, and for the register. Who may take which step is a setting of the landlord.
 */
import { type RawBuilder, sql } from 'kysely';
import {
  type BehaviourPolicy,
  type BehaviourRecord,
  objectionsToAppealDays,
  usualPolicy,
} from '../complaint/behaviour/rules.js';
import type { Refusal, Role } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Channel, PersonId, RestrictionId, RestrictionKind } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { readSetting, writeSetting } from './rules.js';
import { notAmong } from './staff-concerned.js';

export interface BehaviourSetting extends BehaviourPolicy {
  /** Who may read safety markers. */
  readonly seesMarkers: readonly Role[];
  /** Working days in which an appeal against a restriction is answered; null where the landlord's policy names none. */
  readonly appealDays: number | null;
}

export const usualBehaviour: BehaviourSetting = {
  ...usualPolicy,
  seesMarkers: ['officer', 'reviewer', 'manager'],
  appealDays: null,
};

/** Who proposes, who decides, who reads safety markers, how soon an appeal is answered; as usual where nothing is set. */
export function behaviourIn(settings: Readonly<Record<string, unknown>>): BehaviourSetting {
  return { ...usualBehaviour, ...(settings.behaviour as Partial<BehaviourSetting> | undefined) };
}

export async function readBehaviourSetting(trx: Trx): Promise<BehaviourSetting> {
  return { ...usualBehaviour, ...(await readSetting<Partial<BehaviourSetting>>(trx, 'behaviour')) };
}

/** Writes nothing while something speaks against it. */
export async function writeBehaviourSetting(trx: Trx, setting: BehaviourSetting): Promise<readonly Refusal[]> {
  const refusals = objectionsToAppealDays(setting.appealDays);
  if (refusals.length === 0) await writeSetting(trx, 'behaviour', setting);
  return refusals;
}

/** Whether a restriction, the row r, holds on a day. */
export function holdsOn(today: Day): RawBuilder<boolean> {
  return sql<boolean>`(r.lifted_on is null and coalesce(r.until, 'infinity') >= ${today})`;
}

/** What the next step about a person is held against, from all of their cases; one that is hidden is not named. */
export async function readBehaviourRecord(
  trx: Trx,
  person: PersonId | null,
  today: Day,
  hidden: readonly CaseId[] = [],
): Promise<BehaviourRecord> {
  if (person === null) return { incidents: [], warnings: [], restrictions: [] };
  const { rows } = await sql<{
    what: string;
    on: Day;
    id: string | null;
    reference: string;
    caseId: CaseId;
    holds: boolean;
  }>`
    select s.case_id as "caseId", s.what, s.happened_on as on, s.restriction_id as id, c.reference,
      coalesce(${holdsOn(today)}, false) as holds
    from behaviour_step s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
    left join restriction r on r.landlord_id = s.landlord_id and r.case_id = s.case_id
      and r.restriction_id = s.restriction_id
    where s.landlord_id = ${trx.landlordId} and s.person_id = ${person} and ${notTakenBack}
    order by s.case_id, s.n`.execute(trx);
  const open = new Map<string, { state: 'proposed' | 'agreed' | 'in-force'; reference: string }>();
  for (const { what, id, reference: named, caseId, holds } of rows) {
    if (id === null) continue;
    const reference = hidden.includes(caseId) ? 'another case' : named;
    if (what === 'proposed' || what === 'agreed') open.set(id, { state: what, reference });
    else if (what === 'not-agreed' || what === 'lifted' || (what === 'restricted' && !holds)) open.delete(id);
    else if (what === 'restricted') open.set(id, { state: 'in-force', reference });
  }
  return {
    incidents: rows.flatMap(({ what, on }) => (what === 'incident' ? [on] : [])),
    warnings: rows.flatMap(({ what, on }) => (what === 'warned' ? [on] : [])),
    restrictions: [...open.values()],
  };
}

export interface RestrictionRow {
  readonly id: RestrictionId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly person: PersonId | null;
  readonly kinds: readonly RestrictionKind[];
  readonly contact: string | null;
  readonly channels: readonly Channel[];
  /** What exactly holds; null when the words were erased. */
  readonly how: string | null;
  readonly decidedOn: Day;
  readonly reviewOn: Day | null;
  readonly until: Day | null;
  readonly reviewedOn: Day | null;
  /** The day of the appeal that waits for its answer. */
  readonly appealedOn: Day | null;
  /** The Code under which its case runs. */
  readonly edition: Edition | null;
  readonly liftedOn: Day | null;
}

/** The day of the appeal against a restriction, the row r, that waits for its answer. */
export const appealedOn = sql<Day | null>`case when r.appeal_open then (
  select max(s.happened_on) from behaviour_step s
  where s.landlord_id = r.landlord_id and s.case_id = r.case_id and s.restriction_id = r.restriction_id
    and s.what = 'appealed'
) end`;

const restrictionRow = sql`
  select r.restriction_id as id, r.case_id as "caseId", c.reference, r.person_id as person,
    string_to_array(nullif(r.kinds, ''), ',') as kinds, t.name as contact,
    string_to_array(nullif(r.channels, ''), ',') as channels, w.text as how, r.decided_on as "decidedOn",
    r.review_on as "reviewOn", r.until, r.reviewed_on as "reviewedOn", r.lifted_on as "liftedOn", c.edition,
    ${appealedOn} as "appealedOn"
  from restriction r
  join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id and ${notTakenBack}
  left join staff t on t.landlord_id = r.landlord_id and t.id = r.contact_id
  left join words w on w.landlord_id = r.landlord_id
    and w.digest = case when r.how ~ '^[0-9a-f]{64}$' then decode(r.how, 'hex') end`;

type Raw = Omit<RestrictionRow, 'kinds' | 'channels'> & {
  readonly kinds: RestrictionRow['kinds'] | null;
  readonly channels: RestrictionRow['channels'] | null;
};
const tidy = (row: Raw): RestrictionRow => ({ ...row, kinds: row.kinds ?? [], channels: row.channels ?? [] });

/** What holds on a day for any of these people, from whichever case it was decided on. */
export async function restrictionsOn(
  trx: Trx,
  people: readonly PersonId[],
  today: Day,
): Promise<readonly RestrictionRow[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<Raw>`${restrictionRow}
    where r.landlord_id = ${trx.landlordId} and r.person_id = any (${people}::uuid[])
      and ${holdsOn(today)}
    order by r.decided_on`.execute(trx);
  return rows.map(tidy);
}

/** The register: what holds, the one to be looked at first on top, then what is over, the latest first. */
export async function listRestrictions(
  trx: Trx,
  today: Day,
  hidden: readonly CaseId[] = [],
): Promise<readonly RestrictionRow[]> {
  const { rows } = await sql<Raw>`${restrictionRow}
    where r.landlord_id = ${trx.landlordId} and ${notAmong('r.case_id', hidden)}
    order by ${holdsOn(today)} desc,
      case when ${holdsOn(today)} then r.review_on end,
      r.decided_on desc
    limit 500`.execute(trx);
  return rows.map(tidy);
}

export interface StepRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly what:
    | 'incident'
    | 'warned'
    | 'proposed'
    | 'agreed'
    | 'not-agreed'
    | 'restricted'
    | 'appealed'
    | 'reviewed'
    | 'lifted';
  readonly on: Day;
}

/** Every step about a person, the latest first. */
export async function stepsAbout(
  trx: Trx,
  person: PersonId,
  hidden: readonly CaseId[] = [],
): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.case_id as "caseId", c.reference, s.what, s.happened_on as on
    from behaviour_step s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id and ${notTakenBack}
    where s.landlord_id = ${trx.landlordId} and s.person_id = ${person} and ${notAmong('s.case_id', hidden)}
    order by s.happened_on desc, s.case_id, s.n desc`.execute(trx);
  return rows;
}

export interface StepWaiting {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly person: PersonId | null;
  readonly what: 'proposed' | 'agreed';
  readonly on: Day;
}

/** Restrictions that somebody has to decide, or to write to the person about. */
export async function stepsWaiting(trx: Trx, hidden: readonly CaseId[] = []): Promise<readonly StepWaiting[]> {
  const { rows } = await sql<StepWaiting>`
    select s.case_id as "caseId", c.reference, s.person_id as person, s.what, s.happened_on as on
    from behaviour_step s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id and ${notTakenBack}
    where s.landlord_id = ${trx.landlordId} and s.what in ('proposed', 'agreed')
      and ${notAmong('s.case_id', hidden)}
      and not exists (
        select 1 from behaviour_step l
        where l.landlord_id = s.landlord_id and l.case_id = s.case_id and l.restriction_id = s.restriction_id
          and l.n > s.n)
    order by s.happened_on`.execute(trx);
  return rows;
}

/** How much waits for somebody who decides: reviews that are due, appeals, proposals. */
export async function countBehaviourDue(trx: Trx, today: Day, hidden: readonly CaseId[] = []): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (
      (select count(*) from restriction r
        join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id and ${notTakenBack}
        where r.landlord_id = ${trx.landlordId} and ${holdsOn(today)}
          and (r.review_on <= ${today} or r.appeal_open)
          and ${notAmong('r.case_id', hidden)}))::int as n`.execute(trx);
  return (rows[0]?.n ?? 0) + (await stepsWaiting(trx, hidden)).length;
}
