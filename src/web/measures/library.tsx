/** The library of measures for a year or another period: words, value with its counts, what is left out, where it comes from. */
import type { VNode } from 'preact';
import { caseReaders } from '../../complaint/roles.js';
import { capital } from '../../facts/capital.js';
import { inWords } from '../../facts/days.js';
import { pounds } from '../../facts/money.js';
import type { Measured, Period } from '../../reports/measured.js';
import { chapters, measuresFor, wordsWithin } from '../../reports/measures/library.js';
import type { LibraryMeasure } from '../../reports/measures/shape.js';
import { rounded } from '../../reports/rounding.js';
import { areasOf, firstAndLastReceipt, measure } from '../../store/measures.js';
import { type PastTotal, pastTotals } from '../../store/past-totals.js';
import { InsetText, Table } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { askedArea, askedPeriod, figureHref } from './asked.js';
import { ChoosePeriod, leftOut, Value } from './shown.js';

async function get(visit: Visit) {
  const period = askedPeriod(visit.query, visit.today);
  const { figures, received, given, areas, area } = await visit.db(async (trx) => {
    const areas = await areasOf(trx);
    const asked = askedArea(visit.query);
    const area = asked !== null && areas.includes(asked) ? asked : null;
    return {
      areas,
      area,
      figures: await measure(trx, period, visit.today, area === null ? {} : { area }),
      received: await firstAndLastReceipt(trx),
      given: (await pastTotals(trx, { within: period })).filter(
        (total) => total.period.from === period.from && total.period.until === period.until,
      ),
    };
  });
  const query = new URLSearchParams({ from: period.from, until: period.until, ...(area === null ? {} : { area }) });
  return page(
    visit,
    {
      title: `Measures: ${period.name}`,
      section: 'oversight',
      wide: true,
      back: { href: '/figures', text: 'Figures' },
    },
    <>
      <p class="govuk-body">
        Every figure from {inWords(period.from)} to {inWords(period.until)}, counted from the cases
        {area === null ? '' : ` of ${area}`}. Each leads to how it was worked out and to the cases behind it.
      </p>
      <ChoosePeriod
        action="/figures/measures"
        period={period}
        areas={areas}
        area={area}
        firstReceipt={received?.first ?? null}
        today={visit.today}
      />
      <Notes period={period} visit={visit} received={received} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/figures/measures/csv?${query}`}>
          Download as CSV
        </a>
        , or see the{' '}
        <a class="govuk-link" href="/figures/measures/kept">
          answers that were kept
        </a>
      </p>
      {chapters.map(({ title, measures }) => (
        <Chapter
          key={title}
          title={title}
          measures={measures.filter((one) => measuresFor(period).includes(one))}
          figures={figures}
          given={given}
          period={period}
          area={area}
        />
      ))}
    </>,
  );
}

function Notes({
  period,
  visit,
  received,
}: {
  readonly period: Period;
  readonly visit: Visit;
  readonly received: { first: string; last: string } | null;
}): VNode | null {
  if (received === null) return <InsetText text="There are no cases yet, so there is nothing to count." />;
  if (period.from > visit.today) return <InsetText text="This period has not begun." />;
  if (period.until >= visit.today)
    return <InsetText text={`This period has not ended: these are its figures up to ${inWords(visit.today)}.`} />;
  if (period.until < received.first)
    return <InsetText text="The first case here was received after this period: nothing is known of it." />;
  return null;
}

function Chapter({
  title,
  measures,
  figures,
  given,
  period,
  area,
}: {
  readonly title: string;
  readonly measures: readonly LibraryMeasure[];
  readonly figures: readonly Measured[];
  readonly given: readonly PastTotal[];
  readonly period: Period;
  readonly area: string | null;
}): VNode | null {
  const shown = measures
    .map((one) => ({ one, own: figures.filter(({ id }) => id === one.id) }))
    .filter(({ own }) => own.length > 0);
  if (shown.length === 0) return null;
  const totals = given.filter(({ id }) => measures.some((one) => one.id === id));
  const heads = ['Figure', 'Value', 'Not known', 'Not yet due', 'Source'];
  if (totals.length > 0) heads.splice(2, 0, 'Given as a total, not counted');
  const row = (one: LibraryMeasure, figure: Measured, alone: boolean) => {
    const total = totals.find((t) => t.id === figure.id && t.group === figure.group && t.reading === figure.reading);
    return [
      alone
        ? { html: <Way figure={figure} period={period} area={area} words={figure.words} /> }
        : {
            classes: 'app-within',
            html: (
              <Way
                figure={figure}
                period={period}
                area={area}
                words={inAll(wordsWithin(one, figure))}
                about={`${one.words}: `}
              />
            ),
          },
      { html: <Value figure={figure} /> },
      ...(totals.length > 0 ? [{ text: total === undefined ? '' : givenWords(total, figure.unit) }] : []),
      { text: leftOut(figure.unknown) },
      { text: leftOut(figure.notYetDue) },
      { text: alone ? (one.source ?? 'Our own') : '' },
    ];
  };
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <Scroll label={title}>
        <Table
          caption={title}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={heads.map((text) => ({ text }))}
          rows={shown.flatMap(({ one, own }) =>
            own.length === 1
              ? own.map((figure) => row(one, figure, true))
              : [
                  [{ text: one.words }, ...heads.slice(2).map(() => ({ text: '' })), { text: one.source ?? 'Our own' }],
                  ...own.map((figure) => row(one, figure, false)),
                ],
          )}
        />
      </Scroll>
    </section>
  );
}

/** The way to a figure's own page; `about` is read aloud before words that are short because they stand under a heading. */
export function Way({
  figure,
  period,
  area,
  words,
  about = '',
}: {
  readonly figure: Measured;
  readonly period: Period;
  readonly area: string | null;
  readonly words: string;
  readonly about?: string;
}): VNode {
  return (
    <a class="govuk-link" href={figureHref(figure, period, area)}>
      {about === '' ? null : <span class="govuk-visually-hidden">{about}</span>}
      {words}
    </a>
  );
}

export function inAll(words: string): string {
  return words === '' ? 'In all' : capital(words);
}

/** A total that somebody entered, in the unit of its measure, with its source. */
export function givenWords(total: PastTotal, unit: Measured['unit']): string {
  const { value } = total;
  const said =
    value === null
      ? 'none'
      : unit === 'proportion'
        ? `${rounded(Math.round(value * 1e6), 1e6, 100, 0)}%`
        : unit === 'pence'
          ? pounds(value)
          : String(value);
  return `${said} (${total.source})`;
}

export const measureLibrary = screen({ path: '/figures/measures', access: caseReaders, get });
