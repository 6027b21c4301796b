/**
 * A chart as data: drawn once for screen, paper and file. Its numbers are its table, so a chart without its table can't
 * be made. Labels are words for residents and board members; every number was rounded by who made the chart.
 */

interface Titled {
  readonly title: string;
  /** What a person sees in it, in one or two sentences: the description for those who can't. */
  readonly description: string;
  /** What the numbers are: 'complaints', 'working days', '%'. */
  readonly unit: string;
}

/** Bars side by side or on top of each other: areas, outcomes, kinds. */
export interface BarChart extends Titled {
  readonly chart: 'bars';
  readonly stacked: boolean;
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly href: string | null;
  }[];
}

/** A figure over months or years, with the limits between which it moves by chance alone. */
export interface TrendChart extends Titled {
  readonly chart: 'trend';
  readonly points: readonly { readonly label: string; readonly value: number | null; readonly href: string | null }[];
  readonly middle: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A limit or target drawn across, with its words. */
  readonly line: { readonly value: number; readonly words: string } | null;
}

/** How many cases there were of each length: days to answer against the limit. Its unit is that of the lengths. */
export interface DistributionChart extends Titled {
  readonly chart: 'distribution';
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly limit: { readonly value: number; readonly words: string } | null;
}

/** What is left of a whole, step by step: contacts, complaints, stage 1 answered, stage 2. */
export interface FunnelChart extends Titled {
  readonly chart: 'funnel';
  readonly steps: readonly { readonly label: string; readonly count: number; readonly href: string | null }[];
}

/** The same small trend for each area, on one scale. */
export interface SmallMultiples extends Titled {
  readonly chart: 'multiples';
  readonly parts: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly points: readonly { readonly label: string; readonly value: number | null }[];
  }[];
}

/** Own figure among others': where the quartiles lie and where we are. */
export interface QuartileChart extends Titled {
  readonly chart: 'quartiles';
  readonly rows: readonly {
    readonly label: string;
    readonly lower: number | null;
    readonly median: number | null;
    readonly upper: number | null;
    readonly own: number | null;
  }[];
}

/** Counts by ward or block, where homes have places. Small counts are already left out. */
export interface PlaceChart extends Titled {
  readonly chart: 'places';
  readonly places: readonly {
    readonly label: string;
    readonly longitude: number;
    readonly latitude: number;
    readonly count: number;
    readonly href: string | null;
  }[];
}

export type Chart =
  | BarChart
  | TrendChart
  | DistributionChart
  | FunnelChart
  | SmallMultiples
  | QuartileChart
  | PlaceChart;
