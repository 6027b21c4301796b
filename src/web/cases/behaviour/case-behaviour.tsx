/** What this case tells of behaviour: incidents with what shows them, warnings, restrictions in full, and what comes next. */
import type { VNode } from 'preact';
import { behaviourIn, type RestrictionTold } from '../../../complaint/behaviour/steps.js';
import { acts } from '../../../complaint/permitted.js';
import { caseWorkers } from '../../../complaint/roles.js';
import { Button } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { page } from '../../ui/frame.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, entriesOf, personName, said, showCase } from '../case-shown.js';
import { stateWords, WholeRestriction } from './whole-restriction.js';

const steps = [
  'record-incident',
  'warn',
  'propose-restriction',
  'decide-restriction',
  'restrict-contact',
  'appeal-restriction',
  'review-restriction',
] as const;

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { reference } = shown.case;
  const told = behaviourIn(shown.case);
  const people = [...new Set([...told.incidents, ...told.warnings].flatMap(({ person }) => person ?? []))];
  return page(
    visit,
    {
      title: `Behaviour: ${reference}`,
      heading: 'Behaviour',
      section: 'cases',
      back: { href: casePath(reference), text: `Back to ${reference}` },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        Record what happened; warn in writing; only then may a restriction be proposed, decided by somebody else and
        told in a letter, with a day on which it is looked at again. The complaint goes on throughout.
      </p>
      <NextSteps shown={shown} visit={visit} />
      <Incidents shown={shown} />
      <h2 class="govuk-heading-m">Warnings</h2>
      {told.warnings.length === 0 ? <p class="govuk-body">None on this case.</p> : null}
      {entriesOf(shown, 'BehaviourWarned').map(({ seq, what, happenedOn }) => (
        <div key={seq}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {personName(shown, what.by)}, <DayText day={happenedOn} />
          </h3>
          <p class="govuk-body">{said(shown, what.words)}</p>
          {what.letter === null ? null : (
            <p class="govuk-body">
              <a class="govuk-link" href={casePath(reference, `/letters/${what.letter}`)}>
                The letter
              </a>
            </p>
          )}
        </div>
      ))}
      <h2 class="govuk-heading-m">Restrictions</h2>
      {told.restrictions.length === 0 ? <p class="govuk-body">None on this case.</p> : null}
      {told.restrictions.map((r) => (
        <Restriction key={r.id} shown={shown} restriction={r} visit={visit} />
      ))}
      {people.map((person) => (
        <p key={person} class="govuk-body">
          <a class="govuk-link" href={`/behaviour/people/${person}`}>
            {personName(shown, person)} across all cases
          </a>
        </p>
      ))}
    </>,
  );
}

function NextSteps({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const possible = steps.filter((act) => mayBegin(shown, visit, act));
  if (possible.length === 0) return null;
  return (
    <div class="govuk-button-group">
      {possible.map((act) => (
        <Button
          key={act}
          href={actPath(shown.case.reference, act)}
          text={acts[act].words}
          classes="govuk-button--secondary"
        />
      ))}
    </div>
  );
}

function Incidents({ shown }: { readonly shown: CaseShown }): VNode {
  const incidents = entriesOf(shown, 'BehaviourIncidentRecorded');
  return (
    <>
      <h2 class="govuk-heading-m">Incidents</h2>
      {incidents.length === 0 ? <p class="govuk-body">None on this case.</p> : null}
      {incidents.map(({ seq, what, happenedOn }) => (
        <div key={seq}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {personName(shown, what.by)}, <DayText day={happenedOn} />
          </h3>
          <p class="govuk-body">{said(shown, what.words)}</p>
          {what.files.length === 0 ? null : (
            <ul class="govuk-list">
              {what.files.map((file) => (
                <li key={file}>
                  <a class="govuk-link" href={casePath(shown.case.reference, `/documents/${file}`)}>
                    {shown.file.documents.get(file)?.name ?? 'A file that has been erased'}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

function Restriction({
  shown,
  restriction,
  visit,
}: {
  readonly shown: CaseShown;
  readonly restriction: RestrictionTold;
  readonly visit: Visit;
}): VNode {
  return (
    <>
      <h3 class="govuk-heading-s">{stateWords(restriction, visit.today)}</h3>
      <WholeRestriction shown={shown} restriction={restriction} today={visit.today} />
    </>
  );
}

export const caseBehaviour = screen({ path: '/cases/:reference/behaviour', access: caseWorkers, get });
