/**
 * A pack as a document: what the figures were, what changed, what to ask, and what was asked last time. The governing body
 * and the member responsible receive the four parts of 9.7 in their order; the residents' panel reads the same with small
 * numbers left out; managers read what needs them first.
 */
import { inShortWords } from '../../facts/days.js';
import type { Chart } from '../chart.js';
import type { Block, Document, Inline } from '../document.js';
import type { Measured } from '../measured.js';
import { grouped } from '../rounding.js';
import { audienceWords } from './calendar.js';
import { type Change, whatChanged } from './changes.js';
import type { PackData } from './pack-data.js';
import { figures, mayShow, table } from './pack-tables.js';
import { type Question, whatToAsk } from './questions.js';

export interface Pack {
  readonly document: Document;
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
}

/** The pack, with the changes and questions that it shows, which are kept beside it. */
export function packOf(data: PackData): Pack {
  const changes = whatChanged(headlinesOf(data.now), data.earlier);
  const questions = whatToAsk(data.now, data.earlier, data.open);
  const parts =
    data.kind.audience === 'managers'
      ? [changed(data, changes), openNow(data), handled(data), asking(questions), lastTime(data)]
      : [
          changed(data, changes),
          handled(data),
          issues(data),
          ombudsman(data),
          annual(data),
          asking(questions),
          lastTime(data),
        ];
  return {
    changes,
    questions,
    document: {
      title: `Complaints: ${data.period.name}`,
      subtitle: audienceWords[data.kind.audience],
      landlord: data.landlord,
      language: 'en-GB',
      status: `Made on ${inShortWords(data.madeOn)}, of ${inShortWords(data.period.from)} to ${inShortWords(data.period.until)}`,
      blocks: parts.flat(),
      provenance: data.provenance,
    },
  };
}

/** The figures that say how the whole stands, in the order in which they are read; their parts are in the tables. */
const headlines: readonly (readonly [id: string, group: string | null, reading: string | null])[] = [
  ['stage1.count', null, null],
  ['stage2.count', null, null],
  ['acknowledged-in-time', null, null],
  ['ch02.1', 'all', 'with-extensions'],
  ['ch02.2', 'all', 'with-extensions'],
  ['working-days-to-answer', 'stage1', 'median'],
  ['working-days-to-answer', 'stage2', 'median'],
  ['escalation-rate', null, null],
  ['promises', 'on-time', null],
  ['satisfaction', null, null],
];

function headlinesOf(all: readonly Measured[]): readonly Measured[] {
  return headlines.flatMap(
    ([id, group, reading]) => all.find((m) => m.id === id && m.group === group && m.reading === reading) ?? [],
  );
}

const heading = (text: string, id: string): Block => ({ block: 'heading', level: 2, text, id });
const say = (...text: Inline[]): Block => ({ block: 'paragraph', text });

function changed(data: PackData, changes: readonly Change[]): readonly Block[] {
  const before = data.before.name;
  const items = (list: readonly Change[]): Block => ({
    block: 'list',
    ordered: false,
    items: list.map((change) => [{ strong: `${change.figure.words}: ` }, change.words]),
  });
  const [large, small] = [changes.filter((one) => !one.small), changes.filter((one) => one.small)];
  return [
    heading('What changed', 'what-changed'),
    say(
      changes.length === 0
        ? `Nothing that is counted is different from ${before}.`
        : large.length === 0
          ? `Compared with ${before}, only small numbers moved.`
          : `Compared with ${before}:`,
    ),
    ...(large.length === 0 ? [] : [items(large)]),
    ...(small.length === 0 ? [] : [say('These rest on few cases: chance alone can move them as far.'), items(small)]),
  ];
}

function openNow({ open }: PackData): readonly Block[] {
  return [
    heading('Open on the day of this pack', 'open-now'),
    {
      block: 'facts',
      rows: [
        { label: 'Open cases', value: [grouped(open.open)] },
        { label: 'With a date that has passed', value: [grouped(open.overdue)] },
        { label: 'Promises that still run', value: [grouped(open.promisesOpen)] },
        { label: 'Promises past their date', value: [grouped(open.promisesLate)] },
      ],
    },
  ];
}

