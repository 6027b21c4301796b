/**
 * A sheet out of a repairs system: which column says what, what its words for a job's state mean, and what would follow
 * for the promise that the job does. Matched by the job's number alone; what is not certain is left for a person.
 */
import { type Day, inWords } from '../facts/days.js';
import type { PromiseMade } from './case.js';
import type { SaidOfJob } from './jobs-contradicted.js';
import { readDate } from './register/dates.js';
import type { DateOrder } from './register/fields.js';

export const jobColumns = ['job', 'state', 'on'] as const;
export type JobColumn = (typeof jobColumns)[number];
/** Where each stands, from 0; null when the sheet has none. */
export type JobColumns = Readonly<Record<JobColumn, number | null>>;

/** What a word of the repairs system means to us. */
export const jobMeanings = ['done', 'no-access', 'cancelled', 'under-way'] as const;
export type JobMeaning = (typeof jobMeanings)[number];

export const jobMeaningWords: Readonly<Record<JobMeaning, string>> = {
  done: 'It is done',
  'no-access': 'A visit came to nothing',
  cancelled: 'It was cancelled',
  'under-way': 'It is under way',
};

type Rows = readonly (readonly string[])[];

const headings: Readonly<Record<JobColumn, RegExp>> = {
  job: /\b(job|works? ?order|order|wo|repair)\b.*\b(no|num|number|ref|reference|id)\b|^(job|works? order|order|wo)$|^(job|wo|order|repair)[ _]?(no|number|ref|id)/i,
  state: /status|state|stage|outcome|progress/i,
  on: /complet|finish|closed|done|attend|visit|status date|state date|date/i,
};

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** The line on which the table begins, from 0: the first with two cells or more. A title above it is alone on its line. */
export function jobTableLine(rows: Rows): number {
  return Math.max(
    0,
    rows.findIndex((cells) => filled(cells) > 1),
  );
}

/** What a job's row holds and headings do not: a number on its own, a longer one, a day. */
const datum = /^\W*\d+\W*$|\d{3}|\d[./-]\d/u;

/**
 * Whether the first line of the table says what its columns are called: it does, it may, or it seems to be a job like
 * those below. Unless it does, a person says so: a job that is taken for headings would be lost.
 */
export function headingsSeem(rows: Rows, before: Partial<Record<JobColumn, string>>): 'there' | 'likely' | 'missing' {
  const cells = rows[jobTableLine(rows)] ?? [];
  const { job } = before;
  if (job !== undefined && cells.some((cell) => sameText(cell, job))) return 'there';
  if (cells.some((cell) => datum.test(cell))) return 'missing';
  return proposeJobColumns(rows, before).job === null ? 'likely' : 'there';
}

/** Why this can't be a sheet of jobs, to follow the name of its file; null when it can. */
export function whyNoJobs(rows: Rows): string | null {
  if (!rows.some((cells) => filled(cells) > 1))
    return 'holds no table of jobs. Send a CSV file or an Excel workbook (.xlsx) with a row for each job, its number and its state in columns of their own.';
  const below = rows.slice(jobTableLine(rows) + 1).some((cells) => filled(cells) > 0);
  return below || headingsSeem(rows, {}) === 'missing'
    ? null
    : 'holds headings and no job below them. Send the sheet with its rows.';
}

/** Which column seems to say what, by its heading: as it was mapped the last time, else by what it is called. */
export function proposeJobColumns(rows: Rows, before: Partial<Record<JobColumn, string>>): JobColumns {
  const cells = rows[jobTableLine(rows)] ?? [];
  const taken = new Set<number>();
  const take = (at: number): number | null => {
    if (at < 0) return null;
    taken.add(at);
    return at;
  };
  const found: Record<JobColumn, number | null> = { job: null, state: null, on: null };
  for (const column of jobColumns) {
    const known = before[column];
    if (known !== undefined) found[column] = take(cells.findIndex((cell) => sameText(cell, known)));
  }
  for (const column of ['job', 'state', 'on'] as const)
    found[column] ??= take(cells.findIndex((cell, i) => !taken.has(i) && headings[column].test(cell.trim())));
  return found;
}

/** Where a sheet has no headings: what the cells of its first job seem to be. A number on its own may be a job's or a day's. */
export function guessJobColumns(first: readonly string[], order: DateOrder, today: Day): JobColumns {
  const place = (fits: (cell: string) => boolean, ...taken: readonly (number | null)[]): number | null => {
    const at = first.findIndex((cell, i) => !taken.includes(i) && fits(cell.trim()));
    return at < 0 ? null : at;
  };
  const on = place((cell) => /\D/.test(cell) && readDate(cell, order, today).is === 'day');
  const state = place((cell) => seemsToMean(cell) !== null, on);
  return { job: place((cell) => /\d/.test(cell), on, state), state, on };
}

/** Compared without regard to case and to spaces beside and between. */
export function sameText(a: string, b: string): boolean {
  return textKey(a) === textKey(b);
}

