/** Why each date is what it is: every clock of the case with its working, in sentences, and drawn. */
import type { VNode } from 'preact';
import { clocksOfRestriction, datesNow, restrictionClocks } from '../../../complaint/behaviour/restriction-clocks.js';
import { subjectRequestClock } from '../../../complaint/bundle/subject-request-clock.js';
import type { Clock } from '../../../complaint/clocks.js';
import { ombudsmanClocks } from '../../../complaint/ombudsman-clocks.js';
import { restsOn } from '../../../complaint/rests-on.js';
import { caseReaders } from '../../../complaint/roles.js';
import { partiesOf } from '../../../complaint/who.js';
import { type Day, dayNumber, inShortWords } from '../../../facts/days.js';
import { behaviourIn } from '../../../store/behaviour.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { requestsOf, type SubjectRequest } from '../../../store/subject-requests.js';
import { answersRequests } from '../../bundles/answers-requests.js';
import { InsetText, SummaryList } from '../../ui/components.js';
import { clockWords, DayText, Due, workingDays } from '../../ui/dates.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { casePage } from '../case-frame.js';
import { type CaseShown, showCaseWith, viewerOf } from '../case-shown.js';
import { HazardClocks } from '../hazards/hazard-clock-card.js';
import { BesideClocks } from './beside-clocks.js';

async function get(visit: Visit) {
  // Who may not open such a request does not learn here that there is one.
  const found = await showCaseWith(visit, async (trx, c) =>
    visit.may(...answersRequests) ? requestsOf(trx, partiesOf(c), await hiddenCases(trx, viewerOf(visit))) : [],
  );
  if (found === null) return notFound;
  const { shown, more: requests } = found;
  return casePage(
    visit,
    shown,
    { tab: 'clock' },
    <>
      <Clocks shown={shown} visit={visit} />
      <Beside shown={shown} requests={requests} visit={visit} />
    </>,
  );
}

