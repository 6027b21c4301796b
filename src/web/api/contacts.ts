/**
 * POST /api/v1/contacts: the web chat, the app or another program of the landlord's sends what a resident said. It opens
 * a case like any contact, and answers with a receipt and the reference that may be passed on: nothing can be read here.
 */

import { mayReceive } from '../../complaint/may/receive.js';
import { withToldAside } from '../../complaint/told-with-contact.js';
import type { Day } from '../../facts/days.js';
import type { CaseId, Channel, File, HazardKind } from '../../facts/happened.js';
import { suggestHazards } from '../../post/suggest-hazards.js';
import { openWithin } from '../../store/act.js';
import { raiseAlarm, wakeForWords } from '../../store/alarms.js';
import { noteArrival } from '../../store/arrivals.js';
import { readHistory } from '../../store/case-file.js';
import {
  admitSource,
  holdSource,
  rememberSent,
  type SourceAdmitted,
  type SourceHeld,
  sentBefore,
} from '../../store/contact-sources.js';
import { inLandlord, type Trx } from '../../store/database.js';
import { keepFile, receiveFile, type Stored } from '../../store/documents.js';
import { londonDay } from '../../store/today.js';
import { refuseMachine } from '../machine.js';
import { whichHome, whoItIs } from '../staff/who-and-where.js';
import { type MachineAnswer, type MachineVisit, machineRoute } from '../visit.js';
import { type ContactBody, contactBody, largestBody, mostFileBytes, ownWords, transcriptText } from './contact-body.js';

type Visit = MachineVisit<SourceAdmitted>;

/** A contact that is told later than this is one for a person to log: the days would have run unseen. */
const oldestDays = 31;

async function post(visit: Visit): Promise<MachineAnswer> {
  if (visit.key === null || !/^[\x21-\x7e]{1,200}$/.test(visit.key)) {
    return refuseMachine(
      400,
      'key-missing',
      'Send the header Idempotency-Key with 1 to 200 characters of your own, the same for the same contact.',
    );
  }
  const read = contactBody.safeParse(visit.body);
  if (!read.success) {
    return refuseMachine(422, 'not-understood', read.error.issues[0]?.message ?? 'The body could not be understood.');
  }
  const body = read.data;
  const wrong = whatIsWrong(body, visit.now);
  if (wrong !== null) return refuseMachine(422, 'not-understood', wrong);
  const said = JSON.stringify(visit.body);
  // Before a byte is stored: a source that has sent too much, or has ended, fills no disk.
  const no = await inLandlord(visit.house.db, visit.admitted.landlordId, async (trx) => {
    const held = await heldFor(trx, visit, said);
    return 'answer' in held ? held.answer : null;
  });
  if (no !== null) return no;
  const stored = await storeFiles(visit, body);
  try {
    return await inLandlord(visit.house.db, visit.admitted.landlordId, (trx) =>
      take(trx, visit, { body, said, stored }),
    );
  } catch (error) {
    if (error instanceof NotTaken) return error.answer;
    throw error;
  }
}

/** Carries a no out of its transaction, so that whatever was written on the way to it is rolled back. */
class NotTaken extends Error {
  constructor(readonly answer: MachineAnswer) {
    super('not taken');
  }
}

function whatIsWrong(body: ContactBody, now: string): string | null {
  if (body.words === null && body.transcript.length === 0 && body.files.length === 0) {
    return 'The contact says nothing: send words, a transcript or a file.';
  }
  if (body.saidAt !== null && Date.parse(body.saidAt) < Date.parse(now) - oldestDays * 86_400_000) {
    return `saidAt is more than ${oldestDays} days ago: ask the landlord’s staff to log it.`;
  }
  const bytes = body.files.reduce((sum, file) => sum + Math.ceil((file.content.length * 3) / 4), 0);
  if (bytes > mostFileBytes) return 'The files are larger than 10 MB together: send fewer, or smaller ones.';
  return body.files.some((file) => file.content === '') ? 'A file is empty: leave it out.' : null;
}

async function storeFiles(visit: Visit, body: ContactBody): Promise<readonly Stored[]> {
  const files = body.files.map(({ name, content }) => ({
    name: name ?? 'file',
    bytes: Buffer.from(content, 'base64'),
  }));
  if (body.transcript.length > 0) {
    files.push({ name: 'transcript.txt', bytes: Buffer.from(transcriptText(body.transcript), 'utf8') });
  }
  const stored: Stored[] = [];
  for (const { name, bytes } of files) {
    const received = await receiveFile(visit.house.files, visit.admitted.landlordId, bytes, { name });
    if (received.ok) stored.push(received.stored);
  }
  return stored;
}

interface Taking {
  readonly body: ContactBody;
  readonly said: string;
  readonly stored: readonly Stored[];
}

