/** The return to the regulator as a sheet: each measure in order with its number, what it was made of, and what is missing. */
import { type Day, inWords } from '../../facts/days.js';
import type { Block, Cell, Document } from '../document.js';
import type { Measured, Period } from '../measured.js';
import { grouped, rounded } from '../rounding.js';
import { type StockType, stockTypes, type Tsm, tsmList } from './tsm-list.js';

/** How the return counts CH02: with the extensions that count, or without. The landlord chooses and the sheet says so. */
export type Ch02Reading = 'base' | 'with-extensions';

/** A figure that somebody typed because its records are elsewhere. */
export interface TypedFigure {
  readonly code: string;
  readonly stock: StockType;
  readonly numerator: number;
  readonly denominator: number;
  readonly source: string;
}

export interface SheetRow {
  readonly tsm: Tsm;
  readonly stock: StockType;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** One decimal place, half up, as the requirements ask of a percentage; two for the rate of homes; null: none. */
  readonly shown: string | null;
  /** How it was made, in a sentence; for what is missing, what to do. */
  readonly working: string;
  /** The figure of our library that it is, for the link to its cases. */
  readonly figure: Measured | null;
  readonly missing: boolean;
}

export interface SheetData {
  readonly period: Period;
  readonly measured: readonly Measured[];
  readonly typed: readonly TypedFigure[];
  readonly homes: Readonly<Record<StockType, number | null>>;
  readonly reading: Ch02Reading;
}

/** Why the return of a year can't be frozen on a day, in words; null when it can: figures of a year that runs still move. */
export function mayNotFreeze(year: Period, today: Day): string | null {
  return year.until < today ? null : `The year ends on ${inWords(year.until)}. Its return can be frozen after that`;
}

/** Every row of the return. A kind of home that the landlord does not own has no rows. */
export function tsmSheet(data: SheetData): readonly SheetRow[] {
  return stockTypes
    .filter((stock) => data.homes[stock] !== 0)
    .flatMap((stock) => tsmList.filter((tsm) => stock === 'LCRA' || tsm.ofLcho).map((tsm) => row(data, tsm, stock)));
}

function row(data: SheetData, tsm: Tsm, stock: StockType): SheetRow {
  const figure = tsm.measure === null ? null : figureOf(data, tsm, stock);
  const typed = data.typed.find((one) => one.code === tsm.code && one.stock === stock);
  const made = figure !== null && !figure.none ? figure : null;
  const numerator = made?.numerator ?? typed?.numerator ?? null;
  const denominator = made?.denominator ?? typed?.denominator ?? null;
  const shown =
    numerator === null || denominator === null || denominator === 0
      ? null
      : tsm.value === 'percentage'
        ? `${rounded(numerator, denominator, 100, 1)}%`
        : rounded(numerator, denominator, 1000, 2);
  return {
    tsm,
    stock,
    numerator,
    denominator,
    shown,
    working: working(data, tsm, stock, made, typed),
    figure: made,
    missing: shown === null,
  };
}

function figureOf(data: SheetData, tsm: Tsm, stock: StockType): Measured | null {
  const reading = tsm.measure === 'ch02.1' || tsm.measure === 'ch02.2' ? data.reading : null;
  return data.measured.find((m) => m.id === tsm.measure && m.group === stock && m.reading === reading) ?? null;
}

function working(
  data: SheetData,
  tsm: Tsm,
  stock: StockType,
  figure: Measured | null,
  typed: TypedFigure | undefined,
): string {
  if (figure !== null) {
    const left = [
      figure.notYetDue > 0 ? `${grouped(figure.notYetDue)} not due yet left out` : '',
      figure.unknown > 0 ? `${grouped(figure.unknown)} left out because a fact is not known` : '',
      figure.note ?? '',
    ].filter((text) => text !== '');
    const made = `${grouped(figure.numerator ?? 0)} of ${grouped(figure.denominator ?? 0)}`;
    const by =
      tsm.measure === 'ch02.1' || tsm.measure === 'ch02.2'
        ? data.reading === 'base'
          ? ', extensions not counted'
          : ', an extension that meets the Code counted'
        : '';
    return `${made}${tsm.value === 'per-1,000-homes' ? ' homes, times 1,000' : ''}${by}${left.length === 0 ? '' : `; ${left.join('; ')}`}.`;
  }
  if (typed !== undefined) return `${grouped(typed.numerator)} of ${grouped(typed.denominator)}; ${typed.source}.`;
  switch (tsm.from) {
    case 'cases':
      return data.homes[stock] === null && tsm.value === 'per-1,000-homes'
        ? `The number of ${stock} homes at the end of the year is not entered.`
        : 'No case of this kind is counted.';
    case 'perception-survey':
      return 'Comes from the perception survey: enter its result under Given figures.';
    case 'other-records':
      return 'Comes from other records: enter it here.';
    default:
      return tsm.from satisfies never;
  }
}

/** The sheet as a document to publish, complaints first in sight by its own heading. */
export function tsmDocument(
  about: { readonly landlord: string; readonly status: string; readonly provenance: readonly string[] },
  data: SheetData,
): Document {
  const rows = tsmSheet(data);
  const blocks = stockTypes.flatMap((stock): Block[] => {
    const own = rows.filter((one) => one.stock === stock);
    if (own.length === 0) return [];
    const name = stock === 'LCRA' ? 'Low cost rented accommodation' : 'Low cost home ownership';
    return [
      { block: 'heading', level: 2, text: `${name} (${stock})`, id: stock.toLowerCase() },
      {
        block: 'table',
        caption: `${name}: ${data.period.name}`,
        head: ['Measure', 'What it measures', 'Result', 'How it was worked out'].map(
          (text, i): Cell => ({ text: [text], number: i === 2 }),
        ),
        rows: own.map((one): Cell[] => [
          { text: [one.tsm.code] },
          { text: [one.tsm.words] },
          { text: [one.shown ?? 'none'], number: true },
          { text: [one.working] },
        ]),
        rowHeads: true,
        foot: null,
      },
    ];
  });
  return {
    title: `Tenant satisfaction measures ${data.period.name}`,
    subtitle: null,
    language: 'en-GB',
    ...about,
    blocks,
  };
}

/** The sheet as rows of a CSV file, its metadata first. The caller makes cells safe for spreadsheets. */
export function tsmCsv(
  about: { readonly landlord: string; readonly status: string; readonly provenance: readonly string[] },
  data: SheetData,
): readonly (readonly string[])[] {
  return [
    ['Landlord', about.landlord],
    ['Return', `Tenant satisfaction measures ${data.period.name}`],
    ['From', data.period.from],
    ['Until', data.period.until],
    ['CH02 read', data.reading === 'base' ? 'without extensions' : 'with extensions that meet the Code'],
    ['Status', about.status],
    ...about.provenance.map((line) => ['Made from', line]),
    [],
    ['Homes', 'Theme', 'Measure', 'What it measures', 'Numerator', 'Denominator', 'Result', 'How it was worked out'],
    ...tsmSheet(data).map((one) => [
      one.stock,
      one.tsm.theme,
      one.tsm.code,
      one.tsm.words,
      one.numerator === null ? '' : String(one.numerator),
      one.denominator === null ? '' : String(one.denominator),
      one.shown ?? 'none',
      one.working,
    ]),
  ];
}