function Clocks({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode {
  if (shown.clocks.length === 0) {
    return (
      <InsetText
        text={
          shown.case.edition === null
            ? 'No Code was in force on the day of receipt, so nothing is counted.'
            : 'No clock runs: the Code’s limits are for complaints, and this has not been logged as one.'
        }
      />
    );
  }
  return (
    <>
      <p class="govuk-body">
        These dates are worked out each time from what happened, the {shown.case.edition} Code and the calendar of
        England and Wales. Nothing here is typed in, and nothing can be changed but by recording what happened.
      </p>
      {shown.clocks.map((clock) => (
        <ClockCard key={`${clock.kind}-${clock.about}-${clock.from}-${clock.due}`} clock={clock} visit={visit} />
      ))}
    </>
  );
}

/** What runs beside the Code, by law, by an Ombudsman's word or by our own decision. */
function Beside({
  shown,
  requests,
  visit,
}: {
  readonly shown: CaseShown;
  readonly requests: readonly SubjectRequest[];
  readonly visit: Visit;
}): VNode {
  const { rules, today, landlord } = visit;
  const restrictionRules = { calendar: rules.calendar, appealDays: behaviourIn(landlord.settings).appealDays };
  const decidedElsewhere = shown.restricted.filter(({ caseId }) => caseId !== shown.case.id);
  return (
    <>
      <HazardClocks shown={shown} visit={visit} />
      <BesideClocks
        title="Ombudsman"
        about="These dates are an Ombudsman’s. They stand until it agrees to another."
        clocks={ombudsmanClocks(shown.case, rules, today)}
        visit={visit}
      />
      <BesideClocks
        title="Restrictions of contact"
        about="These are of a person, and hold on all of their cases. The complaint’s own dates run on."
        clocks={[
          ...restrictionClocks(shown.case, restrictionRules, today),
          ...decidedElsewhere.flatMap((row) =>
            clocksOfRestriction(datesNow(row), row.edition, restrictionRules, today),
          ),
        ]}
        visit={visit}
      />
      <BesideClocks
        title="Requests for personal data"
        about="Somebody of this case asked what we hold of them. That has a limit of its own, across all of their cases."
        clocks={requests.map((one) => subjectRequestClock(one, rules, today))}
        visit={visit}
      />
    </>
  );
}

function ClockCard({ clock, visit }: { readonly clock: Clock; readonly visit: Pick<Visit, 'today' | 'rules'> }): VNode {
  const caption = restsOn(clock);
  const day = (key: string, value: Day | null) =>
    value === null ? [] : [{ key: { text: key }, value: { html: <DayText day={value} /> } }];
  return (
    <section class={`app-clock app-clock--${clock.state}`}>
      <h2 class="govuk-heading-m">
        {clock.what}
        {caption === null ? null : <span class="govuk-caption-m">{caption}</span>}
      </h2>
      <p class="govuk-body">
        <Due words={clockWords(clock, visit.today, visit.rules.calendar)} day={clock.due} />
      </p>
      <Drawing clock={clock} today={visit.today} />
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          ...day('Counted from', clock.from),
          ...(clock.provisional
            ? [{ key: { text: 'Counted from' }, value: { text: 'Not started yet: this date is provisional' } }]
            : []),
          ...day('Due', clock.due),
          ...(clock.unextendedDue !== clock.due ? day('Due before the extension', clock.unextendedDue) : []),
          ...(clock.dueIfAcknowledgedOnTime !== null && clock.dueIfAcknowledgedOnTime !== clock.due
            ? day('Would have been due, acknowledged on time', clock.dueIfAcknowledgedOnTime)
            : []),
          ...(clock.target ? day('Our own target', clock.target.due) : []),
          ...day('Done', clock.doneOn),
          { key: { text: 'Working days taken' }, value: { text: String(clock.workingDaysTaken) } },
          ...(clock.workingDaysLate > 0
            ? [{ key: { text: 'Late by' }, value: { text: workingDays(clock.workingDaysLate) } }]
            : []),
        ]}
      />
      <h3 class="govuk-heading-s">Why</h3>
      <ul class="govuk-list govuk-list--bullet app-because">
        {clock.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** The same as the list below it, as a line of time. */
function Drawing({ clock, today }: { readonly clock: Clock; readonly today: Day }): VNode | null {
  if (clock.from === null) return null;
  const end = clock.doneOn ?? (clock.state === 'ended' ? clock.due : today);
  const marks = [
    { day: clock.from, words: 'From', above: true },
    { day: clock.due, words: 'Due', above: true },
    { day: end, words: clock.doneOn ? 'Done' : clock.state === 'ended' ? 'Ended' : 'Today', above: false },
  ];
  const numbers = marks.map((mark) => dayNumber(mark.day));
  const first = Math.min(...numbers);
  const span = Math.max(...numbers) - first;
  if (span === 0) return null;
  const x = (on: Day) => 60 + ((dayNumber(on) - first) / span) * 580;
  const summary = marks.map((mark) => `${mark.words}: ${inShortWords(mark.day)}`).join('. ');
  return (
    <svg viewBox="0 0 700 96" role="img" aria-label={summary}>
      <title>{clock.what}</title>
      <desc>{summary}</desc>
      <line x1={x(clock.from)} x2={x(clock.due)} y1="48" y2="48" stroke="#7d8a91" stroke-width="8" />
      {end > clock.due ? (
        <line x1={x(clock.due)} x2={x(end)} y1="48" y2="48" stroke="#9b1c1c" stroke-width="8" stroke-dasharray="6 3" />
      ) : (
        <line
          x1={x(clock.from)}
          x2={x(end < clock.from ? clock.from : end)}
          y1="48"
          y2="48"
          stroke="#23566b"
          stroke-width="8"
        />
      )}
      {marks.map((mark) => (
        <g key={mark.words}>
          <circle cx={x(mark.day)} cy="48" r="7" fill="#fff" stroke="#0b0c0c" stroke-width="3" />
          <text
            x={x(mark.day)}
            y={mark.above ? 28 : 80}
            text-anchor={anchor(x(mark.day))}
            font-size="16"
            fill="#0b0c0c"
          >
            {mark.words} {inShortWords(mark.day)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function anchor(x: number): 'start' | 'middle' | 'end' {
  return x < 140 ? 'start' : x > 560 ? 'end' : 'middle';
}

export const caseClock = screen({ path: '/cases/:reference/clock', access: caseReaders, get });
