/** The cases behind what is shown of a provision: the exceptions in the order of their days, and a sample drawn by a seed. */
import { sql } from 'kysely';
import { drawn } from '../assess/sample.js';
import { ruleOf } from '../assess/shown/rules.js';
import type { Why } from '../assess/shown/why.js';
import type { Verdict } from '../assess/shown/words.js';
import type { Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import type { Period } from '../reports/measured.js';
import type { Trx } from './database.js';
import { compact } from './evidence-of-cases.js';
import { notAmong } from './staff-concerned.js';

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
  page: Page,
): Promise<readonly Sighting[]> {
  return named(trx, exceptionsIn(await seenOf(trx, edition, provision, period, ['-']), page));
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
  return named(trx, sampleIn(await seenOf(trx, edition, provision, period, ['+', '-', '?']), seed, n));
}

/** Both, reading the cases but once; without those that are hidden from who looks. */
export async function exceptionsAndSample(
  trx: Trx,
  { edition, provision, period }: { readonly edition: Edition; readonly provision: string; readonly period: Period },
  page: Page,
  { seed, n, hidden = [] }: { readonly seed: string; readonly n: number; readonly hidden?: readonly CaseId[] },
): Promise<{ readonly exceptions: readonly Sighting[]; readonly sample: readonly Sighting[] }> {
  const all = await seenOf(trx, edition, provision, period, ['+', '-', '?'], hidden);
  return {
    exceptions: await named(trx, exceptionsIn(all, page)),
    sample: await named(trx, sampleIn(all, seed, n)),
  };
}

interface Seen {
  readonly case_id: CaseId;
  readonly mark: string;
}

function exceptionsIn(all: readonly Seen[], { page, each }: Page): readonly Seen[] {
  return all
    .filter(({ mark }) => mark.charAt(8) === '-')
    .sort((a, b) => (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : a.case_id < b.case_id ? -1 : 1))
    .slice((page - 1) * each, page * each);
}

function sampleIn(all: readonly Seen[], seed: string, n: number): readonly Seen[] {
  const by = new Map(all.map((one) => [one.case_id, one]));
  return drawn(seed, [...by.keys()], n).flatMap((id) => by.get(id) ?? []);
}

/** Every case of the period with its mark of one provision. A line holds one mark of each, so a search finds the only one. */
async function seenOf(
  trx: Trx,
  edition: Edition,
  provision: string,
  { from, until }: Period,
  signs: readonly ('+' | '-' | '?')[],
  hidden: readonly CaseId[] = [],
): Promise<readonly Seen[]> {
  if (ruleOf(edition, provision) === null) return [];
  const places = signs.map((sign) => sql`strpos(s.marks, ${`${sign}${provision}${sign === '-' ? ':' : ';'}`})`);
  const found = await sql<Seen>`
    with found as (
      select s.case_id, s.marks, greatest(${sql.join(places)}) as at
      from shown s
      where s.landlord_id = ${trx.landlordId} and s.edition = ${edition}
        and s.first_on <= ${until} and s.last_on >= ${from}
        and ${notAmong('s.case_id', hidden)})
    select f.case_id, split_part(substr(f.marks, f.at - 8), ';', 1) as mark
    from found f
    where f.at > 0 and substr(f.marks, f.at - 8, 8) between ${compact(from)} and ${compact(until)}`.execute(trx);
  return found.rows;
}

async function named(trx: Trx, seen: readonly Seen[]): Promise<readonly Sighting[]> {
  if (seen.length === 0) return [];
  const found = await sql<{ case_id: CaseId; reference: string }>`
    select case_id, reference from complaint
    where landlord_id = ${trx.landlordId} and case_id = any (${seen.map(({ case_id }) => case_id)}::uuid[])`.execute(
    trx,
  );
  const references = new Map(found.rows.map((row) => [row.case_id, row.reference]));
  return seen.map(({ case_id, mark }) => sighting({ case_id, reference: references.get(case_id) ?? '', mark }));
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
