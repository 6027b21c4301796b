/**
 * Cases like one: of the same block, category or area, with the same cause, or with the same words in them. What a person
 * may not open is for the caller to leave out, by the one rule of who sees a case.
 */
import { sql } from 'kysely';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId, Finding } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

export interface SimilarCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly receivedOn: Day;
  readonly category: string | null;
  readonly outcome: Finding | null;
  readonly sameBlock: boolean;
  readonly sameCategory: boolean;
  readonly sameArea: boolean;
  readonly sameCause: boolean;
  readonly sameWords: boolean;
  readonly causes: readonly string[];
  readonly lessons: readonly string[];
}

export interface SimilarAsked {
  readonly caseId: CaseId;
  /** For the search's own door: words, or words with 'or' between them. */
  readonly words: string;
  /** Causes found or chosen for this case. */
  readonly causes: readonly string[];
  readonly today: Day;
  readonly most: number;
}

/** How far back: older ones were under other rules and other contractors. */
const yearsBack = 3;

/** The most alike first, then the newest. */
export async function similarCases(trx: Trx, asked: SimilarAsked): Promise<SimilarCase[]> {
  const { caseId, words, causes, today, most } = asked;
  const since = addDays(today, -365 * yearsBack);
  const { rows } = await sql<SimilarCase>`
    with here as (
      select c.area, c.category, h.block
      from complaint c left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
      where c.landlord_id = ${trx.landlordId} and c.case_id = ${caseId}),
    by_category as (
      select c.case_id from complaint c, here
      where c.landlord_id = ${trx.landlordId} and c.category = here.category and c.received_on >= ${since}
      order by c.received_on desc limit 100),
    by_block as (
      select c.case_id from here
      join home h on h.landlord_id = ${trx.landlordId} and h.block = here.block and here.block <> ''
      join complaint c on c.landlord_id = h.landlord_id and c.home_id = h.id
      where c.received_on >= ${since}
      order by c.received_on desc limit 100),
    by_cause as (
      select l.case_id from lesson l
      where l.landlord_id = ${trx.landlordId} and l.kind = 'cause' and l.what = any (${[...causes]}::text[])
        and l.found_on >= ${since}
      order by l.found_on desc limit 100),
    by_words as (
      select case_id from putright_search_words(${words}, 100) where received_on >= ${since}),
    near as (
      select case_id from by_category union select case_id from by_block
      union select case_id from by_cause union select case_id from by_words),
    told as (
      select c.case_id, c.reference, c.received_on, c.category,
        coalesce(h.block = here.block and h.block <> '', false) as same_block,
        coalesce(c.category = here.category, false) as same_category,
        coalesce(c.area = here.area, false) as same_area,
        c.case_id in (select case_id from by_cause) as same_cause,
        c.case_id in (select case_id from by_words) as same_words
      from near n
      join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = n.case_id
      left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
      cross join here
      where c.case_id <> ${caseId} and c.kind = 'complaint' and ${notTakenBack})
    select t.case_id as "caseId", t.reference, t.received_on as "receivedOn", t.category,
      t.same_block as "sameBlock", t.same_category as "sameCategory", t.same_area as "sameArea",
      t.same_cause as "sameCause", t.same_words as "sameWords",
      (select s.outcome from stage s where s.landlord_id = ${trx.landlordId} and s.case_id = t.case_id
        and s.outcome is not null order by s.stage desc limit 1) as outcome,
      coalesce((select array_agg(distinct l.what) from lesson l where l.landlord_id = ${trx.landlordId}
        and l.case_id = t.case_id and l.kind = 'cause' and l.what is not null), '{}') as causes,
      coalesce((select array_agg(distinct l.what) from lesson l where l.landlord_id = ${trx.landlordId}
        and l.case_id = t.case_id and l.kind = 'learning' and l.what is not null), '{}') as lessons
    from told t
    order by 3 * t.same_block::int + 3 * t.same_cause::int + 2 * t.same_category::int + 2 * t.same_words::int
      + t.same_area::int desc, t.received_on desc, t.case_id
    limit ${most}`.execute(trx);
  return rows;
}
