/**
 * Where staff arrive: numbers that lead to their lists, and their own next cases.
 *
 * This file is longer than 250 lines because everything that may wait for somebody is gathered here, one line each.
 */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import { endOfWeek } from '../../facts/days.js';
import { countRinging } from '../../store/alarms.js';
import { countArrivals } from '../../store/arrivals.js';
import { countCallsDue } from '../../store/call-backs.js';
import { together } from '../../store/database.js';
import { evidenceDueFor } from '../../store/evidence-reminders.js';
import { countHazards } from '../../store/hazard-duties.js';
import { waitingForApproval } from '../../store/letter-approval.js';
import { sendingsToSeeTo } from '../../store/letter-sendings.js';
import { type OutgoingCounts, outgoingCounts } from '../../store/letters-not-left.js';
import { countMail } from '../../store/mail.js';
import { countForOmbudsman } from '../../store/ombudsman-reminders.js';
import { promiseCounts } from '../../store/promises.js';
import { homeCounts, nextCases } from '../../store/queue.js';
import { openAsksOf } from '../../store/report-asks.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { risksWaitingFor } from '../../store/themes/risks.js';
import { BehaviourDue, behaviourAtHome } from '../behaviour/behaviour-due.js';
import { RequestsAtHome, requestsAtHome } from '../bundles/requests-at-home.js';
import { viewerOf } from '../cases/case-shown.js';
import { CompensationToSeeTo, readCompensationToSeeTo } from '../compensation/to-see-to.js';
import { HazardsToSeeTo } from '../hazards/to-see-to.js';
import { ImprovementsToSeeTo, improvementsAtHome } from '../improvements/to-see-to.js';
import { ForOmbudsman } from '../ombudsman/for-ombudsman.js';
import { AskedOfYou } from '../reports/asked-of-you.js';
import { RisksWaiting } from '../themes/risks-waiting.js';
import { InsetText, WarningText } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { CaseTable } from './case-list.js';
import { EvidenceDue } from './evidence-due.js';
import { Cards } from './home-cards.js';
import { readNames } from './names.js';
import { PromisesToSeeTo } from './promises-to-see-to.js';

