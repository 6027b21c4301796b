/**
 * What became of the letters that were sent. An e-mail, or a letter that a service prints, leaves by a job; that it is about
 * to leave is committed before the first word to whoever carries it, so that a process killed in between never sends it
 * twice: a person then looks. Others wait in a supplier's folder, or to be printed here.
 *
 * This file is longer than 250 lines because a sending has one life, from its row to its last state, and is read as one.
 */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, File, LetterId, LetterKind } from '../facts/happened.js';
import type { AppendedCase } from './case-store.js';
import type { Trx } from './database.js';
import { enqueue } from './enqueue.js';
import { rememberThread } from './mail.js';
import { notAmong } from './staff-concerned.js';
import { isoInstant } from './today.js';

export type SendingState =
  /** Something stands in the way for now: a hold, a recording that is still to be made. */
  | 'held'
  | 'waiting'
  | 'sending'
  | 'with-supplier'
  | 'to-print'
  | 'sent'
  | 'posted'
  | 'delivered'
  /** The post brought it back: it was sent all the same. */
  | 'returned'
  | 'failed'
  | 'unsure'
  /** It may not leave any more in this way: a person has to choose another. */
  | 'stopped'
  | 'never';

/** Not out of the house yet. */
export const notLeft: readonly SendingState[] = ['held', 'waiting', 'sending', 'with-supplier', 'to-print'];

export type LetterWay = 'smtp' | 'notify-email' | 'notify-letter' | 'supplier' | 'print' | 'posted' | 'by-hand';

export interface LetterSending {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly seq: number;
  readonly letter: LetterId;
  readonly how: 'email' | 'post' | 'by-hand' | 'portal';
  /** Null for one from before ways were told apart. */
  readonly way: LetterWay | null;
  readonly address: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly messageId: string | null;
  readonly body: string;
  readonly file: File | null;
  readonly state: SendingState;
  readonly tries: number;
  readonly changedAt: string;
  readonly trouble: string | null;
  readonly acceptedOn: Day | null;
  readonly takenBack: boolean;
  readonly providerId: string | null;
  /** The e-mail is its text alone. */
  readonly plain: boolean;
  /** When its sender let it go. */
  readonly letGoAt: string;
}

const sendingRow = sql`
  select l.case_id as "caseId", h.reference, l.seq, l.letter_id as letter, l.how, l.address, l.recipient, l.subject,
    l.message_id as "messageId", l.body, encode(l.file, 'hex') as file, l.state, l.tries, l.changed_at as "changedAt",
    l.trouble, l.way, l.accepted_on as "acceptedOn", l.taken_back as "takenBack", l.provider_id as "providerId", l.plain,
    (select e.recorded_at from case_event e
      where e.landlord_id = l.landlord_id and e.case_id = l.case_id and e.seq = l.seq) as "letGoAt"
  from letter_sending l
  join case_head h on h.landlord_id = l.landlord_id and h.case_id = l.case_id`;

export interface Sending {
  readonly letter: LetterId;
  /** The e-mail address; null when it doesn't go by e-mail. */
  readonly address: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** What follows the @ of our Message-IDs. */
  readonly domain: string;
  /** Which way it goes; by what the entry says of it when it is left out. */
  readonly way?: LetterWay;
  /** It may not leave yet. */
  readonly held?: string | null;
  readonly plain?: boolean;
}

/**
 * Notes that a letter leaves, in the transaction that recorded its LetterSent, and enqueues its e-mail. A demonstration
 * never sends: its letters are noted as such and no job is made.
 */
