/** How was this worked out? One figure: its words, what it was made of, the query, the cases, and the history it came from. */
import type { ComponentChildren, VNode } from 'preact';
import { caseReaders } from '../../complaint/roles.js';
import { inWords } from '../../facts/days.js';
import type { Measured } from '../../reports/measured.js';
import { wordsWithin } from '../../reports/measures/library.js';
import { grouped, inFigures } from '../../reports/rounding.js';
import { keepFigure } from '../../store/measures/kept.js';
import { type Workings, workingsOf } from '../../store/measures/workings.js';
import { type FigurePart, measure } from '../../store/measures.js';
import { Details, InsetText, SummaryList, Table } from '../ui/components.js';
import { Form, Submit } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { askedArea, askedKey, askedPeriod, figureHref } from './asked.js';
import { givenWords, inAll, Way } from './library.js';
import { Value } from './shown.js';

async function get(visit: Visit): Promise<Answer> {
  const period = askedPeriod(visit.query, visit.today);
  const area = askedArea(visit.query);
  const filter = area === null ? {} : { area };
  const { workings, others } = await visit.db(async (trx) => ({
    workings: await workingsOf(trx, askedKey(visit), period, visit.today, filter),
    others: await measure(trx, period, visit.today, filter),
  }));
  if (workings === null) return notFound;
  const { figure } = workings;
  const siblings = others.filter(
    (one) => one.id === figure.id && (one.group !== figure.group || one.reading !== figure.reading),
  );
  return page(
    visit,
    {
      title: workings.words,
      caption: `${period.name}${area === null ? '' : `, ${area}`}`,
      section: 'oversight',
      back: { href: `/figures/measures?from=${period.from}&until=${period.until}`, text: 'Measures' },
    },
    <>
      <p class="govuk-heading-l">{inFigures(figure)}</p>
      {figure.note === null ? null : <InsetText text={figure.note} />}
      <h2 class="govuk-heading-m">How was this worked out?</h2>
      <p class="govuk-body">{workings.measure.definition}</p>
      <Made workings={workings} />
      <Where workings={workings} />
      <Query workings={workings} />
      {siblings.length === 0 ? null : <Siblings siblings={siblings} workings={workings} />}
      <p class="govuk-body">
        <a class="govuk-link" href={figureHref(figure, period, area, { under: 'csv' })}>
          Download this figure and its cases as CSV
        </a>
      </p>
      {workings.query === null ? null : (
        <>
          <h2 class="govuk-heading-m">Keep this answer</h2>
          <p class="govuk-body">
            It then has an address of its own, which gives the same answer next year, and says what has changed since.
          </p>
          <Form visit={visit} action={figureHref(figure, period, area)}>
            <Submit>Keep this answer</Submit>
          </Form>
        </>
      )}
    </>,
  );
}

async function post(visit: Visit): Promise<Answer> {
  const period = askedPeriod(visit.query, visit.today);
  const area = askedArea(visit.query);
  const id = await visit.db((trx) =>
    keepFigure(trx, {
      key: askedKey(visit),
      period,
      today: visit.today,
      area,
      by: visit.staff.id,
      at: visit.now,
    }),
  );
  return id === null ? notFound : redirect(`/figures/measures/kept/${id}`, { done: 'This answer is kept' });
}

const partWords: Readonly<Record<FigurePart, string>> = {
  numerator: 'Counted',
  denominator: 'Out of',
  unknown: 'Left out: a fact that could change the answer is not known',
  'not-yet-due': 'Left out: not answered, and not yet due',
};

