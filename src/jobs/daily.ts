/** What every landlord needs each day by itself. The runner's clock is UTC; the day meant is London's. */
import { type Database, inLandlord } from '../store/database.js';
import { enqueue } from '../store/enqueue.js';
import { allLandlords } from '../store/landlords.js';
import { londonDay } from '../store/today.js';

/** In the first hours of the day both in summer and in winter; asked more than once, since a machine may be off. */
export const dailyAt = '7 1,5,9,13,17,21 * * *';

export async function daily(db: Database): Promise<void> {
  const day = londonDay(new Date());
  for (const landlord of await allLandlords(db)) {
    await inLandlord(db, landlord.id, (trx) =>
      enqueue(trx, null, null, [
        { name: 'take-anchor', payload: { day } },
        { name: 'make-packs', payload: { day } },
        { name: 'remind-behaviour', payload: { day } },
        { name: 'remind-evidence', payload: { day } },
        { name: 'remind-ombudsman', payload: { day } },
        { name: 'remind-promises', payload: { day } },
        { name: 'remind-improvements', payload: { day } },
        { name: 'remind-report-asks', payload: { day } },
        { name: 'fold-shown', payload: { day } },
        { name: 'read-themes', payload: { day } },
        { name: 'forget-registers', payload: { day } },
        { name: 'forget-drafts', payload: { day } },
        { name: 'ask-residents', payload: { day } },
      ]),
    );
  }
}
