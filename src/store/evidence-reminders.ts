/** Which owners of evidence are to be reminded, and which reminders have gone out. Nothing stored depends on today. */
import { sql } from 'kysely';
import { firstRemindedBefore, type Reminder, remindersDue } from '../assess/evidence-pieces.js';
import { addDays, type Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { listPieces, type Piece } from './evidence-library.js';

export interface PieceDue {
  readonly piece: Piece;
  readonly due: readonly Reminder[];
}

/** What somebody looks after that expires or is to be reviewed soon, or has run out: for their own first page. */
export async function evidenceDueFor(trx: Trx, owner: StaffId, today: Day): Promise<readonly PieceDue[]> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from evidence_piece
    where landlord_id = ${trx.landlordId} and owner_id = ${owner} and retired_on is null
      and least(expires_on, review_on) <= ${addDays(today, firstRemindedBefore)}`.execute(trx);
  if (rows[0]?.n === 0) return [];
  return (await listPieces(trx))
    .filter((piece) => piece.ownerId === owner)
    .map((piece) => ({ piece, due: remindersDue(piece, today) }))
    .filter(({ due }) => due.length > 0);
}

export interface ReminderToSend extends Reminder {
  readonly pieceId: string;
  readonly title: string;
  readonly to: { readonly name: string; readonly address: string };
}

/** Reminders that are due and have not gone out, to owners who still work here. */
export async function remindersToSend(trx: Trx, today: Day): Promise<readonly ReminderToSend[]> {
  const owners = await sql<{ id: StaffId; name: string; email: string }>`
    select id, name, email from staff where landlord_id = ${trx.landlordId} and deactivated_at is null`.execute(trx);
  const sent = await sql<{ piece: string; on: Day; before: number }>`
    select piece_id as piece, about_on as on, days_before as before from evidence_reminder
    where landlord_id = ${trx.landlordId}`.execute(trx);
  const gone = new Set(sent.rows.map(({ piece, on, before }) => `${piece} ${on} ${before}`));
  const by = new Map(owners.rows.map((owner) => [owner.id, owner]));
  return (await listPieces(trx)).flatMap((piece) => {
    const owner = piece.ownerId === null ? undefined : by.get(piece.ownerId);
    if (owner === undefined) return [];
    return remindersDue(piece, today)
      .filter(({ on, daysBefore }) => !gone.has(`${piece.id} ${on} ${daysBefore}`))
      .map((due) => ({
        ...due,
        pieceId: piece.id,
        title: piece.title,
        to: { name: owner.name, address: owner.email },
      }));
  });
}

/** Takes the place of a reminder: false when it has gone out already. */
export async function claimReminder(trx: Trx, { pieceId, on, daysBefore }: ReminderToSend): Promise<boolean> {
  const { rows } = await sql`
    insert into evidence_reminder (landlord_id, piece_id, about_on, days_before)
    values (${trx.landlordId}, ${pieceId}, ${on}, ${daysBefore})
    on conflict do nothing
    returning piece_id`.execute(trx);
  return rows.length > 0;
}
