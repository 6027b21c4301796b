/**
 * Safety markers: what staff must know before they visit or ring somebody. Plain rows, each with a review of its own. What
 * one says is read through `readMarkers` alone, which records who read it; ended ones stay until they are erased.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export type ReadBefore = 'visit' | 'call' | 'review';

export interface SafetyMarker {
  readonly id: string;
  readonly person: PersonId;
  readonly whatToDo: string;
  readonly reasons: string;
  readonly told: string;
  readonly reviewOn: Day;
  readonly setBy: string;
  readonly setAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
}

/** Which of these people have a marker: that alone, and nothing that it says. */
export async function markedAmong(trx: Trx, people: readonly PersonId[]): Promise<readonly PersonId[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ person: PersonId }>`
    select distinct person_id as person from safety_marker
    where landlord_id = ${trx.landlordId} and person_id = any (${people}::uuid[]) and ended_at is null`.execute(trx);
  return rows.map(({ person }) => person);
}

export interface NewMarker {
  readonly person: PersonId;
  readonly whatToDo: string;
  readonly reasons: string;
  readonly told: string;
  readonly reviewOn: Day;
  readonly by: StaffId;
  readonly now: Date;
}

export async function setMarker(trx: Trx, marker: NewMarker): Promise<string> {
  const id = randomUUID();
  const { person, whatToDo, reasons, told, reviewOn, by, now } = marker;
  await sql`
    insert into safety_marker (landlord_id, id, person_id, what_to_do, reasons, told, review_on, set_by, set_at)
    values (${trx.landlordId}, ${id}, ${person}, ${whatToDo}, ${reasons}, ${told}, ${reviewOn}, ${by},
      ${now.toISOString()})`.execute(trx);
  return id;
}

/** Ends one that stands; one that is kept at its review is ended and set again, so that each says what was thought then. */
export async function endMarker(
  trx: Trx,
  { id, why, by, now }: { readonly id: string; readonly why: string; readonly by: StaffId; readonly now: Date },
): Promise<boolean> {
  const ended = await sql`
    update safety_marker set ended_at = ${now.toISOString()}, ended_by = ${by}, end_reason = ${why}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and ended_at is null
    returning id`.execute(trx);
  return ended.rows.length === 1;
}

/** Takes an ended marker away for good, with the record of who read it. False for one that stands. */
export async function eraseMarker(trx: Trx, id: string): Promise<boolean> {
  const over = sql`landlord_id = ${trx.landlordId} and id::text = ${id} and ended_at is not null`;
  await sql`
    delete from safety_marker_reading
    where landlord_id = ${trx.landlordId} and marker_id in (select id from safety_marker where ${over})`.execute(trx);
  const gone = await sql`delete from safety_marker where ${over} returning id`.execute(trx);
  return gone.rows.length === 1;
}

/** What the markers of a person say. That they were read, by whom and before what, is recorded with it. */
export async function readMarkers(
  trx: Trx,
  person: PersonId,
  reader: { readonly staff: StaffId; readonly before: ReadBefore; readonly now: Date },
): Promise<readonly SafetyMarker[]> {
  const { rows } = await sql<SafetyMarker>`
    select m.id, m.person_id as person, m.what_to_do as "whatToDo", m.reasons, m.told, m.review_on as "reviewOn",
      s.name as "setBy", m.set_at as "setAt", m.ended_at as "endedAt", e.name as "endedBy", m.end_reason as "endReason"
    from safety_marker m
    join staff s on s.landlord_id = m.landlord_id and s.id = m.set_by
    left join staff e on e.landlord_id = m.landlord_id and e.id = m.ended_by
    where m.landlord_id = ${trx.landlordId} and m.person_id = ${person}
    order by m.ended_at nulls first, m.set_at desc`.execute(trx);
  if (rows.length > 0)
    await sql`
      insert into safety_marker_reading (landlord_id, marker_id, staff_id, read_at, before)
      select ${trx.landlordId}, m, ${reader.staff}, ${reader.now.toISOString()}, ${reader.before}
      from unnest(${rows.map(({ id }) => id)}::uuid[]) as t (m)
      on conflict do nothing`.execute(trx);
  return rows;
}

export interface MarkerReading {
  readonly marker: string;
  readonly by: string;
  readonly at: string;
  readonly before: ReadBefore;
}

/** Who read the markers of a person, the latest first. */
export async function markerReadings(trx: Trx, person: PersonId, most = 50): Promise<readonly MarkerReading[]> {
  const { rows } = await sql<MarkerReading>`
    select r.marker_id as marker, s.name as by, r.read_at as at, r.before
    from safety_marker m
    join safety_marker_reading r on r.landlord_id = m.landlord_id and r.marker_id = m.id
    join staff s on s.landlord_id = r.landlord_id and s.id = r.staff_id
    where m.landlord_id = ${trx.landlordId} and m.person_id = ${person}
    order by r.read_at desc
    limit ${most}`.execute(trx);
  return rows;
}

export interface MarkerListed {
  readonly id: string;
  readonly person: PersonId;
  readonly reviewOn: Day;
}

/** The markers that stand, the one to be looked at first on top; without what they say. */
export async function listMarkers(trx: Trx): Promise<readonly MarkerListed[]> {
  const { rows } = await sql<MarkerListed>`
    select id, person_id as person, review_on as "reviewOn" from safety_marker
    where landlord_id = ${trx.landlordId} and ended_at is null
    order by review_on, id`.execute(trx);
  return rows;
}
