/** What every screen of a case has on top: who, where it stands, what is due next, what needs care, and its tabs. */
import type { ComponentChildren, VNode } from 'preact';
import type { Clock } from '../../complaint/clocks.js';
import { dueMinute, type HazardClock, runsStill } from '../../complaint/hazard-clocks.js';
import { isUnsafe, possibleHazards, waitsForHandOver } from '../../complaint/hazards.js';
import { ombudsmanCasesOf } from '../../complaint/ombudsman-case.js';
import { refusalLetterOwed, refusalLetterWords } from '../../complaint/refusal-letter.js';
import { caseWorkers } from '../../complaint/roles.js';
import { staffConcerned } from '../../complaint/staff-concerned.js';
import { standingWords } from '../../complaint/standing-words.js';
import { residentsOf } from '../../complaint/who.js';
import { languageName } from '../../facts/language-names.js';
import { BeforeContact } from '../behaviour/before-contact.js';
import { ArrivalTag, Follows } from '../staff/arrival-parts.js';
import { Badge, SubNavigation, Tag } from '../ui/components.js';
import { clockWords, DayText, Due } from '../ui/dates.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';
import { actPath, menuOf } from './acts.js';
import { type CaseShown, personName } from './case-shown.js';
import { HazardDue } from './hazards/hazard-due.js';

export const tabs = {
  summary: { text: 'Summary', path: '' },
  points: { text: 'Points', path: '/points' },
  evidence: { text: 'Evidence', path: '/evidence' },
  messages: { text: 'Messages', path: '/messages' },
  letters: { text: 'Letters', path: '/letters' },
  promises: { text: 'Promises', path: '/promises' },
  ombudsman: { text: 'Ombudsman', path: '/ombudsman' },
  clock: { text: 'Clock', path: '/clock' },
  history: { text: 'History', path: '/history' },
} as const;
export type CaseTab = keyof typeof tabs;

export function casePath(reference: string, rest = ''): `/${string}` {
  return `/cases/${reference}${rest}`;
}

/** The running clock that is due first. */
export function nextClock(shown: CaseShown): Clock | null {
  const running = shown.clocks.filter((clock) => clock.state === 'running' || clock.state === 'overdue');
  return running.reduce<Clock | null>(
    (first, clock) => (first === null || clock.due < first.due ? clock : first),
    null,
  );
}

/** What of its hazards is due first. */
function nextHazardClock(shown: CaseShown): HazardClock | null {
  const running = shown.hazardClocks.filter(runsStill);
  return running.sort((a, b) => dueMinute(a) - dueMinute(b))[0] ?? null;
}

