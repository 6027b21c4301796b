/**
 * What arrived from residents and waits for somebody's eye. It is noted in the transaction that recorded it, once by its
 * key; it waits until an act answers it or somebody says that they have seen it; nothing else takes it off the list.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ArrivalKind, settledBy } from '../complaint/arriving.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Channel, Entry, PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface NewArrival {
  /** The same key is one arrival. Ids alone: no words, no addresses. */
  readonly key: string;
  readonly kind: ArrivalKind;
  /** Null when nobody knows yet which case it belongs to. */
  readonly caseId: CaseId | null;
  /** The entry of the history that tells of it; null when there is none. */
  readonly seq: number | null;
  readonly person: PersonId | null;
  readonly channel: Channel | null;
  /** The London day on which it was received. */
  readonly arrivedOn: Day;
  /** What an officer reads. Erased with the words of its entry. */
  readonly note: string | null;
  /** What the resident asks to have changed, for the screen that answers it; erased with the note. */
  readonly proposal?: Proposal | null;
}

/** What waits to be done for a resident when an officer has seen it; each kind reads its own with care. */
export type Proposal = Readonly<Record<string, unknown>>;

export interface Arrival extends Required<NewArrival> {
  readonly id: string;
  readonly reference: string | null;
  readonly personName: string | null;
  readonly notedAt: string;
  /** Null while it waits. */
  readonly settled: {
    readonly at: string;
    readonly by: StaffId | null;
    readonly how: SettledHow;
    readonly why: string | null;
  } | null;
}

export const settledHows = ['acted', 'seen', 'not-so', 'taken-back'] as const;
/** By an act; looked at; it is not what it seemed; the resident took it back. */
export type SettledHow = (typeof settledHows)[number];

/** Notes that something arrived, and gives its id: the one it had, when it was noted before. */
export async function noteArrival(trx: Trx, arrival: NewArrival): Promise<string> {
  const { key, kind, caseId, seq, person, channel, arrivedOn, note, proposal } = arrival;
  const noted = await sql<{ id: string }>`
    insert into arrival
      (landlord_id, id, key, kind, case_id, seq, person_id, channel, arrived_on, note, proposal)
    values (${trx.landlordId}, ${randomUUID()}, ${key}, ${kind}, ${caseId}, ${seq}, ${person}, ${channel},
      ${arrivedOn}, ${note?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null},
      ${proposal === undefined || proposal === null ? null : JSON.stringify(proposal)}::jsonb)
    on conflict (landlord_id, key) do nothing
    returning id`.execute(trx);
  const [fresh] = noted.rows;
  if (fresh !== undefined) return fresh.id;
  const before = await sql<{ id: string }>`
    select id from arrival where landlord_id = ${trx.landlordId} and key = ${key}`.execute(trx);
  const [known] = before.rows;
  if (known === undefined) throw new Error('an arrival was neither noted nor known');
  return known.id;
}

export interface ArrivalFilter {
  readonly caseId?: CaseId;
  readonly kinds?: readonly ArrivalKind[];
  /** Those of the cases that this person has. */
  readonly handler?: StaffId;
  /** What this viewer may not see: store/staff-concerned.ts. */
  readonly hidden?: readonly CaseId[];
  readonly most?: number;
  readonly skip?: number;
}

const row = sql`
  select a.id, a.key, a.kind, a.case_id as "caseId", h.reference, a.seq, a.person_id as person, p.name as "personName",
    a.channel, a.arrived_on as "arrivedOn", a.noted_at as "notedAt", a.note, a.proposal,
    case when a.settled_at is null then null
      else json_build_object('at', a.settled_at, 'by', a.settled_by, 'how', a.settled_how, 'why', a.settled_why)
    end as settled
  from arrival a
  left join case_head h on h.landlord_id = a.landlord_id and h.case_id = a.case_id
  left join person p on p.landlord_id = a.landlord_id and p.id = a.person_id`;

