/** One statutory limit of a hazard with its dates and its reasons, for the clock tab. */
import type { VNode } from 'preact';
import type { HazardClock } from '../../../complaint/hazard-clocks.js';
import { hazardWords } from '../../../complaint/hazards.js';
import type { Day } from '../../../facts/days.js';
import { SummaryList } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
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
  const day = (key: string, value: Day | null) =>
    value === null ? [] : [{ key: { text: key }, value: { html: <DayText day={value} /> } }];
  return (
    <section class={`app-clock app-clock--${clock.state}`}>
      <h3 class="govuk-heading-m">
        {clock.what}
        <span class="govuk-caption-m">
          {hazard === undefined ? '' : `${hazardWords(hazard)}: `}
          {clock.regulation}
        </span>
      </h3>
      <p class="govuk-body">
        <HazardDue clock={clock} visit={visit} />
      </p>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[...day('Counted from', clock.from), ...day('Due', clock.due), ...day('Done', clock.doneOn)]}
      />
      <h4 class="govuk-heading-s">Why</h4>
      <ul class="govuk-list govuk-list--bullet app-because">
        {clock.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
