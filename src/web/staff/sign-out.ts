import { inLandlord } from '../../store/database.js';
import { endSession } from '../../store/sessions.js';
import { type PublicVisit, redirect, screen } from '../visit.js';

/** Public, so that a session that has just ended can be signed out of without a detour. */
async function post(visit: PublicVisit) {
  const { session } = visit;
  if (session) await inLandlord(visit.house.db, session.landlordId, (trx) => endSession(trx, session.secret));
  return redirect('/sign-in?out=yes', { session: 'end' });
}

export const signOut = screen({ path: '/sign-out', access: 'public', post });