function filtered(trx: Trx, { caseId, kinds, handler, hidden = [] }: ArrivalFilter) {
  return sql`a.landlord_id = ${trx.landlordId} and a.settled_at is null
    and (${caseId ?? null}::uuid is null or a.case_id = ${caseId ?? null}::uuid)
    and (a.case_id is null or ${notAmong('a.case_id', hidden)})
    and (${kinds === undefined} or a.kind = any (${kinds ?? []}::text[]))
    and (${handler ?? null}::uuid is null or exists (
      select from complaint c
      where c.landlord_id = a.landlord_id and c.case_id = a.case_id and c.handler_id = ${handler ?? null}::uuid))`;
}

/** What waits, emergencies first, then by age: the oldest at the top. */
export async function waitingArrivals(trx: Trx, filter: ArrivalFilter = {}): Promise<Arrival[]> {
  const found = await sql<Arrival>`
    ${row}
    where ${filtered(trx, filter)}
    order by a.kind <> 'emergency', a.arrived_on, a.noted_at, a.id
    limit ${filter.most ?? 200} offset ${filter.skip ?? 0}`.execute(trx);
  return found.rows;
}

/** How many wait, and since when. */
export async function countArrivals(
  trx: Trx,
  filter: ArrivalFilter = {},
): Promise<{ readonly waiting: number; readonly oldest: Day | null }> {
  const found = await sql<{ waiting: number; oldest: Day | null }>`
    select count(*)::int as waiting, min(a.arrived_on) as oldest from arrival a
    where ${filtered(trx, filter)}`.execute(trx);
  return found.rows[0] ?? { waiting: 0, oldest: null };
}

/** One arrival, settled or not; null when this landlord has none of that id. */
export async function readArrival(trx: Trx, id: string): Promise<Arrival | null> {
  const found = await sql<Arrival>`${row} where a.landlord_id = ${trx.landlordId} and a.id = ${id}`.execute(trx);
  return found.rows[0] ?? null;
}

export interface Settling {
  /** Null when the resident did it. */
  readonly by: StaffId | null;
  readonly how: SettledHow;
  readonly at: Date;
  readonly why?: string | null;
}

/** Takes it off the list. False when it was off already: then nothing is changed. */
export async function settleArrival(trx: Trx, id: string, { by, how, at, why }: Settling): Promise<boolean> {
  const settled = await sql<{ id: string }>`
    update arrival
    set settled_at = ${at.toISOString()}, settled_by = ${by}, settled_how = ${how}, settled_why = ${why ?? null}
    where landlord_id = ${trx.landlordId} and id = ${id} and settled_at is null
    returning id`.execute(trx);
  return settled.rows.length > 0;
}

/** Settles what the entries that staff just recorded have answered; what arrived after them waits on. */
export async function settleByActs(
  trx: Trx,
  caseId: CaseId,
  recorded: readonly Pick<Entry, 'what'>[],
  by: StaffId,
  at: Date,
): Promise<void> {
  const kinds = [...new Set(recorded.flatMap(({ what }) => settledBy(what)))];
  if (kinds.length === 0) return;
  await sql`
    update arrival
    set settled_at = ${at.toISOString()}, settled_by = ${by}, settled_how = 'acted'
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and settled_at is null
      and kind = any (${kinds}::text[])`.execute(trx);
}

/**
 * Erases what arrivals say with the words of these entries and, unless only those are meant, of those of the case that no
 * entry tells of. They stay where they wait: that something came is no resident's words.
 */
export async function forgetArrivals(
  trx: Trx,
  caseId: CaseId,
  seqs: readonly number[],
  which: 'all' | 'of-entries' = 'all',
): Promise<void> {
  await sql`
    update arrival set note = null, proposal = null, settled_why = null
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}
      and ((seq is null and ${which === 'all'}) or seq = any (${seqs}::int[]))`.execute(trx);
}
