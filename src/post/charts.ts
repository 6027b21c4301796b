/**
 * A chart as one SVG, the same bytes for page, PDF and file. Drawn by our own hand and not by a library: pages refuse
 * style sheets inside them, Typst reads none, and a dashboard draws a dozen within its time (docs/decisions).
 */
import { createHash } from 'node:crypto';
import type { Chart } from '../reports/chart.js';
import { drawBars } from './chart-bars.js';
import { drawDistribution } from './chart-distribution.js';
import { drawFunnel } from './chart-funnel.js';
import { drawMultiples } from './chart-multiples.js';
import { type Drawing, framed, Inks } from './chart-paper.js';
import { drawPlaces } from './chart-places.js';
import { drawQuartiles } from './chart-quartiles.js';
import { drawTrend } from './chart-trend.js';

/** The drawing. Its `id` tells it from others on the same page; left out, it is made from what the chart says. */
export function chartSvg(chart: Chart, id = idOf(chart)): string {
  const inks = new Inks(id);
  const drawing = drawn(chart, inks);
  return framed({ id, title: chart.title, description: chart.description }, drawing, inks.defs());
}

function idOf(chart: Chart): string {
  return `chart-${createHash('sha256').update(JSON.stringify(chart)).digest('hex').slice(0, 10)}`;
}

function drawn(chart: Chart, inks: Inks): Drawing {
  switch (chart.chart) {
    case 'bars':
      return drawBars(chart, inks);
    case 'trend':
      return drawTrend(chart);
    case 'distribution':
      return drawDistribution(chart, inks);
    case 'funnel':
      return drawFunnel(chart);
    case 'multiples':
      return drawMultiples(chart);
    case 'quartiles':
      return drawQuartiles(chart);
    case 'places':
      return drawPlaces(chart);
    default:
      return chart satisfies never;
  }
}
