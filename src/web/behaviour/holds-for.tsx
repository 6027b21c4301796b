/** The same before contact with one person on no page of a case: a call that is owed. */
import type { VNode } from 'preact';
import type { PersonId } from '../../facts/happened.js';
import { type RestrictionRow, restrictionsOn } from '../../store/behaviour.js';
import type { Trx } from '../../store/database.js';
import { markedAmong } from '../../store/safety-markers.js';
import type { Visit } from '../visit.js';
import { MarkerLine, RestrictionLine } from './before-contact.js';
import { maySeeMarkers } from './may-see-markers.js';

export interface Holds {
  readonly restrictions: readonly RestrictionRow[];
  /** With a safety marker that the reader may read. */
  readonly marked: PersonId | null;
}

export async function holdsFor(trx: Trx, visit: Visit, person: PersonId | null): Promise<Holds> {
  if (person === null) return { restrictions: [], marked: null };
  const marked = maySeeMarkers(visit) ? await markedAmong(trx, [person]) : [];
  return { restrictions: await restrictionsOn(trx, [person], visit.today), marked: marked[0] ?? null };
}

export function HoldsFor({ holds, name }: { readonly holds: Holds; readonly name: string }): VNode | null {
  const { restrictions, marked } = holds;
  if (restrictions.length === 0 && marked === null) return null;
  return (
    <div class="app-before-contact">
      {marked === null ? null : <MarkerLine person={marked} name={name} />}
      {restrictions.map((one) => (
        <RestrictionLine key={one.id} restriction={one} name={name} />
      ))}
    </div>
  );
}
