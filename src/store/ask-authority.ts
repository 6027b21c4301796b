/** The resident is asked, by a link of their own, whether somebody may act for them (3.6). The case does not wait for it. */
import { sql } from 'kysely';
import type { CaseId, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { queueMessage } from './outbox.js';
import { readPerson } from './people.js';

export interface AuthorityAsked {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly resident: PersonId;
  readonly representative: PersonId;
  readonly landlord: string;
  readonly now: Date;
}

/**
 * Whether what stands of somebody was looked at by staff, or came from the landlord: not only from forms, which anybody can
 * fill in under any name before they write for that name.
 */
export async function stoodBefore(trx: Trx, person: PersonId, caseId: CaseId): Promise<boolean> {
  const { rows } = await sql<{ stood: boolean }>`
    select exists (
      select from complaint c
      where c.landlord_id = ${trx.landlordId} and c.person_id = ${person} and c.case_id <> ${caseId}
        and (c.logged_on is not null or c.imported)
    ) or not exists (
      select from party p
      where p.landlord_id = ${trx.landlordId} and p.person_id = ${person} and p.case_id <> ${caseId}
    ) as stood`.execute(trx);
  return rows[0]?.stood ?? false;
}

/**
 * Only to a way on record, as agreed with them: whoever writes for somebody else may have given us ways of their own.
 * 'no-way': a person has to ask.
 */
export async function askForAuthority(trx: Trx, asked: AuthorityAsked): Promise<'asked' | 'no-way'> {
  const { caseId, reference, resident, representative, landlord, now } = asked;
  const name = (await readPerson(trx, representative))?.name ?? 'Somebody';
  const queued = await queueMessage(trx, {
    key: `authority:${caseId}:${representative}:${now.toISOString().slice(0, 10)}`,
    purpose: 'authority-asked',
    caseId,
    to: { person: resident },
    subject: `May ${name} speak for you? ${reference}`,
    body: [
      `${name} has written to ${landlord} for you, reference ${reference}.`,
      'We look into it already. Until you say that they may speak for you, we write to you and share nothing with them.',
      'Say yes or no here: {link}',
      'You can change your mind at any time.',
    ].join('\n\n'),
    link: { purpose: 'authority', person: resident, about: representative, forDays: 28 },
    now,
  });
  return queued.is === 'queued' ? 'asked' : 'no-way';
}
