/**
 * Messages as they arrived: which was here before, which case a reply belongs to, what was set aside, and what a person
 * still has to look at. Longer than 250 lines because it is every query about two tables.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type ArrivalKind, arrivalKinds } from '../complaint/arriving.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, PersonId, StaffId } from '../facts/happened.js';
import { tidyReference } from './case-file.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export const mailOutcomes = ['new-case', 'added-to-case', 'duplicate', 'set-aside', 'needs-a-look'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

export interface MailRow {
  readonly id: string;
  /** What stops a second copy: the Message-ID, or the digest of the whole message. */
  readonly messageKey: string;
  readonly contentKey: string;
  readonly takenAt: string;
  readonly receivedOn: Day;
  readonly receivedBecause: string;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string;
  readonly preview: string;
  readonly attachments: number;
  readonly outcome: MailOutcome;
  readonly reason: string;
  readonly asideBecause: string | null;
  readonly suggestedKind: string;
  readonly suggestedBecause: readonly string[];
  readonly hazards: readonly string[];
  readonly lookBecause: string | null;
  readonly raw: File | null;
  /** The mailbox that it lay in; null when it came as a file. */
  readonly mailboxId: string | null;
  /** What the landlord's own mail server found out about the sender; null: it says nothing. */
  readonly senderChecked: 'passed' | 'failed' | 'unsure' | null;
  readonly senderChecks: readonly string[];
}

