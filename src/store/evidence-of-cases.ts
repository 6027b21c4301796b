/**
 * What the cases of a period show of each provision of a Code: counted from sums that are kept current with the history,
 * so that a year is read at once. Only what runs late today is read from what is still to do.
 */
import { sql } from 'kysely';
import { rulesOf } from '../assess/shown/rules.js';
import type { Why } from '../assess/shown/why.js';
import type { Rule } from '../assess/shown/words.js';
import type { CasesShow } from '../assess/state.js';
import { addDays, type Day } from '../facts/days.js';
import { type Edition, editions } from '../law/words.js';
import type { Period } from '../reports/measured.js';
import { type Trx, together } from './database.js';
import { markParts } from './projection.js';
import { lateNow } from './running-late.js';

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

/** As a mark has it: '20240409'. */
export const compact = (on: Day): string => on.replaceAll('-', '');

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
