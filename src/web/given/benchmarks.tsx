/** What others achieved: the sets that are loaded, each with its source and its day; a set with its figures. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import { givenInWords, givenMeasure } from '../../reports/given-figures.js';
import {
  type BenchmarkGiven,
  type EndedBenchmarkSet,
  endedBenchmarkSets,
  listBenchmarkSets,
  readBenchmarkSet,
  removeBenchmarks,
} from '../../store/benchmarks.js';
import { recordChange } from '../../store/change-trail.js';
import { Details, InsetText, SummaryList, Table } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { givenPage, mayWrite, readers, writers } from './given-page.js';
import { RemoveButton } from './remove-button.js';
import { EnteredBy } from './stock.js';
import { counted } from './words.js';

async function get(visit: Visit): Promise<Answer> {
  const { sets, ended } = await visit.db(async (trx) => ({
    sets: await listBenchmarkSets(trx),
    ended: await endedBenchmarkSets(trx),
  }));
  return givenPage(
    visit,
    { title: 'Benchmarks', wide: true, about: ['benchmark'] },
    <>
      <p class="govuk-body">
        Quartiles of other landlords, from the regulator, a benchmarking club or your peers. They stand beside your own
        figures of the same year, with their source.
      </p>
      {mayWrite(visit) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/figures/given/benchmarks/load">
            Load benchmarks from a sheet
          </a>
        </p>
      ) : null}
      {sets.length === 0 ? (
        <InsetText text="No benchmarks are loaded yet." />
      ) : (
        <Scroll label="Benchmarks">
          <Table
            caption="Benchmarks"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'Name' },
              { text: 'Year' },
              { text: 'Figures', format: 'numeric' },
              { text: 'Source' },
              { text: 'Published' },
              { text: 'Loaded' },
            ]}
            rows={sets.map((set) => [
              {
                html: (
                  <a class="govuk-link" href={`/figures/given/benchmarks/${set.id}`}>
                    {set.name}
                  </a>
                ),
              },
              { text: set.year },
              { text: counted(set.figures), format: 'numeric' },
              { text: set.source },
              { html: <DayText day={set.publishedOn} short /> },
              { html: <EnteredBy by={set.loadedBy} at={set.loadedAt} /> },
            ])}
          />
        </Scroll>
      )}
      <Ended sets={ended} />
    </>,
  );
}

function Ended({ sets }: { readonly sets: readonly EndedBenchmarkSet[] }): VNode | null {
  if (sets.length === 0) return null;
  return (
    <Details summaryText="What stood there before">
      <ul class="govuk-list govuk-list--bullet">
        {sets.map((set) => (
          <li key={set.id}>
            <a class="govuk-link" href={`/figures/given/benchmarks/${set.id}`}>
              {set.name}, {set.year}
            </a>
            , published on {inWords(set.publishedOn)}. {set.replaced ? 'Replaced' : 'Removed'} by{' '}
            {set.endedBy ?? 'the command line'}, <InstantText at={set.endedAt} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

export function BenchmarkTable({ figures }: { readonly figures: readonly BenchmarkGiven[] }): VNode {
  const value = (figure: BenchmarkGiven, of: number | null) => ({
    text:
      of === null
        ? ''
        : givenInWords(givenMeasure(figure.measure)?.unit ?? 'count', {
            value: of,
            numerator: null,
            denominator: null,
          }),
    format: 'numeric',
  });
  return (
    <Scroll label="Figures of the benchmarks">
      <Table
        caption="Figures of the benchmarks"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Measure' },
          { text: 'Homes' },
          { text: 'Lower quartile', format: 'numeric' },
          { text: 'Median', format: 'numeric' },
          { text: 'Upper quartile', format: 'numeric' },
          { text: 'Landlords', format: 'numeric' },
          { text: 'Better is' },
        ]}
        rows={figures.map((figure) => [
          { text: givenMeasure(figure.measure)?.words ?? figure.measure },
          { text: figure.group ?? 'All' },
          value(figure, figure.lower),
          value(figure, figure.median),
          value(figure, figure.upper),
          { text: figure.landlords === null ? 'not said' : counted(figure.landlords), format: 'numeric' },
          { text: figure.better ?? 'neither' },
        ])}
      />
    </Scroll>
  );
}

async function getOne(visit: Visit): Promise<Answer> {
  const found = await visit.db((trx) => readBenchmarkSet(trx, visit.params.id ?? ''));
  if (found === null) return notFound;
  const { set, ended, figures } = found;
  const facts = [
    ['Year', set.year],
    ['Source', set.source],
    ['Published', inWords(set.publishedOn)],
    ['File', set.fileName],
    ['Loaded by', set.loadedBy ?? 'The command line'],
  ];
  return givenPage(
    visit,
    { title: set.name, wide: true, under: { text: 'Benchmarks', href: '/figures/given/benchmarks' } },
    <>
      {ended ? <InsetText text="This is no longer shown beside your figures: it was replaced or removed." /> : null}
      <SummaryList rows={facts.map(([key, text]) => ({ key: { text: key ?? '' }, value: { text: text ?? '' } }))} />
      <BenchmarkTable figures={figures} />
      {mayWrite(visit) && !ended ? (
        <RemoveButton
          visit={visit}
          action="/figures/given/benchmarks/remove"
          id={set.id}
          what={`${set.name}, ${set.year}`}
        />
      ) : null}
    </>,
  );
}

async function remove(visit: Visit): Promise<Answer> {
  const id = typeof visit.fields.id === 'string' ? visit.fields.id : '';
  const ended = await visit.db(async (trx) => {
    const was = await removeBenchmarks(trx, id, visit.staff.id);
    const words = `Removed the benchmarks ${was?.name}, ${was?.year}`;
    if (was !== null) await recordChange(trx, { about: 'benchmark', words, by: visit.staff.id });
    return was;
  });
  return ended === null ? notFound : redirect('/figures/given/benchmarks', { done: `${ended.name} removed` });
}

export const benchmarkSets = screen({ path: '/figures/given/benchmarks', access: readers, get });
export const benchmarkSet = screen({ path: '/figures/given/benchmarks/:id', access: readers, get: getOne });
export const benchmarkRemove = screen({
  path: '/figures/given/benchmarks/remove',
  access: writers,
  post: remove,
});
