/**
 * What the cases of a period show of each provision of a Code: counted from sums that are kept current with the history,
 * with the exceptions listed and a sample drawn by a seed. Only what runs late today is read from what is still to do.
 */
import { sql } from 'kysely';
import { drawn } from '../assess/sample.js';
import { ruleOf, rulesOf } from '../assess/shown/rules.js';
import type { Why } from '../assess/shown/why.js';
import type { Rule, StillToDo, Verdict } from '../assess/shown/words.js';
import type { CasesShow } from '../assess/state.js';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import { type Edition, editions } from '../law/words.js';
import type { Period } from '../reports/measured.js';
import { type Trx, together } from './database.js';
import { markParts } from './projection.js';

export interface ProvisionEvidence extends CasesShow {
  readonly provision: string;
  readonly rule: Rule;
  /** Cases that show it, kept or not: `met` and `exceptions` together. */
  readonly cases: number;
  /** The exceptions by their reason, the commonest first. */
  readonly whys: readonly { readonly why: Why; readonly cases: number }[];
}

export interface CasesEvidence {
  readonly edition: Edition;
  readonly period: Period;
  readonly today: Day;
  /** Every provision that cases can show, also where none does. */
  readonly byProvision: ReadonlyMap<string, ProvisionEvidence>;
  /** Complaints of the period that came under another Code, and are judged by that one. */
  readonly underOtherCodes: readonly { readonly edition: Edition; readonly complaints: number }[];
}

interface Counted {
  readonly edition: Edition;
  readonly provision: string;
  readonly verdict: '+' | '-' | '?';
  readonly why: string;
  readonly n: number;
}

/** A provision that every complaint shows by its receipt, so that complaints can be counted under each Code. */
const everyComplaint: Readonly<Record<Edition, string>> = { '2020': '4.3', '2022': '2.1', '2024': '3.1' };

export async function evidenceOf(trx: Trx, edition: Edition, period: Period, today: Day): Promise<CasesEvidence> {
  const [counted, late] = await together(countsOf(trx, period), lateNow(trx, edition, period, today));
  const byProvision = new Map<string, ProvisionEvidence>();
  const mine = Map.groupBy(
    counted.filter((row) => row.edition === edition),
    (row) => row.provision,
  );
  for (const [provision, rule] of rulesOf(edition)) {
    const rows = mine.get(provision) ?? [];
    const sum = (verdict: Counted['verdict']) =>
      rows.reduce((total, row) => total + (row.verdict === verdict ? row.n : 0), 0);
    const met = sum('+');
    const exceptions = sum('-');
    byProvision.set(provision, {
      provision,
      rule,
      met,
      exceptions,
      unknown: sum('?'),
      cases: met + exceptions,
      lateNow: rule.late.reduce((total, what) => total + (late.get(what) ?? 0), 0),
      whys: rows
        .filter((row) => row.verdict === '-' && row.n > 0)
        .map((row) => ({ why: row.why as Why, cases: row.n }))
        .sort((a, b) => b.cases - a.cases || (a.why < b.why ? -1 : 1)),
    });
  }
  const underOtherCodes = editions
    .filter((other) => other !== edition)
    .map((other) => ({
      edition: other,
      complaints: counted.reduce(
        (total, row) => total + (row.edition === other && row.provision === everyComplaint[other] ? row.n : 0),
        0,
      ),
    }))
    .filter(({ complaints }) => complaints > 0);
  return { edition, period, today, byProvision, underOtherCodes };
}

const compact = (on: Day): string => on.replaceAll('-', '');

/** Sums by month where the period is whole months, as years and quarters are; else each mark is looked at. */
async function countsOf(trx: Trx, { from, until }: Period): Promise<readonly Counted[]> {
  const wholeMonths = from.endsWith('-01') && addDays(until, 1).endsWith('-01');
  const found = wholeMonths
    ? await sql<Counted>`
        select edition, provision, verdict, why, sum(n)::int as n
        from shown_tally
        where landlord_id = ${trx.landlordId}
          and month between ${compact(from).slice(0, 6)} and ${compact(until).slice(0, 6)}
        group by 1, 2, 3, 4`.execute(trx)
    : await sql<Counted>`
        with marked (edition, month, provision, verdict, why) as (
          select edition, ${sql.raw(markParts)}
          from shown, string_to_table(marks, ';') mark
          where landlord_id = ${trx.landlordId} and first_on <= ${until} and last_on >= ${from}
            and left(mark, 8) between ${compact(from)} and ${compact(until)})
        select edition, provision, verdict, why, count(*)::int as n
        from marked
        group by 1, 2, 3, 4`.execute(trx);
  return found.rows;
}

