/**
 * What somebody asks for on the page of a case, told by the ways that were on record before: whoever came in by a link or
 * code that was not theirs is found out. Where nothing can tell them, the outbox puts it before a person.
 */
import type { PersonId } from '../../../facts/happened.js';
import type { Done } from '../../../store/act.js';
import type { Trx } from '../../../store/database.js';
import { inOrder, sendsMail } from '../../../store/message-way.js';
import { queueMessage, readMessage } from '../../../store/outbox.js';
import { readPerson } from '../../../store/people.js';
import type { ResidentVisit } from '../../visit.js';

/** To each e-mail address and number for texts on record that is not marked unsafe; the words come without any of theirs. */
export async function confirmToWaysOnRecord(
  trx: Trx,
  visit: ResidentVisit,
  { caseId, version, case: c }: Done,
  { subject, body }: { readonly subject: string; readonly body: string },
): Promise<void> {
  const { person: asker } = visit.resident;
  // What a representative asks for is told to the resident too.
  const people = new Set([asker, c.person].filter((one): one is PersonId => one !== null));
  for (const person of people) {
    const message = { purpose: 'confirm-change', caseId, subject, body, now: new Date(visit.now) } as const;
    const key = `confirm:${caseId}:${version}:${person}`;
    const told = await queueMessage(trx, { ...message, key, to: { person } });
    if (told.is === 'no-way') continue;
    const first = await readMessage(trx, told.id);
    const known = (await sendsMail(trx)) ? await readPerson(trx, person) : null;
    // Whoever holds one address may not hold the others.
    for (const { id, kind, value } of known === null ? [] : inOrder(known))
      if (kind === 'email' && value !== first?.address)
        await queueMessage(trx, { ...message, key: `${key}:${id}`, to: { way: { kind, value } } });
  }
}