export function IdentityBar({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode {
  const c = shown.case;
  const next = nextClock(shown);
  const hazard = nextHazardClock(shown);
  return (
    <section class="app-identity" aria-label="The case">
      <div class="app-identity__who">
        <p class="app-identity__reference">
          <a class="govuk-link" href={casePath(c.reference)}>
            {c.reference}
          </a>{' '}
          <Tag colour={standingColour(c.standing.is)}>{standingWords(c.standing)}</Tag>
        </p>
        <p class="app-identity__name">{personName(shown, c.person)}</p>
        {shown.home ? (
          <p class="app-identity__home">
            {shown.home.address}
            {shown.home.postcode ? `, ${shown.home.postcode}` : ''}
          </p>
        ) : null}
        <Care shown={shown} />
        <BeforeContact shown={shown} />
      </div>
      {hazard ? (
        <div class="app-identity__next">
          <p class="app-identity__what">{hazard.what}</p>
          <HazardDue clock={hazard} visit={visit} />
        </div>
      ) : null}
      {next ? (
        <div class="app-identity__next">
          <p class="app-identity__what">{next.what}</p>
          <Due words={clockWords(next, visit.today, visit.rules.calendar)} day={next.due} />
        </div>
      ) : null}
    </section>
  );
}

function standingColour(is: CaseShown['case']['standing']['is']) {
  switch (is) {
    case 'to-triage':
    case 'to-acknowledge':
      return 'orange' as const;
    case 'investigating':
    case 'request-open':
      return 'blue' as const;
    case 'answered':
    case 'request-answered':
      return 'green' as const;
    default:
      return 'grey' as const;
  }
}

/** What whoever opens the case must know before they write or ring. */
function Care({ shown }: { readonly shown: CaseShown }): VNode | null {
  const c = shown.case;
  const person = c.person === null ? null : (shown.people.get(c.person) ?? null);
  const marks: string[] = [];
  if (shown.hold !== null) marks.push('Held while lawyers advise');
  const owed = refusalLetterOwed(c);
  if (owed !== null) marks.push(refusalLetterWords(owed));
  if (c.triage?.atRisk) marks.push('Somebody is at risk');
  if (c.claims.length > 0) marks.push('Injury or insurance claim');
  if (c.hazards.some(waitsForHandOver)) marks.push('Hazard not handed over');
  else if (c.hazards.some(isUnsafe)) marks.push('Hazard reported');
  if (possibleHazards(c).length > 0) marks.push('It may be a hazard');
  if (c.vulnerabilityTold) marks.push('Vulnerability told');
  if (c.adjustments.some((adjustment) => adjustment.endedOn === null)) marks.push('Reasonable adjustment agreed');
  if (c.representatives.some((one) => one.endedOn === null)) marks.push('Has a representative');
  if (staffConcerned(c).length > 0) marks.push('About a member of staff: few may see it');
  if (c.group.length > 0) marks.push(`Group of ${residentsOf(c).length}`);
  if (person?.ways.some((way) => way.standing === 'safe')) marks.push('Use the safe address only');
  if (person?.language) marks.push(`Language: ${languageName(person.language)}`);
  if (c.imported) marks.push('Imported history');
  if (marks.length === 0) return null;
  return (
    <ul class="app-identity__care" aria-label="Take care">
      {marks.map((mark) => (
        <li key={mark}>
          <Badge text={mark} classes="moj-badge--purple" />
        </li>
      ))}
    </ul>
  );
}

/** What else may be done now, by group: a fold that opens without JavaScript too. */
function ActsMenu({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const groups = Map.groupBy(menuOf(shown, visit), ({ group }) => group);
  if (groups.size === 0) return null;
  return (
    <details class="govuk-details app-acts">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Do something else</span>
      </summary>
      <nav class="app-acts__groups" aria-label="What can be done now">
        {[...groups].map(([group, acts]) => (
          <div key={group}>
            <h2 class="govuk-heading-s">{group}</h2>
            <ul class="govuk-list">
              {acts.map(({ act, words }) => (
                <li key={act}>
                  <a class="govuk-link" href={actPath(shown.case.reference, act)}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </details>
  );
}

/** What came from the residents and nobody has seen to yet, on every page of the case. */
function Arrived({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  if (shown.arrivals.length === 0 || !visit.may(...caseWorkers)) return null;
  const cases = new Map([[shown.case.id, shown.case]]);
  return (
    <section class="app-arrived" aria-labelledby="arrived">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="arrived">
        {shown.arrivals.length === 1
          ? 'One thing arrived that nobody has seen to yet'
          : `${shown.arrivals.length} things arrived that nobody has seen to yet`}
      </h2>
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {shown.arrivals.map((one) => (
          <li key={one.id}>
            <ArrivalTag arrival={one} />{' '}
            <a class="govuk-link" href={`/arrivals/${one.id}`}>
              Received <DayText day={one.arrivedOn} short />
              <span class="govuk-visually-hidden"> in {shown.case.reference}</span>
            </a>
            <Follows arrival={one} cases={cases} visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its tab is there once there is something on it. */
function anOmbudsmanWrote({ case: c }: CaseShown): boolean {
  return ombudsmanCasesOf(c).length > 0 || c.history.some(({ what }) => what.type === 'FailureNoticeReceived');
}

/** A page of a case: identity bar, the menu of what may happen now, tabs, then its body. */
export function casePage(
  visit: Visit,
  shown: CaseShown,
  options: { readonly tab: CaseTab; readonly title?: string; readonly form?: FormState },
  body: ComponentChildren,
): Page {
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: `${options.title ?? tabs[options.tab].text}: ${reference}`,
      heading: options.title ?? tabs[options.tab].text,
      section: 'cases',
      wide: true,
      ...(options.form ? { form: options.form } : {}),
      above: (
        <>
          <IdentityBar shown={shown} visit={visit} />
          <Arrived shown={shown} visit={visit} />
          <ActsMenu shown={shown} visit={visit} />
          <SubNavigation
            label="The case"
            items={Object.entries(tabs)
              .filter(([name]) => name !== 'ombudsman' || options.tab === name || anOmbudsmanWrote(shown))
              .map(([name, tab]) => ({
                text: tab.text,
                href: casePath(reference, tab.path),
                active: name === options.tab,
              }))}
          />
        </>
      ),
    },
    body,
  );
}
