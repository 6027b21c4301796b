/** Leaving: this browser is let out of everything it was let in to. Its sessions end as its cookies go (serve-site.ts). */
import { redirect, type SiteVisit, screen } from '../../../visit.js';

async function post(visit: SiteVisit) {
  return redirect(visit.base, { done: visit.say('You have signed out'), resident: { end: 'all' } });
}

export const leave = screen({ path: '/residents/:slug/leave', access: 'site', post });
