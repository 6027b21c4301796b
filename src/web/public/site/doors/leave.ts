/** Leaving: this browser is let out of everything it was let in to. */
import { endResidentSession } from '../../../../store/resident-sessions.js';
import { redirect, type SiteVisit, screen } from '../../../visit.js';

async function post(visit: SiteVisit) {
  const { resident } = visit;
  if (resident !== null) await visit.db((trx) => endResidentSession(trx, resident.id, 'signed-out'));
  return redirect(visit.base, { done: visit.say('You have signed out'), resident: { end: 'all' } });
}

export const leave = screen({ path: '/residents/:slug/leave', access: 'site', post });
