/** Homes owned at each year end: what complaints for 1,000 homes are divided by. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import { recordChange } from '../../store/change-trail.js';
import { type EndedStockFigure, endedStock, endStock, listStock, type StockFigure } from '../../store/stock.js';
import { Details, InsetText, Table } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { givenPage, mayWrite, readers, writers } from './given-page.js';
import { RemoveButton } from './remove-button.js';
import { counted, homes, stockWords } from './words.js';

async function get(visit: Visit): Promise<Answer> {
  const { standing, ended } = await visit.db(async (trx) => ({
    standing: await listStock(trx),
    ended: await endedStock(trx),
  }));
  return givenPage(
    visit,
    { title: 'Homes owned', wide: true, about: ['stock'] },
    <>
      <p class="govuk-body">
        Complaints for 1,000 homes are divided by the homes you owned on the last day of the year, rental homes (LCRA)
        and homes sold in part (LCHO) apart. While a number is not known, those figures say so. A number of 0 is a
        number: such a figure is then ‘none’.
      </p>
      {mayWrite(visit) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/figures/given/stock/enter">
            Enter homes
          </a>
        </p>
      ) : null}
      {standing.length === 0 ? (
        <InsetText text="No homes are entered yet." />
      ) : (
        <Standing visit={visit} figures={standing} />
      )}
      <Ended figures={ended} />
    </>,
  );
}

function Standing({ visit, figures }: { readonly visit: Visit; readonly figures: readonly StockFigure[] }): VNode {
  const write = mayWrite(visit);
  const heads = ['Last day of the year', 'Kind of homes', 'Homes', 'Source', 'Entered'];
  return (
    <Scroll label="Homes owned">
      <Table
        caption="Homes owned"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          ...heads.map((text) => ({ text, ...(text === 'Homes' ? { format: 'numeric' } : {}) })),
          ...(write ? [{ html: <span class="govuk-visually-hidden">Remove</span> }] : []),
        ]}
        rows={figures.map((figure) => [
          { html: <DayText day={figure.yearEnd} /> },
          { text: stockWords[figure.tenure] },
          { text: counted(figure.homes), format: 'numeric' },
          { text: figure.source },
          { html: <EnteredBy by={figure.by} at={figure.at} /> },
          ...(write
            ? [
                {
                  html: (
                    <RemoveButton
                      visit={visit}
                      action="/figures/given/stock/remove"
                      id={figure.id}
                      what={`${stockWords[figure.tenure]}, ${inWords(figure.yearEnd)}`}
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

export function EnteredBy({ by, at }: { readonly by: string | null; readonly at: string }): VNode {
  return (
    <>
      {by ?? 'The command line'}, <InstantText at={at} />
    </>
  );
}

function Ended({ figures }: { readonly figures: readonly EndedStockFigure[] }): VNode | null {
  if (figures.length === 0) return null;
  return (
    <Details summaryText="What stood there before">
      <ul class="govuk-list govuk-list--bullet">
        {figures.map((figure) => (
          <li key={figure.id}>
            {stockWords[figure.tenure]}, {inWords(figure.yearEnd)}: {homes(figure.homes)} ({figure.source}).{' '}
            {figure.replaced ? 'Replaced' : 'Removed'} by {figure.endedBy ?? 'the command line'},{' '}
            <InstantText at={figure.endedAt} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

async function remove(visit: Visit): Promise<Answer> {
  const id = typeof visit.fields.id === 'string' ? visit.fields.id : '';
  const ended = await visit.db(async (trx) => {
    const was = await endStock(trx, id, visit.staff.id);
    if (was !== null) {
      const words = `Removed ${homes(was.homes)}, ${stockWords[was.tenure]}, on ${inWords(was.yearEnd)}`;
      await recordChange(trx, { about: 'stock', words, by: visit.staff.id });
    }
    return was;
  });
  return ended === null ? notFound : redirect('/figures/given/stock', { done: 'Removed' });
}

export const stock = screen({ path: '/figures/given/stock', access: readers, get });
export const stockRemove = screen({ path: '/figures/given/stock/remove', access: writers, post: remove });
