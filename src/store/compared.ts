/** Benchmarks with what we had ourselves in their year and in the year before. */
import type { Day } from '../facts/days.js';
import type { Compared } from '../reports/dashboards/others.js';
import { givenInWords, givenMeasure } from '../reports/given-figures.js';
import type { Measured, Period } from '../reports/measured.js';
import { financialYear, parseYear } from '../reports/period.js';
import { type Benchmark, benchmarks } from './benchmarks.js';
import type { Trx } from './database.js';
import { measure } from './measures.js';

const most = 12;

/** Each figure of the newest year of each set, with ours. */
export async function comparedWithOthers(trx: Trx, today: Day): Promise<Compared[]> {
  const all = await benchmarks(trx);
  const newest = all
    .filter((one) => !all.some((other) => isNewer(other, one)))
    .filter((one) => (parseYear(one.year)?.from ?? today) < today)
    .slice(0, most);
  const years = new Map<string, readonly Measured[]>();
  for (const { year } of newest) {
    const period = parseYear(year);
    if (period === null) continue;
    for (const one of [period, yearBefore(period)])
      if (!years.has(one.name)) years.set(one.name, await measure(trx, one, today));
  }
  return newest.map((one) => comparedOf(one, years));
}

function isNewer(other: Benchmark, one: Benchmark): boolean {
  return other.set === one.set && other.measure === one.measure && other.group === one.group && other.year > one.year;
}

function yearBefore(period: Period): Period {
  return financialYear(Number(period.from.slice(0, 4)) - 1);
}

/** CH02 is compared with the extensions that count, days by their median. */
const readingOf: Readonly<Record<string, string>> = {
  'ch02.1': 'with-extensions',
  'ch02.2': 'with-extensions',
  'working-days-to-answer': 'median',
};

function ownOf(one: Benchmark, measured: readonly Measured[]): Measured | null {
  const reading = readingOf[one.measure] ?? null;
  const groups = one.group === null ? ['all', null, 'LCRA'] : [one.group];
  for (const group of groups) {
    const found = measured.find((m) => m.id === one.measure && m.group === group && m.reading === reading);
    if (found !== undefined) return found;
  }
  return null;
}

function comparedOf(one: Benchmark, years: ReadonlyMap<string, readonly Measured[]>): Compared {
  const period = parseYear(one.year);
  const own = ownOf(one, years.get(one.year) ?? []);
  const name = period === null ? null : yearBefore(period).name;
  const before = name === null ? null : ownOf(one, years.get(name) ?? []);
  const known = givenMeasure(one.measure);
  const words = known?.words ?? own?.words ?? one.measure;
  return {
    words: one.group === null ? words : `${words}, ${one.group}`,
    set: one.set,
    year: one.year,
    source: one.source,
    publishedOn: one.publishedOn,
    unit: known?.unit ?? own?.unit ?? 'count',
    better: one.better,
    lower: one.lower,
    median: one.median,
    upper: one.upper,
    own: own?.value ?? null,
    ownWords: own === null ? 'none' : givenInWords(own.unit, own),
    cases: own?.unit === 'proportion' ? own.denominator : null,
    yearBefore:
      before === null || name === null ? null : { name, value: before.value, words: givenInWords(before.unit, before) },
  };
}
