/** Cached clocks worked out anew, because a target or the calendar changed. The history is not touched. */
import { sql } from 'kysely';
import type { ClockRules } from '../complaint/clocks.js';
import type { Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import { caseOf, HistoryUnreadable, readHistories } from './case-file.js';
import type { Trx } from './database.js';
import { rowsOf } from './project.js';
import { writeRows } from './projection.js';

/** Live cases; every case; those that have a hazard; or those whose clocks count over a day (a stored due date may lie just before it). */
export type WhichClocks =
  | { cases: 'live' }
  | { cases: 'all' }
  | { cases: 'with-hazards' }
  | { cases: 'around'; day: Day };

const atOnce = 500;

/** How many cases were worked out again. */
export async function recomputeClocks(
  trx: Trx,
  rules: ClockRules,
  which: WhichClocks = { cases: 'live' },
): Promise<number> {
  await sql`set local statement_timeout = 0`.execute(trx);
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  for (;;) {
    // The heads are taken as an append takes them, so that no one appends between the reading and the writing.
    const next = await sql<{ case_id: CaseId }>`
      select h.case_id from case_head h
      join complaint c on c.landlord_id = h.landlord_id and c.case_id = h.case_id
      where h.landlord_id = ${trx.landlordId} and h.case_id > ${after} and ${condition(which)}
      order by h.case_id
      limit ${atOnce}
      for no key update of h`.execute(trx);
    const ids = next.rows.map((row) => row.case_id);
    const last = ids.at(-1);
    if (last === undefined) return done;
    const histories = await readHistories(trx, ids);
    const cases = histories.flatMap((history) => {
      try {
        return [{ id: history.id, rows: rowsOf(caseOf(history), rules), fresh: false, plain: false }];
      } catch (error) {
        // One case that someone broke must not hold up a new bank holiday for all; verify names it.
        if (error instanceof HistoryUnreadable) return [];
        throw error;
      }
    });
    await writeRows(trx, cases);
    done += cases.length;
    after = last;
  }
}

function condition(which: WhichClocks) {
  switch (which.cases) {
    case 'live':
      return sql`c.live`;
    case 'all':
      return sql`true`;
    case 'with-hazards':
      return sql`exists (select from hazard z where z.landlord_id = c.landlord_id and z.case_id = c.case_id)`;
    case 'around':
      // A clock may have ended, or been extended, long before or after the day it was due: a wide margin costs little.
      return sql`(c.live or exists (
        select 1 from clock k
        where k.landlord_id = c.landlord_id and k.case_id = c.case_id
          and coalesce(k.from_on, c.received_on) <= ${which.day}::date + 7
          and greatest(k.due_on, k.unextended_due_on, k.done_on) >= ${which.day}::date - 7))`;
    default:
      return which satisfies never;
  }
}
