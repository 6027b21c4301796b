/** The points of a complaint: the resident's words, what we understood, what is wanted, and what was found. */
import type { VNode } from 'preact';
import type { Point } from '../../../complaint/case.js';
import { hazardWords, isUnsafe } from '../../../complaint/hazards.js';
import type { Act } from '../../../complaint/permitted.js';
import { isStanding } from '../../../complaint/points.js';
import { caseReaders } from '../../../complaint/roles.js';
import { routesOf } from '../../../complaint/routes.js';
import { answererWords, findingWords, pointStateWords } from '../../../complaint/standing-words.js';
import { routeNames, routeSubject } from '../../../law/routes.js';
import { type PointReadBack, pointsReadBack } from '../../../store/read-backs.js';
import { InsetText, Tag } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage } from '../case-frame.js';
import { type CaseShown, said, showCaseWith } from '../case-shown.js';

const pointActs: readonly { readonly act: Act; readonly words: string; readonly fits: (point: Point) => boolean }[] = [
  { act: 'define-point', words: 'Define', fits: (point) => point.state === 'raised' || point.state === 'defined' },
  {
    act: 'clarify-point',
    words: 'Record what was made clear',
    fits: (point) => point.state === 'raised' || point.state === 'defined',
  },
  { act: 'decide-point', words: 'Decide', fits: (point) => point.state === 'defined' },
  {
    act: 'find-not-ours',
    words: 'Say whose it is',
    fits: (point) => point.state === 'raised' || point.state === 'defined',
  },
  { act: 'find-routes', words: 'Say who can look at it', fits: isStanding },
  { act: 'split-point', words: 'Split', fits: (point) => point.state === 'raised' || point.state === 'defined' },
  {
    act: 'split-off-point',
    words: 'Make a case of its own',
    fits: (point) => point.state === 'raised' || point.state === 'defined',
  },
  {
    act: 'notice-hazard',
    words: 'It tells of a hazard',
    fits: (point) => point.state === 'raised' || point.state === 'defined',
  },
  {
    act: 'withdraw-point',
    words: 'Withdrawn by the resident',
    fits: (point) => point.state === 'raised' || point.state === 'defined',
  },
];

async function get(visit: Visit) {
  const found = await showCaseWith(visit, (trx, c) => pointsReadBack(trx, c.id));
  if (found === null) return notFound;
  const { shown, more: readBack } = found;
  const { points } = shown.case;
  return casePage(
    visit,
    shown,
    { tab: 'points' },
    points.length === 0 ? (
      <InsetText text="There are no points yet. A complaint is made of points: they are raised when it is logged." />
    ) : (
      points.map((point) => (
        <PointCard key={point.id} point={point} shown={shown} visit={visit} read={readBack.get(point.id) ?? null} />
      ))
    ),
  );
}

/** Whether what was read back is no longer what stands. */
function definedSince(shown: CaseShown, point: Point, read: PointReadBack): boolean {
  return shown.file.entries.some(
    ({ seq, what }) => seq > read.seq && what.type === 'PointDefined' && what.point === point.id,
  );
}

function PointCard({
  point,
  shown,
  visit,
  read,
}: {
  readonly point: Point;
  readonly read: PointReadBack | null;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const standing = point.state === 'raised' || point.state === 'defined';
  const possible = pointActs.filter(({ act, fits }) => fits(point) && mayBegin(shown, visit, act));
  return (
    <section class={standing ? 'app-point' : 'app-point app-point--gone'} id={`point-${point.number}`}>
      <h2 class="govuk-heading-m">
        Point {point.number} <Tag colour={standing ? 'blue' : 'grey'}>{pointStateWords[point.state]}</Tag>{' '}
        {point.escalated ? <Tag colour="purple">At stage 2</Tag> : null}
        {shown.case.hazards
          .filter(({ points }) => points.includes(point.id))
          .map((hazard) => (
            <span key={hazard.id}>
              {' '}
              <Tag colour={isUnsafe(hazard) ? 'orange' : 'grey'}>Hazard: {hazardWords(hazard).toLowerCase()}</Tag>
            </span>
          ))}
      </h2>
      <h3 class="govuk-heading-s">In the resident’s words</h3>
      <div class="app-words">{said(shown, point.words)}</div>
      {point.since ? (
        <p class="govuk-body">
          Since <DayText day={point.since} />
        </p>
      ) : null}
      {point.clarifications.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">Made clear since</h3>
          {point.clarifications.map((words) => (
            <div key={words} class="app-words">
              {said(shown, words)}
            </div>
          ))}
        </>
      ) : null}
      {point.definition ? (
        <>
          <h3 class="govuk-heading-s">What we understood</h3>
          <p class="govuk-body app-quote">{said(shown, point.definition.understanding)}</p>
          <h3 class="govuk-heading-s">What they want</h3>
          <p class="govuk-body app-quote">{said(shown, point.definition.outcomeSought)}</p>
          {read === null ? null : (
            <p class="govuk-body">
              Read back {read.how === 'phone' ? 'on the phone' : 'in person'} on <DayText day={read.on} short />:{' '}
              {read.said === 'right' ? 'they said that it is right.' : 'they said that it is not right.'}
              {definedSince(shown, point, read) ? ' It was defined anew since.' : ''}
            </p>
          )}
        </>
      ) : null}
      {point.whose !== 'ours' ? (
        <p class="govuk-body">
          <strong>{answererWords[point.whose]}.</strong> {said(shown, point.notOursWords)}
        </p>
      ) : null}
      {point.about === null && point.whose === 'ours' ? null : (
        <p class="govuk-body">
          Who can look at it:{' '}
          {routesOf(point)
            .map((route) => routeNames[route])
            .join(', and ') || 'another body'}
          {point.about === null ? '' : `. It is about: ${routeSubject(point.about)?.words ?? point.about}`}
        </p>
      )}
      {point.decisions.map((decision) => (
        <div key={`${decision.stage}-${decision.on}-${decision.reasons}`}>
          <h3 class="govuk-heading-s">
            Stage {decision.stage}: {findingWords[decision.finding].toLowerCase()} (<DayText day={decision.on} short />)
          </h3>
          <p class="govuk-body app-quote">{said(shown, decision.reasons)}</p>
          {decision.reliedOn.length > 0 ? (
            <ul class="govuk-list govuk-list--bullet">
              {decision.reliedOn.map((one) => (
                <li key={one.words}>{said(shown, one.words)}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
      {possible.length > 0 ? (
        <ul class="govuk-list">
          {possible.map(({ act, words }) => (
            <li key={act}>
              <a class="govuk-link" href={actPath(shown.case.reference, act, `?point=${point.id}`)}>
                {words}
                <span class="govuk-visually-hidden"> (point {point.number})</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

export const casePoints = screen({ path: '/cases/:reference/points', access: caseReaders, get });
