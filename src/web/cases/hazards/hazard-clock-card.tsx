/** One statutory limit of a hazard with its dates and its reasons, for the clock tab. */
import type { VNode } from 'preact';
import type { HazardClock } from '../../../complaint/hazard-clocks.js';
import { hazardWords } from '../../../complaint/hazards.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
import { BesideCard } from '../tabs/beside-clocks.js';
import { HazardDue } from './hazard-due.js';

export function HazardClocks({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  if (shown.hazardClocks.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Hazards</h2>
      <p class="govuk-body">
        These limits are the law’s, not the Code’s. They run from when anybody of ours knew, and do not wait for the
        complaint.
      </p>
      {shown.hazardClocks.map((clock) => (
        <Card key={`${clock.hazard}-${clock.duty}`} clock={clock} shown={shown} visit={visit} />
      ))}
    </>
  );
}

function Card({
  clock,
  shown,
  visit,
}: {
  readonly clock: HazardClock;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const hazard = shown.case.hazards.find(({ id }) => id === clock.hazard);
  return (
    <BesideCard
      heading={clock.what}
      caption={`${hazard === undefined ? '' : `${hazardWords(hazard)}: `}${clock.regulation}`}
      clock={clock}
    >
      <HazardDue clock={clock} visit={visit} />
    </BesideCard>
  );
}
