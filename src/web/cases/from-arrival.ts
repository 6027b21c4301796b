/** What arrived fills in the form of the act that answers it: its day above all, since it counts from then. */
import type { Act } from '../../complaint/permitted.js';
import type { Channel, Sending } from '../../facts/happened.js';
import type { Arrival } from '../../store/arrivals.js';
import type { Visit } from '../visit.js';
import type { CaseShown } from './case-shown.js';

/** How somebody told us, of the ways in which the act asks. */
const told: Partial<Record<Channel, Sending>> = {
  email: 'email',
  phone: 'phone',
  letter: 'post',
  'in-person': 'by-hand',
  'web-form': 'portal',
};

/** Acts that hold what they said in words of their own; elsewhere the message itself is on record and is not said twice. */
const keepsWords: readonly Act[] = ['withdraw', 'raise-complaint', 'leave-group'];

type Start = Readonly<Record<string, string | null | undefined>>;

/** For `?arrival=…`, which names one that waits on this case; nothing for any other. */
export function startFromArrival(shown: CaseShown, visit: Visit, act: Act): Start {
  const arrival = shown.arrivals.find(({ id }) => id === visit.query.arrival);
  if (arrival === undefined) return {};
  return {
    on: arrival.arrivedOn,
    ...(arrival.channel === null ? {} : { channel: arrival.channel, how: told[arrival.channel] }),
    ...(arrival.person === null ? {} : { from: arrival.person, person: arrival.person }),
    ...(keepsWords.includes(act) ? { text: arrival.note } : {}),
  };
}

/** The address of an act that begins with what arrived. */
export function actOnArrival({ reference, id }: Pick<Arrival, 'reference' | 'id'>, act: Act): `/${string}` {
  return `/cases/${reference}/${act}?arrival=${id}`;
}
