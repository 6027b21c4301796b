/**
 * POST /api/v1/notify/:slug/delivery and …/returned-letters: what GOV.UK Notify reports of what it carried, with the bearer
 * that the landlord gave it. What it reports is known by Notify's own id, or by our key, which it gives back as its
 * reference: a report may come before the answer that tells us its id. Nothing can be read here.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Bounced, markPostReturned, markReported } from '../../store/bounced.js';
import { inLandlord, type LandlordId } from '../../store/database.js';
import { readSecret } from '../../store/landlord-secrets.js';
import { landlordAt } from '../../store/publications.js';
import { waySecrets } from '../../store/ways-out.js';
import { refuseMachine } from '../machine.js';
import { type MachineAnswer, type MachineKnock, type MachineVisit, machineRoute } from '../visit.js';

interface Admitted {
  readonly landlordId: LandlordId;
}

type Visit = MachineVisit<Admitted>;

const reference = z.string().max(1_000).nullish();
const delivery = z.object({ id: z.uuid(), status: z.string().max(60), reference });
const returned = z.object({ notification_id: z.uuid(), reference });

/** A report is a few hundred characters. */
const largest = 64 * 1024;

async function admit({ house, params, bearer }: MachineKnock): Promise<Admitted | null> {
  const landlord = await landlordAt(house.db, params.slug ?? '');
  if (landlord === null) return null;
  const token = await inLandlord(house.db, landlord.id, (trx) => readSecret(trx, waySecrets.notifyCallback));
  return token !== null && same(token, bearer) ? { landlordId: landlord.id } : null;
}

/** As long for a wrong token as for the right one. */
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

async function takeDelivery({ house, admitted, body, now }: Visit): Promise<MachineAnswer> {
  const read = delivery.safeParse(body);
  if (!read.success) return notUnderstood;
  const { id, status, reference: key = null } = read.data;
  const bounced = await inLandlord(house.db, admitted.landlordId, (trx) =>
    markReported(trx, id, status, new Date(now), key),
  );
  return answerTo(bounced, key);
}

async function takeReturned({ house, admitted, body, now }: Visit): Promise<MachineAnswer> {
  const read = returned.safeParse(body);
  if (!read.success) return notUnderstood;
  const { notification_id: id, reference: key = null } = read.data;
  const bounced = await inLandlord(house.db, admitted.landlordId, (trx) =>
    markPostReturned(trx, id, new Date(now), key),
  );
  return answerTo(bounced, key);
}

/**
 * Notify tries a report again that was answered with 503, and forgets one that was answered with 200. So what is ours by
 * its key and can't be noted yet is asked for again. What does not bear a key of ours is taken: another system of the
 * landlord's may use the same account.
 */
function answerTo({ is }: Bounced, key: string | null): MachineAnswer {
  return is === 'not-yet' || (is === 'unknown' && key !== null && ours.test(key)) ? later : taken;
}

const ours = /^(letter|message)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d+)?$/;
const later = refuseMachine(503, 'not-yet', 'What this reports of is still being written down here: report it again.');
const taken: MachineAnswer = { kind: 'json', status: 200, body: {} };
const notUnderstood = refuseMachine(400, 'not-understood', 'This is not a report of GOV.UK Notify’s.');

export const notifyDeliveries = machineRoute<Admitted>('/api/v1/notify/:slug/delivery', 'notify', {
  largest,
  admit,
  handler: takeDelivery,
});

export const notifyReturnedLetters = machineRoute<Admitted>('/api/v1/notify/:slug/returned-letters', 'notify', {
  largest,
  admit,
  handler: takeReturned,
});
