/** A message that was set aside, taken out again by a person: a contact after all. */
import type { File, StaffId } from '../facts/happened.js';
import { inLandlord } from '../store/database.js';
import { findFile, keepFile, readFileBytes } from '../store/documents.js';
import { type CaseFound, caseByReferences, holdMail, markLookedAt } from '../store/mail.js';
import { readMailbox } from '../store/mailboxes.js';
import { londonDay } from '../store/today.js';
import { readMessage } from './inbound.js';
import { type Attempt, findCase, join, openNew, type TakenIn } from './into-a-case.js';
import { ownDomainsOf, type Place, storeFiles, whole } from './message-files.js';
import { domainsOfMailbox } from './whose.js';

export type TakenOut =
  | { readonly ok: true; readonly taken: TakenIn }
  | { readonly ok: false; readonly why: 'no-such-message' | 'has-a-case' | 'gone' };

/** Where a person wants it: with the case that it names, with the one it was held back from, or by itself. */
export type WhereTo = 'as-it-says' | 'its-case' | 'new-case';

/** Turns a message that was set aside into a contact of the day on which it arrived, or puts it with its case. */
export async function takeOut(
  place: Place,
  id: string,
  staff: StaffId,
  now: Date,
  to: WhereTo = 'as-it-says',
): Promise<TakenOut> {
  const row = await inLandlord(place.db, place.landlordId, async (trx) => {
    const mail = await holdMail(trx, id);
    const file = mail?.raw ? await findFile(trx, mail.raw) : null;
    const mailbox = mail?.mailboxId ? await readMailbox(trx, mail.mailboxId) : null;
    return mail ? { mail, mailbox, content: file?.content ?? null } : null;
  });
  if (row === null) return { ok: false, why: 'no-such-message' };
  if (row.mail.caseId !== null) return { ok: false, why: 'has-a-case' };
  if (row.content === null) return { ok: false, why: 'gone' };
  const bytes = await whole(readFileBytes(place.files, place.landlordId, row.content));
  const today = londonDay(now);
  const { mailbox } = row;
  const ownDomains = [...(await ownDomainsOf(place)), ...(mailbox === null ? [] : domainsOfMailbox(mailbox))];
  const cameBy = mailbox === null ? {} : { cameBy: mailbox };
  const read = await readMessage(bytes, { today, ownDomains, evenIfAside: true, ...cameBy });
  // One with another's Message-ID must not be led to that other's case by it.
  const messageId = row.mail.outcome === 'duplicate' ? null : read.messageId;
  const incoming = { ...read, messageId, receivedOn: row.mail.receivedOn };
  const stored = await storeFiles(place, { name: 'message.eml', bytes }, incoming);
  return inLandlord(place.db, place.landlordId, async (trx): Promise<TakenOut> => {
    const mail = await holdMail(trx, id);
    if (mail === null) return { ok: false, why: 'no-such-message' };
    if (mail.caseId !== null) return { ok: false, why: 'has-a-case' };
    const kept: File[] = [];
    for (const each of stored.files) kept.push(await keepFile(trx, place.files, each));
    const attempt: Attempt = {
      trx,
      place,
      incoming,
      name: 'message.eml',
      now,
      today,
      mailbox: null,
      files: mail.raw ? [...kept, mail.raw] : kept,
      raw: mail.raw,
      id,
    };
    const found = await foundCase(attempt, to, mail.aboutReference);
    const joined = found ? await join(attempt, found) : null;
    const taken = joined ?? (await openNew(attempt, null));
    await markLookedAt(trx, id, staff, now);
    return { ok: true, taken };
  });
}

async function foundCase(attempt: Attempt, to: WhereTo, about: string | null): Promise<CaseFound | null> {
  if (to === 'new-case') return null;
  return to === 'its-case' && about !== null ? caseByReferences(attempt.trx, [about]) : findCase(attempt);
}
