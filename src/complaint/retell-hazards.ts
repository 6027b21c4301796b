/** What each entry about a hazard does to a case. */
import type { Day } from '../facts/days.js';
import type { HazardId, Hazards } from '../facts/happened.js';
import { instantOf, londonDayOf, parseMinute } from '../facts/instants.js';
import type { Hazard } from './case.js';
import type { Draft } from './draft.js';
import { isEmergency } from './hazards.js';

/** One entry about a hazard told into the draft; what names a hazard that is not there changes nothing. */
export function tellOfHazard(d: Draft, what: Hazards, on: Day): void {
  switch (what.type) {
    case 'HazardNoticed':
      d.hazards.push({
        id: what.hazard,
        kind: what.kind,
        emergency: isEmergency(what),
        points: what.points,
        noticedOn: on,
        awareAt: timeOn(on, what.awareAt),
        words: what.words,
        handOvers: [],
        investigations: [],
        summary: null,
        madeSafeOn: null,
        madeSafeAt: null,
        workPutOff: null,
        workBegunOn: null,
        accommodation: [],
      });
      return;
    case 'HazardHandedOver': {
      const { to, job, words } = what;
      const at = timeOn(on, what.at);
      change(d, what.hazard, (was) => ({ handOvers: [...was.handOvers, { on, at, to, job, words }] }));
      return;
    }
    case 'HazardInvestigated': {
      const { emergency, significant, furtherWork, words } = what;
      const at = timeOn(on, what.at);
      const found = { on, at, emergency, significant, furtherWork, words };
      change(d, what.hazard, (was) => ({ investigations: [...was.investigations, found] }));
      return;
    }
    case 'HazardSummaryGiven':
      // The first one is what the law asks for; another changes no date.
      change(d, what.hazard, (was) => ({ summary: was.summary ?? { on, how: what.how, words: what.words } }));
      return;
    case 'HazardMadeSafe':
      change(d, what.hazard, (was) =>
        was.madeSafeOn === null ? { madeSafeOn: on, madeSafeAt: timeOn(on, what.at) } : {},
      );
      return;
    case 'HazardRuledOut':
      for (const kind of what.kinds) if (!d.hazardsRuledOut.includes(kind)) d.hazardsRuledOut.push(kind);
      return;
    case 'HazardWorkBegun':
      change(d, what.hazard, (was) => ({ workBegunOn: was.workBegunOn ?? on }));
      return;
    case 'HazardWorkPutOff':
      change(d, what.hazard, (was) => ({ workPutOff: was.workPutOff ?? { on, reason: what.reason } }));
      return;
    case 'HazardAccommodationOffered': {
      const { answer, words } = what;
      const at = timeOn(on, what.at);
      change(d, what.hazard, (was) => ({ accommodation: [...was.accommodation, { on, at, answer, words }] }));
      return;
    }
    default:
      what satisfies never;
  }
}

/** To the minute; null when it is not known, or is of another day than the entry, whose day was corrected since. */
function timeOn(on: Day, at: string | null): string | null {
  const minute = at === null ? null : parseMinute(at);
  return minute === null || londonDayOf(minute) !== on ? null : instantOf(minute);
}

function change(d: Draft, id: HazardId, to: (was: Hazard) => Partial<Hazard>): void {
  d.hazards = d.hazards.map((hazard) => (hazard.id === id ? { ...hazard, ...to(hazard) } : hazard));
}
