/** What surveys of perception found: TP09, by year and kind of home. Not what residents say after their own case. */
import type { VNode } from 'preact';
import { givenInWords, givenMeasure } from '../../reports/given-figures.js';
import { recordChange } from '../../store/change-trail.js';
import {
  type EndedPerceptionResult,
  endedPerception,
  endPerception,
  type PerceptionGiven,
  type PerceptionResult,
  perceptionResults,
} from '../../store/perception.js';
import { Details, InsetText, Table } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { givenPage, mayWrite, readers, writers } from './given-page.js';
import { RemoveButton } from './remove-button.js';
import { EnteredBy } from './stock.js';
import { counted, perceptionWords } from './words.js';

/** Fewer answers than this move a percentage by more than chance should. */
const few = 50;

async function get(visit: Visit): Promise<Answer> {
  const { standing, ended } = await visit.db(async (trx) => ({
    standing: await perceptionResults(trx),
    ended: await endedPerception(trx),
  }));
  return givenPage(
    visit,
    { title: 'Survey results', wide: true, about: ['perception'] },
    <>
      <p class="govuk-body">
        TP09 is asked of tenants in a survey of perception: how satisfied those are who complained in the last 12 months
        with the way complaints are handled. It comes from the survey alone. What residents say when their own case has
        ended is counted apart and never mixed with it.
      </p>
      {mayWrite(visit) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/figures/given/surveys/enter">
            Enter a survey result
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/figures/given/surveys/load">
            count the answers of a sheet
          </a>
        </p>
      ) : null}
      {standing.length === 0 ? (
        <InsetText text="No survey results are entered yet." />
      ) : (
        <Standing visit={visit} results={standing} />
      )}
      <Ended results={ended} />
    </>,
  );
}

export function shareSatisfied({ satisfied, answered }: Pick<PerceptionGiven, 'satisfied' | 'answered'>): string {
  const value = answered === 0 ? null : satisfied / answered;
  return givenInWords('proportion', { value, numerator: satisfied, denominator: answered });
}

export function resultInWords({ measure, year, tenure }: PerceptionGiven): string {
  return `${givenMeasure(measure)?.words ?? measure}, ${perceptionWords[tenure]}, ${year}`;
}

function Standing({ visit, results }: { readonly visit: Visit; readonly results: readonly PerceptionResult[] }): VNode {
  const write = mayWrite(visit);
  return (
    <Scroll label="Survey results">
      <Table
        caption="Survey results"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Year' },
          { text: 'Homes' },
          { text: 'Satisfied', format: 'numeric' },
          { text: 'How asked, and when' },
          { text: 'Source' },
          { text: 'Entered' },
          ...(write ? [{ html: <span class="govuk-visually-hidden">Remove</span> }] : []),
        ]}
        rows={results.map((result) => [
          { text: result.year },
          { text: perceptionWords[result.tenure] },
          {
            html: (
              <>
                {shareSatisfied(result)} ({counted(result.satisfied)} of {counted(result.answered)})
                {result.answered > 0 && result.answered < few ? <p class="govuk-body-s">Few answers</p> : null}
              </>
            ),
            format: 'numeric',
          },
          {
            html: (
              <>
                {result.method}, <DayText day={result.askedFrom} short /> to <DayText day={result.askedUntil} short />
              </>
            ),
          },
          { text: result.source },
          { html: <EnteredBy by={result.by} at={result.at} /> },
          ...(write
            ? [
                {
                  html: (
                    <RemoveButton
                      visit={visit}
                      action="/figures/given/surveys/remove"
                      id={result.id}
                      what={resultInWords(result)}
                    />
                  ),
                },
              ]
            : []),
        ])}
      />
    </Scroll>
  );
}

function Ended({ results }: { readonly results: readonly EndedPerceptionResult[] }): VNode | null {
  if (results.length === 0) return null;
  return (
    <Details summaryText="What stood there before">
      <ul class="govuk-list govuk-list--bullet">
        {results.map((result) => (
          <li key={result.id}>
            {resultInWords(result)}: {shareSatisfied(result)}, {counted(result.satisfied)} of {counted(result.answered)}{' '}
            ({result.source}). {result.replaced ? 'Replaced' : 'Removed'} by {result.endedBy ?? 'the command line'},{' '}
            <InstantText at={result.endedAt} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

async function remove(visit: Visit): Promise<Answer> {
  const id = typeof visit.fields.id === 'string' ? visit.fields.id : '';
  const ended = await visit.db(async (trx) => {
    const was = await endPerception(trx, id, visit.staff.id);
    if (was !== null) {
      const words = `Removed the survey result ${resultInWords(was)}: ${counted(was.satisfied)} of ${counted(was.answered)}`;
      await recordChange(trx, { about: 'perception', words, by: visit.staff.id });
    }
    return was;
  });
  return ended === null ? notFound : redirect('/figures/given/surveys', { done: 'Removed' });
}

export const surveys = screen({ path: '/figures/given/surveys', access: readers, get });
export const surveyRemove = screen({ path: '/figures/given/surveys/remove', access: writers, post: remove });
