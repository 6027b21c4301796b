/** Which definitions were read back to residents, and what they said to each point. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId, PointId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface NewReadBack {
  readonly caseId: CaseId;
  /** The last entry of the history when it was recorded: what was defined then is what was read. */
  readonly seq: number;
  readonly on: Day;
  readonly how: 'phone' | 'by-hand';
  readonly person: PersonId | null;
  readonly by: StaffId;
  readonly points: readonly { readonly point: PointId; readonly said: 'right' | 'wrong' }[];
}

/** Keeps what was said, in the transaction of the act. */
export async function keepReadBack(trx: Trx, read: NewReadBack): Promise<void> {
  const id = randomUUID();
  await sql`
    insert into read_back (landlord_id, id, case_id, seq, read_on, how, person_id, by_staff_id)
    values (${trx.landlordId}, ${id}, ${read.caseId}, ${read.seq}, ${read.on}, ${read.how}, ${read.person},
      ${read.by})`.execute(trx);
  for (const { point, said } of read.points) {
    await sql`
      insert into read_back_point (landlord_id, read_back_id, point_id, said)
      values (${trx.landlordId}, ${id}, ${point}, ${said})`.execute(trx);
  }
}

export interface PointReadBack {
  readonly point: PointId;
  readonly said: 'right' | 'wrong';
  readonly on: Day;
  readonly how: 'phone' | 'by-hand';
  /** It was defined anew since, so what was read is no longer what stands. */
  readonly seq: number;
}

/** The last time that each point of a case was read back. */
export async function pointsReadBack(trx: Trx, caseId: CaseId): Promise<ReadonlyMap<PointId, PointReadBack>> {
  const found = await sql<PointReadBack>`
    select distinct on (p.point_id) p.point_id as point, p.said, r.read_on as on, r.how, r.seq
    from read_back r
    join read_back_point p on p.landlord_id = r.landlord_id and p.read_back_id = r.id
    where r.landlord_id = ${trx.landlordId} and r.case_id = ${caseId}
    order by p.point_id, r.read_on desc, r.seq desc`.execute(trx);
  return new Map(found.rows.map((row) => [row.point, row]));
}
