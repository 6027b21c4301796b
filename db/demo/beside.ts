/**
 * What stands beside the histories of the demonstration: what arrived and waits to be seen, calls that are owed, public
 * posts, surveys, programs that send contacts. Gathered while the stories are told, written in one go; nothing is sent.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ArrivalKind } from '../../src/complaint/arriving.js';
import { nothingTold, type Told } from '../../src/complaint/telling/told.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { CaseId, Channel, PersonId, PointId, PromiseId, StaffId } from '../../src/facts/happened.js';
import { noteArrival, type Proposal } from '../../src/store/arrivals.js';
import { promiseCall, triedCall } from '../../src/store/call-backs.js';
import { makeSource, rememberSent } from '../../src/store/contact-sources.js';
import type { Trx } from '../../src/store/database.js';
import { keepFormTold } from '../../src/store/form-told.js';
import { addOnCallWay } from '../../src/store/on-call.js';
import { noteJob } from '../../src/store/promise-jobs.js';
import { keepAnswer, keepPost, postOfCase } from '../../src/store/public-posts.js';
import { keepReadBack } from '../../src/store/read-backs.js';
import { noteSurveyAnswered, noteSurveyAsked } from '../../src/store/resident-surveys.js';
import { keepSurvey } from '../../src/store/surveys-brought-in.js';
import type { Played } from './play.js';
import type { World } from './world.js';

export interface Beside {
  readonly arrivals: {
    readonly kind: ArrivalKind;
    readonly seq: number;
    readonly person: PersonId | null;
    readonly channel: Channel;
    readonly on: Day;
    readonly words: string | null;
    readonly proposal: Proposal | null;
  }[];
  readonly jobs: { readonly promise: PromiseId; readonly job: string }[];
  readonly calls: {
    readonly person: PersonId;
    readonly staff: StaffId | null;
    readonly dueOn: Day;
    readonly bestTime: string;
    readonly about: string;
    readonly by: StaffId;
    readonly tried: { readonly by: StaffId; readonly at: string } | null;
  }[];
  readonly surveys: { readonly person: PersonId; readonly on: Day }[];
  readonly readBacks: {
    readonly seq: number;
    readonly on: Day;
    readonly by: StaffId;
    readonly points: readonly { readonly point: PointId; readonly said: 'right' | 'wrong' }[];
  }[];
  readonly posts: {
    readonly network: string;
    readonly link: string;
    readonly author: string;
    readonly on: Day;
    readonly by: StaffId;
    readonly answer: string;
    /** The entry that tells of the answer. */
    readonly seq: number;
  }[];
  /** It came by the landlord's web chat. */
  chat: { readonly at: string } | null;
}

/** What was picked on the form, beside the words that the stories tell. */
const formsTold: Readonly<Record<string, Partial<Told>>> = {
  'form-two-points': {
    wish: 'wrong',
    teller: 'resident',
    risk: 'if-it-goes-on',
    hazards: ['security'],
    adjustments: ['large-print', 'phone-not-letter'],
    toldBefore: null,
    you: { ...nothingTold.you, best: 'phone', unsafe: ['post'] },
  },
};

export function nothingBeside(): Beside {
  return { arrivals: [], jobs: [], calls: [], surveys: [], readBacks: [], posts: [], chat: null };
}

export async function writeBeside(trx: Trx, played: readonly Played[], world: World): Promise<void> {
  const administrator = world.staff('peter');
  const chat = await makeSource(trx, { name: 'Website chat', channel: 'web-chat', perHour: 200, by: administrator });
  await addOnCallWay(trx, { name: 'Duty manager', kind: 'text-message', value: '07700 900 861' });
  await addOnCallWay(trx, { name: 'Out-of-hours desk', kind: 'email', value: 'out-of-hours@osiervalehomes.example' });
  for (const { case: c, key, beside } of played) {
    const told = formsTold[key];
    if (told !== undefined) {
      const choice = c.choiceToComplain?.answer ?? null;
      await keepFormTold(trx, c.id, { ...nothingTold, choice, ...told }, { knownPerson: true });
    }
    await writeArrivals(trx, c.id, key, beside);
    await writeCalls(trx, c.id, beside);
    for (const job of beside.jobs) await noteJob(trx, { caseId: c.id, ...job });
    for (const { person, on } of beside.surveys) {
      const asked = { caseId: c.id, person, on: addDays(on, -3), became: 'asked', message: null } as const;
      await noteSurveyAsked(trx, asked);
      await noteSurveyAnswered(trx, { caseId: c.id, person, on, how: 'link' });
    }
    for (const read of beside.readBacks) {
      await keepReadBack(trx, { ...read, caseId: c.id, how: 'phone', person: c.person });
    }
    await writePosts(trx, c.id, beside);
    if (beside.chat !== null && chat !== null) {
      const once = { key: key, body: randomUUID(), size: 900, caseId: c.id, now: new Date(beside.chat.at) };
      await rememberSent(trx, { ...once, source: chat.id });
    }
  }
  await writeSurvey(trx, world.staff('tom'));
}

async function writeArrivals(trx: Trx, caseId: CaseId, key: string, { arrivals }: Beside): Promise<void> {
  for (const { kind, seq, person, channel, on, words, proposal } of arrivals) {
    const about = { kind, caseId, seq, person, channel, arrivedOn: on, note: words, proposal };
    await noteArrival(trx, { key: `demonstration:${key}:${kind}:${seq}`, ...about });
  }
}

async function writeCalls(trx: Trx, caseId: CaseId, { calls }: Beside): Promise<void> {
  for (const { tried, ...call } of calls) {
    const id = await promiseCall(trx, { caseId, ...call });
    if (tried === null) continue;
    await triedCall(trx, id, { by: tried.by, at: new Date(tried.at), result: 'no-answer', again: null });
  }
}

async function writePosts(trx: Trx, caseId: CaseId, { posts }: Beside): Promise<void> {
  for (const { network, link, author, on, by, answer, seq } of posts) {
    await keepPost(trx, { caseId, network, link, author, seenOn: on, by });
    const post = await postOfCase(trx, caseId);
    if (post !== null) await keepAnswer(trx, post.id, { kind: 'public', words: answer, seq, on, by });
  }
}

/** A month of another survey's answers that an officer brought in; most were well satisfied. */
async function writeSurvey(trx: Trx, by: StaffId): Promise<void> {
  const rows = Array.from({ length: 46 }, () => ({
    digest: createHash('sha256').update(randomBytes(32)).digest(),
    became: 'nothing' as const,
  }));
  await keepSurvey(trx, { name: 'Repairs survey', fileName: 'repairs-survey.csv', by }, rows);
}
