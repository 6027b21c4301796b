/** What a landlord has set beside its clocks: how its letters name it, and which responses a second person approves. */
import { sql } from 'kysely';
import type { Letterhead } from '../letters/words.js';
import type { Trx } from './database.js';
import { readSettings, writeSetting } from './rules.js';

/** As stored; the name stands in the landlord's own row. */
export type LetterheadSetting = Omit<Letterhead, 'name'>;

export const plainLetterhead: LetterheadSetting = {
  team: 'Complaints team',
  address: [],
  phone: '',
  email: '',
  website: '',
  colour: null,
};

/** Which answers wait for a second person before they are sent. */
export interface Approval {
  readonly stage1: boolean;
  readonly stage2: boolean;
}

type Settings = Readonly<Record<string, unknown>>;

export function letterheadIn(settings: Settings): LetterheadSetting {
  return { ...plainLetterhead, ...(settings.letterhead as Partial<LetterheadSetting> | undefined) };
}

export function approvalIn(settings: Settings): Approval {
  return { stage1: false, stage2: false, ...(settings.approval as Partial<Approval> | undefined) };
}

export async function readLetterhead(trx: Trx): Promise<Letterhead> {
  const { rows } = await sql<{ name: string }>`select name from landlord where id = ${trx.landlordId}`.execute(trx);
  return { ...letterheadIn(Object.fromEntries(await readSettings(trx))), name: rows[0]?.name ?? '' };
}

/** False when another landlord of this installation has that name; then nothing is written. */
export async function writeLetterhead(trx: Trx, { name, ...letterhead }: Letterhead): Promise<boolean> {
  const taken = await sql`select 1 from landlord where name = ${name} and id <> ${trx.landlordId}`.execute(trx);
  if (taken.rows.length > 0) return false;
  await sql`update landlord set name = ${name} where id = ${trx.landlordId}`.execute(trx);
  await writeSetting(trx, 'letterhead', letterhead);
  return true;
}

export async function writeApproval(trx: Trx, approval: Approval): Promise<void> {
  await writeSetting(trx, 'approval', approval);
}
