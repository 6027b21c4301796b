/** One group of complaints: its months with the limits of chance, and the cases behind them. */
import type { VNode } from 'preact';
import { inNoGroup } from '../../complaint/cause-list.js';
import { grouped } from '../../reports/rounding.js';
import { type GroupTrend, monthsShown, trendChart } from '../../reports/themes/group-trends.js';
import { groupingWords, isGrouping } from '../../reports/themes/kinds.js';
import { type Month, monthsTo } from '../../reports/themes/months.js';
import { groupsOfCauses } from '../../store/causes.js';
import type { Trx } from '../../store/database.js';
import { casesOfGroup } from '../../store/themes/group-counts.js';
import { readTrends } from '../../store/themes/read-trends.js';
import { readNames } from '../staff/names.js';
import { Figure } from '../ui/chart.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';
import { notFound, screen, type Visit } from '../visit.js';
import { CasesBehind, drill } from './drilled.js';
import { monthOf, themeHref, themePage, themeReaders } from './theme-frame.js';

async function get(visit: Visit) {
  const { grouping = '', key = '' } = visit.params;
  if (!isGrouping(grouping)) return notFound;
  const latest = monthOf(visit);
  const months = monthsTo(latest, monthsShown);
  const found = await visit.db(async (trx) => {
    const trend = (await readTrends(trx, grouping, latest)).find((one) => one.key === key);
    if (trend === undefined) return null;
    const year = months.at(-12) ?? latest;
    const ids = await casesOfGroup(trx, grouping, key, { from: year.month, until: latest.until });
    const causes = grouping === 'cause-group' ? await causesOfGroup(trx, trend.called, latest) : [];
    return { trend, causes, drilled: await drill(trx, visit, ids), names: await readNames(trx) };
  });
  if (found === null) return notFound;
  const { trend, causes, drilled, names } = found;
  const path = `/themes/by/${grouping}`;
  return themePage(
    visit,
    {
      title: trend.called,
      at: path,
      back: { href: themeHref(visit, path), text: groupingWords[grouping].tab },
    },
    <>
      <p class="govuk-body-l">
        {latest.name}: {trend.words.charAt(0).toLowerCase() + trend.words.slice(1)}.
      </p>
      <h2 class="govuk-heading-m">Month by month</h2>
      <Figure
        id="months"
        chart={trendChart(trend, months, `Complaints month by month, up to ${latest.name}`)}
        table="folded"
        warning={trend.small ? 'Small numbers: one complaint more or less moves this far.' : null}
      />
      <p class="govuk-body">{groupingWords[grouping].counted}</p>
      <CausesIn causes={causes} latest={latest} visit={visit} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/themes/risks/new?theme=${grouping}&key=${key}&month=${latest.month.slice(0, 7)}`}>
          Put this to the senior lead as a possible systemic risk
        </a>
      </p>
      <CasesBehind drilled={drilled} names={names} visit={visit} caption={`Cases of the year up to ${latest.name}`} />
    </>,
  );
}

/** The trends of the causes that stand in a group, or in none. */
async function causesOfGroup(trx: Trx, group: string, latest: Month): Promise<readonly GroupTrend[]> {
  const groupOf = await groupsOfCauses(trx);
  return (await readTrends(trx, 'cause', latest)).filter(({ called }) => (groupOf.get(called) ?? inNoGroup) === group);
}

function CausesIn({
  causes,
  latest,
  visit,
}: {
  readonly causes: readonly GroupTrend[];
  readonly latest: Month;
  readonly visit: Visit;
}): VNode | null {
  if (causes.length === 0) return null;
  return (
    <Scroll label="The causes in this group">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">The causes in this group</caption>
        <TableHead heads={['Cause', ...overNumbers([latest.name, 'In 12 months']), 'What it says']} />
        <tbody class="govuk-table__body">
          {causes.map((cause) => (
            <tr key={cause.key} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={themeHref(visit, `/themes/by/cause/${cause.key}`)}>
                  {cause.called}
                </a>
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">{grouped(cause.latest)}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">{grouped(cause.lastYear)}</td>
              <td class="govuk-table__cell">{cause.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export const themeOfGroup = screen({ path: '/themes/by/:grouping/:key', access: themeReaders, get });
