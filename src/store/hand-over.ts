/** Hands a bundle over: the rules are asked of it as it stands, the case says so, and a link leaves by a message of its own. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type GoingOut, objectionsToHandOver } from '../complaint/bundle/going-out.js';
import { maySendEvidence } from '../complaint/may/send-evidence.js';
import type { Refusal } from '../complaint/refusals.js';
import type { File } from '../facts/happened.js';
import { actWithin } from './act.js';
import { madeOf } from './bundle-making.js';
import { type Bundle, holdBundle } from './bundles.js';
import type { Trx } from './database.js';
import type { StaffWho } from './improve.js';
import { queueMessage } from './outbox.js';
import { answerRequest } from './subject-requests.js';
import { londonDay } from './today.js';

export interface HandOverAsked extends GoingOut {
  readonly bundle: string;
  /** The requests for evidence that it answers; none: the only one that waits. */
  readonly answers: readonly number[];
  readonly now: Date;
  /** The landlord's name, as the message says it. */
  readonly landlord: string;
}

export type HandedOver =
  | { readonly is: 'done'; readonly id: string }
  | { readonly is: 'refused'; readonly refusals: readonly Refusal[] };

/** Whatever speaks against it is said before anything is written. */
export async function handOver(trx: Trx, who: StaffWho, asked: HandOverAsked): Promise<HandedOver> {
  const { to, until, now } = asked;
  const today = londonDay(now);
  const bundle = await holdBundle(trx, asked.bundle);
  const manifest = (await madeOf(trx, bundle.id, bundle.version)).find(({ what }) => what === 'manifest');
  const refusals = objectionsToHandOver(bundle, asked, {
    today,
    roles: who.roles,
    hasManifest: manifest !== undefined,
  });
  if (refusals.length > 0 || manifest === undefined) return { is: 'refused', refusals };
  const told = await tellCase(trx, who, bundle, { file: manifest.file, answers: asked.answers, now });
  if (told.length > 0) return { is: 'refused', refusals: told };
  if (bundle.requestId !== null) await answerRequest(trx, bundle.requestId, today);
  const id = randomUUID();
  await sql`
    insert into bundle_handover (landlord_id, id, bundle_id, version, how, to_name, to_email, until, made_by, made_at)
    values (${trx.landlordId}, ${id}, ${bundle.id}, ${bundle.version}, ${until === null ? 'archive' : 'link'}, ${to.name},
      ${until === null ? null : to.email}, ${until}, ${who.staff}, ${now.toISOString()})`.execute(trx);
  if (until !== null && to.email !== null) await sendLink(trx, id, to.email, asked);
  return { is: 'done', id };
}

/** The case of an Ombudsman's bundle says that the evidence was sent: once, however often it is handed over. */
async function tellCase(
  trx: Trx,
  who: StaffWho,
  bundle: Bundle,
  { file, answers, now }: Pick<HandOverAsked, 'answers' | 'now'> & { readonly file: File },
): Promise<readonly Refusal[]> {
  if (bundle.caseId === null || bundle.handedOver > 0) return [];
  const request = { on: londonDay(now), answers, files: [file], pages: bundle.pages ?? 0 };
  const outcome = await actWithin(trx, who, { ref: bundle.caseId, expectedVersion: null, now }, (found, context) =>
    maySendEvidence(found.case, request, context),
  );
  if (outcome.is === 'refused') return outcome.refusals;
  if (outcome.is !== 'done') throw new Error('the case of a bundle is gone');
  return [];
}

async function sendLink(trx: Trx, id: string, email: string, { landlord, now }: HandOverAsked): Promise<void> {
  await queueMessage(trx, {
    key: `papers ${id}`,
    purpose: 'papers',
    caseId: null,
    to: { way: { kind: 'email', value: email } },
    subject: `Papers from ${landlord}`,
    body: [
      `${landlord} has put papers together for you. Fetch them here:`,
      '{link}',
      'The page sends a code to this address before it shows anything. Each file that is fetched is noted.',
      'If you did not expect papers from us, tell us, and do not use the link.',
    ].join('\n\n'),
    link: { purpose: 'papers', person: null, about: id, forDays: 0 },
    now,
  });
}
