/** One person before contact, across all of their cases: what holds now, each step that led there, and a new matter to log. */
import { caseWorkers } from '../../complaint/roles.js';
import type { PersonId } from '../../facts/happened.js';
import { restrictionsOn, stepsAbout } from '../../store/behaviour.js';
import { isUuid, together } from '../../store/database.js';
import { readPerson } from '../../store/people.js';
import { recordReading } from '../../store/reads.js';
import { markedAmong } from '../../store/safety-markers.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { notFound, screen, type Visit } from '../visit.js';
import { RestrictionLine } from './before-contact.js';
import { stepWords } from './behaviour-words.js';
import { maySeeMarkers } from './may-see-markers.js';
import { RestrictionDue } from './restriction-due.js';

async function get(visit: Visit) {
  const id = visit.params.person as PersonId;
  if (!isUuid(id)) return notFound;
  const sees = maySeeMarkers(visit);
  const [person, holding, steps, marked, hidden] = await visit.db(async (trx) => {
    const kept = await hiddenCases(trx, viewerOf(visit));
    return together(
      readPerson(trx, id),
      restrictionsOn(trx, [id], visit.today),
      stepsAbout(trx, id, kept),
      sees ? markedAmong(trx, [id]) : [],
      kept,
      recordReading(trx, { staff: visit.staff.id, what: 'person', about: id }),
    );
  });
  if (person === null) return notFound;
  const name = person.name ?? 'This person';
  return page(
    visit,
    {
      title: 'Before you contact somebody',
      heading: `Before you contact ${name}`,
      section: 'cases',
      back: { href: '/behaviour', text: 'Behaviour and restrictions' },
    },
    <>
      {holding.length === 0 ? (
        <InsetText text={`Contact with ${name} is not restricted.`} />
      ) : (
        <div class="app-before-contact">
          {holding.map((one) => (
            <div key={one.id}>
              <RestrictionLine restriction={one} name={name} link={false} />
              <RestrictionDue row={one} visit={visit} />
              {/* What holds is known to everybody; the case it was decided on is not. */}
              {hidden.includes(one.caseId) ? null : (
                <p>
                  Decided on{' '}
                  <a class="govuk-link" href={`/cases/${one.reference}/behaviour`}>
                    {one.reference}
                  </a>
                  .
                </p>
              )}
            </div>
          ))}
        </div>
      )}
      <p class="govuk-body">
        Whatever is new is taken in any way it comes:{' '}
        <a class="govuk-link" href="/log">
          log a contact
        </a>
        .
      </p>
      {sees ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/behaviour/people/${id}/markers`}>
            {marked.length > 0 ? 'Read the safety marker before you visit or ring' : 'Safety markers'}
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">What led there</h2>
      {steps.length === 0 ? <p class="govuk-body">Nothing is on record.</p> : null}
      <ul class="govuk-list">
        {steps.map((step, i) => (
          <li key={`${step.caseId}-${i}`}>
            <DayText day={step.on} short />: {stepWords[step.what]},{' '}
            <a class="govuk-link" href={`/cases/${step.reference}/behaviour`}>
              {step.reference}
            </a>
          </li>
        ))}
      </ul>
    </>,
  );
}

export const behaviourOfPerson = screen({ path: '/behaviour/people/:person', access: caseWorkers, get });
