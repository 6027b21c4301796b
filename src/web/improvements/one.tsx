/** One improvement: what is to change, its cases, its proof, and whether such complaints stopped. */
import type { VNode } from 'preact';
import { inShortWords, inWords } from '../../facts/days.js';
import { effectChart, effectSentence } from '../../reports/improvement-effect.js';
import { findPiece } from '../../store/evidence-library.js';
import { type Effect, effectOf } from '../../store/improvement-effect.js';
import { changesOfImprovement, type ImprovementReview, reviewsOf } from '../../store/improvement-past.js';
import { proofFilesOf } from '../../store/improvement-proof.js';
import { type CaseOfImprovement, casesOfImprovement, type Improvement } from '../../store/improvements.js';
import { onlyOpen } from '../cases/case-shown.js';
import { Figure } from '../ui/chart.js';
import { Button, InsetText, SummaryList, Tag } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { improvementAsked, improvementPage, improvers, readers, reviewers, worksOn } from './frame.js';
import { ProofFiles } from './proof.js';
import { aimedWords, improvementHref, nextWords, StateOf, shortKindWords } from './words.js';

async function get(visit: Visit) {
  const one = await improvementAsked(visit);
  if (one === null) return notFound;
  const { cases, reviews, changes, effect, files, piece } = await visit.db(async (trx) => ({
    cases: await onlyOpen(trx, visit, await casesOfImprovement(trx, one.id)),
    reviews: await reviewsOf(trx, one.id),
    changes: await changesOfImprovement(trx, one.id),
    effect:
      one.doneOn === null
        ? null
        : await effectOf(trx, { aimed: one.aimed, doneOn: one.doneOn, weeks: one.weeks, today: visit.today }),
    files: await proofFilesOf(trx, one.id),
    piece: one.proofPiece === null ? null : await findPiece(trx, one.proofPiece),
  }));
  const row = (key: string, text: string) => (text === '' ? [] : [{ key: { text: key }, value: { text } }]);
  return improvementPage(
    visit,
    one,
    { title: one.title, wide: true },
    <>
      <SummaryList
        rows={[
          {
            key: { text: 'How it stands' },
            value: {
              html: (
                <>
                  <StateOf one={one} today={visit.today} /> {nextWords(one)}
                </>
              ),
            },
          },
          ...row('What is to change', one.aim),
          ...row('Kind', shortKindWords[one.kind]),
          ...row('Who sees to it', one.ownerName),
          ...row('Opened', `${inWords(one.openedOn)}, by ${one.openedByName}`),
          ...row('To be done by', inWords(one.dueOn)),
          ...row('Which complaints it is to stop', aimedWords(one.aimed)),
          ...row('Looked at', `${one.weeks} weeks before and after`),
          ...(one.doneOn === null ? [] : row('Done', inWords(one.doneOn))),
          ...row('How one can see it', one.proof ?? ''),
          ...(piece === null
            ? []
            : [
                {
                  key: { text: 'Evidence' },
                  value: {
                    html: (
                      <a class="govuk-link" href={`/self-assessment/evidence/${piece.id}`}>
                        {piece.title}
                      </a>
                    ),
                  },
                },
              ]),
          ...row(reviews.length === 0 ? 'Why it was given up' : 'What stays in place', one.closedWords ?? ''),
        ]}
      />
      <Buttons one={one} visit={visit} />
      <ProofFiles one={one} files={files} visit={visit} />
      <DidTheyStop one={one} effect={effect} />
      <Reviews reviews={reviews} />
      <Cases cases={cases.open} others={cases.others} one={one} visit={visit} />
      <h2 class="govuk-heading-m">What became of it</h2>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li key={`${change.at} ${change.words}`} class="app-quote">
            <InstantText at={change.at} />, {change.by ?? 'Putright'}: {change.words}
          </li>
        ))}
      </ul>
    </>,
  );
}

