/** In how many cases each word of residents stands, and which words may be shown: never a name, never of fewer than five. */
import { sql } from 'kysely';
import type { CaseId } from '../../facts/happened.js';
import { type CasesTold, leastCases, type TermCount } from '../../reports/themes/rising.js';
import { formsOf, wordsIn } from '../../reports/themes/terms.js';
import { ordinaryInAddresses } from '../../reports/themes/words-left-out.js';
import { countedComplaint } from '../counted-cases.js';
import type { Trx } from '../database.js';
import type { Between } from './group-counts.js';

export interface TermsCounted {
  readonly terms: readonly TermCount[];
  readonly cases: CasesTold;
}

/** The words that at least five cases of the latest months have, counted there and before. */
export async function countTerms(trx: Trx, before: Between, latest: Between): Promise<TermsCounted> {
  const told = sql`
    select t.terms, c.received_on >= ${latest.from}::date as is_latest
    from complaint c
    join theme_case t on t.landlord_id = c.landlord_id and t.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and c.received_on between ${before.from} and ${latest.until}
      and ${countedComplaint}`;
  const counted = await sql<TermCount>`
    select n.id, k.term, n.latest, n.before
    from (
      select u.id, count(*) filter (where told.is_latest)::int as latest,
        count(*) filter (where not told.is_latest)::int as before
      from (${told}) told, unnest(told.terms) u (id)
      group by u.id
      having count(*) filter (where told.is_latest) >= ${leastCases}) n
    join theme_term k on k.landlord_id = ${trx.landlordId} and k.id = n.id`.execute(trx);
  const cases = await sql<CasesTold>`
    select count(*) filter (where is_latest)::int as latest, count(*) filter (where not is_latest)::int as before
    from (${told}) told
    where cardinality(terms) > 0`.execute(trx);
  return { terms: counted.rows, cases: cases.rows[0] ?? { latest: 0, before: 0 } };
}

export interface TermsToShow {
  readonly shown: readonly TermCount[];
  /** How many were left out because they are a name, stand in an address, or are told by fewer than five people. */
  readonly leftOut: number;
}

/** The first of these words that may be shown, of those that at least five people have in the month. */
export async function showable(
  trx: Trx,
  terms: readonly TermCount[],
  month: Between,
  most: number,
): Promise<TermsToShow> {
  const shown: TermCount[] = [];
  let leftOut = 0;
  for (let at = 0; at < terms.length && shown.length < most; at += most) {
    const some = terms.slice(at, at + most);
    const hidden = await hiddenOf(trx, some, await peopleOf(trx, some, month));
    for (const term of some) {
      if (hidden.has(term.id)) leftOut += 1;
      else if (shown.length < most) shown.push(term);
    }
  }
  return { shown, leftOut };
}

/** How many people have each of these words, of those whose complaints were received in the month. */
async function peopleOf(trx: Trx, terms: readonly TermCount[], { from, until }: Between): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; people: number }>`
    select u.id, count(distinct coalesce(c.person_id, c.case_id))::int as people
    from complaint c
    join theme_case t on t.landlord_id = c.landlord_id and t.case_id = c.case_id
    cross join lateral unnest(t.terms) u (id)
    where c.landlord_id = ${trx.landlordId} and c.received_on between ${from} and ${until} and ${countedComplaint}
      and u.id = any (${terms.map(({ id }) => id)}::integer[])
    group by u.id`.execute(trx);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Which of these are somebody's name, stand in an address, were left out by a person, or are told by fewer than five people. */
async function hiddenOf(
  trx: Trx,
  terms: readonly Pick<TermCount, 'id' | 'term'>[],
  people: ReadonlyMap<number, number>,
): Promise<ReadonlySet<number>> {
  if (terms.length === 0) return new Set();
  const forms = [...new Set(terms.flatMap(({ term }) => [term, ...wordsIn(term)].flatMap(formsOf)))];
  const named = await sql<{ word: string; kind: 'person' | 'home' }>`
    select word, kind from putright_words_in_names(${forms}::text[])`.execute(trx);
  const own = await sql<{ name: string }>`
    select lower(name) as name from staff where landlord_id = ${trx.landlordId}
    union
    select distinct lower(block) from home where landlord_id = ${trx.landlordId} and block <> ''`.execute(trx);
  const out = await sql<{ term: string }>`
    select term from theme_left_out where landlord_id = ${trx.landlordId}`.execute(trx);
  const called = new Set(own.rows.flatMap(({ name }) => name.split(/[^\p{L}]+/u)).filter((word) => word.length > 2));
  for (const { word, kind } of named.rows) if (kind === 'person') called.add(word);
  const places = new Set(named.rows.flatMap(({ word, kind }) => (kind === 'home' ? [word] : [])));
  const leftOut = new Set(out.rows.map(({ term }) => term));
  // Of a pair each word is looked at by itself, and the two together: 'mill' and 'lane' are ordinary, 'mill lane' is a street.
  const isName = (one: string) =>
    leftOut.has(one) ||
    formsOf(one).some((form) => called.has(form) || (places.has(form) && !ordinaryInAddresses.has(form)));
  return new Set(
    terms.flatMap(({ id, term }) =>
      [term, ...wordsIn(term)].some(isName) || (people.get(id) ?? 0) < leastCases ? [id] : [],
    ),
  );
}

/** A word by its number, with how many cases there are of it in each month; null when it may not be shown. */
export async function readTerm(
  trx: Trx,
  id: number,
  between: Between,
): Promise<{
  readonly term: string;
  readonly months: ReadonlyMap<string, number>;
  readonly cases: readonly CaseId[];
} | null> {
  const found = await sql<{ term: string }>`
    select term from theme_term where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  const term = found.rows[0]?.term;
  if (term === undefined) return null;
  const { rows } = await sql<{ case_id: CaseId; person: string; month: string }>`
    select c.case_id, coalesce(c.person_id, c.case_id) as person, to_char(c.received_on, 'YYYY-MM-01') as month
    from theme_case t
    join complaint c on c.landlord_id = t.landlord_id and c.case_id = t.case_id
    where t.landlord_id = ${trx.landlordId} and t.terms @> array[${id}::integer] and ${countedComplaint}
      and c.received_on between ${between.from} and ${between.until}
    order by c.received_on desc, c.case_id`.execute(trx);
  if (rows.length < leastCases) return null;
  const people = new Map([[id, new Set(rows.map(({ person }) => person)).size]]);
  if ((await hiddenOf(trx, [{ id, term }], people)).size > 0) return null;
  const months = new Map<string, number>();
  for (const { month } of rows) months.set(month, (months.get(month) ?? 0) + 1);
  return { term, months, cases: rows.map((row) => row.case_id) };
}
