/** The charts under each heading of a dashboard. */
import type { BarChart, DistributionChart, FunnelChart } from '../chart.js';
import type { FigureKey, Measured } from '../measured.js';
import { grouped, rounded } from '../rounding.js';
import { areas, places } from './area-charts.js';
import type { Part } from './audiences.js';
import { type ChartShown, type DashboardFigures, figureOf } from './material.js';
import { others } from './others.js';
import { tooSmall, trendOfMonths } from './trends.js';

export function chartsOf(part: Part, figures: DashboardFigures): readonly ChartShown[] {
  switch (part) {
    case 'volumes':
      return [
        trend('stage-1', 'stage1', 'Stage 1 complaints by month', figures),
        trend('stage-2', 'stage2', 'Requests for stage 2 by month', figures),
        ...funnel(figures),
        ...contacts(figures),
      ];
    case 'in-time':
      return [
        rate('stage-1-in-time', 'answered1', 'Stage 1 answered in time', figures),
        rate('acknowledged', 'acknowledged', 'Acknowledged in time', figures),
        ...([1, 2] as const).flatMap((stage) => distribution(stage, figures)),
      ];
    case 'outcomes':
      return [...outcomes(figures), rate('upheld', 'upheld1', 'Stage 1 answers upheld in full', figures)];
    case 'areas':
      return areas(figures);
    case 'places':
      return places(figures);
    case 'refusals':
      return refusals(figures);
    case 'others':
      return others(figures);
    case 'putting-right':
      return [...barsIn('promises', 'promises', figures), ...barsIn('extensions.reason', 'extensions', figures)];
    case 'causes':
      return barsIn('learning.causes', 'causes', figures);
    case 'ombudsman':
      return barsIn('ombudsman.findings', 'ombudsman', figures);
    default:
      return part satisfies never;
  }
}

const smallMonths =
  'Most of these months have fewer than 10 cases: one more or less moves such a month far, so no limits of chance are drawn.';

function trend(key: string, which: 'stage1' | 'stage2', title: string, figures: DashboardFigures): ChartShown {
  return { key, chart: trendOfMonths(which, figures, { title }).chart, warning: null };
}

function rate(
  key: string,
  which: 'answered1' | 'acknowledged' | 'upheld1',
  title: string,
  figures: DashboardFigures,
): ChartShown {
  const { chart, values } = trendOfMonths(which, figures, { title });
  return { key, chart, warning: tooSmall(values) ? smallMonths : null };
}

function parts(figures: DashboardFigures, id: string): readonly Measured[] {
  return figures.now.filter((m) => m.id === id && m.group !== null && m.reading === null);
}

function barsOf(
  found: readonly Measured[],
  figures: DashboardFigures,
  words: Pick<BarChart, 'title' | 'description' | 'unit'>,
): BarChart {
  return {
    chart: 'bars',
    ...words,
    stacked: false,
    series: [words.unit],
    rows: found.map((m) => ({
      label: partOf(m),
      values: [m.numerator ?? 0],
      href: figures.href({ id: m.id, group: m.group, reading: m.reading }, figures.chosen.period),
    })),
  };
}

/** 'Contacts: Service requests' is 'Service requests' here. */
function partOf(m: Measured): string {
  return m.words.includes(': ') ? m.words.slice(m.words.indexOf(': ') + 2) : (m.group ?? m.words);
}

/** The ten largest, and all others together. */
function largestFirst(chart: BarChart): BarChart {
  const count = ({ values }: BarChart['rows'][number]) => values[0] ?? 0;
  const rows = chart.rows.toSorted((a, b) => count(b) - count(a));
  const rest = rows.slice(10);
  if (rest.length === 0) return { ...chart, rows };
  const others = rest.reduce((sum, row) => sum + count(row), 0);
  return { ...chart, rows: [...rows.slice(0, 10), { label: `${rest.length} others`, values: [others], href: null }] };
}

const barWords = {
  promises: { title: 'Promises that fell due, by what became of them', unit: 'promises' },
  'extensions.reason': { title: 'Extensions told, by reason', unit: 'extensions' },
  'learning.causes': { title: 'Causes found', unit: 'causes' },
  'ombudsman.findings': { title: 'Findings of the Ombudsman, issue by issue', unit: 'findings' },
} as const;

/** The parts of a measure as bars; none when nothing at all was counted. */
function barsIn(id: keyof typeof barWords, key: string, figures: DashboardFigures): ChartShown[] {
  const found = parts(figures, id);
  const total = found.reduce((sum, m) => sum + (m.numerator ?? 0), 0);
  if (total === 0) return [];
  const { title, unit } = barWords[id];
  const description = `${grouped(total)} in ${figures.chosen.period.name}.`;
  const chart = barsOf(found, figures, { title, description, unit });
  return [{ key, chart: id === 'learning.causes' ? largestFirst(chart) : chart, warning: null }];
}

