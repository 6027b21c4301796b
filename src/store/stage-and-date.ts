/** All that a reference and a postcode show: how far a case is, and the next date. No words, no names, no acts. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

export interface StageAndDate {
  /** Null: it is no complaint at a stage, or nobody has looked at it yet. */
  readonly stage: 1 | 2 | null;
  readonly open: boolean;
  /** By when we answer, or confirm that we have it; null when no such date runs. */
  readonly nextOn: Day | null;
}

interface Row extends StageAndDate {
  readonly home: string | null;
  /** The resident's own postal addresses, but for those that are not safe. */
  readonly post: readonly string[];
}

/** A postcode as compared: 'AB1 2CD' and 'ab12cd' are one. */
export function plainPostcode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

function postcodeAtTheEnd(address: string): string {
  return plainPostcode(/[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$/i.exec(address)?.[0] ?? '');
}

/** Null when there is no such case, or the postcode is another: the same look for both. */
export async function stageAndDate(
  trx: Trx,
  typed: { readonly reference: string; readonly postcode: string },
): Promise<StageAndDate | null> {
  const { rows } = await sql<Row>`
    select least(c.stage, 2) as stage, c.open,
      (select min(k.due_on) from clock k
        where k.landlord_id = c.landlord_id and k.case_id = c.case_id and k.running
          and k.kind in ('stage-1-acknowledgement', 'stage-1-response', 'stage-2-acknowledgement', 'stage-2-response')
      ) as "nextOn",
      (select h.postcode from home h where h.landlord_id = c.landlord_id and h.id = c.home_id) as home,
      array(select w.value from person_way w
        where w.landlord_id = c.landlord_id and w.person_id = c.person_id and w.kind = 'post'
          and w.standing <> 'unsafe') as post
    from complaint c
    where c.landlord_id = ${trx.landlordId} and c.reference = ${typed.reference}
      and ${notTakenBack}`.execute(trx);
  const [row] = rows;
  const given = plainPostcode(typed.postcode);
  const known = row === undefined ? [] : [plainPostcode(row.home ?? ''), ...row.post.map(postcodeAtTheEnd)];
  const fits = given !== '' && known.includes(given);
  if (row === undefined || !fits) return null;
  return { stage: row.stage, open: row.open, nextOn: row.nextOn };
}