function Made({ workings }: { readonly workings: Workings }): VNode {
  const { figure, measure: library, period, area } = workings;
  const parts: readonly { part: FigurePart; n: number | null; words: string }[] = [
    { part: 'numerator', n: figure.numerator, words: library.numerator },
    { part: 'denominator', n: figure.denominator, words: library.denominator ?? '' },
    { part: 'unknown', n: figure.unknown, words: '' },
    { part: 'not-yet-due', n: figure.notYetDue, words: '' },
  ];
  return (
    <Scroll label="What it is made of">
      <Table
        caption="What it is made of"
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={[{ text: 'Part' }, { text: 'What' }, { text: 'Number' }, { text: 'Cases' }]}
        rows={parts
          .filter(({ part, n }) => n !== null && (part !== 'denominator' || figure.denominator !== null))
          .map(({ part, n, words }) => [
            { text: partWords[part] },
            { text: words },
            { text: figure.unit === 'pence' && part === 'numerator' ? inFigures(figure) : grouped(n ?? 0) },
            hasCases(workings, part) && (n ?? 0) > 0
              ? {
                  html: (
                    <a class="govuk-link" href={figureHref(figure, period, area, { under: 'cases', query: { part } })}>
                      Cases<span class="govuk-visually-hidden"> of: {partWords[part].toLowerCase()}</span>
                    </a>
                  ),
                }
              : { text: '' },
          ])}
      />
    </Scroll>
  );
}

/** Homes and survey answers are no cases, and the cases of what people say of themselves are shown to nobody. */
function hasCases({ query, figure }: Workings, part: FigurePart): boolean {
  return query !== null && !(figure.unit === 'per-1,000-homes' && part === 'denominator');
}

function Where({ workings }: { readonly workings: Workings }): VNode {
  const { measure: library, period, head, today, given, figure } = workings;
  const served =
    library.from === null && library.until === null
      ? 'Every year'
      : [
          library.from === null ? null : `from ${inWords(library.from)}`,
          library.until === null ? null : `until ${inWords(library.until)}`,
        ]
          .filter(Boolean)
          .join(' ');
  const rows: readonly [string, ComponentChildren][] = [
    ['Asked for by', library.source ?? 'The landlord itself'],
    ['This definition holds', served],
    ['Period', `${inWords(period.from)} to ${inWords(period.until)}`],
    ['Worked out on', inWords(today)],
    [
      'From the history',
      <>
        {grouped(head.entries)} entries of {grouped(head.cases)} cases, <span class="app-digest">{head.digest}</span>
      </>,
    ],
    ...given.map((total): [string, ComponentChildren] => [
      'Given as a total, and not counted',
      givenWords(total, figure.unit),
    ]),
  ];
  return (
    <SummaryList
      rows={rows.map(([key, value]) => ({
        key: { text: key },
        value: typeof value === 'string' ? { text: value } : { html: <>{value}</> },
      }))}
    />
  );
}

function Query({ workings }: { readonly workings: Workings }): VNode | null {
  if (workings.query === null)
    return <InsetText text="It was given and not counted from cases, so there is no query." />;
  return (
    <Details summaryText="The query, as the database was asked">
      <Scroll label="The query">
        <pre class="app-query">
          <code>{workings.query}</code>
        </pre>
      </Scroll>
      <p class="govuk-body-s">What {workings.view} looks at stands in db/views, with the question that it answers.</p>
    </Details>
  );
}

function Siblings({
  siblings,
  workings,
}: {
  readonly siblings: readonly Measured[];
  readonly workings: Workings;
}): VNode {
  const { period, area, measure: library } = workings;
  return (
    <Scroll label="The same measure, read otherwise">
      <Table
        caption="The same measure, read otherwise"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ text: 'Figure' }, { text: 'Value' }]}
        rows={siblings.map((one) => [
          {
            classes: 'app-within',
            html: (
              <Way
                figure={one}
                period={period}
                area={area}
                words={inAll(wordsWithin(library, one))}
                about={`${library.words}: `}
              />
            ),
          },
          { html: <Value figure={one} /> },
        ])}
      />
    </Scroll>
  );
}

export const oneFigure = screen({ path: '/figures/measures/:id', access: caseReaders, get, post });