function handled(data: PackData): readonly Block[] {
  const of = (...ids: string[]) => data.now.filter((m) => ids.includes(m.id));
  const outcomes = of('stage1.outcome', 'stage2.outcome');
  return [
    heading('How many, how soon, with what end', 'volume'),
    figures(
      data,
      'How many',
      of('contacts', 'stage1.count', 'stage2.count', 'ch01.1', 'ch01.2', 'escalation-rate').filter(
        (m) => m.group === null || m.id === 'contacts' || m.group === 'all',
      ),
    ),
    figures(
      data,
      'How soon',
      of('acknowledged-in-time', 'ch02.1', 'ch02.2', 'working-days-to-answer').filter(
        (m) => m.id === 'acknowledged-in-time' || m.group === 'all' || m.id === 'working-days-to-answer',
      ),
    ),
    ...outcomeChart(data, outcomes),
    figures(data, 'Complaints refused, by ground', of('refused')),
    ...data.trends.map((chart): Block => ({ block: 'chart', chart })),
  ];
}

function outcomeChart(data: PackData, outcomes: readonly Measured[]): readonly Block[] {
  const counted = outcomes.filter((m) => mayShow(data, m));
  if (counted.length === 0) return [];
  const groups = [...new Set(counted.map((m) => m.group ?? ''))];
  const share = (id: string, group: string) => {
    const m = counted.find((one) => one.id === id && one.group === group);
    return m === undefined || m.value === null ? null : (m.numerator ?? m.value);
  };
  const chart: Chart = {
    chart: 'bars',
    title: 'What was found',
    description: 'How many answers of each stage upheld the complaint, upheld it in part, or did not.',
    unit: 'answers',
    stacked: false,
    series: ['Stage 1', 'Stage 2'],
    rows: groups.map((group) => ({
      label: counted.find((m) => m.group === group)?.group?.replaceAll('-', ' ') ?? group,
      values: [share('stage1.outcome', group), share('stage2.outcome', group)],
      href: null,
    })),
  };
  return [{ block: 'chart', chart }];
}

function issues(data: PackData): readonly Block[] {
  const areas = data.now.filter((m) => m.id === 'stage1.count' && m.group !== null);
  const themes = data.now.filter((m) => m.id === 'contacts.category' && m.group !== null);
  return [
    heading('Issues and trends', 'issues'),
    figures(data, 'Stage 1 complaints, by area', areas),
    ...(themes.length === 0 ? [] : [figures(data, 'What they were about', themes)]),
  ];
}

function ombudsman(data: PackData): readonly Block[] {
  return [
    heading('The Ombudsman', 'ombudsman'),
    data.determinations.length === 0
      ? say('The Ombudsman determined none of our cases in this time.')
      : table(
          'Determined',
          ['Case', 'Day', 'Findings'],
          data.determinations.map((d) => [d.reference, inShortWords(d.on), d.findings.join('; ')]),
        ),
    data.orders.length === 0
      ? say('No order of the Ombudsman is open.')
      : table(
          'Orders that are open',
          ['Case', 'Due', 'Severe maladministration', 'Standing'],
          data.orders.map((order) => [
            order.reference,
            order.dueOn === null ? 'no date' : inShortWords(order.dueOn),
            order.severe ? 'Yes' : 'No',
            order.late ? 'Late' : 'In time',
          ]),
        ),
  ];
}

function annual({ annualReport }: PackData): readonly Block[] {
  return [
    heading('The annual report', 'annual-report'),
    annualReport === null
      ? say('No annual complaints performance and service improvement report has been started yet.')
      : say(`The report for ${annualReport.year}: ${annualReport.state}.`),
  ];
}

function asking(questions: readonly Question[]): readonly Block[] {
  return [
    heading('What to ask', 'what-to-ask'),
    questions.length === 0
      ? say('The figures of this time raise no question by themselves.')
      : {
          block: 'list',
          ordered: true,
          items: questions.map(({ asks, because }) => [{ strong: asks }, ` ${because}`]),
        },
  ];
}

function lastTime({ lastTime: asked }: PackData): readonly Block[] {
  if (asked.length === 0) return [];
  return [
    heading('Asked last time', 'asked-last-time'),
    ...asked.flatMap((one): Block[] => [
      { block: 'said', text: one.question, by: one.by, on: inShortWords(one.on) },
      one.answer === null
        ? say({ strong: 'Not answered yet.' })
        : { block: 'said', text: one.answer.text, by: one.answer.by, on: inShortWords(one.answer.on) },
    ]),
  ];
}
