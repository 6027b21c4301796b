/** Search by reference, person, address, words and documents' names. Its doors in SQL know one landlord only. */
import type { CaseId } from '../facts/happened.js';
import { tidyReference } from './case-file.js';
import type { Trx } from './database.js';
import { keyOfReference } from './import-identity.js';
import { type CaseRow, caseRows } from './register.js';

export type FoundBy = 'reference' | 'person' | 'home' | 'document' | 'words';

export interface CaseFound {
  readonly row: CaseRow;
  readonly by: FoundBy;
  /** The name, address or document that fitted. */
  readonly name: string | null;
}

export interface SearchAnswer {
  readonly found: readonly CaseFound[];
  /** There are more than were asked for: the newest are shown. */
  readonly more: boolean;
}

interface Hit {
  readonly case_id: CaseId;
  readonly by: FoundBy;
  readonly name: string | null;
}

/** Cases that fit what was typed: its reference, or that of the register it came from, first, then names and addresses, then words, the newest first. */
export async function search(
  trx: Trx,
  asked: string,
  most = 25,
  hidden: readonly CaseId[] = [],
): Promise<SearchAnswer> {
  const all = await hitsFor(trx, asked, most + 1 + hidden.length);
  const hits = all.filter((hit) => !hidden.includes(hit.case_id)).slice(0, most + 1);
  const shown = hits.slice(0, most);
  const rows = await caseRows(
    trx,
    shown.map((hit) => hit.case_id),
  );
  return {
    found: shown.flatMap((hit) => {
      const row = rows.get(hit.case_id);
      return row === undefined ? [] : [{ row, by: hit.by, name: hit.name }];
    }),
    more: hits.length > most,
  };
}

/** The ids of cases that fit, for a list that is filtered by text. */
export async function casesMatching(trx: Trx, asked: string, most = 1_000): Promise<CaseId[]> {
  return (await hitsFor(trx, asked, most)).map((hit) => hit.case_id);
}

async function hitsFor(trx: Trx, asked: string, most: number): Promise<Hit[]> {
  const text = asked.trim().slice(0, 400);
  if (text === '') return [];
  const found = await trx.client.query<Hit>({
    name: 'search',
    text: `with named as (
        select * from putright_search_names($2, $4)),
      hits as (
        select case_id, received_on, 0 as rank, 'reference' as by, null::text as name
        from complaint where landlord_id = $1 and reference = $3
        union all
        select c.case_id, c.received_on, 0, 'reference', r.key
        from register_source s
        join register_row r on r.landlord_id = $1 and r.source_id = s.id and r.key = $5 and r.stands
        join complaint c on c.landlord_id = $1 and c.case_id = r.case_id
        where s.landlord_id = $1
        union all
        select c.case_id, c.received_on, 1, 'person', n.name
        from named n
        join party y on y.landlord_id = $1 and y.person_id = n.leads_to
        join complaint c on c.landlord_id = $1 and c.case_id = y.case_id
        where n.kind in ('person', 'way')
        union all
        select c.case_id, c.received_on, 2, 'home', n.name
        from named n join complaint c on c.landlord_id = $1 and c.home_id = n.leads_to
        where n.kind = 'home'
        union all
        select c.case_id, c.received_on, 3, 'document', n.name
        from named n join complaint c on c.landlord_id = $1 and c.case_id = n.leads_to
        where n.kind = 'document'
        union all
        select w.case_id, w.received_on, 4, 'words', null from putright_search_words($2, $4) w),
      best as (
        select distinct on (case_id) case_id, received_on, rank, by, name from hits order by case_id, rank)
      select case_id, by, name from best order by rank, received_on desc, case_id limit $4`,
    values: [trx.landlordId, text, tidyReference(text), most, keyOfReference(text)],
  });
  return found.rows;
}
