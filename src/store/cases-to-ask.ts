/** Cases that may have something to ask their residents today; the decision looks at each. */
import { sql } from 'kysely';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';

/** Calendar days that hold every working day within which somebody is still asked. */
const farBack = 90;

/** Cases with a promise whose date has passed not long ago, and that nobody has said was done. */
export async function casesWithPromisesToAsk(trx: Trx, today: Day): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select distinct case_id as id from promise
    where landlord_id = ${trx.landlordId} and counts and state <> 'ended' and resident_says is distinct from 'done'
      and greatest(due_on, done_on) between ${addDays(today, -farBack)} and ${today}
    order by case_id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Complaints that have their answer, where something ended not long ago and nobody was asked yet how it was handled. */
export async function casesToSurvey(trx: Trx, today: Day): Promise<CaseId[]> {
  const since = addDays(today, -farBack);
  const { rows } = await sql<{ id: CaseId }>`
    select c.case_id as id
    from complaint c
    left join lateral (
      select max(greatest(p.due_on, p.done_on)) as last_on from promise p
      where p.landlord_id = c.landlord_id and p.case_id = c.case_id
    ) promised on true
    where c.landlord_id = ${trx.landlordId} and c.kind = 'complaint' and c.standing = 'answered'
      and greatest(c.standing_on, c.last_on, promised.last_on) >= ${since}
      and not exists (
        select from survey_asked s where s.landlord_id = c.landlord_id and s.case_id = c.case_id)
    order by c.case_id`.execute(trx);
  return rows.map(({ id }) => id);
}
