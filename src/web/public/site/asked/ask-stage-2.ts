/** A request for stage 2 made on a page that asked something else: recorded that day, and seen by an officer. */
import { mayEscalate } from '../../../../complaint/may/escalate.js';
import type { CaseId, Channel } from '../../../../facts/happened.js';
import type { Outcome } from '../../../../store/act.js';
import { noteArrival, settleArrival, waitingArrivals } from '../../../../store/arrivals.js';
import type { Trx } from '../../../../store/database.js';
import type { ResidentVisit } from '../../../visit.js';

/** Stage 2 on every point; no reason is asked. */
export async function askStage2(visit: ResidentVisit, channel: Channel): Promise<Outcome> {
  const { person } = visit.resident;
  const on = visit.today;
  return visit.act(
    null,
    (file, context) => mayEscalate(file.case, { on, channel, from: person, points: 'all', text: null }, context),
    {
      also: async (trx, { caseId, case: c }) => {
        const seq = c.entries.findLast(({ what }) => what.type === 'EscalationRequested')?.seq ?? null;
        const key = `stage-2-request ${caseId} ${seq}`;
        await noteArrival(trx, {
          key,
          kind: 'stage-2-request',
          caseId,
          seq,
          person,
          channel,
          arrivedOn: on,
          note: null,
        });
        await takeUpOffers(trx, visit, caseId);
      },
    },
  );
}

/** Whoever takes up the offer to complain needs nobody to make it any more. */
export async function takeUpOffers(trx: Trx, visit: ResidentVisit, caseId: CaseId): Promise<void> {
  const waiting = await waitingArrivals(trx, { caseId, kinds: ['offer-to-complain'] });
  for (const { id, person } of waiting)
    if (person === visit.resident.person)
      await settleArrival(trx, id, { by: null, how: 'acted', at: new Date(visit.now) });
}
