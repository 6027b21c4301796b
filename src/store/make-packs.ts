/** Makes the packs whose day has come: figures of the period and of the one before, what is open, the history's head. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Measured, Period } from '../reports/measured.js';
import { type PackDue, packsDue } from '../reports/packs/calendar.js';
import { packOf } from '../reports/packs/pack.js';
import type { Determination, OrderOpen, PackData } from '../reports/packs/pack-data.js';
import type { OpenNow } from '../reports/packs/questions.js';
import { financialYear, periodBefore } from '../reports/period.js';
import { listAssessments } from './assessments.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { type HistoryHead, historyHead } from './history-head.js';
import { measure } from './measures.js';
import { chosenKinds, readPackCalendar } from './pack-calendar.js';
import { packTrends } from './pack-trends.js';
import { challengesOf, keepPack, packBefore, packIsMade } from './packs.js';
import { provisionStates } from './provision-states.js';
import { homeCounts } from './queue.js';
import { listReports, type ReportState } from './reports.js';

/** How many packs were made. Harmless when it runs twice: a pack of a period is made once. */
export async function makePacksDue(trx: Trx, today: Day): Promise<number> {
  const calendar = await readPackCalendar(trx);
  const due: PackDue[] = [];
  for (const one of packsDue(today, calendar.daysAfter, chosenKinds(calendar)))
    if (!(await packIsMade(trx, one, one.period))) due.push(one);
  const head = due.length === 0 ? null : await historyHead(trx);
  // An empty register has nothing to tell, and a landlord's first day brings no pack of the year before it came.
  if (head === null || head.cases === 0) return 0;
  const orders = await ordersOpen(trx, today);
  const making: Making = {
    today,
    head,
    orders,
    landlord: await nameOf(trx),
    open: await openNow(trx, today, orders),
    annualReport: await annualReport(trx),
    of: measuredOnce(trx, today),
  };
  let made = 0;
  for (const one of due) if ((await makeOne(trx, one, making)) !== null) made += 1;
  return made;
}

/** What every pack of a day shares. */
interface Making extends Pick<PackData, 'landlord' | 'open' | 'orders' | 'annualReport'> {
  readonly today: Day;
  readonly head: HistoryHead;
  readonly of: (period: Period) => Promise<readonly Measured[]>;
}

/** The measures of a period, asked for once however many packs tell of it. */
function measuredOnce(trx: Trx, today: Day): Making['of'] {
  const known = new Map<string, readonly Measured[]>();
  return async (period) => {
    const key = `${period.from} ${period.until}`;
    const figures = known.get(key) ?? (await measure(trx, period, today));
    known.set(key, figures);
    return figures;
  };
}

async function makeOne(trx: Trx, due: PackDue, { today, head, of, ...shared }: Making): Promise<string | null> {
  const before = periodBefore(due.every, due.period);
  const [now, earlier] = [await of(due.period), await of(before)];
  const last = await packBefore(trx, due, due.period.from);
  const pack = packOf({
    ...shared,
    kind: due,
    period: due.period,
    before,
    madeOn: today,
    now,
    earlier,
    trends: await packTrends(trx, due, due.period, today),
    determinations: await determinedIn(trx, due.period),
    lastTime: last === null ? [] : await challengesOf(trx, last.id),
    provenance: [
      `Made from ${head.entries} entries of ${head.cases} cases; history head ${head.digest}.`,
      ...(head.lastRecordedAt === null ? [] : [`The last entry was recorded at ${head.lastRecordedAt}.`]),
    ],
  });
  return keepPack(trx, { kind: due, period: due.period, madeOn: today, pack, figures: { now, earlier }, head });
}

async function nameOf(trx: Trx): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from landlord where id = ${trx.landlordId}`.execute(trx);
  return rows[0]?.name ?? '';
}

/** What the Ombudsman determined in the period, an issue after the other. */
async function determinedIn(trx: Trx, period: Period): Promise<Determination[]> {
  const { rows } = await sql<Determination>`
    select d.determined_on as "on", c.reference, array_agg(d.finding order by d.n) as findings
    from determination d
    join complaint c on c.landlord_id = d.landlord_id and c.case_id = d.case_id and ${notTakenBack}
    where d.landlord_id = ${trx.landlordId} and d.determined_on between ${period.from} and ${period.until}
    group by 1, 2 order by 1, 2`.execute(trx);
  return rows;
}

/** Binding orders that nobody has shown to be complied with. */
async function ordersOpen(trx: Trx, today: Day): Promise<OrderOpen[]> {
  const { rows } = await sql<OrderOpen>`
    select c.reference, o.due_on as "dueOn", coalesce(o.due_on < ${today}, false) as late,
      exists (select from determination d where d.landlord_id = o.landlord_id and d.case_id = o.case_id
        and d.finding ilike 'severe%') as severe
    from ombudsman_order o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.binding and o.counts and o.complied_on is null
    order by o.due_on nulls last, c.reference`.execute(trx);
  return rows;
}

async function openNow(trx: Trx, today: Day, orders: readonly OrderOpen[]): Promise<OpenNow> {
  const { live, overdue } = await homeCounts(trx, { handler: null, today, weekEnds: today });
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::integer as open, (count(*) filter (where m.due_on < ${today}))::integer as late
    from promise m join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.state = 'open' and m.counts and ${notTakenBack}`.execute(trx);
  return {
    open: live,
    overdue,
    promisesOpen: rows[0]?.open ?? 0,
    promisesLate: rows[0]?.late ?? 0,
    contradicted: await contradictedNow(trx, today),
    ombudsmanOrdersLate: orders.filter((order) => order.late).length,
  };
}

const reportStates: Readonly<Record<ReportState, string>> = {
  draft: 'being written',
  'in-comment': 'out for comment',
  approved: 'approved, not frozen yet',
  frozen: 'frozen, not published yet',
  published: 'published',
};

/** The latest annual report and where it stands (9.7d). */
async function annualReport(trx: Trx): Promise<{ readonly year: string; readonly state: string } | null> {
  const [latest] = await listReports(trx);
  return latest === undefined ? null : { year: financialYear(latest.year).name, state: reportStates[latest.state] };
}

/** Of the assessment that was looked at last: the provisions answered yes while the cases of its year say otherwise. */
async function contradictedNow(trx: Trx, today: Day): Promise<string[]> {
  const [latest] = await listAssessments(trx);
  if (latest === undefined) return [];
  const states = await provisionStates(trx, latest, today);
  return [...states].flatMap(([provision, { state }]) => (state === 'contradicted' ? [provision] : []));
}
