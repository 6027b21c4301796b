/** Figures as CSV files that say what they are: of whom, which period, when, from which history, by which definition. */
import { caseReaders } from '../../complaint/roles.js';
import type { Measured, Period } from '../../reports/measured.js';
import { figureWords, measureOf } from '../../reports/measures/library.js';
import { valueInWords } from '../../reports/rounding.js';
import { type HistoryHead, historyHead } from '../../store/history-head.js';
import { workingsOf } from '../../store/measures/workings.js';
import { casesBehind, figureParts, measure } from '../../store/measures.js';
import { recordReading } from '../../store/reads.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { csvFile } from '../csv.js';
import { type Answer, download, notFound, screen, type Visit } from '../visit.js';
import { askedArea, askedKey, askedPeriod } from './asked.js';

/** A file holds no more cases than this of each part; it says when it was cut. */
const mostCases = 10_000;

function about(visit: Visit, period: Period, area: string | null, head: HistoryHead): string[][] {
  return [
    ['Landlord', visit.landlord.name],
    ['Period', period.name, period.from, period.until],
    ['Service area', area ?? 'All'],
    ['Worked out on', visit.today],
    ['From the history', `${head.entries} entries of ${head.cases} cases`, head.digest],
    [],
  ];
}

const heads = [
  'Measure',
  'Part',
  'Reading',
  'Words',
  'Value as shown',
  'Value',
  'Unit',
  'Numerator',
  'Denominator',
  'Not known',
  'Not yet due',
  'Note',
  'Definition',
  'Source',
];

function row(figure: Measured, period: Period): string[] {
  const library = measureOf(figure.id, period);
  const number = (n: number | null) => (n === null ? '' : String(n));
  return [
    figure.id,
    figure.group ?? '',
    figure.reading ?? '',
    figure.words,
    valueInWords(figure),
    number(figure.value),
    figure.unit,
    number(figure.numerator),
    number(figure.denominator),
    number(figure.unknown),
    number(figure.notYetDue),
    figure.note ?? '',
    library?.definition ?? '',
    library?.source ?? 'The landlord itself',
  ];
}

async function all(visit: Visit): Promise<Answer> {
  const period = askedPeriod(visit.query, visit.today);
  const area = askedArea(visit.query);
  const { figures, head } = await visit.db(async (trx) => ({
    figures: await measure(trx, period, visit.today, area === null ? {} : { area }),
    head: await historyHead(trx),
  }));
  const rows = [...about(visit, period, area, head), heads, ...figures.map((figure) => row(figure, period))];
  return download(`measures-${period.from}-${period.until}.csv`, 'text/csv; charset=utf-8', csvFile(rows));
}

async function one(visit: Visit): Promise<Answer> {
  const period = askedPeriod(visit.query, visit.today);
  const area = askedArea(visit.query);
  const key = askedKey(visit);
  const found = await visit.db(async (trx) => {
    const workings = await workingsOf(trx, key, period, visit.today, area === null ? {} : { area });
    if (workings === null) return null;
    const cases: string[][] = [];
    const hidden = await hiddenCases(trx, viewerOfRows(visit));
    for (const part of figureParts) {
      const behind = await casesBehind(trx, key, part, {
        period,
        today: visit.today,
        size: mostCases,
        hidden,
        ...(area === null ? {} : { area }),
      });
      for (const { reference, receivedOn, day, times, pence } of behind?.rows ?? [])
        cases.push([part, reference, receivedOn, day, String(times), pence === null ? '' : (pence / 100).toFixed(2)]);
      if ((behind?.total ?? 0) > mostCases) cases.push([part, `and ${(behind?.total ?? 0) - mostCases} more`]);
    }
    await recordReading(trx, { staff: visit.staff.id, what: 'export', about: `the cases behind ${key.id}` });
    return { workings, cases };
  });
  if (found === null) return notFound;
  const { workings, cases } = found;
  const rows = [
    ...about(visit, period, area, workings.head),
    heads,
    row(workings.figure, period),
    [],
    ...(workings.query === null ? [] : [['Query', workings.query], []]),
    ['Part', 'Reference', 'Received', 'Counted by', 'Times', 'Amount in pounds'],
    ...cases,
  ];
  const name = figureWords(workings.measure, { group: key.group, reading: key.reading })
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csvFile(rows));
}

export const allFiguresFile = screen({ path: '/figures/measures/csv', access: caseReaders, get: all });
export const oneFigureFile = screen({ path: '/figures/measures/:id/csv', access: caseReaders, get: one });
