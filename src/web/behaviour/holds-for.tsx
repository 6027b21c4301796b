/** The same before contact with one person on no page of a case: a call that is owed. */
import type { VNode } from 'preact';
import type { PersonId } from '../../facts/happened.js';
import { behaviourIn, type RestrictionRow, restrictionsOn } from '../../store/behaviour.js';
import type { Trx } from '../../store/database.js';
import { markedAmong } from '../../store/safety-markers.js';
import type { Visit } from '../visit.js';
import { RestrictionLine } from './before-contact.js';

export interface Holds {
  readonly restrictions: readonly RestrictionRow[];
  /** With a safety marker that the reader may read. */
  readonly marked: PersonId | null;
}

export async function holdsFor(trx: Trx, visit: Visit, person: PersonId | null): Promise<Holds> {
  if (person === null) return { restrictions: [], marked: null };
  const maySee = visit.may(...behaviourIn(visit.landlord.settings).seesMarkers);
  const marked = maySee ? await markedAmong(trx, [person]) : [];
  return { restrictions: await restrictionsOn(trx, [person], visit.today), marked: marked[0] ?? null };
}

export function HoldsFor({ holds, name }: { readonly holds: Holds; readonly name: string }): VNode | null {
  const { restrictions, marked } = holds;
  if (restrictions.length === 0 && marked === null) return null;
  return (
    <div class="app-before-contact">
      {marked === null ? null : (
        <p>
          <strong>Safety marker.</strong>{' '}
          <a class="govuk-link" href={`/behaviour/people/${marked}/markers`}>
            Read it before you visit or ring {name}
          </a>
        </p>
      )}
      {restrictions.map((one) => (
        <RestrictionLine key={one.id} restriction={one} name={name} />
      ))}
    </div>
  );
}
