/**
 * A sheet with the answers to a survey of others (after a repair, after a call): which column says what, which answers
 * are low, and what follows from a row. A low answer or words of dissatisfaction bring the offer to complain (1.6). None
 * of it is ever counted as the satisfaction of the regulator's survey.
 */
import { type Day, parseDay } from '../facts/days.js';
import type { Case } from './case.js';

export const surveyColumns = ['rating', 'words', 'reference', 'email', 'phone', 'name', 'on'] as const;
export type SurveyColumn = (typeof surveyColumns)[number];
/** Where each stands, from 0; null when the sheet has none. */
export type SurveyColumns = Readonly<Record<SurveyColumn, number | null>>;

export interface SurveyRow {
  readonly line: number;
  readonly rating: string;
  readonly words: string;
  readonly reference: string;
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  /** Null when the row tells no day that can be read. */
  readonly on: Day | null;
}

type Rows = readonly (readonly string[])[];

const headings: Readonly<Record<SurveyColumn, RegExp>> = {
  rating: /rating|score|satisf|how (good|well|happy)|stars?\b|out of/i,
  words: /comment|why|feedback|tell us|reason|anything else|free text|verbatim/i,
  reference: /\bref(erence)?\b|case|complaint no/i,
  email: /e-?mail/i,
  phone: /phone|mobile|tel/i,
  name: /\bname\b|resident|tenant/i,
  on: /date|answered|completed|submitted|when/i,
};

/** The line of the headings, from 0: the first with two cells or more. */
export function headingLine(rows: Rows): number {
  const found = rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return Math.max(0, found);
}

/** Which column seems to say what, by its heading; each column once. */
export function proposeSurveyColumns(rows: Rows): SurveyColumns {
  const cells = rows[headingLine(rows)] ?? [];
  const taken = new Set<number>();
  const found: Partial<Record<SurveyColumn, number | null>> = {};
  // Words that are narrow first: 'Reference' is a reference before it is anything else.
  for (const column of ['email', 'phone', 'reference', 'on', 'words', 'rating', 'name'] as const) {
    const at = cells.findIndex((cell, i) => !taken.has(i) && headings[column].test(cell));
    if (at >= 0) taken.add(at);
    found[column] = at < 0 ? null : at;
  }
  return found as SurveyColumns;
}

/** The answers that were given, each once, the most frequent first. */
export function ratingsOf(rows: Rows, columns: SurveyColumns): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of readSurveyRows(rows, columns)) {
    if (row.rating !== '') counts.set(row.rating, (counts.get(row.rating) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([rating]) => rating);
}

/** Whether an answer seems low beside the others: in the lower half of its numbers, or dissatisfied in words. */
export function seemsLow(rating: string, all: readonly string[]): boolean {
  const number = numberIn(rating);
  if (number !== null) {
    const most = Math.max(5, ...all.flatMap((one) => numberIn(one) ?? []));
    return most > 5 ? number <= most / 2 : number <= 2;
  }
  return /dissatisf|unsatisf|not (at all )?(satisf|happy|good)|unhappy|poor|bad|terrible|^no$/i.test(rating);
}

function numberIn(text: string): number | null {
  const found = /^\s*(\d{1,3}(?:\.\d+)?)\b/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** The rows below the headings that say anything. */
export function readSurveyRows(rows: Rows, columns: SurveyColumns): readonly SurveyRow[] {
  const first = headingLine(rows) + 1;
  return rows.slice(first).flatMap((cells, i) => {
    const at = (column: SurveyColumn): string => {
      const place = columns[column];
      return place === null ? '' : (cells[place] ?? '').trim();
    };
    const row: SurveyRow = {
      line: first + i + 1,
      rating: at('rating'),
      words: at('words'),
      reference: at('reference'),
      email: at('email'),
      phone: at('phone'),
      name: at('name'),
      on: dayIn(at('on')),
    };
    return row.rating === '' && row.words === '' ? [] : [row];
  });
}

function dayIn(text: string): Day | null {
  const iso = /^(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (iso !== undefined) return parseDay(iso);
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text) ?? [];
  return y === '' ? null : parseDay(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}

/** What an officer sees of a row about a case that is known: dated by the survey, as a message would be. */
export function surveyRowSeenAs(c: Case, written: boolean): 'possible-stage-2' | 'offer-to-complain' | 'message' {
  if (c.kind !== 'complaint') return 'offer-to-complain';
  return written && c.standing.is === 'answered' && c.standing.stage === 1 ? 'possible-stage-2' : 'message';
}
