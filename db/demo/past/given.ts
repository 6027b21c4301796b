/**
 * What the landlord entered by hand: homes owned, the survey, a year that is known only as totals, and others' figures to
 * compare with. The sector's figures are those that facts of the field give with their source; the rest is invented.
 */
import { addDays, type Day, day } from '../../../src/facts/days.js';
import type { StaffId } from '../../../src/facts/happened.js';
import { financialYear, yearOf } from '../../../src/reports/period.js';
import { loadBenchmarks } from '../../../src/store/benchmarks.js';
import type { Trx } from '../../../src/store/database.js';
import { givePastTotal } from '../../../src/store/past-totals.js';
import { givePerception } from '../../../src/store/perception.js';
import { giveStock } from '../../../src/store/stock.js';
import { landlord } from '../landlord.js';

export async function writeGiven(trx: Trx, loadedOn: Day, by: StaffId): Promise<void> {
  const year = yearOf(loadedOn);
  for (const begins of [year - 2, year - 1]) {
    const { until, name } = financialYear(begins);
    const fewer = (year - begins) * 6;
    await giveStock(trx, {
      tenure: 'LCRA',
      yearEnd: until,
      homes: landlord.homesLcra - fewer,
      source: 'Statistical data return',
      by,
    });
    await giveStock(trx, {
      tenure: 'LCHO',
      yearEnd: until,
      homes: landlord.homesLcho,
      source: 'Statistical data return',
      by,
    });
    await giveStock(trx, {
      tenure: 'leasehold',
      yearEnd: until,
      homes: landlord.homesLeasehold,
      source: 'Leasehold register',
      by,
    });
    await givePerception(
      trx,
      {
        measure: 'tp09',
        year: name,
        tenure: 'LCRA',
        satisfied: begins === year - 2 ? 41 : 55,
        answered: begins === year - 2 ? 132 : 141,
        method: 'Telephone',
        askedFrom: day(`${begins}-09-01`),
        askedUntil: day(`${begins}-10-15`),
        source: 'Tenant perception survey',
      },
      by,
    );
  }
  const before = financialYear(year - 3);
  await givePastTotal(
    trx,
    {
      id: 'stage1.count',
      group: null,
      reading: null,
      period: before,
      value: 81,
      numerator: null,
      denominator: null,
      source: `Annual report ${before.name}, page 9: the register of that year is lost`,
    },
    by,
  );
  await writeBenchmarks(trx, loadedOn, by);
}

/** Lower quartile, median, upper quartile of an invented club of 24 landlords, a little better each year. */
async function writeBenchmarks(trx: Trx, loadedOn: Day, by: StaffId): Promise<void> {
  const figures: readonly (readonly [
    measure: string,
    group: string | null,
    Quartiles,
    better: 'higher' | 'lower' | null,
  ])[] = [
    ['ch01.1', 'LCRA', [29.4, 41.2, 58.8], null],
    ['ch01.2', 'LCRA', [3.1, 5.6, 9.4], null],
    ['ch02.1', 'LCRA', [0.79, 0.88, 0.95], 'higher'],
    ['ch02.2', 'LCRA', [0.77, 0.86, 0.96], 'higher'],
    ['tp09', 'LCRA', [0.29, 0.35, 0.42], 'higher'],
    ['escalation-rate', null, [0.1, 0.14, 0.2], 'lower'],
  ];
  const year = yearOf(loadedOn);
  for (const begins of [year - 2, year - 1]) {
    const { name, until } = financialYear(begins);
    const publishedOn = addDays(until, 120);
    if (publishedOn > loadedOn) continue;
    await loadBenchmarks(
      trx,
      {
        name: 'Weir Valley Benchmarking Club (invented)',
        year: name,
        source: `Yearly comparison of 24 landlords, ${name}`,
        publishedOn,
        fileName: `weir-valley-${name}.xlsx`,
      },
      figures.map(([measure, group, [lower, median, upper], better]) => ({
        measure,
        group,
        lower,
        median,
        upper,
        landlords: 24,
        better,
      })),
      by,
    );
  }
}

type Quartiles = readonly [lower: number, median: number, upper: number];
