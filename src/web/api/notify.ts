/**
 * POST /api/v1/notify/:slug/delivery and …/returned-letters: what GOV.UK Notify reports of what it carried, with the bearer
 * that the landlord gave it. What it reports is known by Notify's own id; nothing can be read here.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { markPostReturned, markReported } from '../../store/bounced.js';
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

const delivery = z.object({ id: z.uuid(), status: z.string().max(60) });
const returned = z.object({ notification_id: z.uuid() });

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
  await inLandlord(house.db, admitted.landlordId, (trx) =>
    markReported(trx, read.data.id, read.data.status, new Date(now)),
  );
  return taken;
}

async function takeReturned({ house, admitted, body, now }: Visit): Promise<MachineAnswer> {
  const read = returned.safeParse(body);
  if (!read.success) return notUnderstood;
  await inLandlord(house.db, admitted.landlordId, (trx) =>
    markPostReturned(trx, read.data.notification_id, new Date(now)),
  );
  return taken;
}

// What we do not know of is taken too: another system of the landlord's may use the same account.
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
