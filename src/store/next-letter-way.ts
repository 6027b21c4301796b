/**
 * What one way can't carry takes the next that was agreed with the resident: another e-mail address of theirs, or post to
 * where they have it. Nothing goes against what was agreed or to what is unsafe; where there is none, a person sees to it.
 */
import { sql } from 'kysely';
import { objectionsToLeaving } from '../complaint/leaving.js';
import { openFile, readHistory } from './case-file.js';
import { holdOf } from './case-holds.js';
import type { Trx } from './database.js';
import { enqueueAt } from './enqueue.js';
import { byWhich, carriesOf } from './leaving.js';
import type { LetterSending, LetterWay } from './letter-sendings.js';
import { inOrder } from './message-way.js';
import { readHome, readPerson } from './people.js';
import { londonDay } from './today.js';
import { waysOpen } from './ways-out.js';

export interface NextWay {
  readonly way: LetterWay;
  readonly how: 'email' | 'post';
  readonly address: string | null;
}

/** The next way that may carry a letter; null when a person has to choose. */
export async function nextLetterWay(trx: Trx, sending: LetterSending, now: Date): Promise<NextWay | null> {
  const history = await readHistory(trx, sending.caseId);
  if (history === null) return null;
  const { case: c } = await openFile(trx, history);
  const sent = c.entries.find(({ seq }) => seq === sending.seq)?.what;
  const to = sent?.type === 'LetterSent' ? (sent.to[0] ?? null) : null;
  const person = to === null ? null : await readPerson(trx, to);
  if (person === null) return null;
  const open = await waysOpen(trx);
  const tried = new Set([...(await triedWays(trx, sending)), nameOf(sending)]);
  const usable = inOrder(person);
  const post = person.ways.filter(({ kind }) => kind === 'post');
  // Who asked to be written to at one safe place alone has agreed to no other; else letters may come to their home.
  const home = c.home === null || to !== c.person ? null : await readHome(trx, c.home);
  const homeToo = post.length === 0 && home !== null && usable.every(({ standing }) => standing !== 'safe');
  // What carried the one address carries another.
  const byEmail = open.email ?? (sending.how === 'email' ? sending.way : null);
  const candidates = usable.flatMap(({ kind, value }): readonly NextWay[] =>
    kind === 'email' && byEmail !== null ? [{ way: byEmail, how: 'email', address: value }] : [],
  );
  if (usable.some(({ kind }) => kind === 'post') || homeToo)
    candidates.push({ way: paperWay(open), how: 'post', address: null });
  return (
    candidates.find(
      (next) =>
        !tried.has(nameOf(next)) &&
        (next.how === 'email' || sending.file !== null) &&
        objectionsToLeaving(
          c,
          { to, by: byWhich(next.way), carries: carriesOf(next.way), address: next.address, ways: person.ways },
          londonDay(now),
        ).length === 0,
    ) ?? null
  );
}

function paperWay({ notifyLetters, supplier }: Awaited<ReturnType<typeof waysOpen>>): LetterWay {
  return notifyLetters ? 'notify-letter' : supplier ? 'supplier' : 'print';
}

/** An address, or paper: what was tried is not tried again. */
function nameOf({ how, address }: { readonly how: string; readonly address: string | null }): string {
  return how === 'email' ? `email ${(address ?? '').trim().toLowerCase()}` : 'post';
}

async function triedWays(trx: Trx, { caseId, seq }: LetterSending): Promise<readonly string[]> {
  const { rows } = await sql<{ tried: readonly string[] }>`
    select tried from letter_sending
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and seq = ${seq}`.execute(trx);
  return rows[0]?.tried ?? [];
}

/** The letter is on its way again, by another way; its sending stands taken back until it has left. */
export async function sendByNextWay(
  trx: Trx,
  sending: LetterSending,
  next: NextWay,
  { why, now }: { readonly why: string; readonly now: Date },
): Promise<void> {
  // Nothing leaves by itself while lawyers advise; it goes on when that is over.
  const held = (await holdOf(trx, sending.caseId)) !== null;
  const state = held ? 'held' : next.way === 'print' ? 'to-print' : 'waiting';
  const again = sending.messageId?.replace('@', `.${now.getTime()}@`) ?? null;
  await sql`
    update letter_sending
    set how = ${next.how}, way = ${next.way}, address = ${next.address}, state = ${state}, trouble = ${why}, tries = 0,
      taken_back = true, provider_id = null, not_before = null, accepted_on = null, changed_at = now(),
      message_id = ${next.how === 'email' ? again : sending.messageId},
      tried = array_append(tried, ${nameOf(sending)})
    where landlord_id = ${trx.landlordId} and case_id = ${sending.caseId} and seq = ${sending.seq}`.execute(trx);
  if (state === 'waiting')
    await enqueueAt(trx, now, { name: 'send-letter-again', payload: { case: sending.caseId, seq: sending.seq } });
}
