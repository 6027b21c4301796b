/** What a dashboard is made of, and what its charts are shown with. */
import type { Day } from '../../facts/days.js';
import type { Chart } from '../chart.js';
import type { FigureKey, Measured, Period } from '../measured.js';
import type { Audience } from './audiences.js';
import type { Counted } from './counted.js';
import type { Compared } from './others.js';
import type { ChosenPeriod } from './periods.js';

export interface DashboardFigures {
  readonly audience: Audience;
  readonly area: string | null;
  readonly chosen: ChosenPeriod;
  readonly today: Day;
  readonly now: readonly Measured[];
  readonly before: readonly Measured[];
  readonly counted: Counted;
  readonly compared: readonly Compared[];
  /** The way to a figure's page, for those who may follow it. */
  readonly href: (key: FigureKey, period: Period) => string | null;
}

export interface ChartShown {
  /** Names it in the address of its file. */
  readonly key: string;
  readonly chart: Chart;
  readonly warning: string | null;
}

/** One figure among those that were measured; null when the library has none of that name. */
export function figureOf(measured: readonly Measured[], key: FigureKey): Measured | null {
  return measured.find((m) => m.id === key.id && m.group === key.group && m.reading === key.reading) ?? null;
}
