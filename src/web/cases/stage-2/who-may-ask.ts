/** Everybody on a case who may ask for stage 2: the resident, each of a group, and whoever speaks for them. */
import { actingFor } from '../../../complaint/who.js';
import type { Day } from '../../../facts/days.js';
import type { PersonId } from '../../../facts/happened.js';
import { type CaseShown, personName } from '../case-shown.js';

export function whoMayAsk(shown: CaseShown, on: Day): { value: PersonId; text: string }[] {
  const c = shown.case;
  const people = new Map<PersonId, string>();
  if (c.person !== null) people.set(c.person, 'the resident');
  for (const id of c.group) if (!people.has(id)) people.set(id, 'in the group');
  const acting = new Set(actingFor(c, on).map((one) => one.person));
  for (const one of c.representatives) {
    if (one.endedOn !== null || people.has(one.person)) continue;
    people.set(one.person, acting.has(one.person) ? 'speaks for the resident' : 'has no authority yet');
  }
  return [...people].map(([id, part]) => ({ value: id, text: `${personName(shown, id)} (${part})` }));
}
