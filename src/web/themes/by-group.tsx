/** Complaints laid together by one thing they have in common: which group moved by more than chance, and every group's numbers. */
import { capital } from '../../facts/capital.js';
import type { BarChart } from '../../reports/chart.js';
import { grouped } from '../../reports/rounding.js';
import { type GroupTrend, monthsShown } from '../../reports/themes/group-trends.js';
import { type Grouping, groupingWords, isGrouping } from '../../reports/themes/kinds.js';
import { type Month, monthsTo } from '../../reports/themes/months.js';
import { readTrends } from '../../store/themes/read-trends.js';
import { csvFile } from '../csv.js';
import { Figure } from '../ui/chart.js';
import { InsetText, Tag } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { HowToldApart, MonthChooser, monthOf, themeHref, themePage, themeReaders } from './theme-frame.js';

/** So many groups as bars; the table holds them all. */
const bars = 12;
/** And so many as rows on the page; the file holds the rest. */
const rowsShown = 100;

const tenth = (n: number): number => Math.round(n * 10) / 10;

function limits({ control }: GroupTrend): string {
  return control.limits === null ? 'Not known yet' : `${tenth(control.limits.lower)} to ${tenth(control.limits.upper)}`;
}

async function get(visit: Visit) {
  const grouping = visit.params.grouping ?? '';
  if (!isGrouping(grouping)) return notFound;
  const latest = monthOf(visit);
  const trends = await visit.db((trx) => readTrends(trx, grouping, latest));
  const words = groupingWords[grouping];
  const path = `/themes/by/${grouping}`;
  const news = trends.filter((one) => one.news !== null);
  return themePage(
    visit,
    { title: `Complaints by ${words.one}`, at: path },
    <>
      <MonthChooser visit={visit} action={path} />
      <p class="govuk-body">{words.counted}</p>
      {trends.length === 0 ? (
        <InsetText text={`No complaint of the two years up to ${latest.name} has a ${words.one} on record.`} />
      ) : (
        <>
          <p class="govuk-body-l">{said(news, trends, grouping, latest)}</p>
          <h2 class="govuk-heading-m">{latest.name} against the months before</h2>
          <Figure
            id={`by-${grouping}`}
            chart={chartOf(trends, grouping, latest, visit)}
            csv={themeHref(visit, `${path}/csv`)}
            table="none"
          />
          <Scroll label={`Every ${words.one}`}>
            <table class="govuk-table">
              <caption class="govuk-table__caption govuk-table__caption--m">
                {trends.length > rowsShown
                  ? `The first ${rowsShown} of ${grouped(trends.length)} ${words.many}`
                  : `Every ${words.one}`}
              </caption>
              <TableHead
                heads={[
                  capital(words.one),
                  ...overNumbers([latest.name, 'Average before', 'By chance alone', 'In 12 months']),
                  'What it says',
                ]}
              />
              <tbody class="govuk-table__body">
                {trends.slice(0, rowsShown).map((one) => (
                  <tr key={one.key} class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">
                      <a class="govuk-link" href={themeHref(visit, `${path}/${one.key}`)}>
                        {one.called}
                      </a>
                    </th>
                    {[grouped(one.latest), String(tenth(one.average)), limits(one), grouped(one.lastYear)].map(
                      (cell, i) => (
                        <td
                          key={i === 0 ? 'latest' : i === 1 ? 'average' : i === 2 ? 'limits' : 'year'}
                          class="govuk-table__cell govuk-table__cell--numeric"
                        >
                          {cell}
                        </td>
                      ),
                    )}
                    <td class="govuk-table__cell">
                      {one.news === null ? (
                        one.words
                      ) : (
                        <Tag colour={one.news === 'more' ? 'orange' : 'blue'}>{one.words}</Tag>
                      )}
                      {one.small ? ' (small numbers)' : ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="govuk-body">
            <a class="govuk-link" href={themeHref(visit, `${path}/csv`)}>
              Take every month of this as CSV
            </a>
          </p>
        </>
      )}
      <HowToldApart lookedAt={words.many} />
    </>,
  );
}

function said(news: readonly GroupTrend[], trends: readonly GroupTrend[], grouping: Grouping, latest: Month): string {
  const words = groupingWords[grouping];
  if (news.length === 0) return `Nothing in ${latest.name} is more than chance.`;
  const names = news.slice(0, 3).map(({ called, news }) => `${called} (${news})`);
  const rest = news.length - names.length;
  return `${latest.name}: of ${grouped(trends.length)} ${trends.length === 1 ? words.one : words.many} ${news.length === 1 ? 'one is' : `${news.length} are`} news: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function chartOf(trends: readonly GroupTrend[], grouping: Grouping, latest: Month, visit: Visit): BarChart {
  const { one, many } = groupingWords[grouping];
  const drawn = trends.slice(0, bars);
  return {
    chart: 'bars',
    title: `Complaints in ${latest.name} and in an average month before, by ${one}`,
    description:
      trends.length > bars
        ? `The ${bars} ${many} that are news or have the most; all ${trends.length} stand in the table below.`
        : `Every ${one}; the table below has the same numbers.`,
    unit: 'complaints',
    stacked: false,
    series: [latest.name, 'Average month before'],
    rows: drawn.map((trend) => ({
      label: trend.called,
      values: [trend.latest, tenth(trend.average)],
      href: themeHref(visit, `/themes/by/${grouping}/${trend.key}`),
    })),
  };
}

async function csv(visit: Visit) {
  const grouping = visit.params.grouping ?? '';
  if (!isGrouping(grouping)) return notFound;
  const latest = monthOf(visit);
  const trends = await visit.db((trx) => readTrends(trx, grouping, latest));
  const months = monthsTo(latest, monthsShown);
  const { one } = groupingWords[grouping];
  return download(
    `complaints-by-${grouping}-${latest.month.slice(0, 7)}.csv`,
    'text/csv; charset=utf-8',
    csvFile([
      [one, ...months.map(({ name }) => name), 'Lower limit', 'Average', 'Upper limit', 'What it says'],
      ...trends.map(({ called, counts, control, words }) => [
        called,
        ...counts.map(String),
        ...[control.limits?.lower, control.limits?.middle, control.limits?.upper].map((n) =>
          n === undefined ? '' : String(tenth(n)),
        ),
        words,
      ]),
    ]),
  );
}

export const themesByGroup = [
  ...screen({ path: '/themes/by/:grouping', access: themeReaders, get }),
  ...screen({ path: '/themes/by/:grouping/csv', access: themeReaders, get: csv }),
];
