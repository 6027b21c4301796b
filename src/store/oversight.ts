/**
 * Complaints in figures and as rows without names or words, for the member responsible for complaints. What is counted
 * stands beside each query; nobody in it is named.
 */
import { sql } from 'kysely';
import type { Standing } from '../complaint/case.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Finding, Kind, RefusalGround, Stage } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Period {
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
  readonly today: Day;
}

export interface Counted<Of> {
  readonly of: Of;
  readonly n: number;
}

export interface InTime {
  readonly kind: 'stage-1-acknowledgement' | 'stage-1-response' | 'stage-2-acknowledgement' | 'stage-2-response';
  readonly inTime: number;
  readonly late: number;
  readonly notYetDue: number;
}

export interface Theme {
  readonly category: string | null;
  readonly received: number;
  readonly upheld: number;
  readonly answered: number;
  readonly stage2: number;
}

export interface Oversight {
  /** Complaints that are open now, by where they stand and at which stage. */
  readonly standing: readonly (Counted<Standing['is']> & { readonly stage: Stage | null })[];
  readonly kinds: readonly Counted<Kind | null>[];
  readonly areas: readonly Counted<string | null>[];
  readonly themes: readonly Theme[];
  readonly inTime: readonly InTime[];
  readonly outcomes: readonly (Counted<Finding> & { readonly stage: Stage })[];
  readonly refusals: readonly Counted<RefusalGround>[];
  readonly escalation: { readonly requested: number; readonly refused: number; readonly stage1: number };
  readonly promises: { readonly open: number; readonly late: number; readonly moved: number };
}

/** A complaint that counts: none whose import was taken back, none that was refused and stayed so. */
const counts = sql.raw(`c.kind = 'complaint' and c.standing <> 'import-taken-back'
  and (c.refused_on is null or c.refusal_overturned_on is not null)`);

/** The figures of a period by the London day, each counted as the comment at its query says. */
export async function readOversight(trx: Trx, period: Period): Promise<Oversight> {
  const { from, until, today } = period;
  const received = sql`c.landlord_id = ${trx.landlordId} and c.received_on between ${from} and ${until}`;
  const standing = await sql<Oversight['standing'][number]>`
    select c.standing as of, c.stage, count(*) as n from complaint c
    where c.landlord_id = ${trx.landlordId} and c.open and ${counts}
    group by 1, 2 order by 2 nulls first, 1`.execute(trx);
  const kinds = await sql<Counted<Kind | null>>`
    select c.kind as of, count(*) as n from complaint c
    where ${received} and c.standing <> 'import-taken-back' group by 1 order by 2 desc, 1`.execute(trx);
  const areas = await sql<Counted<string | null>>`
    select c.area as of, count(*) as n from complaint c
    where ${received} and ${counts} group by 1 order by 2 desc, 1 nulls last`.execute(trx);
  const themes = await sql<Theme>`
    select c.category, count(*) as received,
      count(*) filter (where s.outcome in ('upheld', 'partly-upheld')) as upheld,
      count(*) filter (where s.responded_on is not null) as answered,
      count(*) filter (where c.escalation_requested_on is not null) as stage2
    from complaint c
    left join stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = 1
    where ${received} and ${counts} group by 1 order by 2 desc, 1 nulls last`.execute(trx);
  // By the day on which the stage began. A clock that ended undone (withdrawn, refused) is in neither count.
  const inTime = await sql<InTime>`
    select k.kind,
      count(*) filter (where k.done_on <= k.due_on) as "inTime",
      count(*) filter (where k.done_on > k.due_on or (k.running and k.due_on < ${today})) as late,
      count(*) filter (where k.running and k.due_on >= ${today}) as "notYetDue"
    from clock k
    join complaint c on c.landlord_id = k.landlord_id and c.case_id = k.case_id
    join stage s on s.landlord_id = k.landlord_id and s.case_id = k.case_id and s.stage = k.stage
    where k.landlord_id = ${trx.landlordId} and ${counts} and s.started_on between ${from} and ${until}
      and k.kind in ('stage-1-acknowledgement', 'stage-1-response', 'stage-2-acknowledgement', 'stage-2-response')
    group by 1 order by 1`.execute(trx);
  const outcomes = await sql<Oversight['outcomes'][number]>`
    select s.stage, s.outcome as of, count(*) as n
    from stage s join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
    where s.landlord_id = ${trx.landlordId} and ${counts} and s.outcome is not null
      and s.responded_on between ${from} and ${until}
    group by 1, 2 order by 1, 2`.execute(trx);
  const refusals = await sql<Counted<RefusalGround>>`
    select c.refused_ground as of, count(*) as n from complaint c
    where c.landlord_id = ${trx.landlordId} and c.refused_on between ${from} and ${until}
      and c.refused_ground is not null and c.standing <> 'import-taken-back'
    group by 1 order by 2 desc, 1`.execute(trx);
  const escalation = await sql<Oversight['escalation']>`
    select count(*) filter (where c.escalation_requested_on between ${from} and ${until}) as requested,
      count(*) filter (where c.escalation_refused_on between ${from} and ${until}) as refused,
      count(*) filter (where c.received_on between ${from} and ${until}) as stage1
    from complaint c where c.landlord_id = ${trx.landlordId} and ${counts}`.execute(trx);
  const promises = await sql<Oversight['promises']>`
    select count(*) as open, count(*) filter (where m.due_on < ${today}) as late,
      count(*) filter (where m.moves > 0) as moved
    from promise m join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.state = 'open' and c.standing <> 'import-taken-back'`.execute(trx);
  const one = <T>(rows: readonly T[]): T => {
    const [row] = rows;
    if (row === undefined) throw new Error('a count is always one row');
    return row;
  };
  return {
    standing: standing.rows,
    kinds: kinds.rows,
    areas: areas.rows,
    themes: themes.rows,
    inTime: inTime.rows,
    outcomes: outcomes.rows,
    refusals: refusals.rows,
    escalation: one(escalation.rows),
    promises: one(promises.rows),
  };
}

/** A case without anybody’s name, address or words. */
export interface BareCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly category: string | null;
  readonly area: string | null;
  readonly standing: Standing['is'];
  readonly stage: Stage | null;
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly nextDueOn: Day | null;
}

export interface BareCases {
  readonly rows: readonly BareCase[];
  readonly total: number;
}

/** Complaints, those due first on top; of the period when all are asked for, else those that are open. */
export async function bareCases(
  trx: Trx,
  about: { readonly show: 'open' | 'all'; readonly period: Period; readonly size: number; readonly skip: number },
): Promise<BareCases> {
  const { show, period, size, skip } = about;
  const where = sql`c.landlord_id = ${trx.landlordId} and c.kind = 'complaint' and c.standing <> 'import-taken-back'
    and ${show === 'open' ? sql`c.open` : sql`c.received_on between ${period.from} and ${period.until}`}`;
  const total = await sql<{ n: number }>`select count(*) as n from complaint c where ${where}`.execute(trx);
  const found = await sql<BareCase>`
    select c.case_id as "caseId", c.reference, c.category, c.area, c.standing, c.stage, c.received_on as "receivedOn",
      s.acknowledged_on as "acknowledgedOn", s.responded_on as "answeredOn", c.next_due_on as "nextDueOn"
    from complaint c
    left join stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = c.stage
    where ${where}
    order by c.next_due_on nulls last, c.received_on desc, c.case_id
    limit ${size} offset ${skip}`.execute(trx);
  return { rows: found.rows, total: total.rows[0]?.n ?? 0 };
}
