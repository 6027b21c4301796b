/**
 * Messages that the product writes by itself: receipts, codes, questions, alerts. A message is queued in the transaction
 * that made it necessary and leaves by a job. The way is one that the person agreed to and that is not marked unsafe; where
 * there is none, a person has to see to it. A demonstration never sends.
 *
 * This file is longer than 250 lines because a message has one life, from being asked for to being forgotten, and is read
 * as one.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseId, PersonId, StaffId } from '../facts/happened.js';
import { noteArrival } from './arrivals.js';
import { holdOf } from './case-holds.js';
import type { Trx } from './database.js';
import { enqueue, enqueueAt } from './enqueue.js';
import { heldWords, type InTheWay } from './leaving.js';
import { isDemonstration, wasKilled } from './letter-sendings.js';
import { chooseWay, type MessageWay, markedUnsafe, mayStillUse, type WayChosen } from './message-way.js';
import { findStaff, listStaff } from './staff.js';
import { whomToWake } from './staff-concerned.js';
import { isoInstant, londonDay } from './today.js';
import { afterQuietHours, readWaysOut } from './ways-out.js';

export type MessagePurpose =
  | 'receipt'
  | 'one-time-code'
  | 'draft-link'
  | 'confirm-change'
  | 'authority-asked'
  | 'promise-asked'
  | 'survey-asked'
  | 'update'
  | 'on-call'
  | 'staff-alert'
  | 'read-back'
  | 'papers';

/** What {link} becomes when the message leaves. */
export interface LinkWanted {
  readonly purpose: string;
  readonly person: PersonId | null;
  readonly about: string | null;
  readonly forDays: number;
}

/** What {code} becomes when the message leaves: six digits, as asked for (one-time-codes.ts); for papers of no case of theirs. */
export interface CodeWanted {
  readonly caseId: CaseId | null;
  readonly person: PersonId | null;
  readonly request: string;
}

export interface MessageAsked {
  /** The same key is one message. */
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly caseId: CaseId | null;
  readonly to: { readonly person: PersonId } | { readonly staff: StaffId } | { readonly way: MessageWay };
  readonly subject: string;
  /** Plain text; {link} and {code} are filled when it leaves. */
  readonly body: string;
  readonly link?: LinkWanted;
  readonly code?: CodeWanted;
  readonly now: Date;
}

export type Queued =
  | { readonly is: 'queued'; readonly id: string }
  /** Nothing that we send may reach them: someone has to. */
  | { readonly is: 'no-way'; readonly why: string };

/** Queues a message, once for its key. */
export async function queueMessage(trx: Trx, asked: MessageAsked): Promise<Queued> {
  const before = await sql<{ id: string }>`
    select id from outgoing_message where landlord_id = ${trx.landlordId} and key = ${asked.key}`.execute(trx);
  if (before.rows[0] !== undefined) return { is: 'queued', id: before.rows[0].id };
  const way = await wayOf(trx, asked);
  if (!way.ok) return noWay(trx, asked, way.why);
  const id = await insertMessage(trx, asked, way.way);
  return id === null ? queueMessage(trx, asked) : { is: 'queued', id };
}

/** Null when somebody else queued the same meanwhile. */
async function insertMessage(trx: Trx, asked: MessageAsked, way: MessageWay): Promise<string | null> {
  const { purpose, caseId, to, now } = asked;
  const id = randomUUID();
  const stands = caseId === null || goesAnyway.has(purpose) ? null : await holdOf(trx, caseId);
  const state: MessageState = (await isDemonstration(trx)) ? 'never' : stands === null ? 'waiting' : 'held';
  const at = way.kind === 'text-message' && !goesAnyway.has(purpose) ? await notBefore(trx, now) : now;
  const written = await sql<{ id: string }>`
    insert into outgoing_message (landlord_id, id, key, purpose, case_id, person_id, staff_id, kind, address, subject, body,
      link, code, state, queued_at, trouble, not_before)
    values (${trx.landlordId}, ${id}, ${asked.key}, ${purpose}, ${caseId}, ${'person' in to ? to.person : null},
      ${'staff' in to ? to.staff : null}, ${way.kind}, ${way.value}, ${oneLine(asked.subject)},
      ${clean(asked.body)}, ${asked.link === undefined ? null : JSON.stringify(asked.link)},
      ${asked.code === undefined ? null : JSON.stringify(asked.code)}, ${state}, ${now.toISOString()},
      ${state === 'held' ? heldWords : null}, ${at > now ? at.toISOString() : null})
    on conflict (landlord_id, key) do nothing
    returning id`.execute(trx);
  if (written.rows.length === 0) return null;
  if (state === 'waiting') await enqueueMessage(trx, id, at > now ? at : null);
  return id;
}

