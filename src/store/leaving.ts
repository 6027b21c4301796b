/** What stands in the way of a letter that was sent and has not left: a hold, something still to be made, or a rule. */
import { objectionsToLeaving, tasksBeforeLeaving } from '../complaint/leaving.js';
import type { Day } from '../facts/days.js';
import { tasksOfLetter } from './adjustment-tasks.js';
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
  if ((await holdOf(trx, sending.caseId)) !== null) return { is: 'held', why: heldWords };
  const closed = (await tasksOfLetter(trx, sending.letter)).filter(({ state }) => state !== 'open');
  const open = tasksBeforeLeaving(c, to).filter((kind) => !closed.some((task) => task.kind === kind));
  return open.length === 0 ? null : { is: 'held', why: toBeMade };
}

export const toBeMade = 'It waits for what was agreed with the resident to be made first.';

export const heldWords = 'Nothing leaves by itself while lawyers advise on this case.';

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

/** GOV.UK Notify's e-mail carries the text alone, and its printer leaves the margins of a page white. */
export function carriesOf(way: LetterWay): 'paper' | 'white-paper' | 'text' {
  return way === 'notify-email' ? 'text' : way === 'notify-letter' ? 'white-paper' : 'paper';
}
