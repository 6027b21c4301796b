/** The trends of every group of a kind, and the words of a month against the year before it, as screens and the rule read them. */
import { addDays } from '../../facts/days.js';
import { type GroupTrend, monthsShown, trendsOf } from '../../reports/themes/group-trends.js';
import type { Grouping } from '../../reports/themes/kinds.js';
import { type Month, monthsTo, monthsTogether } from '../../reports/themes/months.js';
import { type CasesTold, fewInMonth, monthsBefore, mostUsed, risingTerms } from '../../reports/themes/rising.js';
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
  /** What is held against the year before it: the month, or three where a month has few complaints. */
  readonly span: string;
}

/** The words of the latest months against those of the year before them. */
export async function readWordThemes(trx: Trx, latest: Month, which: { readonly used: boolean }): Promise<WordsRead> {
  const one = await countWords(trx, latest, 1);
  const { counted, span, name } = one.counted.cases.latest < fewInMonth ? await countWords(trx, latest, 3) : one;
  return {
    cases: counted.cases,
    span: name,
    rising: await showable(trx, risingTerms(counted.terms, counted.cases), span, risingShown),
    used: which.used ? await showable(trx, mostUsed(counted.terms), span, usedShown) : { shown: [], leftOut: 0 },
  };
}

async function countWords(trx: Trx, latest: Month, together: number) {
  const [first] = monthsTo(latest, monthsBefore + together);
  const { name, from } = monthsTogether(monthsTo(latest, together), latest);
  const before = { from: (first ?? latest).month, until: addDays(from, -1) };
  const span = { from, until: latest.until };
  return { counted: await countTerms(trx, before, span), span, name };
}