/** The source, held until the transaction ends, if it may send this now; else what it is answered. */
async function heldFor(trx: Trx, visit: Visit, said: string): Promise<SourceHeld | { readonly answer: MachineAnswer }> {
  const held = await holdSource(trx, visit.admitted.id, new Date(visit.now));
  if (held === null)
    return {
      answer: refuseMachine(401, 'token-not-known', 'The token has ended: ask the landlord for one that holds.'),
    };
  // Whoever sent the same before, or at the same moment, was first.
  const known = await sentBefore(trx, visit.admitted.id, visit.key ?? '', said);
  if (known !== null) return { answer: again(known) };
  if (!held.full) return held;
  return {
    answer: {
      ...refuseMachine(429, 'too-many', 'This source has sent as much as it may for now: send the same again later.'),
      headers: { 'retry-after': '600' },
    },
  };
}

async function take(trx: Trx, visit: Visit, { body, said, stored }: Taking): Promise<MachineAnswer> {
  const now = new Date(visit.now);
  const held = await heldFor(trx, visit, said);
  if ('answer' in held) return held.answer;
  const words = ownWords(body);
  // A clock that runs ahead of ours has not heard anything tomorrow.
  const on = londonDay(body.saidAt !== null && Date.parse(body.saidAt) < now.getTime() ? new Date(body.saidAt) : now);
  const opened = await openWithin(
    trx,
    { landlordId: trx.landlordId, staff: null, roles: [], recordedBy: { system: 'source' } },
    { now },
    async (context) => {
      const person = body.who === null ? null : await whoItIs(trx, body.who);
      const { home, tenure } =
        body.who === null ? { home: null, tenure: 'unknown' as const } : await whichHome(trx, body.who);
      const received = mayReceive(
        {
          on,
          channel: held.channel,
          firstHeardBy: 'other-staff',
          text: words,
          files: await keepAll(trx, visit, stored),
          person,
          home,
          tenure,
          group: [],
          hazards: hazardsOf(body, words),
          sender: await senderOf(trx, body, person),
          earlier: await earlierCase(trx, body.about),
        },
        context,
      );
      const told = { adjustments: body.adjustments, safely: body.reachSafely, atRisk: body.atRisk };
      return withToldAside(received, told, on, context);
    },
  );
  if (opened.is !== 'done') {
    throw new NotTaken(refuseMachine(422, 'not-understood', opened.refusals[0]?.words ?? 'The contact was not taken.'));
  }
  const size = stored.reduce((sum, file) => sum + file.size, said.length);
  const { caseId, reference } = opened;
  const sent = { source: visit.admitted.id, key: visit.key ?? '', body: said, size, caseId, now };
  const receipt = await rememberSent(trx, sent);
  if (hazardsOf(body, words).includes('emergency')) {
    const says = body.hazards.includes('emergency');
    await wakeSomebody(trx, caseId, { on, now, channel: held.channel, says });
  }
  return { kind: 'json', status: 201, body: { receipt, reference, takenAt: visit.now } };
}

/** A program that says that somebody is in danger now is believed, and so are the words: whoever is on call hears of it. */
async function wakeSomebody(
  trx: Trx,
  caseId: CaseId,
  {
    on,
    now,
    channel,
    says,
  }: { readonly on: Day; readonly now: Date; readonly channel: Channel; readonly says: boolean },
): Promise<void> {
  if (says) await raiseAlarm(trx, caseId, now);
  else await wakeForWords(trx, { caseId, arrivedOn: on, now });
  const note = says
    ? 'The program that sent it says that somebody is in danger now.'
    : 'Its words seem to tell of an emergency.';
  const about = { key: `emergency:${caseId}`, kind: 'emergency', caseId, seq: 1, person: null } as const;
  await noteArrival(trx, { ...about, channel, arrivedOn: on, note });
}

function hazardsOf(body: ContactBody, words: string): readonly HazardKind[] {
  return [...new Set([...body.hazards, ...suggestHazards(words).map((each) => each.hazard)])];
}

async function keepAll(trx: Trx, visit: Visit, stored: readonly Stored[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const one of stored) files.push(await keepFile(trx, visit.house.files, one));
  return files;
}

async function senderOf(trx: Trx, { speaker }: ContactBody, resident: string | null) {
  if (speaker === null) return null;
  const person = await whoItIs(trx, speaker);
  if (person === null || person === resident) return null;
  // A program’s word proves nobody’s office: staff see who it is first.
  return { person, role: speaker.role, authority: 'asked' as const };
}

/** Whether there is such a case is not told: the contact is a case of its own either way, and staff see the two together. */
async function earlierCase(trx: Trx, about: string | null): Promise<CaseId | null> {
  return about === null ? null : ((await readHistory(trx, about))?.id ?? null);
}

function again(known: { receipt: string; reference: string; takenAt: string; sameBody: boolean }): MachineAnswer {
  if (!known.sameBody) {
    return refuseMachine(
      409,
      'key-used',
      'This Idempotency-Key was used for another contact: take a new key for what is new.',
    );
  }
  const { receipt, reference, takenAt } = known;
  return { kind: 'json', status: 200, body: { receipt, reference, takenAt: new Date(takenAt).toISOString() } };
}

export const contacts = machineRoute<SourceAdmitted>('/api/v1/contacts', 'source', {
  largest: largestBody,
  admit: ({ house, bearer }) => admitSource(house.db, bearer),
  handler: post,
});
