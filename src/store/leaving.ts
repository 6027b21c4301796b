/** What stands in the way of a letter that was sent and has not left: a hold, something still to be made, or a rule. */
import { sql } from 'kysely';
import { objectionsToLeaving } from '../complaint/leaving.js';
import type { Day } from '../facts/days.js';
import { openFile, readHistory } from './case-file.js';
import { holdOf } from './case-holds.js';
import type { Trx } from './database.js';
import type { LetterSending, LetterWay } from './letter-sendings.js';
import { readPerson } from './people.js';

export type InTheWay =
  /** It waits, and leaves when that is over. */
  | { readonly is: 'held'; readonly why: string }
  /** It may not leave in this way any more: a person chooses another. */
  | { readonly is: 'stopped'; readonly why: string };

/** What stands in the way now; null when nothing does. */
export async function inTheWay(trx: Trx, sending: LetterSending, today: Day): Promise<InTheWay | null> {
  const history = await readHistory(trx, sending.caseId);
  if (history === null) return null;
  const { case: c } = await openFile(trx, history);
  const sent = c.entries.find(({ seq }) => seq === sending.seq)?.what;
  const to = sent?.type === 'LetterSent' ? (sent.to[0] ?? null) : null;
  const person = to === null ? null : await readPerson(trx, to);
  const way = sending.way ?? 'smtp';
  const [objection] = objectionsToLeaving(
    c,
    {
      to,
      by: byWhich(way),
      carries: carriesOf(way),
      address: sending.address,
      ways: person?.ways ?? [],
    },
    today,
  );
  if (objection !== undefined) return { is: 'stopped', why: objection.words };
  const hold = await holdOf(trx, sending.caseId);
  if (hold !== null) return { is: 'held', why: heldWords };
  return (await openTasks(trx, sending.letter)) > 0
    ? { is: 'held', why: 'It waits for what was agreed with the resident to be made.' }
    : null;
}

export const heldWords = 'Nothing leaves by itself while lawyers advise on this case.';

/** How many things are still to be made before a letter may leave. */
export async function openTasks(trx: Trx, letter: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from adjustment_task
    where landlord_id = ${trx.landlordId} and letter_id = ${letter} and state = 'open'`.execute(trx);
  return found.rows[0]?.n ?? 0;
}

/** By what a letter reaches somebody, whoever carries it. */
export function byWhich(way: LetterWay): 'email' | 'post' | 'by-hand' {
  switch (way) {
    case 'smtp':
    case 'notify-email':
      return 'email';
    case 'by-hand':
      return 'by-hand';
    case 'notify-letter':
    case 'supplier':
    case 'print':
    case 'posted':
      return 'post';
    default:
      return way satisfies never;
  }
}

/** GOV.UK Notify's e-mail carries the text alone. */
export function carriesOf(way: LetterWay): 'paper' | 'text' {
  return way === 'notify-email' ? 'text' : 'paper';
}
