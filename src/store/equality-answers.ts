/** What a person chooses to say of themselves, for equality monitoring: given freely, changed and taken back freely. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface EqualityAnswer {
  readonly characteristic: string;
  readonly answer: string;
  readonly givenOn: Day;
}

export async function equalityAnswersOf(trx: Trx, person: PersonId): Promise<EqualityAnswer[]> {
  const { rows } = await sql<EqualityAnswer>`
    select characteristic, answer, given_on as "givenOn"
    from person_equality
    where landlord_id = ${trx.landlordId} and person_id = ${person}
    order by characteristic`.execute(trx);
  return rows;
}

/** Puts these answers in the place of what stood there; null takes one away. How many changed. */
export async function giveEqualityAnswers(
  trx: Trx,
  person: PersonId,
  answers: Readonly<Record<string, string | null>>,
  on: Day,
): Promise<number> {
  const before = new Map((await equalityAnswersOf(trx, person)).map((one) => [one.characteristic, one.answer]));
  let changed = 0;
  for (const [characteristic, answer] of Object.entries(answers)) {
    if ((before.get(characteristic) ?? null) === answer) continue;
    changed += 1;
    if (answer === null)
      await sql`
        delete from person_equality
        where landlord_id = ${trx.landlordId} and person_id = ${person} and characteristic = ${characteristic}`.execute(
        trx,
      );
    else
      await sql`
        insert into person_equality (landlord_id, person_id, characteristic, answer, given_on)
        values (${trx.landlordId}, ${person}, ${characteristic}, ${answer}, ${on})
        on conflict (landlord_id, person_id, characteristic)
        do update set answer = excluded.answer, given_on = excluded.given_on`.execute(trx);
  }
  return changed;
}
