/** By which way a message that the product writes may reach a person: as agreed with them, or not at all by itself. */
import type { AdjustmentKind, PersonId } from '../facts/happened.js';
import { readConfig } from './config.js';
import type { Trx } from './database.js';
import { isDemonstration } from './letter-sendings.js';
import { adjustmentsOf, type Person, readPerson, type Way } from './people.js';

export interface MessageWay {
  readonly kind: 'email' | 'text-message';
  readonly value: string;
}

export type WayChosen = { readonly ok: true; readonly way: MessageWay } | { readonly ok: false; readonly why: string };

/** What a message of ours goes against: it has to be made by a person, or said on the telephone. */
const needsAPerson: Partial<Record<AdjustmentKind, string>> = {
  'phone-not-letter': 'They asked to be rung, not written to.',
  'easy-read': 'They need it in easy read.',
  audio: 'They need it as a recording.',
  braille: 'They need it in Braille.',
  bsl: 'They need it in British Sign Language.',
  translation: 'They need it in their own language.',
  interpreter: 'They need an interpreter.',
};

/** The way to reach somebody by ourselves. A code that they ask for themselves goes against no adjustment. */
export async function chooseWay(trx: Trx, person: PersonId, purpose: string): Promise<WayChosen> {
  const found = await readPerson(trx, person);
  if (found === null) return { ok: false, why: 'Nobody of that name is on record any more.' };
  if (purpose !== 'one-time-code') {
    for (const { kind } of await adjustmentsOf(trx, person)) {
      const why = needsAPerson[kind as AdjustmentKind];
      if (why !== undefined) return { ok: false, why };
    }
  }
  for (const way of inOrder(found)) {
    if (way.kind === 'email' && (await sendsMail(trx))) return { ok: true, way: { kind: 'email', value: way.value } };
  }
  return { ok: false, why: 'There is no e-mail address that may be used for them, or no e-mail is sent from here.' };
}

/** A person's ways as they may be used: the safe ones alone if they asked for that, the preferred one first. */
export function inOrder(person: Person): readonly Way[] {
  const usable = person.ways.filter((way) => way.standing !== 'unsafe');
  const safe = usable.filter((way) => way.standing === 'safe');
  return (safe.length > 0 ? safe : usable).toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** Whether e-mail leaves from here. A demonstration does as if. */
async function sendsMail(trx: Trx): Promise<boolean> {
  return readConfig().smtpUrl !== undefined || (await isDemonstration(trx));
}
