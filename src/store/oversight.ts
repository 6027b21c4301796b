/**
 * Where complaints stand today, and complaints as rows without names or words, for the member responsible for complaints.
 * What is counted in a period are the measures; nobody here is named.
 */
import { sql } from 'kysely';
import type { Standing } from '../complaint/case.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Stage } from '../facts/happened.js';
import { countedComplaint, notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

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

export interface StandingNow {
  /** Complaints that are open now, by where they stand and at which stage. */
  readonly standing: readonly (Counted<Standing['is']> & { readonly stage: Stage | null })[];
  readonly promises: { readonly open: number; readonly late: number; readonly moved: number };
}

/** Complaints that are open and promises that still run, whenever they began. */
export async function readStandingNow(trx: Trx, today: Day): Promise<StandingNow> {
  const standing = await sql<StandingNow['standing'][number]>`
    select c.standing as of, c.stage, count(*)::int as n from complaint c
    where c.landlord_id = ${trx.landlordId} and c.open and ${countedComplaint}
    group by 1, 2 order by 2 nulls first, 1`.execute(trx);
  const promises = await sql<StandingNow['promises']>`
    select count(*)::int as open, count(*) filter (where m.due_on < ${today})::int as late,
      count(*) filter (where m.moves > 0)::int as moved
    from promise m join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.state = 'open' and m.counts and ${notTakenBack}`.execute(trx);
  const [running] = promises.rows;
  if (running === undefined) throw new Error('a count is always one row');
  return { standing: standing.rows, promises: running };
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
  about: {
    readonly show: 'open' | 'all';
    readonly period: Period;
    readonly size: number;
    readonly skip: number;
    /** What this viewer may not see: store/staff-concerned.ts. */
    readonly hidden?: readonly CaseId[];
  },
): Promise<BareCases> {
  const { show, period, size, skip, hidden = [] } = about;
  const where = sql`c.landlord_id = ${trx.landlordId} and c.kind = 'complaint' and ${notTakenBack}
    and ${notAmong('c.case_id', hidden)} and ${show === 'open' ? sql`c.open` : sql`c.received_on between ${period.from} and ${period.until}`}`;
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
