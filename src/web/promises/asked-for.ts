/** Which promises an address asks for; what it can't mean is left out. */
import { z } from 'zod';
import type { StaffId, TeamId } from '../../facts/happened.js';
import { type PromiseFilter, promiseStates } from '../../store/promises.js';
import { pageAsked } from '../ui/pages.js';
import type { Visit } from '../visit.js';

const uuid = z.uuid();

export const promiseFilterNames = ['state', 'of', 'team', 'owner', 'handler'] as const;

export function promisesAsked(visit: Visit): { readonly filter: PromiseFilter; readonly page: number } {
  const one = (name: string): string => {
    const value = visit.query[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };
  const state = promiseStates.find((known) => known === one('state')) ?? 'late';
  const filter: { -readonly [K in keyof PromiseFilter]: PromiseFilter[K] } = { state, today: visit.today };
  if (one('team') === 'none') filter.team = 'none';
  else if (uuid.safeParse(one('team')).success) filter.team = one('team') as TeamId;
  if (one('of') === 'teams' || one('of') === 'contractors') filter.of = one('of') as 'teams' | 'contractors';
  const person = (name: 'owner' | 'handler'): void => {
    if (one(name) === 'me') filter[name] = visit.staff.id;
    else if (uuid.safeParse(one(name)).success) filter[name] = one(name) as StaffId;
  };
  person('owner');
  person('handler');
  return { filter, page: pageAsked(visit) };
}

/** The same list with something changed; back on its first page unless a page is what changes. */
export function promisesLink(visit: Visit, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const name of promiseFilterNames) {
    const value = changes[name] === undefined ? visit.query[name] : changes[name];
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  if (changes.page != null) query.set('page', changes.page);
  const text = query.toString();
  return text === '' ? '/promises' : `/promises?${text}`;
}
