/**
 * The answers of a survey, a row for each person who was asked: which column holds them, what each wording counts as, and
 * how many were satisfied of how many who answered, by kind of home.
 */
import { homesIn } from './benchmarks/recognise.js';
import type { Rows } from './benchmarks/sheet.js';

/** Satisfied: very and fairly. Left out: no answer, or the question does not apply. */
export const countsAs = ['satisfied', 'not-satisfied', 'left-out'] as const;
export type CountsAs = (typeof countsAs)[number];

export interface Wording {
  readonly text: string;
  readonly people: number;
  readonly counts: CountsAs;
  /** False: a person should look at it. */
  readonly sure: boolean;
}

export interface SurveyCount {
  readonly homes: 'LCRA' | 'LCHO' | null;
  readonly satisfied: number;
  readonly answered: number;
}

const scale = /satisf/i;
/** The heading of a column often is the question itself. */
const question = /\?|^(how|overall|taking|satisfaction)\b/i;
const longestAnswer = 45;
const nobody =
  /^(|-|–|n\/?a|not (applicable|asked|answered)|don.?t know|no (opinion|answer)|refused|prefer not to say)$/i;

/** The line of the headings and the columns of answers and homes, from 0; null where none seems to be. */
export function surveyColumns(rows: Rows): {
  readonly heading: number;
  readonly answers: number | null;
  readonly homes: number | null;
} {
  const widest = rows.slice(0, 200).reduce((most, cells) => Math.max(most, cells.length), 0);
  const places = Array.from({ length: widest }, (_, column) => column);
  const hits = (of: (cell: string) => boolean) =>
    places.map((column) => ({ column, n: rows.filter((cells) => of((cells[column] ?? '').trim())).length }));
  const best = (found: readonly { column: number; n: number }[]) =>
    found.reduce((top, one) => (one.n > top.n ? one : top), { column: -1, n: 1 }).column;
  const answers = best(hits((cell) => counted(cell) !== null));
  const homes = best(hits((cell) => cell.length < 60 && homesIn(cell) !== null));
  const first = rows.findIndex((cells) => counted((cells[answers] ?? '').trim()) !== null);
  return {
    heading: Math.max(0, first - 1),
    answers: answers < 0 ? null : answers,
    homes: homes < 0 || homes === answers ? null : homes,
  };
}

/** What a wording counts as by its own words; null when it says nothing that is known. */
function counted(text: string): CountsAs | null {
  if (!scale.test(text) || question.test(text) || text.length > longestAnswer) return null;
  return /\b(very|fairly|quite|somewhat)?\s*satisfied\b/i.test(text) && !/dis|un|neither|not\b/i.test(text)
    ? 'satisfied'
    : 'not-satisfied';
}

/** Each wording once, with how many people gave it; `said` is what a person has said of some. */
export function wordingsOf(
  rows: Rows,
  heading: number,
  answers: number,
  said: Readonly<Record<string, CountsAs>> = {},
): Wording[] {
  const people = new Map<string, number>();
  for (const cells of rows.slice(heading + 1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const text = (cells[answers] ?? '').trim().replace(/\s+/g, ' ');
    people.set(text, (people.get(text) ?? 0) + 1);
  }
  return [...people]
    .map(([text, n]) => {
      const known = counted(text) ?? (nobody.test(text) ? 'left-out' : null);
      return { text, people: n, counts: said[text] ?? known ?? 'left-out', sure: known !== null };
    })
    .sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1));
}

/** How many were satisfied of how many who answered, for each kind of home that the sheet names. */
export function countSurvey(
  rows: Rows,
  at: { readonly heading: number; readonly answers: number; readonly homes: number | null },
  wordings: readonly Wording[],
): SurveyCount[] {
  const by = new Map(wordings.map(({ text, counts }) => [text, counts]));
  const counts = new Map<SurveyCount['homes'], { satisfied: number; answered: number }>();
  for (const cells of rows.slice(at.heading + 1)) {
    const text = (cells[at.answers] ?? '').trim().replace(/\s+/g, ' ');
    const as = by.get(text) ?? 'left-out';
    if (as === 'left-out') continue;
    const homes = at.homes === null ? null : homesIn(cells[at.homes] ?? '');
    const count = counts.get(homes) ?? { satisfied: 0, answered: 0 };
    count.answered += 1;
    if (as === 'satisfied') count.satisfied += 1;
    counts.set(homes, count);
  }
  return [...counts].map(([homes, count]) => ({ homes, ...count }));
}
