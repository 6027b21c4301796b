/**
 * Safety markers: what staff must know before they visit or ring somebody. Plain rows, each with a review of its own. What
 * one says is read through `readMarkers` alone, which records who read it; ended ones stay until they are erased.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  type MarkerAsked,
  type MarkerBy,
  objectionsToEndingMarker,
  objectionsToErasingMarker,
  objectionsToMarker,
} from '../complaint/behaviour/safety-marker.js';
import type { Refusal, Role } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { PersonId, StaffId } from '../facts/happened.js';
import { readBehaviourSetting } from './behaviour.js';
import type { Trx } from './database.js';
import { londonDay } from './today.js';

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

/** Who sets, ends or erases one, and when. */
export interface MarkerDone {
  readonly staff: StaffId;
  readonly roles: readonly Role[];
  readonly now: Date;
}

async function markerBy(trx: Trx, { roles }: MarkerDone): Promise<MarkerBy> {
  const { seesMarkers } = await readBehaviourSetting(trx);
  return { roles, seesMarkers };
}

/** Sets one; or what speaks against it. */
export async function setMarker(
  trx: Trx,
  marker: MarkerAsked & { readonly person: PersonId },
  done: MarkerDone,
): Promise<readonly Refusal[]> {
  const { person, whatToDo, reasons, told, reviewOn } = marker;
  const { staff: by, now } = done;
  const refusals = objectionsToMarker(marker, await markerBy(trx, done), londonDay(now));
  if (refusals.length > 0) return refusals;
  await sql`
    insert into safety_marker (landlord_id, id, person_id, what_to_do, reasons, told, review_on, set_by, set_at)
    values (${trx.landlordId}, ${randomUUID()}, ${person}, ${whatToDo}, ${reasons}, ${told}, ${reviewOn}, ${by},
      ${now.toISOString()})`.execute(trx);
  return [];
}

async function holdMarker(trx: Trx, person: PersonId, id: string): Promise<{ readonly endedAt: string | null } | null> {
  const { rows } = await sql<{ endedAt: string | null }>`
    select ended_at as "endedAt" from safety_marker
    where landlord_id = ${trx.landlordId} and person_id = ${person} and id::text = ${id} for update`.execute(trx);
  return rows[0] ?? null;
}

/**
 * Ends one that stands, or says what speaks against it. One that is kept at its review is ended and set again, so that each
 * says what was thought then.
 */
export async function endMarker(
  trx: Trx,
  { person, id, why }: { readonly person: PersonId; readonly id: string; readonly why: string },
  done: MarkerDone,
): Promise<readonly Refusal[]> {
  const refusals = objectionsToEndingMarker(await holdMarker(trx, person, id), why, await markerBy(trx, done));
  if (refusals.length > 0) return refusals;
  await sql`
    update safety_marker set ended_at = ${done.now.toISOString()}, ended_by = ${done.staff}, end_reason = ${why}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
  return [];
}

/** Takes an ended marker away for good, with the record of who read it; or says what speaks against it. */
export async function eraseMarker(
  trx: Trx,
  { person, id }: { readonly person: PersonId; readonly id: string },
  done: MarkerDone,
): Promise<readonly Refusal[]> {
  const refusals = objectionsToErasingMarker(await holdMarker(trx, person, id), await markerBy(trx, done));
  if (refusals.length > 0) return refusals;
  await sql`
    delete from safety_marker_reading where landlord_id = ${trx.landlordId} and marker_id::text = ${id}`.execute(trx);
  await sql`delete from safety_marker where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
  return [];
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
