/**
 * The rows of a document's tables as whole records: a row broken over two pages is one again, heads that are repeated
 * are passed over, and each record knows the section and the sentence that it stands under.
 */
import { provisionOf } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { type Column, type Header, headerOf, headerOverTwo } from './header.js';
import { matchProvision } from './match.js';
import { oneLine } from './plain.js';
import type { Block, Place, Written } from './shape.js';

export interface TableRecord {
  readonly kind: Header['kind'];
  /** As it can be read: '4. I' is 4.1. Null when there is none. */
  readonly number: string | null;
  /** What stands where a number would. */
  readonly numberSaid: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** Its requirement as far as its first row goes: what was joined to it may have been another's. */
  readonly opening: string;
  /** Whether cells are missing from the row, so that what stands where is not certain. */
  readonly broken: boolean;
  /** Whether its neighbours have numbers, so that a row without one has lost it. */
  readonly numbered: boolean;
  /** Whether nothing but the place of its words parts it from its neighbours. */
  readonly loose: boolean;
  readonly twoColumns: boolean;
  readonly hasEvidence: boolean;
  readonly section: number | null;
  /** The last sentence above the table that is no head of a section. */
  readonly under: string;
  readonly heading: string;
  readonly place: Place;
}

type Growing = { -readonly [K in keyof TableRecord]: TableRecord[K] };

/** The number of a provision as printed or as a scanner misread it: '4.1 (Mandatory)', '2.3*', '4. I', '5.l'. */
export function numberIn(text: string): string | null {
  const found = /^\W{0,2}(\d)\s*[.,]\s*([0-9IlO|]{1,2})(?![0-9A-Za-z])/.exec(oneLine(text));
  if (found === null) return null;
  const tail = (found[2] ?? '').replace(/[Il|]/g, '1').replaceAll('O', '0');
  return `${found[1]}.${Number(tail)}`;
}

/** The section that a line heads: 'Section I - Definition', '3. Complaints team and process'. */
export function sectionIn(text: string): number | null {
  const found = /^section\s+([1-9]|[IVl]{1,4})\b/i.exec(text)?.[1];
  if (found === undefined) return null;
  if (/^\d$/.test(found)) return Number(found);
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].indexOf(
    found.replaceAll('l', 'I').toUpperCase(),
  );
  return roman < 0 ? null : roman + 1;
}

/** Reads every table of a document. */
export function recordsIn(written: Written, edition: Edition): readonly TableRecord[] {
  const records: Growing[] = [];
  const rows = written.flatMap((block) => (block.is === 'row' ? [block.cells] : []));
  // Some programs cut what is empty off a line's end: then short rows are whole.
  const trimmed = !rows.some((cells) => cells.length > 2 && (cells.at(-1) ?? '').trim() === '');
  const numbered = rows.filter((cells) => numberIn(cells[0] ?? '') !== null).length > 4;
  let header: Header | null = null;
  let section: number | null = null;
  let above: readonly string[] | null = null;
  let under = '';
  let heading = '';
  for (const block of written) {
    if (block.is !== 'row') {
      const named = sectionIn(block.text);
      if (named !== null) section = named;
      else if (block.is === 'heading') heading = block.text;
      if (named === null && !/^[⁰¹²³⁴⁵⁶⁷⁸⁹]/u.test(block.text)) under = block.text;
      continue;
    }
    const over: Header | null = above === null ? null : headerOverTwo(above, block.cells);
    const head: Header | null = over ?? headerOf(block.cells);
    above = head !== null && over === null ? block.cells : null;
    if (head !== null) {
      header = head;
      section = head.section ?? section;
      continue;
    }
    if (header === null || header.kind === 'summary') continue;
    const first = oneLine(block.cells[0] ?? '');
    if (/^\d$/.test(first) && block.cells.slice(2).every((cell) => cell.trim() === '')) {
      section = Number(first);
      continue;
    }
    // 'Stage 2' across the whole width of a form heads what follows.
    if (header.kind === 'form' && headsRows(block.cells)) {
      section = sectionIn(first) ?? section;
      continue;
    }
    const record = recordOf(block, header, trimmed, { numbered, section, under, heading, place: block.place });
    const before = records.at(-1);
    if (before !== undefined && before.kind === record.kind && continues(before, record, edition, numbered))
      extend(before, record);
    else records.push(record);
  }
  return records;
}