function Buttons({ one, visit }: { readonly one: Improvement; readonly visit: Visit }): VNode | null {
  const mayReview = visit.may(...reviewers);
  const mayWork = worksOn(visit, one);
  const buttons = [
    ...(one.state === 'open' && mayWork ? [{ below: '/done', text: 'It is done' }] : []),
    ...(one.state === 'done' && mayReview ? [{ below: '/review', text: 'Review whether it worked' }] : []),
    ...(one.state === 'tested' && mayReview ? [{ below: '/close', text: 'Close it' }] : []),
    ...(one.state !== 'closed' && visit.may(...improvers) ? [{ below: '/change', text: 'Change it' }] : []),
    ...(one.state === 'open' && mayReview ? [{ below: '/close', text: 'Give it up' }] : []),
  ];
  if (buttons.length === 0) return null;
  return (
    <div class="govuk-button-group">
      {buttons.map(({ below, text }, i) => (
        <Button
          key={text}
          href={improvementHref(one, below)}
          classes={i === 0 ? undefined : 'govuk-button--secondary'}
          text={text}
        />
      ))}
    </div>
  );
}

export function DidTheyStop({ one, effect }: { readonly one: Improvement; readonly effect: Effect | null }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Did the complaints stop?</h2>
      {effect === null ? (
        <p class="govuk-body">
          {one.doneOn === null
            ? 'They are counted before and after it is done.'
            : 'It was done today: there is nothing to count yet.'}
        </p>
      ) : (
        <>
          <p class="govuk-body-l">{effectSentence(effect.spans, effect.counts)}</p>
          {effect.causeNotFoundYet > 0 ? (
            <p class="govuk-body">
              Of those received since, {effect.causeNotFoundYet}{' '}
              {effect.causeNotFoundYet === 1 ? 'has no cause on record yet and' : 'have no cause on record yet and'} may
              belong to them.
            </p>
          ) : null}
          <Figure
            chart={effectChart(effect.spans, effect.counts, (part) =>
              improvementHref(one, `/complaints?from=${part.from}&until=${part.until}`),
            )}
            id="effect"
            table="open"
            warning="Complaints go up and down by chance too: small numbers prove little."
          />
        </>
      )}
    </>
  );
}

function Reviews({ reviews }: { readonly reviews: readonly ImprovementReview[] }): VNode | null {
  if (reviews.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Reviews</h2>
      <ul class="app-list">
        {reviews.map((one) => (
          <li key={one.n} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <Tag colour={one.worked ? 'green' : 'orange'}>{one.worked ? 'It worked' : 'It did not work'}</Tag>{' '}
              <DayText day={one.reviewedOn} />, {one.by}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-1 app-quote">{one.words}</p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              The numbers of that day: {one.before} such complaints in the {one.days} days before it was done on{' '}
              {inShortWords(one.doneOn)}, {one.after} in the {one.days} days after; all complaints {one.beforeAll} and{' '}
              {one.afterAll}.
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Cases({
  cases,
  others,
  one,
  visit,
}: {
  readonly cases: readonly CaseOfImprovement[];
  readonly others: number;
  readonly one: Improvement;
  readonly visit: Visit;
}): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">The cases it came from</h2>
      {cases.length === 0 ? (
        <InsetText text={others === 0 ? 'There is none any more.' : 'None that you may open.'} />
      ) : (
        <Scroll label="The cases it came from">
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">The cases it came from</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Case', 'Received', 'Category', 'Area', 'Added'].map((head) => (
                  <th key={head} scope="col" class="govuk-table__header">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {cases.map((c) => (
                <tr key={c.caseId} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    <a class="govuk-link" href={`/cases/${c.reference}`}>
                      {c.reference}
                    </a>
                  </th>
                  <td class="govuk-table__cell">{inShortWords(c.receivedOn)}</td>
                  <td class="govuk-table__cell">{c.category ?? ''}</td>
                  <td class="govuk-table__cell">{c.area ?? ''}</td>
                  <td class="govuk-table__cell">{inShortWords(c.openedOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {cases.length > 0 && others > 0 ? (
        <p class="govuk-body">
          And {others} {others === 1 ? 'case' : 'cases'} that you may not open.
        </p>
      ) : null}
      {(one.state === 'open' || one.state === 'done') && visit.may(...improvers) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={improvementHref(one, '/cases')}>
            Add a case
          </a>
        </p>
      ) : null}
    </>
  );
}

export const oneImprovement = screen({ path: '/improvements/:improvement', access: readers, get });
