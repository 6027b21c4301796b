/** What is news this month, whatever complaints are laid together by: the first page of themes. */
import type { VNode } from 'preact';
import { grouped } from '../../reports/rounding.js';
import type { GroupTrend } from '../../reports/themes/group-trends.js';
import { type Grouping, groupings, groupingWords } from '../../reports/themes/kinds.js';
import type { Trx } from '../../store/database.js';
import { readTrends, readWordThemes } from '../../store/themes/read-trends.js';
import { InsetText } from '../ui/components.js';
import { screen, type Visit } from '../visit.js';
import { HowToldApart, MonthChooser, monthOf, themeHref, themePage, themeReaders } from './theme-frame.js';

interface Read {
  readonly grouping: Grouping;
  readonly trends: readonly GroupTrend[];
}

async function get(visit: Visit) {
  const latest = monthOf(visit);
  // Two transactions, each with about half of the work, so that whoever opens the page waits for one of them.
  const groups = (which: readonly Grouping[]) => async (trx: Trx) => {
    const read: Read[] = [];
    for (const grouping of which) read.push({ grouping, trends: await readTrends(trx, grouping, latest) });
    return read;
  };
  const [first, { second, words }] = await Promise.all([
    visit.db(groups(groupings.filter((one) => one !== 'category'))),
    visit.db(async (trx) => ({
      second: await groups(['category'])(trx),
      words: await readWordThemes(trx, latest, { used: false }),
    })),
  ]);
  const all = groupings.flatMap((grouping) => [...first, ...second].filter((one) => one.grouping === grouping));
  const news = all.map(({ grouping, trends }) => ({ grouping, news: trends.filter((one) => one.news !== null) }));
  const looked = all.reduce((sum, { trends }) => sum + trends.length, 0);
  return themePage(
    visit,
    { title: 'Themes', at: '/themes' },
    <>
      <MonthChooser visit={visit} action="/themes" />
      <h2 class="govuk-heading-m">More or fewer than by chance in {latest.name}</h2>
      {looked === 0 ? (
        <InsetText text={`There is no complaint in the two years up to ${latest.name}.`} />
      ) : news.every(({ news }) => news.length === 0) ? (
        <InsetText text={`Nothing in ${latest.name} is more than chance, of ${grouped(looked)} groups looked at.`} />
      ) : (
        news.map(({ grouping, news }) => <News key={grouping} grouping={grouping} news={news} visit={visit} />)
      )}
      <h2 class="govuk-heading-m">Words that rise</h2>
      <p class="govuk-body">
        {words.rising.shown.length === 0 ? (
          `In residents’ own language no word rises by more than chance in ${words.span}. `
        ) : (
          <>
            In residents’ own language:{' '}
            <strong>
              {words.rising.shown
                .slice(0, 8)
                .map(({ term }) => term)
                .join(', ')}
            </strong>
            .{' '}
          </>
        )}
        <a class="govuk-link" href={themeHref(visit, '/themes/words')}>
          Words of {words.span}
        </a>
      </p>
      <h2 class="govuk-heading-m">All complaints, laid together</h2>
      <ul class="govuk-list">
        {all.map(({ grouping, trends }) => (
          <li key={grouping}>
            <a class="govuk-link" href={themeHref(visit, `/themes/by/${grouping}`)}>
              By {groupingWords[grouping].one}
            </a>
            {trends.length === 0 ? ': none on record' : `: ${grouped(trends.length)}`}
          </li>
        ))}
      </ul>
      <HowToldApart lookedAt="groups" />
    </>,
  );
}

function News({
  grouping,
  news,
  visit,
}: {
  readonly grouping: Grouping;
  readonly news: readonly GroupTrend[];
  readonly visit: Visit;
}): VNode | null {
  if (news.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{groupingWords[grouping].tab}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {news.map((one) => (
          <li key={one.key}>
            <a class="govuk-link" href={themeHref(visit, `/themes/by/${grouping}/${one.key}`)}>
              {one.called}
            </a>
            : {grouped(one.latest)}, against {Math.round(one.average * 10) / 10} in an average month. {one.words}
          </li>
        ))}
      </ul>
    </>
  );
}

export const themes = screen({ path: '/themes', access: themeReaders, get });