export async function recordSending(
  trx: Trx,
  done: Pick<AppendedCase, 'caseId' | 'case'>,
  sending: Sending,
): Promise<void> {
  const { letter, address, recipient, subject, body, domain } = sending;
  const entry = done.case.history.findLast((e) => e.what.type === 'LetterSent' && e.what.letter === letter);
  if (entry?.what.type !== 'LetterSent') throw new Error('a letter leaves only when its LetterSent has been recorded');
  const { how, bytes } = entry.what;
  // A letter is never only spoken: a call is recorded by its act, with a note.
  if (how === 'phone') throw new Error('a letter does not go by phone');
  if (how === 'email' && address === null) throw new Error('an e-mail needs an address');
  const demonstration = await isDemonstration(trx);
  const way = sending.way ?? (how === 'email' ? 'smtp' : how === 'by-hand' ? 'by-hand' : 'posted');
  const held = sending.held ?? null;
  const state: SendingState = demonstration ? 'never' : held === null || isOut(way) ? firstState[way] : 'held';
  const messageId = how === 'email' ? `<letter.${letter}.${entry.seq}@${domain}>` : null;
  await sql`
    insert into letter_sending (landlord_id, case_id, seq, letter_id, how, address, recipient, subject, message_id, body,
      file, state, way, accepted_on, trouble, plain)
    values (${trx.landlordId}, ${done.caseId}, ${entry.seq}, ${letter}, ${how}, ${address}, ${recipient}, ${subject},
      ${messageId}, ${body}, decode(${bytes}, 'hex'), ${state}, ${way}, ${isOut(way) ? entry.happenedOn : null},
      ${state === 'held' ? held : null}, ${sending.plain ?? false})`.execute(trx);
  if (messageId !== null && !demonstration) await rememberThread(trx, done.caseId, [messageId], 'out');
  if (state === 'waiting') await enqueue(trx, done.caseId, entry.seq, [{ name: 'send-letter', payload: { letter } }]);
}

const firstState: Readonly<Record<LetterWay, SendingState>> = {
  smtp: 'waiting',
  'notify-email': 'waiting',
  'notify-letter': 'waiting',
  supplier: 'waiting',
  print: 'to-print',
  posted: 'posted',
  'by-hand': 'posted',
};

/** Staff have put it in the post, or handed it over, before they said so here. */
function isOut(way: LetterWay): boolean {
  return way === 'posted' || way === 'by-hand';
}

export async function isDemonstration(trx: Trx): Promise<boolean> {
  const found = await sql<{ demonstration: boolean }>`
    select demonstration from landlord where id = ${trx.landlordId}`.execute(trx);
  return found.rows[0]?.demonstration ?? true;
}

export async function readSending(trx: Trx, caseId: CaseId, seq: number): Promise<LetterSending | null> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.case_id = ${caseId} and l.seq = ${seq}`.execute(trx);
  return found.rows[0] ?? null;
}

/** A sending, held so that nobody else changes it in this transaction. */
export async function lockSending(trx: Trx, caseId: CaseId, seq: number): Promise<LetterSending | null> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.case_id = ${caseId} and l.seq = ${seq}
    for no key update of l`.execute(trx);
  return found.rows[0] ?? null;
}

