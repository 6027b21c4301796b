/** The receipt: that we have it, its reference, and what happens by when. It quotes none of what was told. */

import type { Case } from '../../../complaint/case.js';
import { clocks } from '../../../complaint/clocks.js';
import { safeWays, type Told } from '../../../complaint/telling/told.js';
import type { Day } from '../../../facts/days.js';
import type { Done } from '../../../store/act.js';
import type { Trx } from '../../../store/database.js';
import { useForm } from '../../../store/form-use.js';
import { queueMessage } from '../../../store/outbox.js';
import { readRules } from '../../../store/rules.js';
import { siteAddress } from '../../../store/site-settings.js';
import type { SiteVisit } from '../../visit.js';

export interface DatesAhead {
  /** By when we say what we have logged it as; null when nothing is due. */
  readonly acknowledgedBy: Day | null;
  /** By when it is answered at the latest, if it is a complaint. */
  readonly answeredBy: Day | null;
}

/** What comes by when, as the clocks of the case say; nothing is due to whoever says thank you. */
export async function datesAhead(trx: Trx, c: Case, today: Day): Promise<DatesAhead> {
  const running = clocks(c, await readRules(trx), today);
  const due = (kind: string) => running.find((one) => one.kind === kind)?.due ?? null;
  return { acknowledgedBy: due('stage-1-acknowledgement'), answeredBy: due('stage-1-response') };
}

/** Queues it to the way that they gave, if it is safe and takes a message. */
export async function queueReceipt(trx: Trx, visit: SiteVisit, told: Told, done: Done): Promise<void> {
  const { say } = visit;
  if (told.you.none) return;
  const way = safeWays(told.you).find(({ kind }) => kind === 'email' || kind === 'text-message');
  if (way === undefined || (way.kind !== 'email' && way.kind !== 'text-message')) return;
  const { wait } = await useForm(trx, { what: 'receipt', by: way.value });
  if (wait > 0) return;
  const { acknowledgedBy, answeredBy } = await datesAhead(trx, done.case, visit.today);
  const thanks = told.wish === 'thank';
  await queueMessage(trx, {
    key: `receipt:${done.caseId}`,
    purpose: 'receipt',
    caseId: done.caseId,
    to: { way: { kind: way.kind, value: way.value } },
    subject: say('We have what you told us: {reference}', { reference: done.reference }),
    body: [
      say('{landlord} has received what you told us on {day}. Your reference is {reference}.', {
        landlord: visit.landlord.name,
        day: say.day(visit.today),
        reference: done.reference,
      }),
      thanks || acknowledgedBy === null
        ? say('We pass it on to those whom you thank.')
        : say('By {day} at the latest we write to you, to say how we have logged it and what we have understood.', {
            day: say.day(acknowledgedBy),
          }),
      thanks || answeredBy === null
        ? ''
        : say('If it is a complaint, our answer comes by {day}, unless we tell you why it needs longer.', {
            day: say.day(answeredBy),
          }),
      say('See how far we are: {address}', { address: await siteAddress(trx, visit.house.address) }),
      say('If this was not you, tell us: somebody gave us your address.'),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    now: new Date(visit.now),
  });
}
