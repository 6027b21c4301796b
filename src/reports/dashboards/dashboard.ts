/** A dashboard out of its figures: headlines with what has changed, and charts under their headings. */
import type { Measured } from '../measured.js';
import { changeInWords, fewCasesWarning } from '../quartile.js';
import { grouped, valueInWords } from '../rounding.js';
import { type Headlined, type Part, shownTo } from './audiences.js';
import { chartsOf } from './charts.js';
import { type ChartShown, type DashboardFigures, figureOf } from './material.js';
import { chanceOf, monthlyValues, trendMonths } from './trends.js';

export interface Headline {
  readonly words: string;
  readonly value: string;
  /** '30 of 36'. */
  readonly of: string | null;
  readonly change: string | null;
  /** 'No more than chance', 'News: higher than by chance'; of its last month. */
  readonly chance: string | null;
  readonly news: boolean;
  readonly warning: string | null;
  readonly href: string | null;
}

export interface Dashboard {
  readonly headlines: readonly Headline[];
  readonly parts: readonly { readonly part: Part; readonly heading: string; readonly charts: readonly ChartShown[] }[];
  /** Nothing was ever counted: there is nothing to look at yet. */
  readonly empty: boolean;
}

const partHeadings: Readonly<Record<Part, string>> = {
  volumes: 'How many',
  'in-time': 'How soon',
  outcomes: 'With what result',
  areas: 'About what',
  places: 'Where',
  others: 'Among other landlords',
  refusals: 'What was refused',
  'putting-right': 'Putting right',
  causes: 'Why',
  ombudsman: 'The Ombudsman',
};

export function dashboardOf(figures: DashboardFigures): Dashboard {
  const shown = shownTo[figures.audience];
  const empty = figures.counted.months.length === 0 && figures.now.every((m) => (m.numerator ?? 0) === 0);
  return {
    empty,
    headlines: shown.headlines.flatMap((one) => headlineOf(one, figures) ?? []),
    parts: shown.parts
      .map((part) => ({ part, heading: partHeadings[part], charts: chartsOf(part, figures) }))
      .filter(({ charts }) => charts.length > 0),
  };
}

function headlineOf(shown: Headlined, figures: DashboardFigures): Headline | null {
  const now = figureOf(figures.now, shown.key);
  if (now === null) return null;
  const before = figureOf(figures.before, shown.key);
  const values =
    shown.monthly === null ? null : monthlyValues(figures.counted.months, shown.monthly, trendMonths(figures));
  const chance = values === null ? null : chanceOf(values);
  return {
    words: shown.words,
    value: valueInWords(now),
    of: madeOf(now),
    change: before === null ? null : changeOf(now, before, shown, figures),
    chance,
    news: chance?.startsWith('News') ?? false,
    warning: now.none ? now.note : warningOf(now),
    href: figures.href(shown.key, figures.chosen.period),
  };
}

function madeOf(m: Measured): string | null {
  if (m.none || m.numerator === null) return null;
  if (m.denominator !== null) {
    const homes = m.unit === 'per-1,000-homes' ? ' homes' : '';
    return `${grouped(m.numerator)} ${homes === '' ? 'of' : 'for'} ${grouped(m.denominator)}${homes}`;
  }
  return m.unit === 'working-days' ? `${grouped(m.numerator)} ${m.numerator === 1 ? 'answer' : 'answers'}` : null;
}

/** A share of fewer cases than this is not compared with. */
const few = 5;

function changeOf(now: Measured, before: Measured, { better }: Headlined, { chosen }: DashboardFigures): string | null {
  const name = chosen.code === 'last-12-months' ? 'the 12 months before' : chosen.before.name;
  const earlier = { name, value: before.value, words: valueInWords(before) };
  if (now.unit === 'proportion' && before.denominator !== null && before.denominator > 0 && before.denominator < few)
    return `${before.denominator === 1 ? 'Only one case' : `Only ${before.denominator} cases`} in ${name}: nothing to compare with`;
  // A count of a period that still runs can't be held against a whole one.
  if (now.unit === 'count' && !chosen.ended)
    return before.value === null ? null : `So far; ${earlier.words} in ${earlier.name}`;
  return changeInWords(now.value, earlier, better, valueInWords(now));
}

function warningOf(m: Measured): string | null {
  const said = [
    ...(m.unit === 'proportion' && !m.none ? [fewCasesWarning(m.denominator)] : []),
    m.unknown === 0 ? null : `${grouped(m.unknown)} left out: what counts is not known.`,
    m.notYetDue === 0 ? null : `${grouped(m.notYetDue)} not yet due and left out.`,
  ].filter((one) => one !== null);
  return said.length === 0 ? null : said.join(' ');
}
