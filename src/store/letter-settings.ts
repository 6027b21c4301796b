/** What a landlord has set for its letters: who it is on paper, and which letters a second person reads first. */
import { sql } from 'kysely';
import type { LetterKind, StaffId } from '../facts/happened.js';
import { letterNames } from '../letters/frame.js';
import { type Letterhead } from '../letters/words.js';
import { together } from '../letters/blocks.js';
import { recordChange } from './change-trail.js';
import type { Trx } from './database.js';

interface Kept {
  readonly team?: string;
  readonly address?: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  /** Also the colour of the pages. */
  readonly brandColour?: string;
}

export async function readLetterhead(trx: Trx): Promise<Letterhead> {
  const found = await sql<{ name: string; kept: Kept | null }>`
    select l.name, s.value as kept from landlord l
    left join landlord_setting s on s.landlord_id = l.id and s.name = 'letterhead'
    where l.id = ${trx.landlordId}`.execute(trx);
  const row = found.rows[0];
  if (row === undefined) throw new Error('there is no such landlord');
  return {
    name: row.name,
    team: row.kept?.team ?? 'Complaints team',
    address: row.kept?.address ?? [],
    phone: row.kept?.phone ?? '',
    email: row.kept?.email ?? '',
    website: row.kept?.website ?? '',
    colour: row.kept?.brandColour ?? null,
  };
}

/** The colour is checked by the screen, which can say what is wrong with it. */
export async function saveLetterhead(trx: Trx, to: Omit<Letterhead, 'name'>, by: StaffId | null): Promise<void> {
  const { colour, ...rest } = to;
  await saveSetting(trx, 'letterhead', { ...rest, ...(colour === null ? {} : { brandColour: colour }) });
  await recordChange(trx, { about: 'letterhead', words: 'Letterhead changed.', by });
}

/** The kinds of letters that a second person approves before they go. None, unless the landlord wants it. */
export async function lettersToApprove(trx: Trx): Promise<readonly LetterKind[]> {
  const found = await sql<{ value: { kinds?: LetterKind[] } }>`
    select value from landlord_setting where landlord_id = ${trx.landlordId} and name = 'approval'`.execute(trx);
  return found.rows[0]?.value.kinds ?? [];
}

export async function saveLettersToApprove(trx: Trx, kinds: readonly LetterKind[], by: StaffId | null): Promise<void> {
  await saveSetting(trx, 'approval', { kinds });
  const names = together(kinds.map((k) => letterNames[k].toLowerCase()));
  await recordChange(trx, {
    about: 'approval',
    words: kinds.length === 0 ? 'No letter needs a second person.' : `A second person approves: ${names}.`,
    by,
  });
}

async function saveSetting(trx: Trx, name: string, value: unknown): Promise<void> {
  await sql`
    insert into landlord_setting (landlord_id, name, value) values (${trx.landlordId}, ${name}, ${JSON.stringify(value)})
    on conflict (landlord_id, name) do update set value = excluded.value`.execute(trx);
}