function headsRows([first = '', ...rest]: readonly string[]): boolean {
  const text = oneLine(first);
  return text.length > 1 && text.length < 120 && numberIn(text) === null && rest.every((cell) => cell.trim() === '');
}

function recordOf(
  { cells, loose = false }: Extract<Block, { is: 'row' }>,
  header: Header,
  trimmed: boolean,
  at: Pick<TableRecord, 'numbered' | 'section' | 'under' | 'heading' | 'place'>,
): Growing {
  const found: Partial<Record<Column, string>> = {};
  cells.forEach((cell, index) => {
    const column = header.columns[Math.min(index, header.columns.length - 1)] ?? null;
    if (column === null || cell.trim() === '') return;
    found[column] = found[column] === undefined ? cell : `${found[column]}\n${cell}`;
  });
  // Some forms have no column for the number: it begins the requirement.
  const leading = /^\s*\d\.\d{1,2}\b[.:)]?\s*/.exec(
    header.columns.includes('provision') ? '' : (found.requirement ?? ''),
  );
  if (leading !== null) {
    found.provision = leading[0];
    found.requirement = (found.requirement ?? '').slice(leading[0].length);
  }
  const said = oneLine(found.provision ?? '');
  return {
    kind: header.kind,
    number: numberIn(said),
    numberSaid: said,
    cells: found,
    opening: found.requirement ?? '',
    broken: (cells.length < header.columns.length && !trimmed) || (loose && numberIn(said) === null),
    loose,
    twoColumns: header.columns.includes('yes'),
    hasEvidence: header.columns.includes('evidence'),
    ...at,
  };
}

const empty = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** Whether a row goes on with the one before it: it names no provision and asks nothing of its own. */
function continues(before: TableRecord, row: TableRecord, edition: Edition, numbered: boolean): boolean {
  if (row.numberSaid !== '') return false;
  const text = row.cells.requirement ?? '';
  switch (row.kind) {
    case 'actions':
      return empty(row.cells.action);
    case 'form': {
      if (text === '' || /^[(•·-]|^[a-z]\)/.test(text)) return true;
      const answered = !empty(row.cells.answer) || !empty(row.cells.yes) || !empty(row.cells.no);
      const match = matchProvision(edition, questionOf(text), numbered ? null : row.section);
      const own = match !== null && provisionOf(edition, match.provision) !== null ? match.provision : null;
      const midSentence = /^[a-z]/.test(text);
      if (own === null) return midSentence || !answered;
      const previous =
        before.number ??
        matchProvision(edition, questionOf(before.cells.requirement ?? ''), before.section)?.provision ??
        null;
      return own === previous || (!answered && (midSentence || !/\?/.test(text)));
    }
    default:
      return true;
  }
}

/** A form's question without the evidence that stands in the same cell. */
export function questionOf(text: string): string {
  const asked = /^[^?]{1,600}\?/.exec(text);
  return asked?.[0] ?? text.slice(0, 700);
}

function extend(before: Growing, row: TableRecord): void {
  const joined: Partial<Record<Column, string>> = { ...before.cells };
  const { answer, yes, no } = before.cells;
  // An answer that stands on the second part alone may be that of a row which lost its number and its words.
  const unanswered = empty(answer) && empty(yes) && empty(no);
  for (const [column, text] of Object.entries(row.cells) as [Column, string][]) {
    if (unanswered && (column === 'answer' || column === 'yes' || column === 'no')) continue;
    joined[column] = joined[column] === undefined ? text : `${joined[column]}\n${text}`;
  }
  before.cells = joined;
  before.loose ||= row.loose;
  before.broken ||= row.broken && !empty(row.cells.answer);
}
