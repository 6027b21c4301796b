/**
 * Which measures can be given as a total or compared with other landlords, in what unit each is said, and how what
 * people type or print ('83%', '19.4') becomes a value. Ids are those of the library of measures.
 */

import { pounds } from '../facts/money.js';
import type { Measured, Period, Unit } from './measured.js';
import { rounded } from './rounding.js';

export interface GivenMeasure {
  readonly id: string;
  readonly words: string;
  readonly unit: Unit;
  /** Null: neither is better. More complaints can mean that it is easier to complain. */
  readonly better: 'higher' | 'lower' | null;
  /** What its parts are called, when it has parts. */
  readonly parts: string | null;
  /** Its ways of reading the same cases, when it has several. */
  readonly readings: readonly string[];
}

const homeKinds = 'LCRA or LCHO';
const answered = ['base', 'with-extensions', 'receipt-base', 'receipt-with-extensions'] as const;

const measures: readonly GivenMeasure[] = [
  measure('contacts', 'Contacts', 'count', null, 'a kind of contact'),
  measure('stage1.count', 'Stage 1 complaints', 'count', null, 'an area'),
  measure('stage2.count', 'Stage 2 complaints', 'count', null, 'an area'),
  measure('ch01.1', 'Stage 1 complaints for 1,000 homes (CH01 part 1)', 'per-1,000-homes', null, homeKinds),
  measure('ch01.2', 'Stage 2 complaints for 1,000 homes (CH01 part 2)', 'per-1,000-homes', null, homeKinds),
  measure('ch02.1', 'Stage 1 answered in time (CH02 part 1)', 'proportion', 'higher', homeKinds, answered),
  measure('ch02.2', 'Stage 2 answered in time (CH02 part 2)', 'proportion', 'higher', homeKinds, answered),
  measure('acknowledged-in-time', 'Acknowledged in time', 'proportion', 'higher', null),
  measure('stage1.outcome', 'Stage 1 outcomes', 'proportion', null, 'an outcome'),
  measure('stage2.outcome', 'Stage 2 outcomes', 'proportion', null, 'an outcome'),
  measure('escalation-rate', 'Share of stage 1 that went to stage 2', 'proportion', 'lower', null),
  measure('refused', 'Complaints refused', 'count', null, 'a ground'),
  measure('working-days-to-answer', 'Working days to answer', 'working-days', 'lower', 'stage1 or stage2', [
    'median',
    'p90',
  ]),
  measure('compensation', 'Compensation', 'pence', null, 'offered or paid'),
  measure('ombudsman.findings', 'Findings of the Ombudsman', 'count', null, 'a finding'),
  measure('ombudsman.maladministration-rate', 'Maladministration rate', 'proportion', 'lower', null),
  measure('tp09', 'Satisfaction with how complaints are handled (TP09)', 'proportion', 'higher', homeKinds),
];

function measure(
  id: string,
  words: string,
  unit: Unit,
  better: GivenMeasure['better'],
  parts: string | null,
  readings: readonly string[] = [],
): GivenMeasure {
  return { id, words, unit, better, parts, readings };
}

/** The measures that others' figures are compared with. */
export const comparedMeasures: readonly GivenMeasure[] = measures;

/** The measures that can be entered as a total. What a survey found has a place of its own. */
export const totalledMeasures: readonly GivenMeasure[] = measures.filter(({ id }) => id !== 'tp09');

/** The measure of that id, or null. */
export function givenMeasure(id: string): GivenMeasure | null {
  return measures.find((one) => one.id === id) ?? null;
}

/**
 * A number as people print it: '1,204', '83%', '£12.50', '7.15'. Null when it is none; `percent` says whether a sign
 * stood there.
 */
export function printedNumber(text: string): { readonly value: number; readonly percent: boolean } | null {
  const bare = text.trim().replaceAll(/[\s ]/g, '');
  const found = /^[£]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)$/.exec(bare);
  if (!found) return null;
  const value = Number(`${(found[1] ?? '').replaceAll(',', '')}${found[2] ?? ''}`);
  return Number.isFinite(value) ? { value, percent: found[3] === '%' } : null;
}

/** A value of a measure in words, without what it was made of: '83%', '7.15', 'none'. */
export function givenInWords(
  unit: Unit,
  { value, numerator, denominator }: Pick<Measured, 'value' | 'numerator' | 'denominator'>,
): string {
  const made = numerator !== null && denominator !== null && denominator > 0;
  if (value === null) return 'none';
  switch (unit) {
    case 'proportion':
      return made ? `${rounded(numerator, denominator, 100, 1)}%` : `${plain(value * 100, 2)}%`;
    case 'per-1,000-homes':
      return made ? rounded(numerator, denominator, 1000, 2) : plain(value, 2);
    case 'pence':
      return pounds(Math.round(value));
    case 'count':
    case 'working-days':
      return plain(value, 1);
    default:
      return unit satisfies never;
  }
}

function plain(value: number, places: number): string {
  const text = rounded(Math.round(value * 1e6), 1_000_000, 1, places);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

export interface GivenTotal {
  readonly id: string;
  readonly group: string | null;
  readonly reading: string | null;
  readonly period: Period;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly source: string;
}

/** A total in the shape of every figure, with the sentence that says that nobody counted it here. */
export function totalAsMeasured(total: GivenTotal): Measured {
  const known = givenMeasure(total.id);
  return {
    id: total.id,
    group: total.group,
    reading: total.reading,
    words: known?.words ?? total.id,
    unit: known?.unit ?? 'count',
    value: total.value,
    numerator: total.numerator,
    denominator: total.denominator,
    none: total.value === null,
    unknown: 0,
    notYetDue: 0,
    note: `Given as a total, not counted from cases. Source: ${total.source}.`,
  };
}
