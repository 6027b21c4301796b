/** The figures that a landlord publishes for everybody, as a document: nobody can be known from them. */
import type { Block, Document } from '../document.js';
import type { Measured } from '../measured.js';
import { grouped, inFigures, valueInWords } from '../rounding.js';
import { type Headlined, shownTo } from './audiences.js';
import { dashboardOf } from './dashboard.js';
import { type ChartShown, type DashboardFigures, figureOf } from './material.js';
import { leastShown, shareShown, withoutSmallNumbers } from './small-numbers.js';

export interface PublicFigures {
  readonly document: Document;
  /** The charts that are left out, since small numbers stood in them. */
  readonly leftOut: readonly string[];
}

/** Which charts are meant for everybody: those by month and area are too fine. */
const notForEverybody = new Set(['areas-by-month', 'stage-2', 'upheld']);

export function publicFigures(
  figures: DashboardFigures,
  about: { readonly landlord: string; readonly status: string; readonly provenance: readonly string[] },
): PublicFigures {
  const dashboard = dashboardOf(figures);
  const { title, about: words, headlines } = shownTo.public;
  const leftOut: string[] = [];
  const blocks: Block[] = [
    { block: 'paragraph', text: [`${words} These are the figures of ${figures.chosen.period.name}.`] },
    {
      block: 'facts',
      rows: headlines.flatMap((one) => {
        const now = figureOf(figures.now, one.key);
        return now === null ? [] : [{ label: one.words, value: [valueForAll(one, now)] }];
      }),
    },
    {
      block: 'paragraph',
      text: [
        `Numbers from 1 to ${leastShown - 1} are not shown, since they could tell who somebody is: they stand together with others, or their chart is left out.`,
      ],
    },
  ];
  for (const { part, heading, charts: all } of dashboard.parts) {
    const charts = all.filter(({ key }) => !notForEverybody.has(key));
    const shown = charts.flatMap((one) => forEverybody(one) ?? []);
    leftOut.push(...charts.filter((one) => forEverybody(one) === null).map(({ chart }) => chart.title));
    if (shown.length === 0) continue;
    blocks.push({ block: 'heading', level: 2, text: heading, id: part });
    blocks.push(...shown.map((chart): Block => ({ block: 'chart', chart })));
  }
  return {
    leftOut,
    document: {
      title,
      subtitle: figures.chosen.period.name,
      landlord: about.landlord,
      language: 'en-GB',
      status: about.status,
      blocks,
      provenance: about.provenance,
    },
  };
}

/** A share of months with too few cases is no more shown than a small count. */
function forEverybody({ chart, warning }: ChartShown) {
  if (chart.chart === 'trend' && warning !== null) return null;
  const shown = withoutSmallNumbers(chart);
  if (shown === null) return null;
  // Totals in a description would give away what was put together.
  return shown === chart ? chart : { ...shown, description: 'Small numbers stand together with others.' };
}

function valueForAll({ words }: Headlined, m: Measured): string {
  if (m.none) return 'none';
  if (m.unit === 'count') {
    const n = m.value ?? 0;
    return n > 0 && n < leastShown ? `fewer than ${leastShown}` : grouped(n);
  }
  if (m.unit === 'working-days') return (m.numerator ?? 0) < 2 * leastShown ? 'too few to show' : valueInWords(m);
  if (m.numerator === null || m.denominator === null) return valueInWords(m);
  switch (m.unit === 'proportion' ? shareShown(m.numerator, m.denominator) : 'share') {
    case 'whole':
      return inFigures(m);
    case 'share':
      return valueInWords(m);
    case 'none':
      return 'too few to show';
    default:
      throw new Error(`${words} is shown in no way`);
  }
}
