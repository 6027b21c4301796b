/**
 * Letters that are still in the house: at the end of the day on which they were let go their sending is taken back, and an
 * answer that is still here at three in the afternoon of its last day is told to whoever has the case.
 */
import { sql } from 'kysely';
import { letterKindWords } from '../complaint/standing-words.js';
import type { Day } from '../facts/days.js';
import type { CaseId, LetterId, LetterKind, StaffId } from '../facts/happened.js';
import { noteArrival } from './arrivals.js';
import type { Trx } from './database.js';
import { type LetterSending, notLeft, sendingsIn } from './letter-sendings.js';
import { queueMessage } from './outbox.js';
import { notAmong } from './staff-concerned.js';
import { londonDay } from './today.js';
import { londonHour } from './ways-out.js';

/** From this hour in London on, an answer that is due today and still here is told to its holder. */
export const alertHour = 15;

/** The sendings that stand on a day that is over although nothing has left. */
export async function sendingsOverdue(trx: Trx, today: Day): Promise<LetterSending[]> {
  const open = (await sendingsIn(trx, notLeft)).filter(({ takenBack }) => !takenBack);
  if (open.length === 0) return [];
  const { rows } = await sql<{ caseId: CaseId; seq: number }>`
    select e.case_id as "caseId", e.seq
    from letter_sending l
    join case_event e on e.landlord_id = l.landlord_id and e.case_id = l.case_id and e.seq = l.seq
    where l.landlord_id = ${trx.landlordId} and l.state = any (${[...notLeft]}) and not l.taken_back
      and e.happened_on < ${today}`.execute(trx);
  const past = new Set(rows.map(({ caseId, seq }) => `${caseId} ${seq}`));
  return open.filter(({ caseId, seq }) => past.has(`${caseId} ${seq}`));
}

interface Unsent {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly letter: LetterId;
  readonly reference: string;
  readonly kind: LetterKind;
  readonly holder: StaffId | null;
}

/** Tells the holders of answers that are due today, or were due, and have not left. Once for each letter and day. */
export async function alertUnsent(trx: Trx, now: Date): Promise<number> {
  const today = londonDay(now);
  if (londonHour(now) < alertHour) return 0;
  const { rows } = await sql<Unsent>`
    select l.case_id as "caseId", l.seq, l.letter_id as letter, h.reference, d.kind, c.handler_id as holder
    from letter_sending l
    join case_head h on h.landlord_id = l.landlord_id and h.case_id = l.case_id
    join letter_draft d on d.landlord_id = l.landlord_id and d.letter_id = l.letter_id
    join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
    join clock k on k.landlord_id = l.landlord_id and k.case_id = l.case_id
      and k.kind = case d.kind when 'stage-1-response' then 'stage-1-response' else 'stage-2-response' end
    where l.landlord_id = ${trx.landlordId} and l.state = any (${[...notLeft]})
      and d.kind in ('stage-1-response', 'final-response') and k.due_on <= ${today}`.execute(trx);
  for (const { caseId, seq, reference, kind, holder } of rows) {
    const what = letterKindWords[kind].toLowerCase();
    const key = `response-unsent:${caseId}:${seq}:${today}`;
    const words = `The ${what} of ${reference} is due and has not left yet. See what holds it, or send it another way.`;
    await noteArrival(trx, {
      key,
      kind: 'response-unsent',
      caseId,
      seq: null,
      person: null,
      channel: null,
      arrivedOn: today,
      note: words,
    });
    if (holder === null) continue;
    await queueMessage(trx, {
      key,
      purpose: 'staff-alert',
      caseId,
      to: { staff: holder },
      subject: `${reference}: an answer that is due has not left`,
      body: words,
      now,
    });
  }
  return rows.length;
}

export interface OutgoingCounts {
  /** Letters that wait to be printed here. */
  readonly toPrint: number;
  /** What is to be made for residents before their letters go. */
  readonly toMake: number;
  /** Holds whose day to be looked at again has come. */
  readonly toReview: number;
}

/** For the first page. */
export async function outgoingCounts(trx: Trx, today: Day, hidden: readonly CaseId[] = []): Promise<OutgoingCounts> {
  const seen = notAmong('case_id', hidden);
  const { rows } = await sql<OutgoingCounts>`
    select
      (select count(*)::int from letter_sending
        where landlord_id = ${trx.landlordId} and state = 'to-print' and ${seen}) as "toPrint",
      (select count(*)::int from adjustment_task
        where landlord_id = ${trx.landlordId} and state = 'open' and ${seen}) as "toMake",
      (select count(*)::int from case_hold
        where landlord_id = ${trx.landlordId} and ended_at is null and review_on <= ${today} and ${seen}) as "toReview"
  `.execute(trx);
  return rows[0] ?? { toPrint: 0, toMake: 0, toReview: 0 };
}