const unsafeWords = 'Somebody of the case has marked this address or number as unsafe.';

/** Who asked for a code waits for it before a screen; later it is of no use. */
const codeMinutes = 10;

/** These go also while a case is held, and at any hour: somebody asked for them just now, or has to come. */
const goesAnyway: ReadonlySet<MessagePurpose> = new Set(['one-time-code', 'on-call', 'staff-alert']);

async function notBefore(trx: Trx, now: Date): Promise<Date> {
  return afterQuietHours(now, (await readWaysOut(trx)).quiet);
}

async function enqueueMessage(trx: Trx, message: string, at: Date | null): Promise<void> {
  const job = { name: 'send-message', payload: { message } };
  if (at === null) await enqueue(trx, null, null, [job]);
  else await enqueueAt(trx, at, job);
}

/** What no way can carry is seen by a person. */
async function noWay(trx: Trx, asked: MessageAsked, why: string): Promise<Queued> {
  const { caseId, to, key, purpose, now } = asked;
  if (caseId !== null && 'person' in to && !goesAnyway.has(purpose)) {
    await noteArrival(trx, {
      key: `no-way:${key}`,
      kind: 'no-way',
      caseId,
      seq: null,
      person: to.person,
      channel: null,
      arrivedOn: londonDay(now),
      note: `${why} Not sent: ${oneLine(asked.subject)}`,
    });
  }
  return { is: 'no-way', why };
}

async function wayOf(trx: Trx, { to, purpose, caseId }: MessageAsked): Promise<WayChosen> {
  if ('person' in to) return chooseWay(trx, to.person, purpose);
  if ('way' in to)
    return caseId !== null && purpose !== 'on-call' && (await markedUnsafe(trx, caseId, to.way))
      ? { ok: false, why: unsafeWords }
      : { ok: true, way: to.way };
  const staff = await findStaff(trx, to.staff);
  return staff === null
    ? { ok: false, why: 'They can’t sign in any more.' }
    : { ok: true, way: { kind: 'email', value: staff.email } };
}

export type MessageState =
  | 'held'
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'unsure'
  | 'stopped'
  | 'never';

export interface OutgoingMessage {
  readonly id: string;
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly person: PersonId | null;
  readonly staff: StaffId | null;
  readonly kind: MessageWay['kind'];
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly link: LinkWanted | null;
  readonly code: CodeWanted | null;
  readonly state: MessageState;
  readonly by: 'smtp' | 'notify' | null;
  readonly tries: number;
  readonly queuedAt: string;
  readonly changedAt: string;
  readonly acceptedAt: string | null;
  readonly messageId: string | null;
  readonly trouble: string | null;
  readonly notBefore: string | null;
}

const messageRow = sql`
  select m.id, m.key, m.purpose, m.case_id as "caseId", h.reference, m.person_id as person, m.staff_id as staff, m.kind, m.address,
    m.subject, m.body, m.link, m.code, m.state, m.by, m.tries, m.queued_at as "queuedAt", m.changed_at as "changedAt",
    m.accepted_at as "acceptedAt", m.message_id as "messageId", m.trouble, m.not_before as "notBefore"
  from outgoing_message m
  left join case_head h on h.landlord_id = m.landlord_id and h.case_id = m.case_id`;

/** A message as it stands; null when there is none of that id. */
export async function readMessage(trx: Trx, id: string): Promise<OutgoingMessage | null> {
  const found = await sql<OutgoingMessage>`${messageRow}
    where m.landlord_id = ${trx.landlordId} and m.id = ${id}`.execute(trx);
  return found.rows[0] ?? null;
}

/** The messages about a case, the last first. */
export async function messagesOf(trx: Trx, caseId: CaseId): Promise<OutgoingMessage[]> {
  const found = await sql<OutgoingMessage>`${messageRow}
    where m.landlord_id = ${trx.landlordId} and m.case_id = ${caseId}
    order by m.queued_at desc, m.id`.execute(trx);
  return found.rows;
}

/**
 * Takes a message that waits. `killed` is one that was leaving when its process ended. Null: there is nothing to do. To be
 * committed before the first word to whoever carries it.
 */