/** A case's letters that left, the last first. */
export async function sendingsOf(trx: Trx, caseId: CaseId): Promise<LetterSending[]> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.case_id = ${caseId}
    order by l.seq desc`.execute(trx);
  return found.rows;
}

/** Letters that did not arrive, or may not have: someone has to see to them, the oldest first. */
export async function sendingsToSeeTo(
  trx: Trx,
  hidden: readonly CaseId[] = [],
): Promise<
  {
    caseId: CaseId;
    reference: string;
    letter: LetterId;
    kind: LetterKind | null;
    state: 'failed' | 'unsure' | 'stopped';
    trouble: string | null;
    changedAt: string;
  }[]
> {
  const found = await sql<{
    caseId: CaseId;
    reference: string;
    letter: LetterId;
    kind: LetterKind | null;
    state: 'failed' | 'unsure' | 'stopped';
    trouble: string | null;
    changedAt: string;
  }>`
    select l.case_id as "caseId", h.reference, l.letter_id as letter, d.kind, l.state, l.trouble, l.changed_at as "changedAt"
    from letter_sending l
    join case_head h on h.landlord_id = l.landlord_id and h.case_id = l.case_id
    left join letter_draft d on d.landlord_id = l.landlord_id and d.letter_id = l.letter_id
    where l.landlord_id = ${trx.landlordId} and l.state in ('failed', 'unsure', 'stopped')
      and ${notAmong('l.case_id', hidden)}
      and not exists (
        select 1 from letter_sending again
        where again.landlord_id = l.landlord_id and again.letter_id = l.letter_id and again.case_id = l.case_id
          and again.seq > l.seq)
    order by l.changed_at`.execute(trx);
  return found.rows;
}

/** Longer than any carrier is waited for: what has been leaving for longer has nobody who still waits for an answer. */
const longestDelivery = 12 * 60_000;

/** Whether what is marked as leaving since then lost its process: else another job is about to say what became of it. */
export function wasKilled(leavingSince: string): boolean {
  return Date.now() - Date.parse(isoInstant(leavingSince)) > longestDelivery;
}

/** Whether it is still leaving by this very try: what a later try or a person said of it is not overruled. */
export async function stillLeaving(
  trx: Trx,
  { caseId, seq, tries }: Pick<LetterSending, 'caseId' | 'seq' | 'tries'>,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from letter_sending
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and seq = ${seq} and state = 'sending'
      and tries = ${tries}
    for no key update`.execute(trx);
  return rows.length > 0;
}

/**
 * Takes a letter that waits, and says what it is to whoever may now send it. `killed` is one that was being sent when
 * its process ended. Null: there is nothing to do. To be committed before anything is sent.
 */
export async function claimSending(
  trx: Trx,
  caseId: CaseId,
  seq: number,
): Promise<{ is: 'yours' | 'killed'; sending: LetterSending } | null> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.case_id = ${caseId} and l.seq = ${seq}
    for no key update of l`.execute(trx);
  const sending = found.rows[0];
  if (sending === undefined) return null;
  if (sending.state === 'sending') return wasKilled(sending.changedAt) ? { is: 'killed', sending } : null;
  if (sending.state !== 'waiting' && sending.state !== 'held') return null;
  if (await isDemonstration(trx)) {
    await markSending(trx, caseId, seq, { state: 'never' });
    return null;
  }
  await sql`
    update letter_sending set state = 'sending', tries = tries + 1, changed_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and seq = ${seq}`.execute(trx);
  return { is: 'yours', sending: { ...sending, state: 'sending', tries: sending.tries + 1 } };
}

export interface Became {
  readonly state: SendingState;
  /** Why it did not go, or may not have, in one plain sentence without the address. */
  readonly trouble?: string | null;
  /** The day on which it left. */
  readonly acceptedOn?: Day;
  readonly providerId?: string | null;
  readonly takenBack?: boolean;
  readonly notBefore?: Date | null;
}

/** What became of a sending. */
export async function markSending(trx: Trx, caseId: CaseId, seq: number, became: Became): Promise<void> {
  const { state, trouble, acceptedOn, providerId, takenBack, notBefore } = became;
  await sql`
    update letter_sending
    set state = ${state}, trouble = ${trouble ?? null}, changed_at = now(),
      accepted_on = coalesce(${acceptedOn ?? null}, accepted_on),
      provider_id = coalesce(${providerId ?? null}, provider_id),
      taken_back = coalesce(${takenBack ?? null}, taken_back),
      not_before = ${notBefore?.toISOString() ?? null}
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and seq = ${seq}`.execute(trx);
}

/** The last sending of a letter that is on its way, or in doubt: it must not be sent a second time meanwhile. */
export async function onItsWay(trx: Trx, letter: LetterId): Promise<LetterSending | null> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.letter_id = ${letter}
    order by l.seq desc limit 1`.execute(trx);
  const last = found.rows[0];
  return last !== undefined && notLeft.includes(last.state) ? last : null;
}