async function get(visit: Visit) {
  if (!visit.may(...caseWorkers)) return withoutCases(visit);
  // Who looks after everything sees everything; who writes two answers a month sees their own.
  const everybody = visit.may('officer', 'manager') && visit.query.whose !== 'mine';
  const handler = everybody ? null : visit.staff.id;
  const seesToMail = visit.may('officer', 'manager');
  const [
    counts,
    mine,
    names,
    mail,
    toApprove,
    toSeeTo,
    evidence,
    asks,
    arrived,
    calls,
    outgoing,
    ringing,
    hazards,
    risks,
    promises,
    sums,
    behaviour,
    theirs,
    improvements,
    requests,
  ] = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return together(
      homeCounts(trx, { handler, today: visit.today, weekEnds: endOfWeek(visit.today), hidden }),
      nextCases(trx, { viewer: viewerOf(visit), ...(handler === null ? {} : { handler }) }, 10),
      readNames(trx),
      seesToMail ? countMail(trx, hidden) : null,
      visit.may('officer', 'reviewer', 'manager') ? waitingForApproval(trx, hidden) : [],
      seesToMail ? sendingsToSeeTo(trx, hidden) : [],
      evidenceDueFor(trx, visit.staff.id, visit.today),
      openAsksOf(trx, visit.staff.id),
      countArrivals(trx, handler === null ? { hidden } : { handler, hidden }),
      countCallsDue(trx, visit.today, handler, hidden),
      outgoingCounts(trx, visit.today, hidden),
      countRinging(trx),
      countHazards(trx, new Date(visit.now), hidden),
      risksWaitingFor(trx, whoActs(visit)),
      visit.may('manager') ? promiseCounts(trx, visit.today, hidden) : null,
      readCompensationToSeeTo(trx, visit),
      behaviourAtHome(trx, visit),
      countForOmbudsman(trx, visit.today, handler, hidden),
      improvementsAtHome(trx, visit),
      requestsAtHome(trx, visit, hidden),
    );
  });
  return page(
    visit,
    { title: 'Home', section: 'home', heading: `Hello, ${visit.staff.name}`, wide: true },
    <>
      {visit.may('officer', 'manager') ? (
        <p class="govuk-body">
          {everybody ? 'Everybody’s cases. ' : 'Your own cases. '}
          <a class="govuk-link" href={everybody ? '/?whose=mine' : '/'}>
            {everybody ? 'Show only mine' : 'Show everybody’s'}
          </a>
        </p>
      ) : null}
      <Ringing ringing={ringing} />
      <HazardsToSeeTo {...hazards} />
      <Cards counts={counts} mail={mail?.toLookAt ?? null} arrived={arrived.waiting} calls={calls} mine={!everybody} />
      <Letters
        toApprove={toApprove.length}
        toSeeTo={toSeeTo}
        outgoing={visit.may('manager') ? outgoing : { ...outgoing, toReview: 0 }}
      />
      <BehaviourDue due={behaviour} />
      <PromisesToSeeTo counts={promises} />
      <CompensationToSeeTo {...sums} />
      <ForOmbudsman waiting={theirs} />
      <RequestsAtHome open={requests} today={visit.today} />
      <ImprovementsToSeeTo due={improvements} visit={visit} />
      <EvidenceDue evidence={evidence} />
      <AskedOfYou asks={asks} today={visit.today} />
      <RisksWaiting n={risks} />
      <h2 class="govuk-heading-m">{everybody ? 'Next, for everybody' : 'Next, for you'}</h2>
      {mine.length === 0 ? (
        <>
          <InsetText text="Nothing is waiting. New contacts appear here as they are logged." />
          {visit.may('manager', 'administrator') ? (
            <p class="govuk-body">
              Past complaints in a spreadsheet?{' '}
              <a class="govuk-link" href="/imports">
                Bring in a register
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <Scroll label="The next cases">
            <CaseTable rows={mine} names={names} visit={visit} caption="The next cases" />
          </Scroll>
          <p class="govuk-body">
            <a class="govuk-link" href={everybody ? '/cases' : '/cases?handler=me'}>
              All {counts.live.toLocaleString('en-GB')} {everybody ? 'cases' : 'of your cases'}
            </a>
          </p>
        </>
      )}
    </>,
  );
}

/** Somebody is in danger, and nobody has said yet that they see to it. */
function Ringing({ ringing }: { readonly ringing: number }): VNode | null {
  if (ringing === 0) return null;
  return (
    <WarningText iconFallbackText="Emergency">
      <a class="govuk-link" href="/alarms">
        {ringing === 1
          ? 'An emergency waits for somebody to take it'
          : `${ringing} emergencies wait for somebody to take them`}
      </a>
    </WarningText>
  );
}

/** Letters that a person has to look at: an answer waits for a second pair of eyes, an e-mail did not arrive. */
function Letters({
  toApprove,
  toSeeTo,
  outgoing,
}: {
  readonly toApprove: number;
  readonly outgoing: OutgoingCounts;
  readonly toSeeTo: Awaited<ReturnType<typeof sendingsToSeeTo>>;
}): VNode | null {
  const { toPrint, toMake, toReview } = outgoing;
  if (toApprove + toSeeTo.length + toPrint + toMake + toReview === 0) return null;
  return (
    <ul class="govuk-list">
      {toApprove > 0 ? (
        <li>
          <a class="govuk-link" href="/approvals">
            {toApprove === 1 ? 'One letter waits for approval' : `${toApprove} letters wait for approval`}
          </a>
        </li>
      ) : null}
      {toPrint > 0 ? (
        <li>
          <a class="govuk-link" href="/to-print">
            {toPrint === 1 ? 'One letter is to be printed' : `${toPrint} letters are to be printed`}
          </a>
        </li>
      ) : null}
      {toMake > 0 ? (
        <li>
          <a class="govuk-link" href="/to-make">
            {toMake === 1
              ? 'One thing is to be made for a resident before their letter goes'
              : `${toMake} things are to be made for residents before their letters go`}
          </a>
        </li>
      ) : null}
      {toReview > 0 ? (
        <li>
          <a class="govuk-link" href="/holds">
            {toReview === 1
              ? 'A case that is held while lawyers advise is to be looked at again'
              : `${toReview} cases that are held while lawyers advise are to be looked at again`}
          </a>
        </li>
      ) : null}
      {toSeeTo.map((one) => (
        <li key={one.letter}>
          <a class="govuk-link" href={`/cases/${one.reference}/letters`}>
            A letter of {one.reference} {one.state === 'unsure' ? 'may not have left' : 'did not arrive'}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** An administrator, or the member responsible for complaints, has no cases of their own. */
async function withoutCases(visit: Visit) {
  const [evidence, asks, risks, behaviour, improvements] = await visit.db((trx) =>
    together(
      evidenceDueFor(trx, visit.staff.id, visit.today),
      openAsksOf(trx, visit.staff.id),
      risksWaitingFor(trx, whoActs(visit)),
      behaviourAtHome(trx, visit),
      improvementsAtHome(trx, visit),
    ),
  );
  return page(
    visit,
    { title: 'Home', section: 'home', heading: `Hello, ${visit.staff.name}` },
    <>
      <BehaviourDue due={behaviour} />
      <ImprovementsToSeeTo due={improvements} visit={visit} />
      <EvidenceDue evidence={evidence} />
      <AskedOfYou asks={asks} today={visit.today} />
      <RisksWaiting n={risks} />
      <ul class="govuk-list">
        {visit.may('member-responsible') ? (
          <li>
            <a class="govuk-link" href="/figures">
              Complaints in figures
            </a>
          </li>
        ) : null}
        {visit.may('administrator') ? (
          <li>
            <a class="govuk-link" href="/settings">
              Settings
            </a>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href="/deadlines">
            Work out the Code’s dates
          </a>
        </li>
      </ul>
    </>,
  );
}

export const home = screen({ path: '/', access: 'signed-in', get });
