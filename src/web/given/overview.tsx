/** What is given and not counted, with what is there and what is missing. */
import { financialYear, yearOf } from '../../reports/period.js';
import { listBenchmarkSets } from '../../store/benchmarks.js';
import { pastTotals } from '../../store/past-totals.js';
import { perceptionResults } from '../../store/perception.js';
import { stockAt } from '../../store/stock.js';
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';
import { mayWrite, readers } from './given-page.js';
import { counted, stockWords } from './words.js';

async function get(visit: Visit) {
  const year = financialYear(yearOf(visit.today) - 1);
  const { stock, totals, sets, results } = await visit.db(async (trx) => ({
    stock: await stockAt(trx, year.until),
    totals: await pastTotals(trx),
    sets: await listBenchmarkSets(trx),
    results: await perceptionResults(trx, { year: year.name }),
  }));
  const kinds = (['LCRA', 'LCHO'] as const).map((tenure) => {
    const n = stock.homes[tenure];
    return `${stockWords[tenure]}: ${n === null ? 'not known' : counted(n)}`;
  });
  const parts = [
    {
      href: '/figures/given/stock',
      text: 'Homes owned',
      hint: `At the end of ${year.name}. ${kinds.join('. ')}.`,
    },
    {
      href: '/figures/given/totals',
      text: 'Past totals',
      hint: totals.length === 0 ? 'None entered' : `${totals.length} entered, each with its source`,
    },
    {
      href: '/figures/given/benchmarks',
      text: 'Benchmarks',
      hint: sets.length === 0 ? 'None loaded' : sets.map((set) => `${set.name} (${set.year})`).join('; '),
    },
    {
      href: '/figures/given/surveys',
      text: 'Survey results',
      hint: results.length === 0 ? `None for ${year.name}` : `Entered for ${year.name}`,
    },
  ];
  return page(
    visit,
    { title: 'Figures given', section: 'oversight', wide: true },
    <>
      <p class="govuk-body">
        Figures that cannot be counted from cases. Each has its source, who entered it and when, and says wherever it is
        shown that it was given.
      </p>
      {mayWrite(visit) ? (
        <p class="govuk-body">
          Where past complaints stand in a spreadsheet, a row for each,{' '}
          <a class="govuk-link" href="/imports">
            bring in the register
          </a>{' '}
          instead: then its figures are counted, and lead to their cases.
        </p>
      ) : null}
      <ul class="app-settings">
        {parts.map(({ href, text, hint }) => (
          <li key={href}>
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              {text}
            </a>
            <p>{hint}</p>
          </li>
        ))}
      </ul>
    </>,
  );
}

export const givenOverview = screen({ path: '/figures/given', access: readers, get });
