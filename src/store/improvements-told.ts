/** Do an improvement and the histories of its cases say the same of it? */
import { sql } from 'kysely';
import type { Trx } from './database.js';

/**
 * Where they don't, by case. A case that was added after a review does not tell of that review; a case whose entry was
 * taken back is no case of it any more. What a person reads is put right by a person.
 */
export async function improvementsToldOtherwise(
  trx: Trx,
): Promise<readonly { readonly ref: string; readonly why: string }[]> {
  const { rows } = await sql<{ ref: string; why: string }>`
    with told as (
      select h.reference as ref, i.id, i.state, i.closed_on, m.opened_on, m.tested_on, m.worked, m.closed_on as told_closed_on,
        r.reviewed_on, r.worked as reviewed_worked
      from improvement_plan i
      join improvement m on m.landlord_id = i.landlord_id and m.improvement_id = i.id::text
      join case_head h on h.landlord_id = m.landlord_id and h.case_id = m.case_id
      left join lateral (
        select reviewed_on, worked from improvement_review v
        where v.landlord_id = i.landlord_id and v.improvement_id = i.id
        order by v.n desc limit 1) r on true
      where i.landlord_id = ${trx.landlordId})
    select ref, 'improvement ' || id || ' is closed, and the case does not tell of it' as why from told
    where state = 'closed' and told_closed_on is null
    union all
    select ref, 'the case tells that improvement ' || id || ' is closed, and it is ' || state from told
    where state <> 'closed' and told_closed_on is not null
    union all
    select ref, 'improvement ' || id || ' was reviewed otherwise than the case tells' from told
    where reviewed_on is not null and opened_on < reviewed_on
      and (tested_on is distinct from reviewed_on or worked is distinct from reviewed_worked)
    union all
    select ref, 'the case tells of a review of improvement ' || id || ' that was not kept' from told
    where reviewed_on is null and tested_on is not null
    order by 1, 2`.execute(trx);
  return rows;
}