export async function claimMessage(
  trx: Trx,
  id: string,
  domain: string,
): Promise<{ readonly is: 'yours' | 'killed'; readonly message: OutgoingMessage } | null> {
  const found = await sql<OutgoingMessage>`${messageRow}
    where m.landlord_id = ${trx.landlordId} and m.id = ${id}
    for no key update of m`.execute(trx);
  const message = found.rows[0];
  if (message === undefined) return null;
  if (message.state === 'sending') return wasKilled(message.changedAt) ? { is: 'killed', message } : null;
  if (message.state !== 'waiting' && message.state !== 'held') return null;
  if (await isDemonstration(trx)) {
    await markMessage(trx, id, { state: 'never', trouble: null });
    return null;
  }
  const messageId = message.messageId ?? `<message.${id}@${domain}>`;
  await sql`
    update outgoing_message set state = 'sending', tries = tries + 1, message_id = ${messageId}, changed_at = now()
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  return { is: 'yours', message: { ...message, messageId, state: 'sending', tries: message.tries + 1 } };
}

/** Whether it is still leaving by this very try: what a later try said of it is not overruled. */
export async function messageStillLeaving(
  trx: Trx,
  { id, tries }: Pick<OutgoingMessage, 'id' | 'tries'>,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from outgoing_message
    where landlord_id = ${trx.landlordId} and id = ${id} and state = 'sending' and tries = ${tries}
    for no key update`.execute(trx);
  return rows.length > 0;
}

