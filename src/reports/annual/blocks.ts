/** How the parts of the report are put together: paragraphs, tables of figures, and places for people's words. */
import { inShortWords } from '../../facts/days.js';
import type { Block, Cell, Inline } from '../document.js';
import type { Measured, Period } from '../measured.js';
import { valueInWords } from '../rounding.js';
import type { AnnualData, YearBefore } from './data.js';
import { lastYear, notKnown, partName, sourcesOf, told } from './figures.js';
import { placeOf } from './places.js';

/** A heading; its id is what links of the contents lead to. */
export function heading(level: 2 | 3 | 4, text: string, id: string): Block {
  return { block: 'heading', level, text, id };
}

/** A paragraph of pieces of text. */
export function paragraph(...text: readonly Inline[]): Block {
  return { block: 'paragraph', text };
}

/** A list of plain items. */
export function list(items: readonly string[]): Block {
  return { block: 'list', ordered: false, items: items.map((item) => [item]) };
}

/** A cell of words. */
export function cell(text: string): Cell {
  return { text: [text] };
}

/** A cell of a number, set to the right. */
export function numberCell(text: string): Cell {
  return { text: [text], number: true };
}

/** What somebody wrote for a place. While it is not there a draft says that it is missing, if the report needs it. */
export function placed(data: AnnualData, place: string): readonly Block[] {
  const said = data.texts[place];
  if (said !== undefined && said.text.trim() !== '') {
    return [{ block: 'said', text: said.text, by: said.by, on: inShortWords(said.on) }];
  }
  const about = placeOf(place);
  return about?.needed ? [{ block: 'missing', text: `${about.title}. ${about.asks}` }] : [];
}

export interface Row {
  readonly label: string;
  readonly now: Measured | null;
  readonly key: { readonly id: string; readonly group?: string | null; readonly reading?: string | null };
}

/** This year's figures beside last year's; a total that was given carries a star, and its source stands below. */
export function compared(caption: string, rows: readonly Row[], year: Period, before: YearBefore): readonly Block[] {
  if (rows.length === 0) return [];
  const last = rows.map((row) => lastYear(before, row.key));
  // A column in which nothing is known tells nothing; that nothing is known is said once, with the volumes.
  const both = last.some((one) => one.words !== notKnown);
  return [
    {
      block: 'table',
      caption,
      head: [cell(''), numberCell(year.name), ...(both ? [numberCell(before.period.name)] : [])],
      rows: rows.map((row, at) => [
        cell(row.label),
        numberCell(told(row.now)),
        ...(both ? [numberCell(last[at]?.words ?? '')] : []),
      ]),
      rowHeads: true,
      foot: null,
    },
    ...sourcesOf(last).map((source) => paragraph(`* ${source}`)),
  ];
}

/** The parts of one measure, with last year's. Parts keep their own rounding and are not forced to add to 100. */
export function partsCompared(
  caption: string,
  parts: readonly Measured[],
  year: Period,
  before: YearBefore,
): readonly Block[] {
  if (parts.length === 0) return [];
  return compared(
    caption,
    parts.map((m) => ({ label: partName(m, year), now: m, key: m })),
    year,
    before,
  );
}

/** A bar for each part, this year's beside last year's where that is known; `tabled` when its table stands right before it. */
export function bars(
  about: { readonly title: string; readonly description: string; readonly unit: string },
  parts: readonly Measured[],
  { year, before, tabled = false }: Pick<AnnualData, 'year' | 'before'> & { readonly tabled?: boolean },
): readonly Block[] {
  if (!parts.some((m) => (m.value ?? 0) > 0)) return [];
  const shown = (m: Measured | null) =>
    m === null || m.value === null
      ? null
      : m.unit === 'proportion'
        ? Number(valueInWords(m).replace('%', ''))
        : m.value;
  const last = parts.map((m) => lastYear(before, m));
  const both = last.some((one) => one.measured !== null);
  return [
    {
      block: 'chart',
      ...(tabled ? { tabled } : {}),
      chart: {
        chart: 'bars',
        ...about,
        stacked: false,
        series: both ? [year.name, before.period.name] : [year.name],
        rows: parts.map((m, at) => ({
          label: partName(m, year),
          values: both ? [shown(m), shown(last[at]?.measured ?? null)] : [shown(m)],
          href: null,
        })),
      },
    },
  ];
}

/** 'one complaint', '36 complaints', 'no complaint' */
export function counted(n: number, one: string, many = `${one}s`): string {
  return n === 0 ? `no ${one}` : n === 1 ? `one ${one}` : `${n.toLocaleString('en-GB')} ${many}`;
}
