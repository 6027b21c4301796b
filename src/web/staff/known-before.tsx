/**
 * What is to be known before contact of whoever rings or stands here: looked up by what is typed into the form that logs
 * them, shown beside it, and never in the way of it.
 */
import type { VNode } from 'preact';
import { type RestrictionRow, restrictionsOn } from '../../store/behaviour.js';
import { findPeople, findPeopleByWay, type Person } from '../../store/people.js';
import { recordReading } from '../../store/reads.js';
import { type KnownBy, knownBy } from '../../store/register.js';
import { markedAmong } from '../../store/safety-markers.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { MarkerLine, RestrictionLine } from '../behaviour/before-contact.js';
import { maySeeMarkers } from '../behaviour/may-see-markers.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { type FormState, typedIn } from '../ui/forms.js';
import type { Visit } from '../visit.js';

/** The value of the button that looks up and logs nothing. */
export const lookUpFirst = 'look-up';

export interface KnownBefore {
  readonly people: readonly Person[];
  readonly restrictions: readonly RestrictionRow[];
  readonly marked: readonly string[];
  readonly known: ReadonlyMap<Person['id'], KnownBy>;
}

const most = 8;

export async function knownBefore(visit: Visit, form: FormState): Promise<KnownBefore> {
  const [name, phone, email] = ['name', 'phone', 'email'].map((field) => typedIn(form, field).trim());
  return visit.db(async (trx) => {
    const exactly = [
      ...(phone ? await findPeopleByWay(trx, 'phone', phone) : []),
      ...(email ? await findPeopleByWay(trx, 'email', email) : []),
    ];
    const alike = name ? (await findPeople(trx, name, most)).map(({ person }) => person) : [];
    const people = [...new Map([...exactly, ...alike].map((one) => [one.id, one])).values()].slice(0, most);
    const ids = people.map(({ id }) => id);
    await recordReading(trx, { staff: visit.staff.id, what: 'search' });
    return {
      people,
      restrictions: await restrictionsOn(trx, ids, visit.today),
      marked: maySeeMarkers(visit) ? await markedAmong(trx, ids) : [],
      known: await knownBy(trx, ids, await hiddenCases(trx, viewerOf(visit))),
    };
  });
}

export function KnownBeforeContact({ found }: { readonly found: KnownBefore | null }): VNode | null {
  if (found === null) return null;
  if (found.people.length === 0)
    return <InsetText text="Nobody is known by that name, number or address. Log what they say as you hear it." />;
  return (
    <section class="app-before-contact" aria-labelledby="known" tabIndex={-1} id="known-before">
      <h2 class="govuk-heading-s" id="known">
        People we know like that
      </h2>
      {found.people.map((person) => {
        const name = person.name ?? 'Name not known';
        const holding = found.restrictions.filter((one) => one.person === person.id);
        const marked = found.marked.includes(person.id);
        const cases = found.known.get(person.id);
        return (
          <div key={person.id}>
            <p>
              <a class="govuk-link" href={`/behaviour/people/${person.id}`}>
                {name}
              </a>
              {cases === undefined ? '' : `, newest case ${cases.reference}`}
              {holding.length === 0 && !marked ? ': nothing to know before contact' : ''}
            </p>
            {marked ? <MarkerLine person={person.id} name={name} /> : null}
            {holding.map((one) => (
              <RestrictionLine key={one.id} restriction={one} name={name} />
            ))}
          </div>
        );
      })}
      <p>What they say now is logged as from anyone: go on below.</p>
    </section>
  );
}
