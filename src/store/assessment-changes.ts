/** Who changed what of evidence, actions and wording, in a sentence, in the transaction of the change. */
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface AssessmentChange {
  readonly about: 'evidence' | 'action' | 'wording' | 'assessment';
  /** The piece, the action, the assessment; null for wording. */
  readonly subject: string | null;
  readonly words: string;
  readonly by: StaffId | null;
}

export async function noteChange(trx: Trx, change: AssessmentChange): Promise<void> {
  await sql`
    insert into assessment_change (landlord_id, by_staff_id, about, subject, words)
    values (${trx.landlordId}, ${change.by}, ${change.about}, ${change.subject}, ${change.words})`.execute(trx);
}

export interface ChangeNoted {
  readonly at: string;
  readonly by: string | null;
  readonly words: string;
}

export async function changesOf(trx: Trx, subject: string, most = 50): Promise<ChangeNoted[]> {
  const { rows } = await sql<ChangeNoted>`
    select c.at, s.name as by, c.words
    from assessment_change c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and c.subject::text = ${subject}
    order by c.id desc
    limit ${most}`.execute(trx);
  return rows;
}
