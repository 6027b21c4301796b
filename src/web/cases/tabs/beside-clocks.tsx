/** The dates that run beside the Code's, each with its reasons: one card for all of them, here and wherever they are listed. */
import type { ComponentChildren, VNode } from 'preact';
import type { BesideClock } from '../../../complaint/beside-clock.js';
import type { Clock } from '../../../complaint/clocks.js';
import type { Day } from '../../../facts/days.js';
import { Details, SummaryList } from '../../ui/components.js';
import { clockWords, DayText, Due } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';

/** A heading with what is under it; nothing where there is no such clock. */
export function BesideClocks({
  title,
  about,
  clocks,
  visit,
}: {
  readonly title: string;
  readonly about: string;
  readonly clocks: readonly BesideClock[];
  readonly visit: Visit;
}): VNode | null {
  if (clocks.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{about}</p>
      {clocks.map((clock) => (
        <BesideCard key={clock.key} heading={clock.what} caption={clock.rests} clock={clock}>
          <BesideDue clock={clock} visit={visit} />
        </BesideCard>
      ))}
    </>
  );
}

/** One limit: what is to be done, how it stands, its dates and why. */
export function BesideCard({
  heading,
  caption,
  clock,
  children,
}: {
  readonly heading: string;
  readonly caption: string | null;
  readonly clock: Pick<Clock, 'state' | 'due' | 'doneOn' | 'because'> & { readonly from: Day };
  /** How it stands now, in words. */
  readonly children: ComponentChildren;
}): VNode {
  const day = (key: string, value: Day | null) =>
    value === null ? [] : [{ key: { text: key }, value: { html: <DayText day={value} /> } }];
  return (
    <section class={`app-clock app-clock--${clock.state}`}>
      <h3 class="govuk-heading-m">
        {heading}
        {caption === null ? null : <span class="govuk-caption-m">{caption}</span>}
      </h3>
      <p class="govuk-body">{children}</p>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[...day('Counted from', clock.from), ...day('Due', clock.due), ...day('Done', clock.doneOn)]}
      />
      <h4 class="govuk-heading-s">Why</h4>
      <Reasons because={clock.because} />
    </section>
  );
}

/** In a list: how it stands, and its reasons behind a click. */
export function BesideLine({ clock, visit }: { readonly clock: BesideClock; readonly visit: Visit }): VNode {
  return (
    <>
      <BesideDue clock={clock} visit={visit} />
      <Details summaryText="Why this date" classes="govuk-!-margin-bottom-1">
        <Reasons because={clock.because} />
      </Details>
    </>
  );
}

function BesideDue({ clock, visit }: { readonly clock: BesideClock; readonly visit: Visit }): VNode {
  return <Due words={clockWords(clock, visit.today, visit.rules.calendar)} day={clock.due} />;
}

function Reasons({ because }: Pick<Clock, 'because'>): VNode {
  return (
    <ul class="govuk-list govuk-list--bullet app-because">
      {because.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
