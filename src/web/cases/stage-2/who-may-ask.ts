/** Everybody on a case who may ask for stage 2: the resident, each of a group, and whoever speaks for them. */
import type { PersonId } from '../../../facts/happened.js';
import { type CaseShown, personName } from '../case-shown.js';

export function whoMayAsk(shown: CaseShown): { value: PersonId; text: string }[] {
  const c = shown.case;
  const people = new Map<PersonId, string>();
  if (c.person !== null) people.set(c.person, 'the resident');
  for (const id of c.group) if (!people.has(id)) people.set(id, 'in the group');
  for (const one of c.representatives)
    if (one.endedOn === null && !people.has(one.person)) people.set(one.person, 'speaks for the resident');
  return [...people].map(([id, part]) => ({ value: id, text: `${personName(shown, id)} (${part})` }));
}
