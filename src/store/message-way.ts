/** By which way a message that the product writes may reach a person: as agreed with them, or not at all by itself. */
import { sql } from 'kysely';
import type { AdjustmentKind, CaseId, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { adjustmentsOf, type Person, readPerson, type Way } from './people.js';
import { waysOpen } from './ways-out.js';

export interface MessageWay {
  readonly kind: 'email' | 'text-message';
  readonly value: string;
}

export type WayChosen = { readonly ok: true; readonly way: MessageWay } | { readonly ok: false; readonly why: string };

/**
 * What a message of ours goes against: it has to be made by a person, or said on the telephone. Whoever
 * asked for 'phone-not-letter' gets letters all the same, since the Code asks for those in writing (complaint/leaving.ts).
 */
const needsAPerson: Partial<Record<AdjustmentKind, string>> = {
  'phone-not-letter': 'They asked to be rung, not written to.',
  'easy-read': 'They need it in easy read.',
  audio: 'They need it as a recording.',
  braille: 'They need it in Braille.',
  bsl: 'They need it in British Sign Language.',
  translation: 'They need it in their own language.',
  interpreter: 'They need an interpreter.',
};

/**
 * The way to reach somebody by ourselves. A code that they ask for themselves goes against no adjustment. `failed`: where it
 * could not be delivered before.
 */
export async function chooseWay(
  trx: Trx,
  person: PersonId,
  purpose: string,
  failed: readonly string[] = [],
): Promise<WayChosen> {
  const found = await readPerson(trx, person);
  if (found === null) return no('Nobody of that name is on record any more.');
  if (purpose !== 'one-time-code') {
    for (const { kind } of await adjustmentsOf(trx, person)) {
      const why = needsAPerson[kind as AdjustmentKind];
      if (why !== undefined) return no(why);
    }
  }
  const open = await waysOpen(trx);
  const ways = inOrder(found).filter(({ value }) => !failed.includes(value));
  for (const { kind, value } of ways) {
    if (kind === 'email' && open.email !== null) return { ok: true, way: { kind, value } };
    if (kind === 'text-message' && open.texts) return { ok: true, way: { kind, value } };
  }
  return no(
    ways.some(({ kind }) => kind === 'email' || kind === 'text-message')
      ? 'No way is set up here by which a message leaves for them.'
      : 'There is no e-mail address or number for texts that may be used for them.',
  );
}

/** Whether a way is still on record for a person and may be used. */
export async function mayStillUse(trx: Trx, person: PersonId, way: MessageWay): Promise<boolean> {
  const found = await readPerson(trx, person);
  return found !== null && inOrder(found).some(({ kind, value }) => kind === way.kind && value === way.value);
}

/**
 * Whether somebody of the case has marked an address or number as unsafe, whoever else uses it: nothing about the case goes
 * there. A number is the same however it is written, and whether calls or texts were meant.
 */
export async function markedUnsafe(trx: Trx, caseId: CaseId, way: MessageWay): Promise<boolean> {
  const digits = way.value.replaceAll(/\D/g, '').slice(-10);
  const same =
    way.kind === 'email'
      ? sql`w.kind = 'email' and lower(trim(w.value)) = ${way.value.trim().toLowerCase()}`
      : sql`w.kind in ('phone', 'text-message') and right(regexp_replace(w.value, '[^0-9]', '', 'g'), 10) = ${digits}`;
  const { rows } = await sql`
    select 1 from party p
    join person_way w on w.landlord_id = p.landlord_id and w.person_id = p.person_id
    where p.landlord_id = ${trx.landlordId} and p.case_id = ${caseId} and w.standing = 'unsafe' and ${same}
    limit 1`.execute(trx);
  return rows.length > 0;
}

/** A person's ways as they may be used: the safe ones alone if they asked for that, the preferred one first. */
export function inOrder(person: Person): readonly Way[] {
  const usable = person.ways.filter((way) => way.standing !== 'unsafe');
  const safe = usable.filter((way) => way.standing === 'safe');
  return (safe.length > 0 ? safe : usable).toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

function no(why: string): WayChosen {
  return { ok: false, why };
}

/** Whether e-mail leaves from here. A demonstration does as if. */
export async function sendsMail(trx: Trx): Promise<boolean> {
  return (await waysOpen(trx)).email !== null;
}
