/** Totals of a time of which there are no cases here: each with its source, and never counted in with cases. */
import type { VNode } from 'preact';
import { givenInWords, givenMeasure } from '../../reports/given-figures.js';
import { recordChange } from '../../store/change-trail.js';
import {
  type EndedPastTotal,
  endedTotals,
  endPastTotal,
  type PastTotal,
  type PastTotalGiven,
  pastTotals,
} from '../../store/past-totals.js';
import { Details, InsetText, Table } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { givenPage, mayWrite, readers, writers } from './given-page.js';
import { RemoveButton } from './remove-button.js';
import { EnteredBy } from './stock.js';
import { counted } from './words.js';

async function get(visit: Visit): Promise<Answer> {
  const { standing, ended } = await visit.db(async (trx) => ({
    standing: await pastTotals(trx),
    ended: await endedTotals(trx),
  }));
  return givenPage(
    visit,
    { title: 'Past totals', wide: true, about: ['past-total'] },
    <>
      <p class="govuk-body">
        Figures of earlier years that exist only as totals, such as those of last year’s report. Wherever one is shown
        it says that it was given and from where. It is never added to what is counted from cases.
      </p>
      {mayWrite(visit) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/figures/given/totals/enter">
            Enter a total
          </a>
        </p>
      ) : null}
      {standing.length === 0 ? (
        <InsetText text="No totals are entered yet." />
      ) : (
        <Standing visit={visit} totals={standing} />
      )}
      <Ended totals={ended} />
    </>,
  );
}

/** What it is the figure of: 'Stage 1 complaints, Repairs'. */
export function totalInWords({ id, group, reading, period }: PastTotalGiven): string {
  const parts = [givenMeasure(id)?.words ?? id, group, reading === null ? null : readingWords(reading)];
  return `${parts.filter((part) => part !== null).join(', ')}, ${period.name}`;
}

export function readingWords(reading: string): string {
  switch (reading) {
    case 'base':
      return 'without extensions';
    case 'with-extensions':
      return 'extensions that count included';
    case 'receipt-base':
      return 'from receipt, without extensions';
    case 'receipt-with-extensions':
      return 'from receipt, extensions that count included';
    case 'median':
      return 'the middle one (median)';
    case 'p90':
      return 'nine in ten at most (90th percentile)';
    default:
      return reading;
  }
}

export function valueOfTotal(total: PastTotalGiven): string {
  return givenInWords(givenMeasure(total.id)?.unit ?? 'count', total);
}

function Standing({ visit, totals }: { readonly visit: Visit; readonly totals: readonly PastTotal[] }): VNode {
  const write = mayWrite(visit);
  return (
    <Scroll label="Past totals">
      <Table
        caption="Past totals"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Figure' },
          { text: 'Period' },
          { text: 'Total', format: 'numeric' },
          { text: 'Counts', format: 'numeric' },
          { text: 'Source' },
          { text: 'Entered' },
          ...(write ? [{ html: <span class="govuk-visually-hidden">Remove</span> }] : []),
        ]}
        rows={totals.map((total) => [
          { text: totalInWords(total).replace(`, ${total.period.name}`, '') },
          { text: total.period.name },
          { text: valueOfTotal(total), format: 'numeric' },
          { text: counts(total), format: 'numeric' },
          { text: total.source },
          { html: <EnteredBy by={total.by} at={total.at} /> },
          ...(write
            ? [
                {
                  html: (
                    <RemoveButton
                      visit={visit}
                      action="/figures/given/totals/remove"
                      id={total.totalId}
                      what={totalInWords(total)}
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

function counts({ id, numerator, denominator }: PastTotal): string {
  if (numerator === null) return 'not known';
  if (givenMeasure(id)?.unit === 'count') return '';
  return denominator === null ? counted(numerator) : `${counted(numerator)} of ${counted(denominator)}`;
}

function Ended({ totals }: { readonly totals: readonly EndedPastTotal[] }): VNode | null {
  if (totals.length === 0) return null;
  return (
    <Details summaryText="What stood there before">
      <ul class="govuk-list govuk-list--bullet">
        {totals.map((total) => (
          <li key={total.totalId}>
            {totalInWords(total)}: {valueOfTotal(total)} ({total.source}). {total.replaced ? 'Replaced' : 'Removed'} by{' '}
            {total.endedBy ?? 'the command line'}, <InstantText at={total.endedAt} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

async function remove(visit: Visit): Promise<Answer> {
  const id = typeof visit.fields.id === 'string' ? visit.fields.id : '';
  const ended = await visit.db(async (trx) => {
    const was = await endPastTotal(trx, id, visit.staff.id);
    if (was !== null) {
      const words = `Removed the total ${totalInWords(was)}: ${valueOfTotal(was)}`;
      await recordChange(trx, { about: 'past-total', words, by: visit.staff.id });
    }
    return was;
  });
  return ended === null ? notFound : redirect('/figures/given/totals', { done: 'Removed' });
}

export const totals = screen({ path: '/figures/given/totals', access: readers, get });
export const totalRemove = screen({ path: '/figures/given/totals/remove', access: writers, post: remove });
