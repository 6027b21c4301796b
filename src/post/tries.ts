/** How often, and how long apart, something that could not leave is tried again. */
import { isoInstant } from '../store/today.js';

/** With half an hour between them at most, they go on for two days: then a person has to see to it. */
export const mostTries = 100;

const longestPause = 30;

/** When to try again: after 1, 2, 4… minutes, or when the day’s limit begins anew. */
export function nextTry(now: Date, tries: number, until?: 'tomorrow'): Date {
  if (until === 'tomorrow') {
    // Notify's days begin at midnight UTC. A few minutes later, so that its clock and ours may differ.
    const at = new Date(now);
    at.setUTCHours(24, 5, 0, 0);
    return at;
  }
  const minutes = Math.min(longestPause, 2 ** Math.max(0, Math.min(tries - 1, 10)));
  return new Date(now.getTime() + minutes * 60_000);
}

/** Whether something has waited so long, without a way out being there at all, that a person has to see to it. */
export function waitedTooLong(since: string, now: Date): boolean {
  return now.getTime() - Date.parse(isoInstant(since)) > 48 * 60 * 60_000;
}