/** Cases past a day of the period and not done, by what is still to do. */
async function lateNow(
  trx: Trx,
  edition: Edition,
  { from, until }: Period,
  today: Day,
): Promise<Map<StillToDo, number>> {
  const before = until < today ? until : addDays(today, -1);
  const found = await sql<{ what: StillToDo; n: number }>`
    with late as materialized (
      select k.kind, k.stage, k.case_id
      from clock k
      join complaint c on c.landlord_id = k.landlord_id and c.case_id = k.case_id
      where k.landlord_id = ${trx.landlordId} and k.running and k.due_on between ${from} and ${before}
        and c.edition = ${edition})
    select case when stage is null then kind else kind || '-at-stage-' || stage end as what,
      count(distinct case_id)::int as n
    from late
    group by grouping sets ((kind), (kind, stage))
    union all
    select 'adjustment-review', count(distinct a.case_id)::int
    from adjustment a
    join complaint c on c.landlord_id = a.landlord_id and c.case_id = a.case_id
    where a.landlord_id = ${trx.landlordId} and a.ended_on is null and a.review_on between ${from} and ${before}
      and c.edition = ${edition}
    union all
    select 'restriction-review', count(distinct r.case_id)::int
    from restriction r
    join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    where r.landlord_id = ${trx.landlordId} and r.lifted_on is null and r.review_on between ${from} and ${before}
      and coalesce(r.until, 'infinity') > r.review_on and c.edition = ${edition}
    union all
    select 'order', count(distinct o.case_id)::int
    from ombudsman_order o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.complied_on is null and o.due_on between ${from} and ${before}
      and c.edition = ${edition}`.execute(trx);
  return new Map(found.rows.map((row) => [row.what, row.n]));
}

export interface Sighting {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly on: Day;
  readonly verdict: Verdict;
  readonly why: Why | null;
}

export interface Page {
  /** From 1. */
  readonly page: number;
  readonly each: number;
}

/** The exceptions of a provision in the order of their days, a page at a time. */
export async function exceptionsOf(
  trx: Trx,
  edition: Edition,
  provision: string,
  period: Period,
  { page, each }: Page,
): Promise<readonly Sighting[]> {
  if (ruleOf(edition, provision) === null) return [];
  const found = await sql<SightingRow>`
    select s.case_id, c.reference, mark
    from shown s
    join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id, string_to_table(s.marks, ';') mark
    where ${marked(trx, edition, period)} and s.marks like ${`%-${provision}:%`}
      and mark like ${`________-${provision}:%`}
      and left(mark, 8) between ${compact(period.from)} and ${compact(period.until)}
    order by left(mark, 8), c.reference
    limit ${each} offset ${(page - 1) * each}`.execute(trx);
  return found.rows.map(sighting);
}

/** Cases that show the provision, kept or not or unknown, drawn by a seed: the same seed draws the same again. */
export async function sampleOf(
  trx: Trx,
  edition: Edition,
  provision: string,
  period: Period,
  seed: string,
  n: number,
): Promise<readonly Sighting[]> {
  if (ruleOf(edition, provision) === null) return [];
  const all = await sql<{ case_id: CaseId; mark: string }>`
    select s.case_id, mark
    from shown s, string_to_table(s.marks, ';') mark
    where ${marked(trx, edition, period)}
      and (s.marks like ${`%+${provision};%`} or s.marks like ${`%-${provision}:%`} or s.marks like ${`%?${provision};%`})
      and split_part(substr(mark, 10), ':', 1) = ${provision}
      and left(mark, 8) between ${compact(period.from)} and ${compact(period.until)}`.execute(trx);
  const ids = drawn(
    seed,
    all.rows.map((row) => row.case_id),
    n,
  );
  if (ids.length === 0) return [];
  const named = await sql<{ case_id: CaseId; reference: string }>`
    select case_id, reference from complaint
    where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[])`.execute(trx);
  const references = new Map(named.rows.map((row) => [row.case_id, row.reference]));
  const marks = new Map(all.rows.map((row) => [row.case_id, row.mark]));
  return ids.map((id) => sighting({ case_id: id, reference: references.get(id) ?? '', mark: marks.get(id) ?? '' }));
}

function marked(trx: Trx, edition: Edition, { from, until }: Period) {
  return sql`s.landlord_id = ${trx.landlordId} and s.edition = ${edition}
    and s.first_on <= ${until} and s.last_on >= ${from}`;
}

interface SightingRow {
  readonly case_id: CaseId;
  readonly reference: string;
  readonly mark: string;
}

const verdictOf: Readonly<Record<string, Verdict>> = { '+': 'met', '-': 'exception', '?': 'unknown' };

function sighting({ case_id, reference, mark }: SightingRow): Sighting {
  const why = mark.split(':')[1];
  return {
    caseId: case_id,
    reference,
    on: `${mark.slice(0, 4)}-${mark.slice(4, 6)}-${mark.slice(6, 8)}` as Day,
    verdict: verdictOf[mark.charAt(8)] ?? 'unknown',
    why: why === undefined ? null : (why as Why),
  };
}
