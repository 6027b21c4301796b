/** One group of complaints: its months with the limits of chance, and the cases behind them. */
import { monthsShown, trendChart } from '../../reports/themes/group-trends.js';
import { groupingWords, isGrouping } from '../../reports/themes/kinds.js';
import { monthsTo } from '../../reports/themes/months.js';
import { casesOfGroup } from '../../store/themes/group-counts.js';
import { readTrends } from '../../store/themes/read-trends.js';
import { readNames } from '../staff/names.js';
import { Figure } from '../ui/chart.js';
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
    return { trend, drilled: await drill(trx, visit, ids), names: await readNames(trx) };
  });
  if (found === null) return notFound;
  const { trend, drilled, names } = found;
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
      <p class="govuk-body">
        <a class="govuk-link" href={`/themes/risks/new?theme=${grouping}&key=${key}&month=${latest.month.slice(0, 7)}`}>
          Put this to the senior lead as a possible systemic risk
        </a>
      </p>
      <CasesBehind drilled={drilled} names={names} visit={visit} caption={`Cases of the year up to ${latest.name}`} />
    </>,
  );
}

export const themeOfGroup = screen({ path: '/themes/by/:grouping/:key', access: themeReaders, get });