function contacts(figures: DashboardFigures): ChartShown[] {
  const found = parts(figures, 'contacts').filter((m) => (m.numerator ?? 0) > 0);
  if (found.length === 0) return [];
  const total = found.reduce((sum, m) => sum + (m.numerator ?? 0), 0);
  return [
    {
      key: 'contacts',
      chart: barsOf(found, figures, {
        title: 'Everything that came in, by what it is',
        description: `${grouped(total)} contacts in ${figures.chosen.period.name}, requests for stage 2 among them.`,
        unit: 'contacts',
      }),
      warning: null,
    },
  ];
}

function funnel(figures: DashboardFigures): ChartShown[] {
  const { path } = figures.counted;
  if (path.received === 0) return [];
  const stage1: FigureKey = { id: 'stage1.count', group: null, reading: null };
  const href = figures.href(stage1, figures.chosen.period);
  const chart: FunnelChart = {
    chart: 'funnel',
    title: 'From complaint to final answer',
    description: `The ${grouped(path.received)} complaints received in ${figures.chosen.period.name}, and what has become of these same ones so far.`,
    unit: 'complaints',
    steps: [
      { label: 'Received at stage 1', count: path.received, href },
      { label: 'Answered at stage 1', count: path.answered, href: null },
      { label: 'Taken to stage 2', count: path.wentFurther, href: null },
      { label: 'Answered at stage 2', count: path.answeredAgain, href: null },
    ],
  };
  return [
    {
      key: 'path',
      chart,
      warning: figures.chosen.ended ? null : 'The period has not ended: later steps are still to come.',
    },
  ];
}

/** The Code of 2024: five working days to acknowledge, then 10 at stage 1 and 20 at stage 2. */
const allowed = { 1: 15, 2: 25 } as const;
const longest = { 1: 30, 2: 50 } as const;

function distribution(stage: 1 | 2, figures: DashboardFigures): ChartShown[] {
  const taken = figures.counted.lengths.filter((one) => one.stage === stage);
  const total = taken.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return [];
  const limit = allowed[stage];
  const wide = stage === 1 ? 1 : 2;
  const furthest = Math.max(...taken.map(({ days }) => days));
  const end = Math.min(Math.max(furthest, limit), longest[stage]);
  const bins: { from: number; to: number; count: number }[] = [];
  for (let from = stage === 1 ? 0 : 0; from <= end; from += wide) {
    const to = Math.min(from + wide - 1, end);
    bins.push({ from, to, count: countOf(taken, from, to) });
  }
  // What took far longer stands together at the end.
  if (furthest > end) bins.push({ from: end + 1, to: furthest, count: countOf(taken, end + 1, furthest) });
  const late = countOf(taken, limit + 1, furthest);
  const chart: DistributionChart = {
    chart: 'distribution',
    title: `Working days to answer stage ${stage}`,
    description: `${grouped(total)} answers sent in ${figures.chosen.period.name}, from ${stage === 1 ? 'receipt' : 'the request'} to the answer. ${late === 0 ? 'None' : grouped(late)} took longer than ${limit} working days: five to acknowledge and ${limit - 5} to answer, an extension aside.`,
    unit: 'working days',
    bins,
    limit: { value: limit, words: `${limit} working days` },
  };
  return [{ key: `days-${stage}`, chart, warning: null }];
}

function countOf(taken: readonly { readonly days: number; readonly n: number }[], from: number, to: number): number {
  return taken.reduce((sum, { days, n }) => sum + (from <= days && days <= to ? n : 0), 0);
}

const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const;

function outcomes(figures: DashboardFigures): ChartShown[] {
  const rows = ([1, 2] as const).map((stage) => ({
    label: `Stage ${stage}`,
    values: findings.map(
      (group) => figureOf(figures.now, { id: `stage${stage}.outcome`, group, reading: null })?.numerator ?? 0,
    ),
    href: figures.href({ id: `stage${stage}.outcome`, group: 'upheld', reading: null }, figures.chosen.period),
  }));
  if (rows.every(({ values }) => values.every((n) => n === 0))) return [];
  const said = rows.map(({ label, values }) => {
    const total = values.reduce((sum, n) => sum + n, 0);
    return total === 0
      ? `${label}: none answered`
      : `${label}: ${rounded(values[0] ?? 0, total, 100, 0)}% upheld in full and ${rounded(values[1] ?? 0, total, 100, 0)}% in part, of ${grouped(total)}`;
  });
  const chart: BarChart = {
    chart: 'bars',
    title: 'Answers by outcome',
    description: `Answers sent in ${figures.chosen.period.name}, of the whole complaint. ${said.join('. ')}.`,
    unit: 'answers',
    stacked: true,
    series: ['Upheld', 'Partly upheld', 'Not upheld'],
    rows,
  };
  return [{ key: 'outcomes', chart, warning: null }];
}

function refusals(figures: DashboardFigures): ChartShown[] {
  const found = parts(figures, 'refused');
  if (found.length === 0) return [];
  const total = found.reduce((sum, m) => sum + (m.numerator ?? 0), 0);
  const chart = barsOf(found, figures, {
    title: 'Complaints refused, by ground',
    description: `${total === 0 ? 'None was' : `${grouped(total)} ${total === 1 ? 'was' : 'were'}`} refused in ${figures.chosen.period.name} and stayed so. Every ground is shown, also those with none.`,
    unit: 'refused',
  });
  return [{ key: 'refusals', chart, warning: null }];
}
