/**
 * How a figure is counted: over which view, by which day, and what of it is in the numerator, the denominator, unknown, or
 * not yet due. Each condition stands once: the figures, the cases behind them and 'how was this worked out?' all read it.
 */

/** A condition or value over the columns of the view; `:today` is the day of the calculation. */
export type Expression = string;

export interface Counting {
  readonly id: string;
  readonly reading: string | null;
  /** The view, which opens with the question it answers, and its column of the day that puts a row into the period. */
  readonly from: string;
  readonly day: string;
  /** Rows outside it are not looked at for this figure at all. */
  readonly where: Expression;
  /** The column of its parts, and the part of a row that has none; null for a figure in one piece. */
  readonly by: { readonly column: string; readonly without: string | null } | null;
  /** What a whole has for a part: 'all' beside LCRA and LCHO; null: the figure has no part. */
  readonly part: string | null;
  readonly numerator: Expression;
  /** Null: a count. `whole`: the same denominator for every part. */
  readonly denominator: Expression | null;
  readonly whole: boolean;
  readonly unknown: Expression | null;
  readonly notYetDue: Expression | null;
  /** What is added up instead of counting rows: pence. */
  readonly sum: Expression | null;
}

type Written = Pick<Counting, 'id' | 'from' | 'numerator'> & Partial<Counting>;

/** A counting with what it leaves unsaid: by the view's own day, in one piece, every row known and due. */
export function counting(written: Written): Counting {
  return {
    reading: null,
    day: 'day',
    where: 'true',
    by: null,
    part: null,
    denominator: null,
    whole: false,
    unknown: null,
    notYetDue: null,
    sum: null,
    ...written,
  };
}

/** The part of what carries none. Said here as the library of measures says it. */
export const withoutPart = 'not-recorded';

/** What was counted of one figure, for a part of it or for all. */
export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly notYetDue: number;
}

export const noCounts: Counts = { numerator: 0, denominator: 0, unknown: 0, notYetDue: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    numerator: a.numerator + b.numerator,
    denominator: a.denominator + b.denominator,
    unknown: a.unknown + b.unknown,
    notYetDue: a.notYetDue + b.notYetDue,
  };
}