/** As texts are compared: small letters, single spaces. */
export function textKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** What a word for a state seems to mean; null when nobody can tell. */
export function seemsToMean(word: string): JobMeaning | null {
  const text = textKey(word);
  if (/no.?access|nobody (in|home)|no one in|not in|carded|refused entry|no entry|access (failed|refused)/.test(text))
    return 'no-access';
  if (/cancel|void|abandon|withdrawn|reject/.test(text)) return 'cancelled';
  if (
    /\b(not|in|part|partly|un)[- ]?(yet )?(complet|progress|finish)|incomplete|awaiting|raised|booked|open|issued|schedul|appoint|assigned|variation|follow/.test(
      text,
    )
  )
    return 'under-way';
  if (/complet|finish|\bdone\b|closed|invoiced|paid/.test(text)) return 'done';
  return null;
}

export interface JobRow {
  readonly line: number;
  readonly job: string;
  readonly state: string;
  /** Null when the row tells none that can be read, and why it can't. */
  readonly on: Day | null;
  readonly badDay: string | null;
}

/** The rows that name a job: those below the headings, or all of the table where it has none. */
export function readJobRows(
  rows: Rows,
  columns: JobColumns,
  { headed, order, today }: { readonly headed: boolean; readonly order: DateOrder; readonly today: Day },
): readonly JobRow[] {
  const first = jobTableLine(rows) + (headed ? 1 : 0);
  return rows.slice(first).flatMap((cells, i) => {
    const at = (column: JobColumn): string => {
      const place = columns[column];
      return place === null ? '' : (cells[place] ?? '').trim();
    };
    const job = at('job');
    if (job === '') return [];
    const read = readDate(at('on'), order, today);
    const on = read.is === 'day' ? read.day : null;
    return [
      { line: first + i + 1, job, state: at('state'), on, badDay: read.is === 'unreadable' ? read.because : null },
    ];
  });
}

/** The words for states that stand in the sheet, each once, the most frequent first. */
export function statesOf(rows: readonly JobRow[]): readonly string[] {
  const counts = new Map<string, { readonly text: string; n: number }>();
  for (const { state } of rows) {
    if (state === '') continue;
    const kept = counts.get(textKey(state)) ?? { text: state, n: 0 };
    kept.n += 1;
    counts.set(textKey(state), kept);
  }
  return [...counts.values()].sort((a, b) => b.n - a.n).map(({ text }) => text);
}

/** What a row would do to the promise that its job does. */
export type JobFollows =
  | { readonly is: 'done'; readonly on: Day }
  | { readonly is: 'visit'; readonly on: Day }
  /** Kept beside the promise, so that it is seen; nothing happens to the promise. */
  | { readonly is: 'seen'; readonly why: string }
  | { readonly is: 'nothing'; readonly why: string };

const nothing = (why: string): JobFollows => ({ is: 'nothing', why });

/** Done only when every job of the promise is, and never against what the job's other rows or the resident said since. */
export function followsFromJob(
  p: PromiseMade,
  row: { readonly meaning: JobMeaning; readonly on: Day | null; readonly badDay: string | null },
  about: {
    readonly today: Day;
    /** Every other job that does the same promise is done too. */
    readonly othersDone: boolean;
    /** When the resident last said that it was not done. */
    readonly saidNotDoneOn: Day | null;
    /** What speaks against this row's being the last word of its job. */
    readonly against: SaidOfJob | null;
  },
): JobFollows {
  const { meaning, on } = row;
  if (p.state === 'ended') return nothing('The promise was ended.');
  if (p.state === 'done') return nothing('The promise is done already.');
  if (meaning === 'under-way') return { is: 'seen', why: 'The job is under way.' };
  if (meaning === 'cancelled') return { is: 'seen', why: 'Only the job was cancelled, not the promise.' };
  if (on === null)
    return nothing(row.badDay === null ? 'The row tells no day.' : `What stands for the day ${row.badDay}.`);
  if (on > about.today) return nothing('The day is in the future.');
  if (on < p.promisedOn) return nothing(`It was promised later, on ${inWords(p.promisedOn)}.`);
  if (meaning === 'no-access')
    return p.visits.some(({ visitOn }) => visitOn === on)
      ? nothing('The visit is on record already.')
      : { is: 'visit', on };
  if (about.against !== null)
    return nothing(
      `Of the same job it also says ‘${jobMeaningWords[about.against.meaning]}’${about.against.on === null ? '' : `, on ${inWords(about.against.on)}`}. Somebody has to look.`,
    );
  if (about.saidNotDoneOn !== null && about.saidNotDoneOn >= on)
    return nothing(`The resident said on ${inWords(about.saidNotDoneOn)} that it was not done. Somebody has to look.`);
  if (!about.othersDone) return { is: 'seen', why: 'Another job that it needs is not known to be done.' };
  return { is: 'done', on };
}
