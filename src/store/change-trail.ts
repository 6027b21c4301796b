/** Who changed which setting, or what is held of a person, when, and from what to what, in a sentence. Written in the transaction of the change. */
import { type RawBuilder, sql } from 'kysely';
import type { CaseId, PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export type ChangedThing =
  | 'staff'
  | 'team'
  | 'area'
  | 'category'
  | 'target'
  | 'holiday'
  | 'letterhead'
  | 'approval'
  | 'compensation'
  | 'counting'
  | 'person'
  | 'mail'
  | 'mailbox'
  | 'reference'
  | 'files'
  | 'cause'
  | 'stock'
  | 'past-total'
  | 'benchmark'
  | 'perception'
  | 'import'
  | 'jobs'
  | 'packs'
  | 'returns'
  | 'report'
  | 'publication'
  | 'places'
  | 'scan'
  | 'survey'
  | 'policy-page'
  | 'language'
  | 'source'
  | 'site'
  | 'on-call'
  | 'access'
  | 'ways-out'
  | 'hold'
  | 'script';

export interface Change {
  readonly about: ChangedThing;
  readonly words: string;
  /** Null when the command line did it. */
  readonly by: StaffId | null;
  /** For changes to what is held of a person, whose words hold no value of theirs. */
  readonly subject?: PersonId;
}

/** Who changed what that is no case, in the transaction that changed it. */
export async function recordChange(trx: Trx, { about, words, by, subject }: Change): Promise<void> {
  await sql`insert into change_trail (landlord_id, by_staff_id, about, words, subject_id)
    values (${trx.landlordId}, ${by}, ${about}, ${words}, ${subject ?? null})`.execute(trx);
}

export interface RecordedChange {
  readonly at: string;
  readonly by: string | null;
  readonly about: ChangedThing;
  readonly words: string;
}

/** The changes to some things, the newest first, without those whose words name a case that is hidden from who looks. */
export async function listChanges(
  trx: Trx,
  about: readonly ChangedThing[] | 'all',
  most = 50,
  hidden: readonly CaseId[] = [],
): Promise<RecordedChange[]> {
  const { rows } = await sql<RecordedChange>`
    select c.at, s.name as by, c.about, c.words
    from change_trail c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and ((${about === 'all'} and c.subject_id is null) or c.about = any (${about === 'all' ? [] : [...about]}))
      and ${namesNone(trx, hidden)}
    order by c.at desc
    limit ${most}`.execute(trx);
  return rows;
}

function namesNone(trx: Trx, hidden: readonly CaseId[]): RawBuilder<unknown> {
  return hidden.length === 0
    ? sql`true`
    : sql`not exists (select 1 from case_head h where h.landlord_id = ${trx.landlordId}
        and h.case_id = any (${[...hidden]}::uuid[]) and strpos(c.words, h.reference) > 0)`;
}

/** The changes to what is held of a person, the newest first; likewise. */
export async function listChangesOf(
  trx: Trx,
  person: PersonId,
  hidden: readonly CaseId[] = [],
  most = 20,
): Promise<RecordedChange[]> {
  const { rows } = await sql<RecordedChange>`
    select c.at, s.name as by, c.about, c.words
    from change_trail c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and c.subject_id = ${person} and ${namesNone(trx, hidden)}
    order by c.at desc
    limit ${most}`.execute(trx);
  return rows;
}
