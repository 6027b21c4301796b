/**
 * The annual complaints performance and service improvement report (8.1): its six parts in the Code's order, the governing
 * body's response, and how every figure in it was worked out.
 */
import { type Day, inShortWords } from '../../facts/days.js';
import type { Block, Document } from '../document.js';
import type { Measured } from '../measured.js';
import { measureOf } from '../measures/library.js';
import { heading, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { partA } from './part-a.js';
import { partB } from './part-b.js';
import { partC } from './part-c.js';
import { partD } from './part-d.js';
import { partE } from './part-e.js';
import { partF } from './part-f.js';

const kind = 'Complaints performance and service improvement';

/** The report as a document. A draft shows what is still missing in its place. */
export function annualReport(data: AnnualData): Document {
  const { landlord, year } = data;
  return {
    title: `Annual complaints report ${year.name}`,
    subtitle: `${kind}, ${inShortWords(year.from)} to ${inShortWords(year.until)}`,
    landlord,
    language: 'en-GB',
    status: statusOf(data),
    blocks: [
      ...opening(data),
      ...partA(data),
      ...partB(data),
      ...partC(data),
      ...partD(data),
      ...partE(data),
      ...partF(data),
      heading(2, 'Our governing body’s response', 'response'),
      ...placed(data, 'governing-body'),
      ...workings(data),
    ],
    provenance: data.provenance,
  };
}

/** What a whole report still lacks, in words; empty when it can be frozen. */
export function missingIn(document: Document): readonly string[] {
  return document.blocks.flatMap((b) => (b.block === 'missing' ? [b.text] : []));
}

/** Why this year cannot be frozen yet, whatever its words; null when it can. */
export function whyNotYet({ year, today, now }: Pick<AnnualData, 'year' | 'today' | 'now'>): string | null {
  if (today <= year.until) {
    return `The year ${year.name} ends on ${inShortWords(year.until)}: until then its figures still move.`;
  }
  return hasData(now) ? null : `No contact of ${year.name} is recorded, so there is nothing to report on.`;
}

function hasData(now: readonly Measured[]): boolean {
  return now.some((m) => m.unit === 'count' && (m.value ?? 0) > 0);
}

function statusOf({ state, approvals, today }: AnnualData): string {
  if (state === 'draft' || state === 'in-comment') return `Draft of ${inShortWords(today)}, not approved`;
  const by = approvals.map(
    ({ name, office, on, minutes }) =>
      `${name}, ${office}, on ${inShortWords(on)}${minutes === '' ? '' : ` (minutes ${minutes})`}`,
  );
  return `Approved by ${by.join(' and by ')}`;
}

function opening(data: AnnualData): readonly Block[] {
  const { year, today, now } = data;
  const words = placed(data, 'overview');
  const notes = [
    ...(today <= year.until ? [unfinished(year.until, today)] : []),
    ...(hasData(now)
      ? []
      : [paragraph(`No contact of ${year.name} is recorded here, so no figure of it can be worked out.`)]),
  ];
  if (words.length === 0) return notes;
  return [...notes, heading(2, 'In a few words', 'overview'), ...words];
}

function unfinished(until: Day, today: Day): Block {
  return paragraph({
    strong: `The year has not ended: it runs to ${inShortWords(until)}, and the figures are those of ${inShortWords(today)}.`,
  });
}

/** The definition of each measure that the report shows, and what was said of how a figure was read. */
function workings({ now, year }: AnnualData): readonly Block[] {
  // Who complains is told to the landlord itself, never in a report for everybody; nothing is defined that nobody sees.
  const seen = now.filter(
    (m) => m.value !== null && !/^(equality\.|contacts\.(channel|area)$|stage2\.days$)/.test(m.id),
  );
  const ids = [...new Set(seen.map((m) => m.id))];
  const rows = ids.flatMap((id) => {
    const measure = measureOf(id, year);
    if (measure === null) return [];
    const notes = [...new Set(now.filter((m) => m.id === id && m.note !== null).map((m) => m.note ?? ''))];
    const text = [measure.definition, ...(measure.source === null ? [] : [`(${measure.source})`]), ...notes].join(' ');
    return [{ label: measure.words, value: [text] }];
  });
  return [
    heading(2, 'How the figures were worked out', 'workings'),
    paragraph(
      'Every figure is counted from the cases on the day named above, save those marked as given. “None” means that there was nothing to count or to divide by; it is no nought. A case of which a needed fact is not known is left out and said beside the figure.',
    ),
    ...(rows.length === 0 ? [] : [{ block: 'facts', rows } as const]),
  ];
}
