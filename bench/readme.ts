/** Keeps the last figures in bench/README.md, and judges them by the targets. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../src/store/config.js';
import { londonDay } from '../src/store/today.js';
import { type Figure, inFigures, type Times, verdict } from './figures.js';

export interface AtSize {
  readonly cases: number;
  readonly times: readonly Times[];
  readonly figures: readonly Figure[];
}

interface Target {
  readonly what: string;
  readonly cases: number;
  readonly of: 'p50' | 'p95';
  readonly atMost: number;
}

const targets: readonly Target[] = [
  { what: 'list of 25 by next date', cases: 10_000, of: 'p50', atMost: 16 },
  { what: 'case of 20 events', cases: 10_000, of: 'p50', atMost: 13 },
  { what: 'creation with its page', cases: 10_000, of: 'p50', atMost: 24 },
  { what: 'search by a common word', cases: 10_000, of: 'p50', atMost: 30 },
  { what: 'list of 25 by next date', cases: 100_000, of: 'p95', atMost: 25 },
  { what: 'list of 25 late promises', cases: 100_000, of: 'p95', atMost: 40 },
  { what: 'the Ombudsman’s orders, overdue first', cases: 100_000, of: 'p95', atMost: 40 },
  { what: 'case of 200 events', cases: 10_000, of: 'p95', atMost: 40 },
  { what: 'case of 200 events', cases: 100_000, of: 'p95', atMost: 40 },
  { what: 'a manager’s dashboard', cases: 10_000, of: 'p50', atMost: 150 },
  { what: 'self-assessment with all live evidence', cases: 100_000, of: 'p95', atMost: 100 },
];
/** How much slower the list may be at the largest size than at the smallest. */
const listGrowth = 1.5;

/** Request Tracker 5.0.3 on a machine of this kind, p50 with one client. */
const requestTracker: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'list of 25 by next date': { 10000: 320, 100000: 341 },
  'case of 20 events': { 10000: 264, 100000: 268 },
  'creation with its page': { 10000: 480, 100000: 496 },
  'search by a common word': { 10000: 600, 100000: 878 },
};

const begins = '<!-- the last figures -->';
const ends = '<!-- end of the last figures -->';

export function keepFigures(sizes: readonly AtSize[], alone: readonly Figure[]): void {
  const path = join(root, 'bench', 'README.md');
  const page = readFileSync(path, 'utf8');
  const text = [begins, '', ...figuresIn(sizes, alone), ends].join('\n');
  const [before, rest = ''] = page.split(begins);
  writeFileSync(path, `${before}${text}${rest.split(ends)[1] ?? '\n'}`);
}

function figuresIn(sizes: readonly AtSize[], alone: readonly Figure[]): string[] {
  const [cpu] = cpus();
  const day = londonDay(new Date());
  return [
    `Measured on ${day}: ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}, PostgreSQL 18 as built in.`,
    '',
    '### Targets',
    '',
    '| what | target | measured | |',
    '|---|---|---|---|',
    ...judged(sizes, alone).map(({ what, target, value, said }) => `| ${what} | ${target} | ${value} | ${said} |`),
    '',
    '### Pages, in milliseconds (p50 / p95 / p99)',
    '',
    `| what | ${sizes.map(({ cases }) => `${cases.toLocaleString('en-GB')} cases`).join(' | ')} | growth of p50, of p95 | processor time | Request Tracker, p50 |`,
    `|---|${sizes.map(() => '---|').join('')}---|---|---|`,
    ...pages(sizes),
    '',
    '### By size',
    '',
    `| what | ${sizes.map(({ cases }) => `${cases.toLocaleString('en-GB')} cases`).join(' | ')} |`,
    `|---|${sizes.map(() => '---|').join('')}`,
    ...bySize(sizes),
    '',
    '### Of its own',
    '',
    '| what | measured |',
    '|---|---|',
    ...alone.map(({ what, value, unit }) => `| ${what} | ${inFigures(value)} ${unit} |`),
    '',
  ];
}

const timesAt = (sizes: readonly AtSize[], cases: number, what: string): Times | undefined =>
  sizes.find((one) => one.cases === cases)?.times.find((one) => one.what === what);

function judged(sizes: readonly AtSize[], alone: readonly Figure[]) {
  const rows: { what: string; target: string; value: string; said: string }[] = [];
  for (const { what, cases, of, atMost } of targets) {
    const found = timesAt(sizes, cases, what)?.[of];
    if (found === undefined) continue;
    rows.push({
      what: `${what}, ${cases.toLocaleString('en-GB')} cases, ${of}`,
      target: `${atMost} ms`,
      value: `${inFigures(found)} ms`,
      said: verdict(found, { atMost }),
    });
  }
  const [least, most] = [sizes[0], sizes.at(-1)].map((one) => one?.times.find(({ what }) => what === targets[0]?.what));
  if (least && most) {
    const growth = most.p95 / least.p95;
    rows.push({
      what: 'the list’s p95 at the largest size against the smallest',
      target: `${listGrowth} times`,
      value: `${growth.toFixed(2)} times`,
      said: verdict(growth, { atMost: listGrowth }),
    });
  }
  const all = [
    ...alone,
    ...sizes.flatMap(({ cases, figures }) =>
      figures.map((one) => ({ ...one, what: `${one.what}, ${cases.toLocaleString('en-GB')} cases` })),
    ),
  ];
  for (const figure of all) {
    const target = figure.atMost ?? figure.atLeast;
    if (target === undefined) continue;
    rows.push({
      what: figure.what,
      target: `${figure.atLeast === undefined ? '' : 'at least '}${target} ${figure.unit}`,
      value: `${inFigures(figure.value)} ${figure.unit}`,
      said: verdict(figure.value, figure),
    });
  }
  return rows;
}

function pages(sizes: readonly AtSize[]): string[] {
  return (sizes[0]?.times ?? []).map(({ what }) => {
    const found = sizes.map(({ cases }) => timesAt(sizes, cases, what));
    const cells = found.map((one) => (one ? [one.p50, one.p95, one.p99].map(inFigures).join(' / ') : ''));
    const [least, most] = [found[0], found.at(-1)];
    const growth = least && most ? `${(most.p50 / least.p50).toFixed(2)}, ${(most.p95 / least.p95).toFixed(2)}` : '';
    const processor = found.map((one) => (one?.processor == null ? '?' : inFigures(one.processor))).join(', ');
    const tracker = Object.entries(requestTracker[what] ?? {}).map(
      ([cases, ms]) => `${ms} at ${Number(cases).toLocaleString('en-GB')}`,
    );
    return `| ${what} | ${cells.join(' | ')} | ${growth} | ${processor} | ${tracker.join(', ')} |`;
  });
}

function bySize(sizes: readonly AtSize[]): string[] {
  return (sizes[0]?.figures ?? []).map(({ what, unit }, i) => {
    const cells = sizes.map(({ figures }) => figures[i]).map((one) => (one ? inFigures(one.value) : ''));
    return `| ${what.trim()} (${unit}) | ${cells.join(' | ')} |`;
  });
}
