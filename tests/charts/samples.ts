/** One chart of each kind, and the odd ones: nothing, one, very many, negative, missing, very long words. */
import type { Chart } from '../../src/reports/chart.js';

const about = (title: string) => ({ title, description: `${title}, as the table beside it says.` });
const names = ['April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const months = [...names, 'January', 'February', 'March'].map((name, i) => `${name} ${i < 9 ? 2025 : 2026}`);
const rows = (all: readonly (readonly [string, ...(number | null)[]])[]) =>
  all.map(([label, ...values]) => ({ label, values, href: null }));

export const samples: Readonly<Record<string, Chart>> = {
  bars: {
    chart: 'bars',
    ...about('Complaints by area'),
    unit: 'complaints',
    stacked: false,
    series: ['Complaints'],
    rows: rows([
      ['Repairs and maintenance', 36],
      ['Neighbourhoods', 12],
      ['Anti-social behaviour and community safety', 7],
      ['Leasehold', 0],
      ['Not known', null],
    ]),
  },
  stacked: {
    chart: 'bars',
    ...about('Answers by outcome'),
    unit: 'complaints',
    stacked: true,
    series: ['Upheld', 'Partly upheld', 'Not upheld', 'Withdrawn'],
    rows: rows([
      ['Stage 1', 19, 7, 10, 2],
      ['Stage 2', 4, 1, 2, 0],
      ['Refused', 0, 0, null, 0],
    ]),
  },
  grouped: {
    chart: 'bars',
    ...about('In time, two years'),
    unit: '%',
    stacked: false,
    series: ['2024-25', '2025-26'],
    rows: rows([
      ['Acknowledged', 81.4, 92],
      ['Answered at stage 1', 83, 100],
      ['What changed', -4, 3.2],
    ]),
  },
  trend: {
    chart: 'trend',
    ...about('Complaints by month'),
    unit: 'complaints',
    points: months.map((label, i) => ({
      label,
      value: [31, 28, 36, 30, 27, 33, 29, 58, 31, null, 30, 34][i] ?? null,
      href: null,
    })),
    middle: 31,
    lower: 18.4,
    upper: 43.6,
    line: null,
  },
  'trend-high': {
    chart: 'trend',
    ...about('Answered in time'),
    unit: '%',
    points: months.map((label, i) => ({ label, value: 88 + ((i * 37) % 11), href: null })),
    middle: 93,
    lower: 84,
    upper: 100,
    line: { value: 95, words: 'Our aim: 95%' },
  },
  'trend-of-one': {
    chart: 'trend',
    ...about('The first month'),
    unit: 'complaints',
    points: [{ label: 'April 2026', value: 3, href: null }],
    middle: null,
    lower: null,
    upper: null,
    line: null,
  },
  distribution: {
    chart: 'distribution',
    ...about('Working days to answer'),
    unit: 'working days',
    bins: Array.from({ length: 25 }, (_, i) => ({
      from: i + 1,
      to: i + 1,
      count: [0, 1, 2, 4, 7, 9, 12, 15, 19, 21, 8, 5, 3, 2, 2, 1, 0, 1, 0, 0, 1, 0, 0, 0, 2][i] ?? 0,
    })),
    limit: { value: 10, words: '10 working days' },
  },
  'distribution-by-week': {
    chart: 'distribution',
    ...about('Weeks to answer'),
    unit: 'working days',
    bins: [
      { from: 0, to: 5, count: 4 },
      { from: 6, to: 10, count: 31 },
      { from: 11, to: 15, count: 12 },
      { from: 16, to: 20, count: 0 },
      { from: 21, to: 25, count: 3 },
    ],
    limit: { value: 10, words: 'Limit: 10 working days' },
  },
  funnel: {
    chart: 'funnel',
    ...about('From contact to final answer'),
    unit: 'cases',
    steps: [
      { label: 'Contacts of every kind', count: 259, href: null },
      { label: 'Complaints at stage 1', count: 113, href: null },
      { label: 'Answered at stage 1', count: 103, href: null },
      { label: 'Asked for stage 2', count: 7, href: null },
    ],
  },
  multiples: {
    chart: 'multiples',
    ...about('Complaints by area and month'),
    unit: 'complaints',
    parts: ['Repairs', 'Neighbourhoods', 'Anti-social behaviour and safety', 'Leasehold', 'Rents'].map(
      (label, part) => ({
        label,
        href: null,
        points: months.map((month, i) => ({
          label: month,
          value: part === 4 && i < 4 ? null : ((i * 7 + part * 3) % 9) + 3,
        })),
      }),
    ),
  },
  quartiles: {
    chart: 'quartiles',
    ...about('Among other landlords'),
    unit: 'per 1,000 homes',
    rows: [
      { label: 'Stage 1 complaints per 1,000 homes', lower: 34.3, median: 42.5, upper: 58, own: 28.1 },
      { label: 'Stage 2 complaints per 1,000 homes', lower: 3.1, median: 5.7, upper: 9, own: 7.15 },
      { label: 'No figure of our own', lower: 1, median: 2, upper: 3, own: null },
    ],
  },
  places: {
    chart: 'places',
    ...about('Complaints by ward'),
    unit: 'complaints',
    places: [
      { label: 'Hednesford', longitude: -1.99, latitude: 52.71, count: 24, href: null },
      { label: 'Rugeley', longitude: -1.93, latitude: 52.76, count: 12, href: null },
      { label: 'Norton Canes', longitude: -1.97, latitude: 52.67, count: 6, href: null },
      { label: 'Heath Hayes', longitude: -1.96, latitude: 52.69, count: 9, href: null },
    ],
  },
  nothing: {
    chart: 'bars',
    ...about('Nothing yet'),
    unit: 'complaints',
    stacked: false,
    series: ['Complaints'],
    rows: [],
  },
  'very-many-and-long': {
    chart: 'bars',
    ...about('Very many'),
    unit: 'complaints',
    stacked: false,
    series: ['Complaints'],
    rows: Array.from({ length: 45 }, (_, i) => ({
      label: `${i} ${'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(4)}& <b>"`,
      values: [i * 1000],
      href: null,
    })),
  },
};
