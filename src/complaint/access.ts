/**
 * Who may see a case from outside, without an account: its residents, the members of its group, and a representative
 * while authority lasts. Asked for is not given. An elected member is answered on the matter raised and no further
 * (DPA 2018, schedule 1, paragraphs 23 and 24), so authority of that kind opens nothing here.
 */
import type { Day } from '../facts/days.js';
import type { Authority, PersonId } from '../facts/happened.js';
import type { Case } from './case.js';

export interface Access {
  readonly part: 'resident' | 'group' | 'representative';
  /** For a representative: by which authority. */
  readonly authority: Authority | null;
}

/** A part that a person has in a case, as the history or the register tells it. */
export interface PartInCase {
  readonly part: Access['part'];
  readonly authority: Authority | null;
  /** The last day of the authority; null: until it is ended. */
  readonly until: Day | null;
  readonly endedOn: Day | null;
}

/** What a person's parts in a case open to them on a day: the widest of them, or null for nothing. */
export function accessOf(parts: readonly PartInCase[], on: Day): Access | null {
  const own = parts.find((one) => one.part === 'resident') ?? parts.find((one) => one.part === 'group');
  if (own !== undefined) return { part: own.part, authority: null };
  const acting = parts.find(
    ({ authority, until, endedOn }) =>
      authority !== null &&
      authority !== 'asked' &&
      authority !== 'elected-member' &&
      endedOn === null &&
      (until === null || until >= on),
  );
  return acting === undefined ? null : { part: 'representative', authority: acting.authority };
}

/**
 * Whether what is decided about one person is theirs to answer: their own, and the resident's while they act for the
 * resident in this case. The 2024 Code, 3.6, has residents represented in whatever the complaint brings.
 */
export function answersFor(c: Case, person: PersonId, about: PersonId | null, on: Day): boolean {
  const access = accessTo(c, person, on);
  return (
    access !== null && about !== null && (about === person || (access.part === 'representative' && about === c.person))
  );
}

/** What a case opens to a person on a day; null for nothing. */
export function accessTo(c: Case, person: PersonId, on: Day): Access | null {
  if (c.importTakenBack) return null;
  const nobody = { authority: null, until: null, endedOn: null };
  const parts: PartInCase[] = [
    ...(c.person === person ? [{ ...nobody, part: 'resident' as const }] : []),
    ...(c.group.includes(person) ? [{ ...nobody, part: 'group' as const }] : []),
    ...c.representatives
      .filter((one) => one.person === person)
      .map(({ authority, until, endedOn }) => ({ part: 'representative' as const, authority, until, endedOn })),
  ];
  return accessOf(parts, on);
}
