/** The trends of every group of a kind, and the words of a month against the year before it, as screens and the rule read them. */
import { addDays } from '../../facts/days.js';
import { type GroupTrend, monthsShown, trendsOf } from '../../reports/themes/group-trends.js';
import type { Grouping } from '../../reports/themes/kinds.js';
import { type Month, monthsTo } from '../../reports/themes/months.js';
import { type CasesTold, monthsBefore, mostUsed, risingTerms } from '../../reports/themes/rising.js';
import type { Trx } from '../database.js';
import { groupCounts } from './group-counts.js';
import { countTerms, showable, type TermsToShow } from './term-counts.js';

const risingShown = 20;
const usedShown = 20;

/** Every group of one kind, up to the month that is looked at. */
export async function readTrends(trx: Trx, grouping: Grouping, latest: Month): Promise<readonly GroupTrend[]> {
  const months = monthsTo(latest, monthsShown);
  const [first] = months;
  const rows = await groupCounts(trx, grouping, { from: (first ?? latest).month, until: latest.until });
  return trendsOf(
    rows,
    months.map(({ month }) => month),
  );
}

export interface WordsRead {
  readonly rising: TermsToShow;
  readonly used: TermsToShow;
  readonly cases: CasesTold;
}

/** The words of a month against those of the year before it. */
export async function readWordThemes(trx: Trx, latest: Month, which: { readonly used: boolean }): Promise<WordsRead> {
  const [first] = monthsTo(latest, monthsBefore + 1);
  const before = { from: (first ?? latest).month, until: addDays(latest.month, -1) };
  const month = { from: latest.month, until: latest.until };
  const counted = await countTerms(trx, before, month);
  return {
    cases: counted.cases,
    rising: await showable(trx, risingTerms(counted.terms, counted.cases), month, risingShown),
    used: which.used ? await showable(trx, mostUsed(counted.terms), month, usedShown) : { shown: [], leftOut: 0 },
  };
}
