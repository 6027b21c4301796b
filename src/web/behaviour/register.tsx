/** The register of restrictions: what waits for somebody, what holds and when it is looked at again, and what is over. */
import type { VNode } from 'preact';
import { overOn } from '../../complaint/behaviour/steps.js';
import { caseWorkers } from '../../complaint/roles.js';
import { inWords } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import { listRestrictions, type RestrictionRow, type StepWaiting, stepsWaiting } from '../../store/behaviour.js';
import { together } from '../../store/database.js';
import { readPeople } from '../../store/people.js';
import { listMarkers, type MarkerListed } from '../../store/safety-markers.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { whatHolds } from './behaviour-words.js';
import { maySeeMarkers } from './may-see-markers.js';
import { RestrictionDue } from './restriction-due.js';

type Named = (id: PersonId | null) => string;

async function get(visit: Visit) {
  const { all, waiting, markers, people } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    const [list, steps, marked] = await together(
      listRestrictions(trx, visit.today, hidden),
      stepsWaiting(trx, hidden),
      maySeeMarkers(visit) ? listMarkers(trx) : [],
    );
    const ids = [...list, ...steps, ...marked].flatMap(({ person }) => person ?? []);
    return { all: list, waiting: steps, markers: marked, people: await readPeople(trx, [...new Set(ids)]) };
  });
  const named: Named = (id) => {
    const person = id === null ? undefined : people.get(id);
    return person?.name ?? 'Name not known';
  };
  const holds = all.filter((r) => overOn(r, visit.today) === null);
  const over = all.filter((r) => overOn(r, visit.today) !== null);
  return page(
    visit,
    { title: 'Behaviour and restrictions', section: 'cases', wide: true },
    <>
      <p class="govuk-body">
        How often steps were taken in a year stands in the{' '}
        <a class="govuk-link" href="/measures">
          measures
        </a>
        .
      </p>
      <Waiting waiting={waiting} named={named} />
      <h2 class="govuk-heading-m">What holds</h2>
      {holds.length === 0 ? (
        <p class="govuk-body">Nobody’s contact is restricted.</p>
      ) : (
        <Scroll label="Restrictions that hold">
          <Table
            caption="Restrictions that hold, the one to be looked at first on top"
            captionClasses="govuk-visually-hidden"
            head={['Who', 'What is restricted', 'Until', 'Looked at again', 'Case'].map((text) => ({ text }))}
            rows={holds.map((r) => [
              { html: <WhoLink row={r} named={named} /> },
              { text: whatHolds(r).join(' ') || (r.how ?? '') },
              r.until === null ? { text: 'Not told' } : { html: <DayText day={r.until} short /> },
              { html: <ReviewText row={r} visit={visit} /> },
              { html: <CaseLink reference={r.reference} /> },
            ])}
          />
        </Scroll>
      )}
      <Markers markers={markers} named={named} visit={visit} />
      {over.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">What is over</h2>
          <Scroll label="Restrictions that are over">
            <Table
              caption="Restrictions that are over, the latest first"
              captionClasses="govuk-visually-hidden"
              head={['Who', 'From', 'Over', 'Case'].map((text) => ({ text }))}
              rows={over.map((r) => [
                { html: <WhoLink row={r} named={named} /> },
                { html: <DayText day={r.decidedOn} short /> },
                {
                  text:
                    r.liftedOn !== null
                      ? `Lifted on ${inWords(r.liftedOn)}`
                      : r.until === null
                        ? ''
                        : `Ended by itself on ${inWords(r.until)}`,
                },
                { html: <CaseLink reference={r.reference} /> },
              ])}
            />
          </Scroll>
        </>
      )}
    </>,
  );
}

function Waiting({
  waiting,
  named,
}: {
  readonly waiting: readonly StepWaiting[];
  readonly named: Named;
}): VNode | null {
  if (waiting.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Waits for somebody</h2>
      <ul class="govuk-list">
        {waiting.map((one) => (
          <li key={`${one.caseId}-${one.what}`}>
            <a
              class="govuk-link"
              href={`/cases/${one.reference}/${one.what === 'proposed' ? 'decide-restriction' : 'restrict-contact'}`}
            >
              {one.what === 'proposed' ? 'Decide on a restriction' : 'Write to them of the restriction'}:{' '}
              {named(one.person)}, {one.reference}
            </a>
            , since <DayText day={one.on} short />
          </li>
        ))}
      </ul>
    </>
  );
}

function Markers({
  markers,
  named,
  visit,
}: {
  readonly markers: readonly MarkerListed[];
  readonly named: Named;
  readonly visit: Visit;
}): VNode | null {
  if (markers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Safety markers</h2>
      <p class="govuk-body">What one says is read on its own page, and that it was read is recorded.</p>
      <ul class="govuk-list">
        {markers.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={`/behaviour/people/${one.person}/markers`}>
              {named(one.person)}
            </a>
            , {one.reviewOn <= visit.today ? 'to be reviewed since' : 'to be reviewed on'}{' '}
            <DayText day={one.reviewOn} short />
          </li>
        ))}
      </ul>
    </>
  );
}

function WhoLink({ row, named }: { readonly row: RestrictionRow; readonly named: Named }): VNode {
  if (row.person === null) return <>{named(null)}</>;
  return (
    <a class="govuk-link" href={`/behaviour/people/${row.person}`}>
      {named(row.person)}
    </a>
  );
}

function ReviewText({ row, visit }: { readonly row: RestrictionRow; readonly visit: Visit }): VNode {
  const due = row.reviewOn !== null && row.reviewOn <= visit.today;
  return (
    <>
      {row.appealedOn === null ? null : <strong>Appeal to answer</strong>}
      <RestrictionDue row={row} visit={visit} />
      {due || row.appealedOn !== null ? (
        <a class="govuk-link" href={`/cases/${row.reference}/review-restriction`}>
          Review it<span class="govuk-visually-hidden">: {row.reference}</span>
        </a>
      ) : null}
    </>
  );
}

function CaseLink({ reference }: { readonly reference: string }): VNode {
  return (
    <a class="govuk-link" href={`/cases/${reference}/behaviour`}>
      {reference}
    </a>
  );
}

export const behaviourRegister = screen({ path: '/behaviour', access: caseWorkers, get });
