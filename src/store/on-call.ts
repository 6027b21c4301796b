/** Whom an emergency wakes at any hour, and how often until somebody has taken it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from './database.js';
import { readSetting, writeSetting } from './rules.js';

export const onCallKinds = ['email', 'text-message'] as const;

export interface OnCallWay {
  readonly id: string;
  /** 'Duty manager', or somebody's name. */
  readonly name: string;
  readonly kind: (typeof onCallKinds)[number];
  readonly value: string;
}

export const repeatMinutesUnlessSet = 10;
const setting = 'on-call-repeat-minutes';

export async function listOnCallWays(trx: Trx): Promise<OnCallWay[]> {
  const { rows } = await sql<OnCallWay>`
    select id, name, kind, value from on_call_way where landlord_id = ${trx.landlordId}
    order by added_at, id`.execute(trx);
  return rows;
}

/** False when that address or number is one of them already. */
export async function addOnCallWay(trx: Trx, way: Omit<OnCallWay, 'id'>): Promise<boolean> {
  const { rows } = await sql`
    insert into on_call_way (landlord_id, id, name, kind, value)
    values (${trx.landlordId}, ${randomUUID()}, ${way.name}, ${way.kind}, ${way.value})
    on conflict do nothing returning id`.execute(trx);
  return rows.length > 0;
}

/** The way that was taken away; null when there was none of that id. */
export async function removeOnCallWay(trx: Trx, id: string): Promise<OnCallWay | null> {
  const { rows } = await sql<OnCallWay>`
    delete from on_call_way where landlord_id = ${trx.landlordId} and id = ${id}
    returning id, name, kind, value`.execute(trx);
  return rows[0] ?? null;
}

export async function readRepeatMinutes(trx: Trx): Promise<number> {
  return (await readSetting<number>(trx, setting)) ?? repeatMinutesUnlessSet;
}

export async function writeRepeatMinutes(trx: Trx, minutes: number): Promise<void> {
  await writeSetting(trx, setting, minutes);
}
