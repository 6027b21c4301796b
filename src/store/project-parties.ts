/** The rows of the people of a case: resident, group and representatives, each part of a person once. */
import type { Case } from '../complaint/case.js';
import type { Row } from './register-tables.js';

/** A row for everyone whose case it is, or who speaks for them. */
export function partyRows(c: Case): Row[] {
  const nobody = { role: null, authority: null, since: null, until: null, ended_on: null };
  const rows: Row[] = [];
  if (c.person !== null) rows.push({ ...nobody, person_id: c.person, part: 'resident' });
  for (const person of new Set(c.group)) rows.push({ ...nobody, person_id: person, part: 'group' });
  for (const r of once([...c.representatives].reverse(), (r) => r.person)) {
    rows.push({
      person_id: r.person,
      part: 'representative',
      role: r.role,
      authority: r.authority,
      since: r.since,
      until: r.until,
      ended_on: r.endedOn,
    });
  }
  return rows;
}

/** The first of each key. */
export function once<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const k = key(item);
    if (seen.has(k)) return false;
    seen.add(k);
    return true;
  });
}
