/**
 * What a person makes before a letter may go to a resident: easy read, a recording, Braille, BSL, a translation, an
 * interpreter. One task for each letter and kind, with its day; the letter waits until it is done, or until something else
 * was agreed with the resident.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { AdjustmentKind, CaseId, LetterId, LetterKind, PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface AdjustmentTask {
  readonly id: string;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly letter: LetterId;
  readonly letterKind: LetterKind | null;
  readonly person: PersonId | null;
  readonly kind: AdjustmentKind;
  readonly dueOn: Day;
  readonly state: 'open' | 'done' | 'agreed-otherwise';
  readonly words: string | null;
  readonly closedAt: string | null;
  readonly closedByName: string | null;
}

const taskRow = sql`
  select t.id, t.case_id as "caseId", h.reference, t.letter_id as letter, d.kind as "letterKind", t.person_id as person,
    t.kind, t.due_on as "dueOn", t.state, t.words, t.closed_at as "closedAt", s.name as "closedByName"
  from adjustment_task t
  join case_head h on h.landlord_id = t.landlord_id and h.case_id = t.case_id
  left join letter_draft d on d.landlord_id = t.landlord_id and d.letter_id = t.letter_id
  left join staff s on s.landlord_id = t.landlord_id and s.id = t.closed_by`;

export interface NewTasks {
  readonly caseId: CaseId;
  readonly letter: LetterId;
  readonly person: PersonId | null;
  readonly kinds: readonly AdjustmentKind[];
  readonly dueOn: Day;
  readonly now: Date;
}

/** Opens a task for each kind, once for a letter; those that are there stay as they are. */
export async function openTasksFor(trx: Trx, tasks: NewTasks): Promise<void> {
  const { caseId, letter, person, kinds, dueOn, now } = tasks;
  for (const kind of kinds) {
    await sql`
      insert into adjustment_task (landlord_id, id, case_id, letter_id, person_id, kind, due_on, opened_at)
      values (${trx.landlordId}, ${randomUUID()}, ${caseId}, ${letter}, ${person}, ${kind}, ${dueOn},
        ${now.toISOString()})
      on conflict (landlord_id, letter_id, kind) do nothing`.execute(trx);
  }
}

/** The tasks of a letter. */
export async function tasksOfLetter(trx: Trx, letter: LetterId): Promise<AdjustmentTask[]> {
  const { rows } = await sql<AdjustmentTask>`${taskRow}
    where t.landlord_id = ${trx.landlordId} and t.letter_id = ${letter} order by t.kind`.execute(trx);
  return rows;
}

/** The tasks of a case, the open ones first. */
export async function tasksOfCase(trx: Trx, caseId: CaseId): Promise<AdjustmentTask[]> {
  const { rows } = await sql<AdjustmentTask>`${taskRow}
    where t.landlord_id = ${trx.landlordId} and t.case_id = ${caseId}
    order by t.state <> 'open', t.due_on, t.opened_at`.execute(trx);
  return rows;
}

/** Everything that is still to be made, the most pressing first; not for cases that are hidden from who looks. */
export async function openTasks(trx: Trx, hidden: readonly CaseId[] = []): Promise<AdjustmentTask[]> {
  const { rows } = await sql<AdjustmentTask>`${taskRow}
    where t.landlord_id = ${trx.landlordId} and t.state = 'open' and ${notAmong('t.case_id', hidden)}
    order by t.due_on, h.reference limit 500`.execute(trx);
  return rows;
}

/** One task; null when there is none of that id. */
export async function readTask(trx: Trx, id: string): Promise<AdjustmentTask | null> {
  const { rows } = await sql<AdjustmentTask>`${taskRow}
    where t.landlord_id = ${trx.landlordId} and t.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Closes a task: it was made, or something else was agreed. False when somebody closed it before. */
export async function closeTask(
  trx: Trx,
  id: string,
  closed: {
    readonly as: 'done' | 'agreed-otherwise';
    readonly words: string;
    readonly by: StaffId;
    readonly now: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update adjustment_task
    set state = ${closed.as}, words = ${closed.words}, closed_by = ${closed.by}, closed_at = ${closed.now.toISOString()}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state = 'open'
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Takes away what people wrote about tasks of letters whose words are erased. */
export async function forgetTasks(trx: Trx, letters: readonly LetterId[]): Promise<void> {
  if (letters.length === 0) return;
  await sql`update adjustment_task set words = null
    where landlord_id = ${trx.landlordId} and letter_id = any (${[...letters]}::uuid[])`.execute(trx);
}