/** The entries of a case's letters that are still in the house. */
export async function unsentOf(trx: Trx, caseId: CaseId): Promise<readonly number[]> {
  return (await unsentAmong(trx, [caseId])).get(caseId) ?? [];
}

/** The same of several cases; one that has none is absent. */
export async function unsentAmong(trx: Trx, cases: readonly CaseId[]): Promise<ReadonlyMap<CaseId, readonly number[]>> {
  const { rows } = await sql<{ id: CaseId; unsent: number[] }>`
    select case_id as id, array_agg(seq) as unsent from letter_sending
    where landlord_id = ${trx.landlordId} and case_id = any (${[...cases]}::uuid[]) and state = any (${[...notLeft]})
    group by case_id`.execute(trx);
  return new Map(rows.map(({ id, unsent }) => [id, unsent]));
}

/** Sendings in some state, by how they go; the oldest first. */
export async function sendingsIn(
  trx: Trx,
  states: readonly SendingState[],
  ways: readonly LetterWay[] | 'any' = 'any',
  { since = new Date(0), hidden = [] }: { readonly since?: Date; readonly hidden?: readonly CaseId[] } = {},
): Promise<LetterSending[]> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId} and l.state = any (${[...states]})
      and (${ways === 'any'} or l.way = any (${ways === 'any' ? [] : [...ways]}))
      and l.changed_at >= ${since.toISOString()} and ${notAmong('l.case_id', hidden)}
    order by l.changed_at, l.case_id, l.seq
    limit 1000`.execute(trx);
  return found.rows;
}

/** Letters at a service that reports nothing by itself, those first that it was not asked about for longest. */
export async function lettersToAskFor(
  trx: Trx,
  since: Date,
  most: number,
): Promise<{ caseId: CaseId; seq: number; providerId: string }[]> {
  // Once a letter has left, its not_before is when it was last asked for.
  const { rows } = await sql<{ caseId: CaseId; seq: number; providerId: string }>`
    select case_id as "caseId", seq, provider_id as "providerId" from letter_sending
    where landlord_id = ${trx.landlordId} and state = 'sent' and way = 'notify-letter' and provider_id is not null
      and changed_at >= ${since.toISOString()}
    order by not_before nulls first, changed_at, case_id, seq
    limit ${most}`.execute(trx);
  return rows;
}

/** Notes when a letter was asked for; when it changed stays, so that it is asked for no longer than a week. */
export async function noteAskedFor(trx: Trx, caseId: CaseId, seq: number, at: Date): Promise<void> {
  await sql`
    update letter_sending set not_before = ${at.toISOString()}
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and seq = ${seq} and state = 'sent'`.execute(trx);
}

/** The sending that carries this name of a service's, this Message-ID, or this key of ours; null when none does. */
export async function findSending(
  trx: Trx,
  by: { readonly providerId: string } | { readonly messageId: string } | { readonly key: string },
): Promise<LetterSending | null> {
  const found = await sql<LetterSending>`${sendingRow}
    where l.landlord_id = ${trx.landlordId}
      and ${
        'providerId' in by
          ? sql`l.provider_id = ${by.providerId}`
          : 'messageId' in by
            ? sql`l.message_id = ${by.messageId}`
            : sql`concat('letter-', l.letter_id, '-', l.seq) = ${by.key}`
      }
    order by l.changed_at desc limit 1`.execute(trx);
  return found.rows[0] ?? null;
}

/**
 * Takes away what these rows say of a letter whose words are erased: whom it went to and what it said. One that had not
 * left yet never does.
 */
export async function forgetSendings(trx: Trx, caseId: CaseId, letters: readonly LetterId[]): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    update letter_sending
    set recipient = '', subject = '', body = '', address = null, trouble = null,
      state = case when state = any (${[...notLeft]}) then 'never' else state end, changed_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and letter_id = any (${letters}::uuid[])`.execute(
    trx,
  );
}