/** A message in a list, with the references of its cases. */
export interface MailListed extends MailRow {
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  /** The case that an automatic answer or a bounce is about. */
  readonly aboutReference: string | null;
  readonly aboutCaseId: CaseId | null;
  readonly possibleStage2: boolean;
  readonly lookedAt: string | null;
  readonly lookedBy: StaffId | null;
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Takes the place of a message, or tells that it is taken. Whoever comes second waits until the first is decided. */
export async function claimMessage(trx: Trx, row: MailRow): Promise<boolean> {
  const taken = await sql`
    insert into mail_message (landlord_id, id, message_key, content_key, taken_at, received_on, received_because, sender,
      sender_name, subject, preview, attachments, outcome, reason, aside_because, suggested_kind, suggested_because,
      hazards, look_because, raw, mailbox_id, sender_checked, sender_checks)
    values (${trx.landlordId}, ${row.id}, decode(${keyOf(row.messageKey)}, 'hex'), decode(${keyOf(row.contentKey)}, 'hex'),
      ${row.takenAt}, ${row.receivedOn}, ${row.receivedBecause}, ${row.sender}, ${row.senderName}, ${row.subject},
      ${row.preview}, ${row.attachments}, ${row.outcome}, ${row.reason}, ${row.asideBecause}, ${row.suggestedKind},
      ${[...row.suggestedBecause]}, ${[...row.hazards]}, ${row.lookBecause}, decode(${row.raw}, 'hex'),
      ${row.mailboxId}, ${row.senderChecked}, ${[...row.senderChecks]})
    on conflict (landlord_id, message_key) do nothing
    returning id`.execute(trx);
  return taken.rows.length === 1;
}

export interface Settled {
  readonly outcome: MailOutcome;
  readonly reason: string;
  readonly caseId: CaseId | null;
  readonly aboutCaseId?: CaseId | null;
  readonly possibleStage2?: boolean;
  readonly lookBecause: string | null;
  readonly raw: File | null;
}

/** Says what became of a claimed message, in the same transaction. */
export async function settleMessage(trx: Trx, id: string, settled: Settled): Promise<void> {
  await sql`
    update mail_message set outcome = ${settled.outcome}, reason = ${settled.reason}, case_id = ${settled.caseId},
      about_case_id = ${settled.aboutCaseId ?? null}, possible_stage_2 = ${settled.possibleStage2 ?? false},
      look_because = ${settled.lookBecause}, raw = decode(${settled.raw}, 'hex')
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export interface Earlier {
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly outcome: MailOutcome;
  readonly sameContent: boolean;
}

/** The message that came first under this key. */
export async function earlierMessage(trx: Trx, messageKey: string, contentKey: string): Promise<Earlier | null> {
  const found = await sql<Earlier>`
    select m.id, m.case_id as "caseId", h.reference, m.outcome,
      m.content_key = decode(${keyOf(contentKey)}, 'hex') as "sameContent"
    from mail_message m
    left join case_head h on h.landlord_id = m.landlord_id and h.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.message_key = decode(${keyOf(messageKey)}, 'hex')`.execute(trx);
  return found.rows[0] ?? null;
}

export interface CaseFound {
  readonly caseId: CaseId;
  readonly reference: string;
}

/** The first of these texts that is the reference of a case. */
export async function caseByReferences(trx: Trx, references: readonly string[]): Promise<CaseFound | null> {
  if (references.length === 0) return null;
  const tidy = references.map(tidyReference);
  const found = await sql<CaseFound>`
    select case_id as "caseId", reference from case_head
    where landlord_id = ${trx.landlordId} and reference = any (${tidy})`.execute(trx);
  return found.rows.sort((a, b) => tidy.indexOf(a.reference) - tidy.indexOf(b.reference))[0] ?? null;
}

/**
 * The case to which these Message-IDs lead, the first of them that leads anywhere. What arrived or was sent by us leads
 * for anyone who answers it; what is only named by others leads for the same sender, since a hundred people may answer
 * one letter that we wrote to all.
 */
export async function caseByThread(
  trx: Trx,
  messageIds: readonly string[],
  sender: string | null,
): Promise<CaseFound | null> {
  if (messageIds.length === 0) return null;
  const keys = messageIds.map(keyOf);
  const found = await sql<CaseFound & { key: string; way: string }>`
    select t.case_id as "caseId", h.reference, encode(t.message_key, 'hex') as key, t.way
    from mail_thread t
    join case_head h on h.landlord_id = t.landlord_id and h.case_id = t.case_id
    where t.landlord_id = ${trx.landlordId}
      and t.message_key = any (select decode(k, 'hex') from unnest(${keys}::text[]) k)
      and (t.way <> 'answered' or t.sender = ${sender ?? ''} and t.sender <> '')`.execute(trx);
  const rank = (row: { key: string; way: string }): number =>
    keys.indexOf(row.key) + (row.way === 'answered' ? keys.length : 0);
  return found.rows.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Lets answers to a message find its case. Letters that we send are remembered with `out`. */
export async function rememberThread(
  trx: Trx,
  caseId: CaseId,
  messageIds: readonly string[],
  way: 'in' | 'out' | 'answered',
  sender: string | null = null,
): Promise<void> {
  if (messageIds.length === 0) return;
  await sql`
    insert into mail_thread (landlord_id, message_key, case_id, way, sender)
    select ${trx.landlordId}, decode(k, 'hex'), ${caseId}, ${way}, ${way === 'answered' ? (sender ?? '') : ''}
    from unnest(${[...new Set(messageIds.map(keyOf))]}::text[]) k
    on conflict do nothing`.execute(trx);
}

/** The person whom exactly one address of this landlord's people names; a contact never waits for one. */
export async function personByEmail(trx: Trx, address: string): Promise<PersonId | null> {
  const found = await sql<{ person_id: PersonId }>`
    select distinct person_id from person_way
    where landlord_id = ${trx.landlordId} and kind = 'email' and lower(value) = ${address.toLowerCase()}
    limit 2`.execute(trx);
  return found.rows.length === 1 ? (found.rows[0]?.person_id ?? null) : null;
}

/** Every address by which somebody on the case is known: the parties', and that of whoever's message opened it. */
export async function addressesOnCase(trx: Trx, caseId: CaseId): Promise<string[]> {
  const found = await sql<{ address: string }>`
    select lower(m.sender) as address from mail_message m
    where m.landlord_id = ${trx.landlordId} and m.case_id = ${caseId} and m.outcome <> 'added-to-case'
      and m.sender is not null
    union
    select lower(w.value) from party p
    join person_way w on w.landlord_id = p.landlord_id and w.person_id = p.person_id
    where p.landlord_id = ${trx.landlordId} and p.case_id = ${caseId} and w.kind = 'email'`.execute(trx);
  return found.rows.map((row) => row.address);
}

/** Whether this address is that of somebody on the case. That a stranger has written before makes no party of them. */
export async function knownOnCase(trx: Trx, caseId: CaseId, address: string): Promise<boolean> {
  return (await addressesOnCase(trx, caseId)).includes(address.toLowerCase());
}

/** Takes away what these rows say of a person; for erasing a case's words. The message itself goes with its document. */
export async function forgetMail(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    update mail_message set sender = null, sender_name = null, subject = '', preview = ''
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
}

// What screens show -----------------------------------------------------------------------------------------------------

const listed = sql<MailListed>`
  select m.id, encode(m.message_key, 'hex') as "messageKey", encode(m.content_key, 'hex') as "contentKey",
    m.taken_at as "takenAt", m.received_on as "receivedOn", m.received_because as "receivedBecause", m.sender,
    m.sender_name as "senderName", m.subject, m.preview, m.attachments, m.outcome, m.reason,
    m.aside_because as "asideBecause", m.suggested_kind as "suggestedKind", m.suggested_because as "suggestedBecause",
    m.hazards, m.look_because as "lookBecause", encode(m.raw, 'hex') as raw, m.mailbox_id as "mailboxId",
    m.sender_checked as "senderChecked", m.sender_checks as "senderChecks", m.case_id as "caseId", h.reference,
    m.about_case_id as "aboutCaseId", a.reference as "aboutReference",
    m.possible_stage_2 as "possibleStage2", m.looked_at as "lookedAt", m.looked_by as "lookedBy"
  from mail_message m
  left join case_head h on h.landlord_id = m.landlord_id and h.case_id = m.case_id
  left join case_head a on a.landlord_id = m.landlord_id and a.case_id = m.about_case_id`;

/** What a person still has to look at, the oldest first. */
export async function listToLookAt(trx: Trx, hidden: readonly CaseId[] = [], most = 200): Promise<MailListed[]> {
  const found = await sql<MailListed>`${listed}
    ${withArrivals}
    where m.landlord_id = ${trx.landlordId} and ${stillToLookAt} and ${seenMail(hidden)}
    order by m.possible_stage_2 desc, m.taken_at, m.id
    limit ${most}`.execute(trx);
  return found.rows;
}

/** What was set aside and opened no case, the newest first. */
export async function listSetAside(
  trx: Trx,
  page: { readonly most?: number; readonly skip?: number; readonly hidden?: readonly CaseId[] } = {},
): Promise<MailListed[]> {
  const found = await sql<MailListed>`${listed}
    where m.landlord_id = ${trx.landlordId} and m.case_id is null and ${seenMail(page.hidden ?? [])}
    order by m.taken_at desc, m.id
    limit ${page.most ?? 50} offset ${page.skip ?? 0}`.execute(trx);
  return found.rows;
}

export async function countMail(
  trx: Trx,
  hidden: readonly CaseId[] = [],
): Promise<{ toLookAt: number; setAside: number }> {
  const found = await sql<{ toLookAt: number; setAside: number }>`
    select (
        select count(*) from mail_message m ${withArrivals}
        where m.landlord_id = ${trx.landlordId} and ${stillToLookAt} and ${seenMail(hidden)}
      ) as "toLookAt",
      (select count(*) from mail_message m
        where m.landlord_id = ${trx.landlordId} and m.case_id is null and ${seenMail(hidden)}) as "setAside"`.execute(
    trx,
  );
  return found.rows[0] ?? { toLookAt: 0, setAside: 0 };
}

/** The messages of a case, in the order in which they arrived. */
export async function mailOfCase(trx: Trx, caseId: CaseId): Promise<MailListed[]> {
  const found = await sql<MailListed>`${listed}
    where m.landlord_id = ${trx.landlordId} and m.case_id = ${caseId}
    order by m.received_on, m.taken_at, m.id`.execute(trx);
  return found.rows;
}

/** One message; its `raw` is the document to download. */
export async function readMail(trx: Trx, id: string): Promise<MailListed | null> {
  const found = await sql<MailListed>`${listed}
    where m.landlord_id = ${trx.landlordId} and m.id = ${id}`.execute(trx);
  return found.rows[0] ?? null;
}

/** The same, held so that nobody else settles it meanwhile. */
export async function holdMail(trx: Trx, id: string): Promise<MailListed | null> {
  await sql`select 1 from mail_message where landlord_id = ${trx.landlordId} and id = ${id} for update`.execute(trx);
  return readMail(trx, id);
}

/**
 * A person has looked; false when someone had before. What arrived with it and asks for no more than a look is seen too;
 * what may mean an act waits for that act.
 */
export async function markLookedAt(trx: Trx, id: string, by: StaffId, now: Date): Promise<boolean> {
  const done = await sql`
    update mail_message set looked_at = ${now.toISOString()}, looked_by = ${by}
    where landlord_id = ${trx.landlordId} and id = ${id} and looked_at is null
    returning id`.execute(trx);
  if (done.rows.length === 0) return false;
  await sql`
    update arrival set settled_at = ${now.toISOString()}, settled_by = ${by}, settled_how = 'seen'
    where landlord_id = ${trx.landlordId} and settled_at is null
      and key = any (${lookIsAll.map((kind) => `mail ${id} ${kind}`)})`.execute(trx);
  return true;
}

const lookIsAll: readonly ArrivalKind[] = ['message', 'evidence', 'sender-not-known', 'delivery-failed'];

/** Whoever has seen to all that arrived with a message need not look at it again. */
const stillToLookAt = sql`
  m.look_because is not null and m.looked_at is null
  and (
    not exists (select from arrival a where a.landlord_id = m.landlord_id and a.key = any (k.keys))
    or exists (select from arrival a where a.landlord_id = m.landlord_id and a.key = any (k.keys) and a.settled_at is null)
  )`;
/** Mail that neither belongs to a case that is hidden from who looks, nor names one. */
function seenMail(hidden: readonly CaseId[]) {
  return sql`(m.case_id is null or ${notAmong('m.case_id', hidden)})
    and (m.about_case_id is null or ${notAmong('m.about_case_id', hidden)})`;
}
const withArrivals = sql`
  cross join lateral (select array(select 'mail ' || m.id || ' ' || kind from unnest(${[...arrivalKinds]}::text[]) kind) as keys) k`;
