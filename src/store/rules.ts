/**
 * What a landlord has set for its clocks: its own stricter targets, how a start on a day off counts, and bank holidays
 * proclaimed after this release. A change reaches the cached clocks in the same transaction.
 */
import { sql } from 'kysely';
import type { ClockRules, Targets } from '../complaint/clocks.js';
import { type Calendar, englandAndWales } from '../facts/calendar.js';
import type { Day } from '../facts/days.js';
import type { PhasesRecorded } from '../law/hazards.js';
import type { Trx } from './database.js';
import { recomputeClocks } from './recompute.js';

export const noTargets: Targets = {
  stage1Acknowledgement: null,
  stage1Response: null,
  stage2Acknowledgement: null,
  stage2Response: null,
};

/** The rules of a landlord that has set nothing. */
export const plainRules: ClockRules = { calendar: englandAndWales, startOnDayOff: 'rolls', targets: noTargets };

interface RulesRow {
  targets: Partial<Targets> | null;
  starts: ClockRules['startOnDayOff'] | null;
  phases: PhasesRecorded | null;
  known_until: Day | null;
  holidays: string | null;
}

/** The rules by which this landlord's clocks run now. */
export async function readRules(trx: Trx): Promise<ClockRules> {
  const found = await trx.client.query<RulesRow>({
    name: 'read-rules',
    text: `select
      (select value from landlord_setting where landlord_id = $1 and name = 'targets') as targets,
      (select value #>> '{}' from landlord_setting where landlord_id = $1 and name = 'start-on-day-off') as starts,
      (select value from landlord_setting where landlord_id = $1 and name = 'hazard-phases') as phases,
      (select value #>> '{}' from landlord_setting where landlord_id = $1 and name = 'calendar-known-until') as known_until,
      (select string_agg(day || ' ' || name, E'\\n' order by day) from holiday where landlord_id = $1) as holidays`,
    values: [trx.landlordId],
  });
  const row = found.rows[0];
  return {
    calendar: calendarWith(row?.holidays ?? null, row?.known_until ?? null),
    startOnDayOff: row?.starts ?? 'rolls',
    targets: { ...noTargets, ...row?.targets },
    ...(row?.phases ? { hazardPhases: row.phases } : {}),
  };
}

let lastCalendar: { key: string; calendar: Calendar } | undefined;

/** Making a calendar costs a millisecond and the holidays hardly ever change, so the last one is kept. */
function calendarWith(holidays: string | null, knownUntil: Day | null): Calendar {
  if (holidays === null && knownUntil === null) return englandAndWales;
  const key = `${knownUntil}\n${holidays}`;
  if (lastCalendar?.key !== key) {
    const extra = (holidays ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ on: line.slice(0, 10) as Day, title: line.slice(11) }));
    lastCalendar = { key, calendar: englandAndWales.with(extra, knownUntil ?? undefined) };
  }
  return lastCalendar.calendar;
}

/** One setting as stored; null when the landlord has not set it. */
export async function readSetting<T>(trx: Trx, name: string): Promise<T | null> {
  const found = await sql<{ value: T }>`
    select value from landlord_setting where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
  return found.rows[0]?.value ?? null;
}

/** All that the landlord has set, by name. */
export async function readSettings(trx: Trx): Promise<Map<string, unknown>> {
  const found = await sql<{ name: string; value: unknown }>`
    select name, value from landlord_setting where landlord_id = ${trx.landlordId}`.execute(trx);
  return new Map(found.rows.map((row) => [row.name, row.value]));
}

/** Sets one thing; null takes it away. Targets and ways of counting go through the functions below. */
export async function writeSetting(trx: Trx, name: string, value: unknown): Promise<void> {
  if (value === null) {
    await sql`delete from landlord_setting where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
    return;
  }
  await sql`
    insert into landlord_setting (landlord_id, name, value)
    values (${trx.landlordId}, ${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (landlord_id, name) do update set value = excluded.value`.execute(trx);
}

/** The landlord’s own stricter limits, in working days; live clocks are worked out again in the same transaction. */
export async function setTargets(trx: Trx, targets: Targets): Promise<{ recomputed: number }> {
  await writeSetting(trx, 'targets', targets);
  return { recomputed: await recomputeClocks(trx, await readRules(trx), { cases: 'live' }) };
}

/** How a start on a day off counts changes every clock that ever ran, finished ones too. */
export async function setStartOnDayOff(trx: Trx, how: ClockRules['startOnDayOff']): Promise<{ recomputed: number }> {
  await writeSetting(trx, 'start-on-day-off', how);
  return { recomputed: await recomputeClocks(trx, await readRules(trx), { cases: 'all' }) };
}

/** From when the later phases of the law on hazards count; every case with a hazard is worked out again. */
export async function setHazardPhases(trx: Trx, phases: PhasesRecorded): Promise<{ recomputed: number }> {
  await writeSetting(trx, 'hazard-phases', phases);
  return { recomputed: await recomputeClocks(trx, await readRules(trx), { cases: 'with-hazards' }) };
}

export interface HolidayRow {
  readonly day: Day;
  readonly name: string;
}

/** The landlord's own additions to the bank holidays that the product knows. */
export async function readHolidays(trx: Trx): Promise<HolidayRow[]> {
  const found = await sql<HolidayRow>`
    select day, name from holiday where landlord_id = ${trx.landlordId} order by day`.execute(trx);
  return found.rows;
}

/** A bank holiday proclaimed: effective at once on every clock that runs over it. */
export async function addHoliday(trx: Trx, day: Day, name: string): Promise<{ recomputed: number }> {
  await sql`
    insert into holiday (landlord_id, day, name) values (${trx.landlordId}, ${day}, ${name})
    on conflict (landlord_id, day) do update set name = excluded.name`.execute(trx);
  return { recomputed: await recomputeClocks(trx, await readRules(trx), { cases: 'around', day }) };
}

/** Takes back a holiday that was added; clocks around it are worked out again in the same transaction. */
export async function removeHoliday(trx: Trx, day: Day): Promise<{ recomputed: number }> {
  await sql`delete from holiday where landlord_id = ${trx.landlordId} and day = ${day}`.execute(trx);
  return { recomputed: await recomputeClocks(trx, await readRules(trx), { cases: 'around', day }) };
}
