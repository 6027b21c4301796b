/**
 * Benchmarks from a sheet, as it was published: a row for each measure with its quartiles, or a row for each landlord, of
 * which the quartiles are worked out here. Columns are proposed from their headings; a person confirms them.
 */
import { comparedMeasures, type GivenMeasure, givenMeasure, printedNumber } from '../given-figures.js';
import { homesIn, recognise } from './recognise.js';

/** The texts of a sheet, line by line. */
export type Rows = readonly (readonly string[])[];

/** What a column holds; `of:ID` is a landlord's own figure of that measure, `of:ID:LCRA` of those homes. */
export type Meaning = '' | 'measure' | 'homes' | 'lower' | 'median' | 'upper' | 'landlords' | `of:${string}`;

export interface SheetFigure {
  readonly measure: string;
  readonly group: string | null;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  readonly landlords: number | null;
  readonly better: 'higher' | 'lower' | null;
}

export interface SheetProblem {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

export interface SheetRead {
  readonly figures: readonly SheetFigure[];
  readonly problems: readonly SheetProblem[];
  /** Rows of measures that this product does not have, by their own words. */
  readonly leftOut: readonly string[];
}

const plainMeanings = ['measure', 'homes', 'lower', 'median', 'upper', 'landlords'] as const;

/** Every meaning that a column can have, with its words. */
export const meanings: readonly { readonly value: Meaning; readonly text: string }[] = [
  { value: 'measure', text: 'Which measure it is' },
  { value: 'homes', text: 'Which homes (LCRA or LCHO)' },
  { value: 'lower', text: 'Lower quartile' },
  { value: 'median', text: 'Median' },
  { value: 'upper', text: 'Upper quartile' },
  { value: 'landlords', text: 'How many landlords' },
  ...comparedMeasures.flatMap(({ id, words }) => [
    { value: `of:${id}` as const, text: `One landlord’s: ${words}` },
    { value: `of:${id}:LCRA` as const, text: `One landlord’s: ${words}, LCRA` },
    { value: `of:${id}:LCHO` as const, text: `One landlord’s: ${words}, LCHO` },
  ]),
];

/** Whether a text is one of the meanings. */
export function isMeaning(text: string): text is Meaning {
  return text === '' || meanings.some(({ value }) => value === text);
}

const within = 20;

/** The line of the headings, from 0: the first of the early lines in which most columns mean something. */
export function headingLine(rows: Rows): number {
  let [best, most] = [0, 0];
  rows.slice(0, within).forEach((cells, i) => {
    const n = meaningsOf(cells).filter((meaning) => meaning !== '').length;
    if (n > most) [best, most] = [i, n];
  });
  return best;
}

/** What each column seems to mean by its heading; no meaning twice. */
export function meaningsOf(headings: readonly string[]): Meaning[] {
  const used = new Set<Meaning>();
  return headings.map((heading) => {
    const meaning = meaningOf(heading);
    if (meaning === '' || used.has(meaning)) return '';
    used.add(meaning);
    return meaning;
  });
}

function meaningOf(heading: string): Meaning {
  const text = heading.trim().toLowerCase();
  if (/median|50th|mid[- ]?point|^q2$/.test(text)) return 'median';
  if (/lower|bottom|25th|first quartile|^q1$/.test(text)) return 'lower';
  if (/upper|top|75th|third quartile|^q3$/.test(text)) return 'upper';
  if (/number of (landlords|providers|organisations)|sample|^(n|landlords|providers)$|respondents/.test(text))
    return 'landlords';
  if (/^(stock|tenure|homes|type of (homes|stock|property)|housing type|lcra\/lcho)/.test(text)) return 'homes';
  if (/^(measure|metric|indicator|tsm|kpi|figure|code|description)/.test(text)) return 'measure';
  const known = recognise(heading);
  if (known === null) return '';
  return known.group === null ? `of:${known.measure}` : `of:${known.measure}:${known.group}`;
}

/** What the sheet says, by these meanings of its columns. Headings stand in line `heading`, from 0. */
export function readBenchmarkSheet(rows: Rows, heading: number, by: readonly Meaning[]): SheetRead {
  const own = by.some((meaning) => meaning.startsWith('of:'));
  const told = plainMeanings.some((meaning) => meaning !== 'landlords' && meaning !== 'homes' && by.includes(meaning));
  const headings = rows[heading] ?? [];
  if (own && !told) return ofLandlords(rows, heading, by);
  const problems: SheetProblem[] = [];
  const missing = (reason: string) => problems.push({ line: heading + 1, column: null, reason });
  if (!by.includes('measure')) missing('No column says which measure it is. Choose the one that does');
  if (!(['lower', 'median', 'upper'] as const).some((one) => by.includes(one)))
    missing('No column holds a quartile or a median. Choose the ones that do');
  if (problems.length > 0) return { figures: [], problems, leftOut: [] };
  const figures = new Map<string, SheetFigure>();
  const leftOut: string[] = [];
  for (const [i, cells] of rows.slice(heading + 1).entries()) {
    const line = heading + 2 + i;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const words = cellOf(cells, by, 'measure');
    const found = recognise(words);
    const known = found === null ? null : givenMeasure(found.measure);
    if (found === null || known === null) {
      if (words !== '') leftOut.push(words);
      continue;
    }
    const homes = cellOf(cells, by, 'homes');
    const group = homesIn(homes) ?? found.group;
    const read = figureOf(known, cells, by, { line, headings });
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const key = `${known.id} ${group ?? ''}`;
    if (figures.has(key)) {
      const reason = `${known.words}${group === null ? '' : `, ${group}`} stands in the sheet twice. Take one of them out`;
      problems.push({ line, column: headingOf(headings, by, 'measure'), reason });
      continue;
    }
    figures.set(key, { measure: known.id, group, better: known.better, ...read });
  }
  return { figures: [...figures.values()], problems, leftOut };
}

type Numbers = Pick<SheetFigure, 'lower' | 'median' | 'upper' | 'landlords'>;

function figureOf(
  known: GivenMeasure,
  cells: readonly string[],
  by: readonly Meaning[],
  at: { readonly line: number; readonly headings: readonly string[] },
): Numbers | { readonly problem: SheetProblem } {
  const problem = (column: string | null, reason: string) => ({ problem: { line: at.line, column, reason } });
  const read = new Map<string, { value: number; percent: boolean } | null>();
  for (const name of ['lower', 'median', 'upper', 'landlords'] as const) {
    const text = cellOf(cells, by, name);
    const number = blank(text) ? null : printedNumber(text);
    if (number === null && !blank(text))
      return problem(headingOf(at.headings, by, name), `‘${text}’ is no number. Write it like 82.3% or 19.4`);
    read.set(name, number);
  }
  const three = (['lower', 'median', 'upper'] as const).map((name) => read.get(name) ?? null);
  const present = three.filter((one) => one !== null);
  if (present.length === 0) return problem(null, 'No quartile and no median stands in this row');
  const share = known.unit === 'proportion';
  // Spreadsheets hold 82.3% as 0.823: a row whose numbers are all 1 at most is in parts of one.
  const inParts = present.every(({ value, percent }) => !percent && value <= 1);
  const values = three.map((one) => (one === null ? null : share && !inParts ? one.value / 100 : one.value));
  if (share && values.some((value) => value !== null && value > 1))
    return problem(null, 'A share cannot be more than 100%');
  if (!share && present.some(({ percent }) => percent)) return problem(null, `${known.words} is not a percentage`);
  const [first = null, median = null, last = null] = values;
  // Some publishers call the better end 'upper'. What is kept is the lower number first.
  const turned = first !== null && last !== null && first > last;
  const [lower, upper] = turned ? [last, first] : [first, last];
  if (median !== null && ((lower !== null && median < lower) || (upper !== null && median > upper)))
    return problem(
      headingOf(at.headings, by, 'median'),
      'The median does not lie between the quartiles. Check the columns',
    );
  const n = read.get('landlords') ?? null;
  if (n !== null && !Number.isInteger(n.value))
    return problem(headingOf(at.headings, by, 'landlords'), 'The number of landlords is no whole number');
  return { lower, median, upper, landlords: n?.value ?? null };
}

/** Fewer landlords than this have no quartiles worth the name. */
const fewest = 4;

function ofLandlords(rows: Rows, heading: number, by: readonly Meaning[]): SheetRead {
  const headings = rows[heading] ?? [];
  const figures: SheetFigure[] = [];
  const problems: SheetProblem[] = [];
  for (const [column, meaning] of by.entries()) {
    const [, id = '', group] = meaning.split(':');
    const known = meaning.startsWith('of:') ? givenMeasure(id) : null;
    if (known === null) continue;
    const name = headings[column] ?? null;
    const numbers: { value: number; percent: boolean }[] = [];
    for (const [i, cells] of rows.slice(heading + 1).entries()) {
      const text = (cells[column] ?? '').trim();
      if (blank(text)) continue;
      const number = printedNumber(text);
      if (number === null)
        problems.push({ line: heading + 2 + i, column: name, reason: `‘${text}’ is no number, so it is left out` });
      else numbers.push(number);
    }
    if (numbers.length < fewest) {
      const reason = `Only ${numbers.length} landlords have a number here, too few for quartiles`;
      problems.push({ line: heading + 1, column: name, reason });
      continue;
    }
    const inParts = numbers.every(({ value, percent }) => !percent && value <= 1);
    const values = numbers
      .map(({ value }) => (known.unit === 'proportion' && !inParts ? value / 100 : value))
      .sort((a, b) => a - b);
    figures.push({
      measure: known.id,
      group: group ?? null,
      lower: quantile(values, 0.25),
      median: quantile(values, 0.5),
      upper: quantile(values, 0.75),
      landlords: values.length,
      better: known.better,
    });
  }
  return { figures, problems, leftOut: [] };
}

/** By straight lines between neighbours, as spreadsheets work quartiles out. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? 0;
  const found = below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at));
  // To a millionth: binary fractions are nobody's figures.
  return Math.round(found * 1e6) / 1e6;
}

/** What sheets write where there is nothing. */
function blank(text: string): boolean {
  return /^(|-|–|n\/?a|na|none|\*|\.\.|not (available|applicable|known))$/i.test(text.trim());
}

function cellOf(cells: readonly string[], by: readonly Meaning[], meaning: Meaning): string {
  const column = by.indexOf(meaning);
  return column < 0 ? '' : (cells[column] ?? '').trim();
}

function headingOf(headings: readonly string[], by: readonly Meaning[], meaning: Meaning): string | null {
  return headings[by.indexOf(meaning)] ?? null;
}