/** What became of a message; `trouble` says why it did not go, or may not have. */
export async function markMessage(
  trx: Trx,
  id: string,
  became: {
    readonly state: MessageState;
    readonly trouble: string | null;
    readonly by?: 'smtp' | 'notify';
    readonly acceptedAt?: Date;
    readonly providerId?: string;
    readonly notBefore?: Date;
  },
): Promise<void> {
  const { state, trouble, by, acceptedAt, providerId, notBefore } = became;
  await sql`
    update outgoing_message
    set state = ${state}, trouble = ${trouble}, by = coalesce(${by ?? null}, by),
      accepted_at = coalesce(${acceptedAt?.toISOString() ?? null}, accepted_at),
      provider_id = coalesce(${providerId ?? null}, provider_id), not_before = ${notBefore?.toISOString() ?? null},
      changed_at = now()
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

/** What stands in the way of a message now; null when nothing does. Looked at when it leaves. */
export async function messageInTheWay(trx: Trx, message: OutgoingMessage, now: Date): Promise<InTheWay | null> {
  const { purpose, caseId, person, staff, kind, address } = message;
  if (purpose === 'one-time-code' && now.getTime() - Date.parse(isoInstant(message.queuedAt)) > codeMinutes * 60_000) {
    return { is: 'stopped', why: 'It could not leave while the code would still have worked.' };
  }
  if (caseId !== null && !goesAnyway.has(purpose) && (await holdOf(trx, caseId)) !== null) {
    return { is: 'held', why: heldWords };
  }
  // Whoever is on call is no party of the case, and has to come.
  if (caseId !== null && person === null && staff === null && address !== null && purpose !== 'on-call') {
    if (await markedUnsafe(trx, caseId, { kind, value: address })) return { is: 'stopped', why: unsafeWords };
  }
  if (person === null || address === null || (await mayStillUse(trx, person, { kind, value: address }))) return null;
  return { is: 'stopped', why: 'The address or number it was for may not be used any more.' };
}

/** It does not leave, or was not delivered: the case shows it, and whoever looks after the case is told. */
export async function stopMessage(
  trx: Trx,
  message: OutgoingMessage,
  why: string,
  now: Date,
  state: 'stopped' | 'failed' = 'stopped',
): Promise<void> {
  await markMessage(trx, message.id, { state, trouble: why });
  if (message.purpose === 'one-time-code') return;
  if (message.purpose === 'on-call') return ringManagers(trx, message, now);
  if (message.caseId !== null && message.staff === null && (await byTheNextWay(trx, message, now))) return;
  await noteArrival(trx, {
    // Of what belongs to no case, like the link to what somebody began, staff are told once a day: there is nobody whom
    // they could write to instead, and whoever types addresses that do not exist fills no list with them.
    key:
      message.caseId === null
        ? `message-stopped:${message.purpose}:${londonDay(now)}`
        : `message-stopped:${message.id}`,
    kind: state === 'failed' ? 'delivery-failed' : 'no-way',
    caseId: message.caseId,
    seq: null,
    person: message.person,
    channel: message.kind === 'email' ? 'email' : 'text-message',
    arrivedOn: londonDay(now),
    note: `${why} Not delivered: ${message.subject}`,
  });
}

/** Whoever is on call can't be woken by this: every manager is written to, and the emergency itself shows it (alarms.ts). */
async function ringManagers(
  trx: Trx,
  { key, staff, caseId, subject, body }: OutgoingMessage,
  now: Date,
): Promise<void> {
  if (staff !== null) return;
  const managers = (await listStaff(trx, 'at-work')).filter(({ roles }) => roles.includes('manager'));
  for (const { id } of await whomToWake(trx, caseId, managers, londonDay(now)))
    await queueMessage(trx, {
      key: `${key} manager ${id}`,
      purpose: 'on-call',
      caseId,
      to: { staff: id },
      subject,
      body,
      now,
    });
}

/** What one way can't carry takes the next that was agreed with the person. False when there is none. */
async function byTheNextWay(trx: Trx, message: OutgoingMessage, now: Date): Promise<boolean> {
  const { person, address, purpose, caseId, key, subject, body, link } = message;
  if (person === null || address === null) return false;
  const tried = await sql<{ address: string }>`
    select address from outgoing_message
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person} and address is not null
      and (key = ${firstKey(key)} or starts_with(key, ${`${firstKey(key)} next `}))`.execute(trx);
  const failed = tried.rows.map((row) => row.address);
  const next = await chooseWay(trx, person, purpose, failed);
  if (!next.ok) return false;
  const asked: MessageAsked = {
    key: `${firstKey(key)} next ${failed.length}`,
    purpose,
    caseId,
    to: { person },
    subject,
    body,
    ...(link === null ? {} : { link }),
    now,
  };
  await insertMessage(trx, asked, next.way);
  return true;
}

function firstKey(key: string): string {
  return key.replace(/ next \d+$/, '');
}

/** The message that carries this name of a service's, this Message-ID, or this key of ours; null when none does. */
export async function findMessage(
  trx: Trx,
  by: { readonly providerId: string } | { readonly messageId: string } | { readonly key: string },
): Promise<OutgoingMessage | null> {
  const found = await sql<OutgoingMessage>`${messageRow}
    where m.landlord_id = ${trx.landlordId}
      and ${
        'providerId' in by
          ? sql`m.provider_id = ${by.providerId}`
          : 'messageId' in by
            ? sql`m.message_id = ${by.messageId}`
            : sql`concat('message-', m.id) = ${by.key}`
      }
    order by m.queued_at desc limit 1`.execute(trx);
  return found.rows[0] ?? null;
}

/** Lets go what a hold held: letters and messages of the case leave now, each looked at once more. */
export async function letGo(trx: Trx, caseId: CaseId): Promise<void> {
  const messages = await sql<{ id: string }>`
    update outgoing_message set state = 'waiting', trouble = null, changed_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and state = 'held'
    returning id`.execute(trx);
  for (const { id } of messages.rows) await enqueueMessage(trx, id, null);
  const letters = await sql<{ seq: number }>`
    update letter_sending set state = case when way = 'print' then 'to-print' else 'waiting' end, trouble = null,
      changed_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and state = 'held'
    returning seq`.execute(trx);
  for (const { seq } of letters.rows) {
    await enqueue(trx, null, null, [{ name: 'send-letter-again', payload: { case: caseId, seq } }]);
  }
}

/** Jobs anew for what waits although its time came a quarter of an hour ago: their own were lost, or given up. */
export async function requeueLost(trx: Trx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 15 * 60_000).toISOString();
  const messages = await sql<{ id: string }>`
    select id from outgoing_message
    where landlord_id = ${trx.landlordId} and state in ('waiting', 'sending')
      and coalesce(not_before, changed_at) < ${before} and changed_at < ${before}
    limit 500`.execute(trx);
  for (const { id } of messages.rows) await enqueueMessage(trx, id, null);
  const letters = await sql<{ caseId: CaseId; seq: number }>`
    select case_id as "caseId", seq from letter_sending
    where landlord_id = ${trx.landlordId} and state in ('waiting', 'sending')
      and coalesce(not_before, changed_at) < ${before} and changed_at < ${before}
    limit 500`.execute(trx);
  for (const { caseId, seq } of letters.rows) {
    await enqueue(trx, null, null, [{ name: 'send-letter-again', payload: { case: caseId, seq } }]);
  }
}

/** Takes away what the messages about a case say and where they went: for erasure. What has not left never does. */
export async function forgetMessages(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    update outgoing_message
    set subject = '', body = '', address = null, trouble = null, link = null, code = null,
      state = case when state in ('held', 'waiting', 'sending') then 'never' else state end, changed_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
}

/** A subject is one line: what would begin another header is a space. */
function oneLine(text: string): string {
  return clean(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
